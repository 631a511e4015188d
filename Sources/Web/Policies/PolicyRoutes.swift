import BEC
import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

extension WebServer {
    /// Allow and block policies.
    var policyRoutes: [Route] {
        [
            .page("/policies", for: .viewer, policyList),
            .page("/policies/add", for: .analyst, addPolicyPage),
            .form("/policies/add", for: .analyst, addPolicy),
            .form("/policies/remove", for: .analyst, removePolicy),
            .api(.get, "/api/v1/policies", for: .viewer, .listPolicies, listPolicies),
            .api(.post, "/api/v1/policies", for: .analyst, .addPolicy, addPolicyByAPI),
            .api(.post, "/api/v1/policies/preview", for: .analyst, .previewPolicy, previewPolicyByAPI),
            .api(.get, "/api/v1/policies/{id}", for: .viewer, .getPolicy, showPolicy),
            .api(.delete, "/api/v1/policies/{id}", for: .analyst, .removePolicy, removePolicyByAPI),
        ]
    }

    var policyBook: PolicyBook { PolicyBook(store: store, options: mail) }

    func policyList(_ request: Request, _ context: WebContext) async throws -> Response {
        let mayChange = try context.somebody.role >= .analyst
        let entries = try policiesInOrder()
        let asked = try PageRequest<Turn<ListPlace>>(request)
        let slice = entries.page(asked.seek(), limit: asked.limit, id: Self.placeID)
        let isWhole = slice.elements.count == entries.count
        let sections = MailPolicy.Kind.allCases.compactMap { kind -> [String: Any]? in
            let rows = slice.elements.map(\.element).filter { $0.policy.kind == kind }
            // A page among several shows the kinds that it has; a whole list says of a kind that it has none.
            guard isWhole || !rows.isEmpty else { return nil }
            return [
                "id": kind.rawValue, "title": Self.title(kind), "note": Self.note(kind),
                "rows": rows.map { policyRow($0, context, mayChange: mayChange) }, "hasRows": !rows.isEmpty,
            ]
        }
        let words =
            isWhole
            ? Numbers.counted(entries.count, "policy", plural: "policies")
            : "\(slice.elements.count) of \(Numbers.counted(entries.count, "policy", plural: "policies"))"
        var view: [String: Any] = ["sections": sections, "mayChange": mayChange]
        if !isWhole {
            let limit = asked.limit == 50 ? nil : "\(asked.limit)"
            view["pages"] = ["pager": slice.pager("/policies", [("limit", limit)], words: words, \.place)]
        }
        let page = Page(
            section: .policies, title: "Allow and block policies",
            crumbs: [.init("Email Configuration"), .init("Allow and block policies")], template: .policies,
            view: view)
        return try show(page, request, context)
    }

    /// Kind by kind, as the page shows them.
    func policiesInOrder() throws -> [PolicyBook.Entry] {
        let entries = try policyBook.entries()
        return MailPolicy.Kind.allCases.flatMap { kind in entries.filter { $0.policy.kind == kind } }
    }

    /// Policies of the file have no id of their own.
    static func placeID(_ entry: PolicyBook.Entry) -> String {
        let policy = entry.policy
        return entry.isFromFile ? "file \(policy.kind.rawValue) \(policy.pattern)" : policy.id
    }

    private func policyRow(_ entry: PolicyBook.Entry, _ context: WebContext, mayChange: Bool) -> [String: Any] {
        let policy = entry.policy
        var row: [String: Any] = [
            "pattern": policy.pattern, "by": Self.words(policy.patternKind), "effect": Self.effect(policy),
            "proof": policy.kind == .allow && policy.effect != AllowPolicy.Effect.exemptRecipient.rawValue
                ? (policy.verifySender ? "when the sender is proved" : "without proof") : "",
            "isFromFile": entry.isFromFile, "actor": policy.by, "time": time(policy.at, context),
            "mayRemove": mayChange && !entry.isFromFile, "policyID": policy.id, "ends": false,
            "why": shown(policy.comment),
        ]
        if let ends = policy.expires {
            row["ends"] = ["time": time(ends.addingTimeInterval(-1), context)] as [String: Any]
        }
        return row
    }

    private static func title(_ kind: MailPolicy.Kind) -> String {
        switch kind {
        case .trustedDomain: "Trusted domains"
        case .allow: "Allow policies"
        case .blocked: "Blocked senders"
        }
    }

    private static func note(_ kind: MailPolicy.Kind) -> String {
        switch kind {
        case .trustedDomain: "resemble one of yours and are in order"
        case .allow: "exceptions from judging"
        case .blocked: "MALICIOUS whatever else is said"
        }
    }

    private static func words(_ kind: MailPolicy.PatternKind) -> String {
        switch kind {
        case .email: "Address"
        case .domain: "Domain"
        case .network: "Network"
        case .regex: "Expression"
        }
    }

    private static func effect(_ policy: MailPolicy) -> String {
        switch policy.kind {
        case .blocked: return "Blocked"
        case .trustedDomain:
            let parts = [policy.similarity ? "look-alike" : nil, policy.recent ? "domain age" : nil].compactMap(\.self)
            return parts.isEmpty ? "Nothing" : "Silences " + parts.joined(separator: " and ")
        case .allow: return policy.effect.flatMap { AllowPolicy.Effect(rawValue: $0) }.map(words) ?? "Nothing"
        }
    }

    private static func words(_ effect: AllowPolicy.Effect) -> String {
        switch effect {
        case .trustedSender: "Trusted sender"
        case .exemptRecipient: "Exempt recipient"
        case .acceptableSender: "Acceptable sender"
        }
    }

