import Foundation
import HTTPTypes
import Hummingbird
import Store

extension Template {
    static let firstStart = Template(
        "first-start",
        #"""
        <div class="head"><div><h1>Welcome to Reeve</h1><p class="sub">Five steps; the first findings come after the third, in about ten minutes. Everything stays on this machine.</p></div></div>
        <section class="sec" aria-label="First steps"><div class="sec-body"><ol class="steps steps-top">
        <li class="now"><span class="rail" aria-hidden="true"><span class="dot">1</span></span><div><h2 class="step-h">Create the administrator</h2><p class="second">This account looks after Reeve itself. It has nothing to do with an account in Microsoft 365.</p>
        <form method="post" action="/first-start" class="narrow">{{> csrf}}<input type="hidden" name="code" value="{{code}}">
        <div class="field"><label for="name">Your name</label><input class="input full" id="name" name="name" value="{{name}}" autocomplete="username" autocapitalize="none" spellcheck="false" required aria-describedby="name-hint{{#nameError}} name-error{{/nameError}}"{{#nameError}} aria-invalid="true"{{/nameError}}><p class="hint" id="name-hint">You sign in with it, and the audit log shows it.</p>{{#nameError}}<p class="err" id="name-error">{{.}}</p>{{/nameError}}</div>
        {{> new-password}}
        <p class="actions"><button class="btn btn-primary" type="submit">Create administrator</button></p></form></div></li>
        {{#later}}<li><span class="rail" aria-hidden="true"><span class="dot">{{number}}</span></span><div><h2 class="step-h">{{title}}</h2><p class="second">{{words}}</p></div></li>{{/later}}
        </ol></div></section>
        """#)

    /// Two fields for a password. Expects `passwordError`.
    static let newPassword = Template(
        "new-password",
        #"""
        <div class="field"><label for="password">{{#hasPassword}}New password{{/hasPassword}}{{^hasPassword}}Password{{/hasPassword}}</label><input class="input full" id="password" name="password" type="password" autocomplete="new-password" required minlength="15" aria-describedby="password-hint{{#passwordError}} password-error{{/passwordError}}"{{#passwordError}} aria-invalid="true"{{/passwordError}}><p class="hint" id="password-hint">At least 15 characters; any kind will do, a few words in a row are good.</p>{{#passwordError}}<p class="err" id="password-error">{{.}}</p>{{/passwordError}}</div>
        <div class="field"><label for="again">The same again</label><input class="input full" id="again" name="again" type="password" autocomplete="new-password" required></div>
        """#)
}

extension WebServer {
    /// `GET /first-start?code=…`: shows the form, or the steps that are left to somebody who is signed in.
    func firstStartPage(_ request: Request, _ context: WebContext) async throws -> Response {
        if let visitor = try await visitor(of: request, context) {
            var context = context
            context.visitor = visitor
            return try firstSteps(request, context)
        }
        let code = request.uri.queryParameters["code"].map(String.init) ?? ""
        if try store.hasAccounts() { return .seeOther(Link("/sign-in", ["started": "1"])) }
        guard let secret = RandomSecret(code), try store.isFirstStart(secret, at: now()) else { throw Self.startIsOver }
        return try firstStartForm(request, code: code)
    }

    /// `POST /first-start`.
    func firstStart(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await Form(request, atMost: 16 << 10)
        try refuseForged(request, shown: form["csrf"])
        guard let secret = form["code"].flatMap(RandomSecret.init), try store.isFirstStart(secret, at: now()) else {
            throw Self.startIsOver
        }
        let name = form["name"] ?? ""
        let choice = NewPassword(form, of: name)
        guard let password = choice.password else {
            return try firstStartForm(request, code: secret.text, name: name, passwordError: choice.objection)
        }
        let hash = try await hash(password)
        let deed = Deed(by: "reeve", at: now(), from: clientAddress(request, context))
        do {
            let account = try await store.changeAccounts(deed) { try $0.start(name, hash, by: secret) }
            return try await begin(account, by: .link, Link("/first-start"), request, context)
        } catch AccountError.badName {
            return try firstStartForm(
                request, code: secret.text, name: name, nameError: "\(AccountError.badName)".sentence)
        } catch is AccountError { throw Self.startIsOver }
    }

    private static let startIsOver = Problem(
        .gone,
        "This link was used already, was replaced, or is more than a day old. Start reeve serve again: it prints a new one as long as nobody has an account."
    )

    private func firstStartForm(
        _ request: Request, code: String, name: String = "", nameError: String? = nil, passwordError: String? = nil
    ) throws -> Response {
        var view: [String: Any] = ["code": code, "name": name, "later": FirstStep.later.map(\.view)]
        view["nameError"] = nameError
        view["passwordError"] = passwordError
        let isAgain = nameError != nil || passwordError != nil
        return try showToStranger(
            title: "First start", .firstStart, view, status: isAgain ? .unprocessableContent : .ok, request)
    }

    /// Hashes a password where passwords are hashed.
    func hash(_ password: String) async throws -> PasswordHash {
        let cost = signIn.cost
        return try await passwords.run { try PasswordHash(of: password, cost: cost) }
    }
}

/// A password that was typed twice into a form.
struct NewPassword {
    /// Nil where there is an objection.
    let password: String?
    let objection: String?

    init(_ form: Form, of name: String) {
        let typed = form.all("password").first ?? ""
        let trouble =
            PasswordRule.objection(to: typed, of: name)
            ?? (form.all("again").first == typed ? nil : "The two are not the same.")
        objection = trouble
        password = trouble == nil ? typed : nil
    }
}

extension String {
    /// An error's words as a sentence: a capital letter first, a full stop last.
    var sentence: String { prefix(1).uppercased() + dropFirst() + (hasSuffix(".") ? "" : ".") }
}
