import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Store

extension Template {
    /// Users and tokens share one entry of the side bar. Expects `isUsers`.
    static let accountTabs = Template(
        "account-tabs",
        #"""
        <nav class="tabs tabs-line" aria-label="Users and tokens"><a href="/settings/users"{{#isUsers}} aria-current="page"{{/isUsers}}>Users</a><a href="/settings/tokens"{{^isUsers}} aria-current="page"{{/isUsers}}>API tokens</a></nav>
        """#)

    static let users = Template(
        "users",
        #"""
        <div class="head"><div><h1>Users</h1><p class="sub">Who may sign in to Reeve, and what they may do. {{> role-words}}</p></div></div>
        {{> account-tabs}}
        <div class="cols"><section class="sec sec-plain" aria-label="Users">
        <div class="wrap" tabindex="0" role="region" aria-label="Users table"><table class="tbl tbl-tight stack"><thead><tr><th scope="col">Name</th><th scope="col">Role</th><th scope="col">Status</th><th scope="col">Signs in with</th><th scope="col">Last sign-in</th><th scope="col">Since</th></tr></thead><tbody>
        {{#rows}}<tr><td class="main"><a class="t" href="{{link}}"><bdi>{{name}}</bdi></a>{{#isYou}}<span class="sub">you</span>{{/isYou}}</td><td data-label="Role">{{role}}</td><td data-label="Status">{{> state}}</td><td data-label="Signs in with">{{way}}</td><td class="nowrap" data-label="Last sign-in">{{#seen}}{{> moment}}{{/seen}}{{^seen}}<span class="muted">never</span>{{/seen}}</td><td class="nowrap" data-label="Since">{{#since}}{{> moment}}{{/since}}</td></tr>{{/rows}}
        </tbody></table></div></section>
        <section class="sec" aria-labelledby="add"><div class="sec-head"><h2 id="add">Add user</h2></div>
        <form method="post" action="/settings/users/add" class="sec-body">{{> csrf}}
        <div class="field"><label for="name">Name</label><input class="input full" id="name" name="name" value="{{name}}" autocomplete="off" autocapitalize="none" spellcheck="false" required{{#nameError}} aria-invalid="true" aria-describedby="name-error"{{/nameError}}>{{#nameError}}<p class="err" id="name-error">{{.}}</p>{{/nameError}}</div>
        <div class="field"><label for="role">Role</label><select class="select full" id="role" name="role">{{#roles}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{value}}</option>{{/roles}}</select></div>
        {{#hasEntra}}<div class="field"><label for="address">Microsoft account</label><input class="input full" id="address" name="address" value="{{address}}" autocomplete="off" spellcheck="false" aria-describedby="address-hint{{#addressError}} address-error{{/addressError}}"{{#addressError}} aria-invalid="true"{{/addressError}}><p class="hint" id="address-hint">Their sign-in name in Entra. Leave empty for a password.</p>{{#addressError}}<p class="err" id="address-error">{{.}}</p>{{/addressError}}</div>{{/hasEntra}}
        <p class="actions"><button class="btn btn-primary" type="submit">Add user</button></p><p class="hint">You get a link to pass on: whoever opens it sets the password. It works once, within three days.</p></form></section></div>
        """#)

    static let roleWords = Template(
        "role-words",
        "A viewer sees everything and changes nothing; an analyst decides about findings, people, mail and apps; an administrator also connects tenants and looks after users, tokens and settings."
    )
}

/// An account as a row of a table.
struct AccountRow {
    let values: [String: Any]

    init(_ account: Account, asOf now: Date, for visitor: Visitor) {
        var values: [String: Any] = [
            "name": account.name, "role": account.role.rawValue, "link": "\(account.page)",
            "state": account.standing.mark, "way": account.way, "isYou": account.id == visitor.account?.id,
            "since": TimeView(account.createdAt, asOf: now, in: visitor.zone),
        ]
        values["seen"] = account.lastSignIn.map { TimeView($0, asOf: now, in: visitor.zone) }
        self.values = values
    }
}

extension Account {
    /// Where it is looked after.
    var page: Link { Link("/settings/users/\(Link.part(id))") }

    /// What it is signed in to with.
    var way: String {
        let ways = [hasPassword ? "Password" : nil, entra == nil ? nil : "Microsoft"].compactMap { $0 }
        return ways.isEmpty ? "Nothing yet" : ways.joined(separator: " or ")
    }
}

extension Account.Standing {
    var mark: StateView {
        switch self {
        case .active: StateView(.ok, "Active")
        case .invited: StateView(.unknown, "Invited")
        case .disabled: StateView(.off, "Disabled")
        }
    }
}

extension Role {
    static func choices(_ chosen: Role) -> [[String: Any]] {
        allCases.map { ["value": $0.rawValue, "isChosen": $0 == chosen] }
    }
}

extension WebServer {
    /// `GET /settings/users`.
    func usersPage(_ request: Request, _ context: WebContext) async throws -> Response {
        try users(request, context)
    }

    /// `POST /settings/users/add`. The link is shown on the page that answers, and on no other.
    func addUser(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = context.form
        guard let role = form["role"].flatMap(Role.init) else {
            throw Problem(.unprocessableContent, "There is no such role.")
        }
        let entra: EntraIdentity?
        do { entra = try invited(form["address"]) } catch let problem as Problem {
            return try users(
                request, context, name: form["name"], role, form["address"], addressError: problem.detail)
        }
        do {
            let (account, code) = try await addAccount(form["name"] ?? "", role, entra, try context.somebody)
            return try user(account, request, context, code: code)
        } catch let error as AccountError {
            let (words, isAddress) = ("\(error)".sentence, error.isAboutAddress)
            return try users(
                request, context, name: form["name"], role, form["address"], nameError: isAddress ? nil : words,
                addressError: isAddress ? words : nil)
        }
    }

    /// Adds somebody, with a link where they are to set a password.
    func addAccount(
        _ name: String, _ role: Role, _ entra: EntraIdentity?, _ visitor: Visitor
    ) async throws -> (Account, RandomSecret?) {
        try await store.changeAccounts(visitor.deed(at: now())) { writer in
            let account = try writer.add(name, role: role, entra: entra)
            return (account, entra == nil ? try writer.makePasswordLink(for: account) : nil)
        }
    }

    /// Somebody who may come with Microsoft's proof; nil where no address was given.
    func invited(_ address: String?) throws -> EntraIdentity? {
        guard let address else { return nil }
        guard let tenant = try entraSignIn?.tenantID else {
            throw Problem(
                .unprocessableContent,
                "Sign-in with Microsoft is not set up: Settings > Application registration, or signIn.entra in reeve.yaml."
            )
        }
        guard address.contains("@"), address.utf8.count <= 320, address.unicodeScalars.allSatisfy({ $0.value > 0x20 })
        else {
            throw Problem(.unprocessableContent, "The Microsoft account has to be an address such as ana@contoso.com.")
        }
        return EntraIdentity(tenant: tenant, object: nil, address: address.lowercased())
    }

    private func users(
        _ request: Request, _ context: WebContext, name: String? = nil, _ role: Role = .analyst,
        _ address: String? = nil, nameError: String? = nil, addressError: String? = nil
    ) throws -> Response {
        let (visitor, now) = (try context.somebody, now())
        var view: [String: Any] = [
            "rows": try store.accounts().map { AccountRow($0, asOf: now, for: visitor).values }, "isUsers": true,
            "roles": Role.choices(role), "name": name ?? "", "address": address ?? "",
            // What was typed is shown again also where sign-in with Microsoft was switched off meanwhile.
            "hasEntra": try entraSignIn != nil || addressError != nil,
        ]
        view["nameError"] = nameError
        view["addressError"] = addressError
        return try show(
            Page(
                section: .accounts, title: "Users", template: .users, view: view,
                status: nameError == nil && addressError == nil ? .ok : .unprocessableContent), request, context)
    }
}
