import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Store

extension Template {
    static let user = Template(
        "user",
        #"""
        <div class="head"><div><h1><bdi>{{name}}</bdi></h1><p class="meta">{{> state}}<span>{{role}}</span><span>Signs in with: {{way}}</span><span>Added by <bdi>{{createdBy}}</bdi></span></p></div></div>
        {{#url}}<div class="flash flash-ok" role="status">{{> icon-ok}}<p><b>Pass this link on.</b> It is shown this once, works once and for three days. Whoever opens it sets the password of this account.</p><div class="code"><pre id="one-time-link">{{.}}</pre><button class="btn btn-sm" type="button" data-copy="one-time-link" hidden>Copy</button></div></div>{{/url}}
        <div class="cols cols-2"><div>
        <section class="sec" aria-labelledby="role-h"><div class="sec-head"><h2 id="role-h">Role</h2></div>
        <form method="post" action="{{page}}/role" class="sec-body">{{> csrf}}<div class="field"><label for="role">Role</label><select class="select full" id="role" name="role">{{#roles}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{value}}</option>{{/roles}}</select></div><p class="actions"><button class="btn" type="submit">Change role</button></p><p class="hint">{{> role-words}} Their sessions end with the change.</p></form></section>
        <section class="sec" aria-labelledby="pw"><div class="sec-head"><h2 id="pw">Password</h2></div>
        <form method="post" action="{{page}}/link" class="sec-body">{{> csrf}}<p class="second">{{#changed}}Set {{> moment}}.{{/changed}}{{^changed}}None was set.{{/changed}}</p><p class="actions"><button class="btn" type="submit">Make a link that sets a password</button></p><p class="hint">An older link then opens nothing. The password there is stays until the link is used.</p></form></section>
        {{#hasEntra}}<section class="sec" aria-labelledby="ms"><div class="sec-head"><h2 id="ms">Microsoft account</h2></div>
        <form method="post" action="{{page}}/entra" class="sec-body">{{> csrf}}<div class="field"><label for="address">Sign-in name in Entra</label><input class="input full" id="address" name="address" value="{{entraAddress}}" autocomplete="off" spellcheck="false"{{#addressError}} aria-invalid="true" aria-describedby="address-error"{{/addressError}}>{{#addressError}}<p class="err" id="address-error">{{.}}</p>{{/addressError}}</div><p class="actions"><button class="btn" type="submit">Save</button></p><p class="hint">{{#entraObject}}Linked to the object <span class="mono">{{.}}</span>; saving another name unlinks it and ends their sessions, but the one that saves. {{/entraObject}}The first who signs in with this name is linked; from then on the person counts, not the name. Empty: no sign-in with Microsoft.</p></form></section>{{/hasEntra}}
        </div><div>
        <section class="sec" aria-labelledby="ses"><div class="sec-head"><h2 id="ses">Sessions</h2></div><div class="sec-body">
        <ul class="list">{{#sessions}}<li><div class="split"><bdi>{{browser}}</bdi><span class="mono">{{address}}</span></div><span class="hint">last used {{#seen}}{{> moment}}{{/seen}}</span></li>{{/sessions}}</ul>
        {{#hasSessions}}<form method="post" action="{{page}}/sessions">{{> csrf}}<p class="actions"><button class="btn" type="submit">End all sessions</button></p></form>{{/hasSessions}}{{^hasSessions}}<p class="second">Signed in nowhere.</p>{{/hasSessions}}</div></section>
        <section class="sec" aria-labelledby="end"><div class="sec-head"><h2 id="end">{{#isDisabled}}Enable or remove{{/isDisabled}}{{^isDisabled}}Disable or remove{{/isDisabled}}</h2></div><div class="sec-body">
        {{#isDisabled}}<form method="post" action="{{page}}/enable">{{> csrf}}<p class="actions"><button class="btn" type="submit">Enable</button></p></form>{{/isDisabled}}
        {{^isDisabled}}<form method="post" action="{{page}}/disable">{{> csrf}}<p class="actions"><button class="btn" type="submit">Disable</button></p><p class="hint">Signs out at once and lets nobody in until it is enabled again.</p></form>{{/isDisabled}}
        <form method="post" action="{{page}}/remove">{{> csrf}}<div class="field choice"><input type="checkbox" id="sure" name="sure" value="yes" required><label for="sure">Remove this account for good</label></div><p class="actions"><button class="btn btn-danger" type="submit">Remove</button></p><p class="hint">What the audit log says of it stays.</p></form>
        </div></section>
        <p class="second"><a href="{{auditLink}}">What <bdi>{{name}}</bdi> did, in the audit log</a></p>
        </div></div>
        """#)
}

extension WebServer {
    /// `GET /settings/users/{id}`.
    func userPage(_ request: Request, _ context: WebContext) async throws -> Response {
        try user(try asked(context), request, context)
    }

    /// `POST /settings/users/{id}/role`.
    func setRole(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let role = context.form["role"].flatMap(Role.init) else {
            throw Problem(.unprocessableContent, "There is no such role.")
        }
        return try await change(context, done: { "\($0.name) is \(role.rawValue) now." }) {
            try $0.setRole(role, of: $1)
        }
    }

    /// `POST /settings/users/{id}/link`. The link is shown on the page that answers, and on no other.
    func sendLink(_ request: Request, _ context: WebContext) async throws -> Response {
        let account = try asked(context)
        let code = try await store.changeAccounts(try context.somebody.deed(at: now())) {
            try $0.makePasswordLink(for: account)
        }
        return try user(account, request, context, code: code)
    }

    /// `POST /settings/users/{id}/entra`.
    func linkToEntra(_ request: Request, _ context: WebContext) async throws -> Response {
        let typed = context.form["address"]
        let entra: EntraIdentity?
        do { entra = try invited(typed) } catch let problem as Problem {
            return try user(
                try asked(context), request, context, address: typed, addressError: problem.detail,
                status: problem.status)
        }
        let done = entra.map { "may sign in as \($0.address ?? "")" } ?? "does not sign in with Microsoft any more"
        let (account, visitor) = (try asked(context), try context.somebody)
        do {
            try await store.changeAccounts(visitor.deed(at: now())) {
                try $0.link(account, anew: entra, asking: visitor.session)
            }
        } catch let error as AccountError {
            return try user(
                account, request, context, address: typed, addressError: "\(error)".sentence,
                status: .unprocessableContent)
        }
        return .seeOther(account.page, flash: .done("\(account.name) \(done)."))
    }

    /// `POST /settings/users/{id}/sessions`.
    func endSessionsOfUser(_ request: Request, _ context: WebContext) async throws -> Response {
        try await change(context, done: { "\($0.name) is signed out everywhere." }) { _ = try $0.endSessions(of: $1) }
    }

    /// `POST /settings/users/{id}/disable`.
    func disableUser(_ request: Request, _ context: WebContext) async throws -> Response {
        try await change(context, done: { "\($0.name) is disabled." }) { try $0.disable($1) }
    }

    /// `POST /settings/users/{id}/enable`.
    func enableUser(_ request: Request, _ context: WebContext) async throws -> Response {
        try await change(context, done: { "\($0.name) is enabled." }) { try $0.enable($1) }
    }

    /// `POST /settings/users/{id}/remove`.
    func removeUser(_ request: Request, _ context: WebContext) async throws -> Response {
        guard context.form.isOn("sure") else {
            throw Problem(
                .unprocessableContent, "Tick that the account is to be removed for good. Nothing was changed.")
        }
        return try await change(context, to: Link("/settings/users"), done: { "\($0.name) is removed." }) {
            try $0.remove($1)
        }
    }

    /// The account that the path names by its id.
    /// - Throws: `Problem` 404.
    func asked(_ context: WebContext) throws -> Account {
        guard let account = try store.account(id: try context.part("id")) else {
            throw Problem(.notFound, "There is no such account.")
        }
        return account
    }

    /// Changes the account that the path names, then shows it again; a refusal is said on the same page.
    private func change(
        _ context: WebContext, to next: Link? = nil, done words: (Account) -> String,
        _ body: @escaping @Sendable (AccountWriter, Account) throws -> Void
    ) async throws -> Response {
        let account = try asked(context)
        do {
            try await store.changeAccounts(try context.somebody.deed(at: now())) { try body($0, account) }
            return .seeOther(next ?? account.page, flash: .done(words(account)))
        } catch let error as AccountError {
            return .seeOther(account.page, flash: .failed("\(error)".sentence))
        }
    }

    func user(
        _ account: Account, _ request: Request, _ context: WebContext, code: RandomSecret? = nil,
        address: String? = nil, addressError: String? = nil, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let (visitor, now) = (try context.somebody, now())
        let sessions = try store.sessions(of: account, at: now, limits: signIn.limits)
        var view: [String: Any] = [
            "page": "\(account.page)", "createdBy": account.createdBy, "roles": Role.choices(account.role),
            "hasEntra": try entraSignIn != nil || account.entra != nil,
            "entraAddress": address ?? account.entra?.address ?? "",
            "isDisabled": account.disabledAt != nil, "hasSessions": !sessions.isEmpty,
            "sessions": sessions.map { SessionView($0, isThis: false, asOf: now, in: visitor.zone).values },
            "auditLink": "\(Link("/settings/audit", ["actor": account.actor]))",
        ]
        view.merge(AccountRow(account, asOf: now, for: visitor).values) { $1 }
        view["addressError"] = addressError
        view["entraObject"] = account.entra?.object
        view["changed"] = account.passwordChangedAt.map { TimeView($0, asOf: now, in: visitor.zone) }
        view["url"] = code.map { passwordLink($0) }
        return try show(
            Page(
                section: .accounts, title: account.name,
                crumbs: [.init("Settings"), .init("Users and tokens", Link("/settings/users")), .init(account.name)],
                template: .user, view: view, status: status), request, context)
    }

    /// The address that sets a password.
    func passwordLink(_ code: RandomSecret) -> String {
        "\(address)\(Link("/set-password", ["code": code.text]))"
    }
}