    private func formValues(
        kind: String?, patternKind: String?, effect: String?, pattern: String, comment: String, expires: String,
        on: (verifySender: Bool, similarity: Bool, recent: Bool)
    ) -> [String: Any] {
        [
            "kinds": options(
                [("trustedDomain", "Trusted domain"), ("allow", "Allow policy"), ("blocked", "Blocked sender")],
                chosen: kind ?? "blocked"),
            "patternKinds": options(
                MailPolicy.PatternKind.allCases.map { ($0.rawValue, Self.words($0)) }, chosen: patternKind ?? "email"),
            "effects": options(
                AllowPolicy.Effect.allCases.map { ($0.rawValue, Self.words($0)) }, chosen: effect ?? "trustedSender"),
            "pattern": pattern, "comment": comment, "expires": expires, "verifySender": on.verifySender,
            "similarity": on.similarity, "recent": on.recent,
        ]
    }

    private func formPage(_ values: [String: Any], status: HTTPResponse.Status = .ok) -> Page {
        Page(
            section: .policies, title: "Add policy",
            crumbs: [
                .init("Email Configuration"), .init("Allow and block policies", Link("/policies")), .init("Add policy"),
            ], template: .policyForm, view: values, status: status)
    }

    func addPolicyPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let values = formValues(
            kind: request.asked("kind"), patternKind: request.asked("patternKind"), effect: nil,
            pattern: request.asked("pattern") ?? "", comment: "", expires: "", on: (true, true, false))
        return try show(formPage(values), request, context)
    }

    func addPolicy(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = context.form
        var values = formValues(
            kind: form["kind"], patternKind: form["patternKind"], effect: form["effect"],
            pattern: form["pattern"] ?? "",
            comment: form["comment"] ?? "", expires: form["expires"] ?? "",
            on: (form.isOn("verifySender"), form.isOn("similarity"), form.isOn("recent")))
        do {
            let draft = try Self.draft(form)
            if form["do"] == "preview" {
                values["preview"] = try await previewValues(try policyBook.policy(draft, try deed(context)))
                return try show(formPage(values), request, context)
            }
            let deed = try deed(context)
            let policy = try changeTurn.take { try policyBook.add(draft, deed) }
            return .seeOther(
                Link("/policies"), flash: .done("\(policy.pattern) is saved. Mail judged from now on uses it."))
        } catch let error as MailOptionsError {
            values["error"] = sentence("\(error)")
            return try show(formPage(values, status: .unprocessableContent), request, context)
        } catch let taken as PolicyBook.Taken {
            values["error"] = sentence("\(taken)")
            return try show(formPage(values, status: .conflict), request, context)
        }
    }

    private static func draft(_ form: Form) throws -> PolicyBook.Draft {
        guard let kind = form["kind"].flatMap({ MailPolicy.Kind(rawValue: $0) }),
            let patternKind = form["patternKind"].flatMap({ MailPolicy.PatternKind(rawValue: $0) })
        else { throw Problem(.unprocessableContent, "Choose a kind of policy and what it is told by.") }
        var draft = PolicyBook.Draft(kind, patternKind, form["pattern"] ?? "")
        draft.effect = form["effect"]
        draft.verifySender = form.isOn("verifySender")
        draft.similarity = form.isOn("similarity")
        draft.recent = form.isOn("recent")
        draft.comment = form["comment"]
        draft.expires = try form["expires"].map(Self.policyEnd)
        return draft
    }

    static func policyEnd(_ text: String) throws -> Date {
        guard let moment = ProtectWords.moment(text) else {
            throw Problem(.unprocessableContent, "\"\(text.prefix(40))\" is no date such as 2026-12-31.")
        }
        return moment
    }

    /// What the policy would have done to the mail of the last week; nil where this server judges none.
    func preview(_ policy: MailPolicy) async throws -> JudgeAgain.Preview? {
        guard let inspect else { return nil }
        return try JudgeAgain(store: store, roster: try await inspect.people())
            .preview(policy, since: now().addingTimeInterval(-7 * 86_400))
    }

    private func previewValues(_ policy: MailPolicy) async throws -> [String: Any] {
        guard let preview = try await preview(policy) else {
            return ["judged": "This server judges no mail, so nothing can be foreseen."]
        }
        var values: [String: Any] = [
            "judged": "\(Numbers.counted(preview.judged, "message")) of the last 7 days judged again"
                + (preview.isCut ? ", the newest ones" : ""),
            "counts": preview.counts.sorted { $0.value > $1.value }.map { pair, count in
                ["words": "\(count) from \(pair.before.rawValue) to \(pair.after.rawValue)"]
            },
            "changes": preview.changes.prefix(8).map { change in
                [
                    "link": "/mail/\(change.kept.id)", "from": String(change.kept.sender.prefix(120)),
                    "words": "\(change.before.disposition.rawValue) to \(change.after.disposition.rawValue)",
                ]
            }, "unknown": false,
        ]
        if preview.unknown > 0 {
            values["unknown"] = "Of \(Numbers.counted(preview.unknown, "message")) too little was kept to judge again."
        }
        return values
    }

    func removePolicy(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let policy = try policyBook.remove(context.form["id"] ?? "", try deed(context)) else {
            return .seeOther(Link("/policies"), flash: .warning("There is no such policy any more."))
        }
        return .seeOther(Link("/policies"), flash: .done("\(policy.pattern) is removed."))
    }
}
