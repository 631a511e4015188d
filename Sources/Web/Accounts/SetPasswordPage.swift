import Foundation
import HTTPTypes
import Hummingbird
import Store

extension Template {
    static let setPassword = Template(
        "set-password",
        #"""
        <div class="narrow">
        <div class="head"><div><h1>Set your password</h1><p class="sub">For the account <b><bdi>{{name}}</bdi></b>. You are signed in afterwards; the link then opens nothing any more.</p></div></div>
        <form method="post" action="/set-password" class="sec-body">{{> csrf}}<input type="hidden" name="code" value="{{code}}"><input class="vh" name="name" value="{{name}}" autocomplete="username" readonly tabindex="-1" aria-label="Name">
        {{> new-password}}
        <p class="actions"><button class="btn btn-primary" type="submit">Set password</button></p></form>
        </div>
        """#)
}

extension WebServer {
    private static let linkIsOver = Problem(
        .gone, "\(AccountError.linkIsOver)".sentence + " Ask an administrator for another one.")

    /// `GET /set-password?code=…`. Looking does not use the link up: mail filters open links too.
    func setPasswordPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let code = request.uri.queryParameters["code"].flatMap { RandomSecret(String($0)) }
        guard let code, let account = try store.account(behind: code, at: now()) else { throw Self.linkIsOver }
        return try setPasswordForm(request, code: code, account)
    }

    /// `POST /set-password`.
    func setPassword(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await Form(request, atMost: 16 << 10)
        try refuseForged(request, shown: form["csrf"])
        guard let code = form["code"].flatMap(RandomSecret.init),
            let account = try store.account(behind: code, at: now())
        else { throw Self.linkIsOver }
        let choice = NewPassword(form, of: account.name)
        guard let password = choice.password else {
            return try setPasswordForm(request, code: code, account, objection: choice.objection)
        }
        let hash = try await hash(password)
        let deed = Deed(by: account.actor, at: now(), from: clientAddress(request, context))
        do {
            let account = try await store.changeAccounts(deed) { try $0.setPassword(hash, by: code) }
            return try await begin(account, by: .link, nil, request, context)
        } catch is AccountError { throw Self.linkIsOver }
    }

    private func setPasswordForm(
        _ request: Request, code: RandomSecret, _ account: Account, objection: String? = nil
    ) throws -> Response {
        var view: [String: Any] = ["code": code.text, "name": account.name]
        view["passwordError"] = objection
        return try showToStranger(
            title: "Set your password", .setPassword, view, status: objection == nil ? .ok : .unprocessableContent,
            request)
    }
}
