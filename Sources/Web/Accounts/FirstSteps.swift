import Hummingbird
import Store

/// What there is to do before Reeve is of use, after there is an administrator.
struct FirstStep: Sendable {
    let title: String
    let words: String
    let action: String
    let path: String
    let hint: String

    static let later = [
        FirstStep(
            title: "Register Reeve in your Entra",
            words:
                "Your organisation owns the registration; there is no shared vendor app. Reeve shows what to enter, makes the certificate and tests it.",
            action: "Start registration", path: "/settings/registration",
            hint: "5 minutes · role: Application Administrator"),
        FirstStep(
            title: "Connect the tenant",
            words:
                "An administrator of the tenant accepts a list of permissions, all to read. The first sync and scan start by themselves.",
            action: "Add Directory", path: "/settings/directories/add", hint: "role: Privileged Role Administrator"),
        FirstStep(
            title: "Choose whom to protect",
            words:
                "The people whose name gives an order weight: management, finance, personnel. One click on a group protects its members, also future ones.",
            action: "Choose people", path: "/protected", hint: ""),
        FirstStep(
            title: "Let mail pass through Reeve",
            words:
                "Only for Business Email Compromise protection: a milter behind Postfix, or a mail server that asks over HTTP.",
            action: "Test a message", path: "/mail/test", hint: ""),
    ]

    var number: Int { 2 + (Self.later.firstIndex { $0.path == path } ?? 0) }
    var view: [String: Any] { ["title": title, "words": words, "number": number] }
}

extension Template {
    static let firstSteps = Template(
        "first-steps",
        #"""
        <div data-live="steps" data-calm data-until>
        <div class="head"><div><h1>{{heading}}</h1><p class="sub">{{lead}}</p></div></div>
        <section class="sec" aria-label="First steps"><div class="sec-body"><ol class="steps steps-top">
        <li class="done"><span class="rail" aria-hidden="true"><span class="dot"><svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="M3.5 8.5l3 3 6-7"/></svg></span></span><div><h2 class="step-h">Administrator created</h2><p class="second">You are signed in as <bdi>{{name}}</bdi>.{{^isAdministrator}} An administrator does the rest.{{/isAdministrator}}{{#isAlone}} Set a second administrator soon, in <a href="/settings/users">Users and tokens</a>.{{/isAlone}}</p></div></li>
        {{#steps}}<li class="{{class}}"><span class="rail" aria-hidden="true"><span class="dot">{{#isDone}}<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="M3.5 8.5l3 3 6-7"/></svg>{{/isDone}}{{^isDone}}{{number}}{{/isDone}}</span></span><div><h2 class="step-h">{{title}}</h2><p class="second">{{words}}</p>{{#link}}<div class="actions step-a"><a class="btn{{#isNow}} btn-primary{{/isNow}}" href="{{.}}">{{action}}</a>{{#hint}}<span class="hint">{{.}}</span>{{/hint}}</div>{{/link}}</div></li>{{/steps}}
        </ol></div></section>
        </div>
        """#)
}

extension WebServer {
    private static func stepsLeft(_ count: Int) -> String {
        let words = ["No step", "One step", "Two steps", "Three steps", "Four steps"]
        return words.indices.contains(count) ? words[count] : "\(count) steps"
    }

    private func isDone(_ step: FirstStep, isConnected: Bool) throws -> Bool {
        switch step.path {
        case "/settings/registration":
            try isConnected || store.registrations().contains { $0.testedAt != nil && $0.testTrouble == nil }
        case "/settings/directories/add": isConnected
        case "/protected":
            try ([nil] + store.integrations().map(\.id)).contains { try !store.protectionCounts(in: $0).isEmpty }
        default: false
        }
    }

    /// What is left to do, for somebody who is signed in.
    func firstSteps(_ request: Request, _ context: WebContext) throws -> Response {
        let visitor = try context.somebody
        let isConnected = try !store.integrations().isEmpty
        let isAlone = try store.accounts().filter { $0.role == .administrator && $0.standing == .active }.count == 1
        let served = Set(routes.filter { $0.kind == .page }.map(\.path))
        let done = try FirstStep.later.map { try isDone($0, isConnected: isConnected) }
        let left = done.count { !$0 }
        let steps = zip(FirstStep.later, done).map { step, isDone -> [String: Any] in
            let isNow = step.number == done.firstIndex(of: false).map { $0 + 2 }
            var view = step.view.merging(
                [
                    "isDone": isDone, "isNow": isNow, "class": isDone ? "done" : isNow ? "now" : "",
                    "action": step.action,
                ]
            ) { $1 }
            view["link"] = !isDone && served.contains(step.path) && visitor.role == .administrator ? step.path : nil
            view["hint"] = isNow && !step.hint.isEmpty ? step.hint : nil
            return view
        }
        return try show(
            Page(
                section: .overview, title: "First steps", template: .firstSteps,
                view: [
                    "heading": isConnected ? "First steps" : "Nothing is connected yet",
                    "lead": isConnected
                        ? "\(Self.stepsLeft(left)) left for Business Email Compromise protection."
                        : "\(Self.stepsLeft(left)) left; the first findings come about ten minutes after the tenant is connected. Everything stays on this machine.",
                    "name": visitor.name, "isAlone": isAlone && visitor.role == .administrator,
                    "isAdministrator": visitor.role == .administrator, "steps": steps,
                ] as [String: Any]), request, context)
    }
}
