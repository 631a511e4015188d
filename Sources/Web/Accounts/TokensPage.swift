import Foundation
import HTTPTypes
import Hummingbird
import Store

extension Template {
    static let tokens = Template(
        "tokens",
        #"""
        <div class="head"><div><h1>API tokens</h1><p class="sub">Keys for programs: mail servers that ask for verdicts, scripts, other products. What the API can do: <a href="/api/openapi.json">its description</a>.</p></div></div>
        {{> account-tabs}}
        {{#secret}}<div class="flash flash-ok" role="status">{{> icon-ok}}<p><b>Keep this token now.</b> It is shown this once; Reeve keeps a digest of it.</p><div class="code"><pre id="token-secret">{{.}}</pre><button class="btn btn-sm" type="button" data-copy="token-secret" hidden>Copy</button></div></div>{{/secret}}
        <div class="cols"><section class="sec sec-plain" aria-label="Tokens">
        {{#hasRows}}<div class="wrap" tabindex="0" role="region" aria-label="Tokens table"><table class="tbl tbl-tight stack"><thead><tr><th scope="col">Name</th><th scope="col">Status</th><th scope="col">Opens</th><th scope="col">Last used</th><th scope="col">Ends</th><th scope="col">Made</th><th scope="col"><span class="vh">Action</span></th></tr></thead><tbody>
        {{#rows}}<tr><td class="main"><span class="t"><bdi>{{name}}</bdi></span><span class="sub mono">rv_{{id}}…</span></td><td data-label="Status">{{> state}}</td><td data-label="Opens">{{scopes}}</td><td class="nowrap" data-label="Last used">{{#used}}{{> moment}}{{/used}}{{^used}}<span class="muted">never</span>{{/used}}</td><td class="nowrap" data-label="Ends">{{#ends}}{{> moment}}{{/ends}}{{^ends}}<span class="muted">no end</span>{{/ends}}</td><td class="nowrap" data-label="Made">{{#made}}{{> moment}}{{/made}}<span class="sub"><bdi>{{createdBy}}</bdi></span></td><td class="act">{{#isActive}}<details><summary aria-label="Revoke {{name}}">Revoke…</summary><form method="post" action="/settings/tokens/revoke">{{> csrf}}<input type="hidden" name="token" value="{{id}}"><p class="hint">Whatever uses it is refused from then on. There is no way back.</p><button class="btn btn-sm btn-danger" type="submit">Revoke <bdi>{{name}}</bdi></button></form></details>{{/isActive}}</td></tr>{{/rows}}
        </tbody></table></div>{{/hasRows}}{{^hasRows}}<div class="empty"><p>No token yet: no program can ask.</p></div>{{/hasRows}}</section>
        <section class="sec" aria-labelledby="add"><div class="sec-head"><h2 id="add">Add token</h2></div>
        <form method="post" action="/settings/tokens/add" class="sec-body">{{> csrf}}
        <div class="field"><label for="name">Name</label><input class="input full" id="name" name="name" value="{{name}}" autocomplete="off" required{{#nameError}} aria-invalid="true" aria-describedby="name-error"{{/nameError}}>{{#nameError}}<p class="err" id="name-error">{{.}}</p>{{/nameError}}</div>
        <fieldset class="field"{{#scopeError}} aria-describedby="scope-error"{{/scopeError}}><legend class="label">What it opens</legend>{{#choices}}<div class="choice"><input type="checkbox" id="scope-{{place}}" name="scope" value="{{value}}"{{#isChosen}} checked{{/isChosen}}><label for="scope-{{place}}">{{value}} <span class="hint">{{words}}</span></label></div>{{/choices}}{{#scopeError}}<p class="err" id="scope-error">{{.}}</p>{{/scopeError}}</fieldset>
        <div class="field"><label for="expires">Last day</label><input class="input full" id="expires" name="expires" type="date" value="{{expires}}"{{#expiresError}} aria-invalid="true" aria-describedby="expires-error"{{/expiresError}}><p class="hint">Empty: no end.</p>{{#expiresError}}<p class="err" id="expires-error">{{.}}</p>{{/expiresError}}</div>
        <p class="actions"><button class="btn btn-primary" type="submit">Add token</button></p></form></section></div>
        """#)
}

extension APIScope {
    /// For people who choose.
    var words: String {
        switch self {
        case .mailCheck: "hand in messages, get verdicts"
        case .read: "see what a viewer sees"
        case .write: "change what an analyst may"
        case .admin: "change what an administrator may"
        }
    }
}

extension APIToken.Standing {
    var mark: StateView {
        switch self {
        case .active: StateView(.ok, "Active")
        case .expired: StateView(.off, "Expired")
        case .revoked: StateView(.bad, "Revoked")
        }
    }
}

extension WebServer {
    /// `GET /settings/tokens`.
    func tokensPage(_ request: Request, _ context: WebContext) async throws -> Response {
        try tokens(request, context)
    }

    /// `POST /settings/tokens/add`. The token is shown on the page that answers, and on no other.
    func addToken(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = context.form
        let wish = TokenWish(
            name: form["name"] ?? "", scopes: form.all("scope"), expires: form["expires"], at: now())
        guard wish.troubles.isEmpty else { return try tokens(request, context, again: wish) }
        do {
            let made = try make(wish, try context.somebody)
            return try tokens(request, context, secret: made.secret)
        } catch let error as APITokenError {
            var wish = wish
            wish.troubles["name"] = "\(error)".sentence
            return try tokens(request, context, again: wish)
        }
    }

    /// `POST /settings/tokens/revoke`.
    func revokeToken(_ request: Request, _ context: WebContext) async throws -> Response {
        do {
            let token = try store.revokeToken(
                context.form["token"] ?? "", noting: try context.somebody.deed(at: now()))
            return .seeOther(Link("/settings/tokens"), flash: .done("\(token.name) opens nothing any more."))
        } catch is APITokenError {
            return .seeOther(Link("/settings/tokens"), flash: .warning("That token had been revoked already."))
        }
    }

    func make(_ wish: TokenWish, _ visitor: Visitor) throws -> (token: APIToken, secret: APISecret) {
        try store.addToken(
            named: wish.name, scopes: wish.scopes, expires: wish.expires, noting: visitor.deed(at: now()))
    }

    private func tokens(
        _ request: Request, _ context: WebContext, again wish: TokenWish? = nil, secret: APISecret? = nil
    ) throws -> Response {
        let (visitor, now) = (try context.somebody, now())
        let rows = try store.tokens().map { Self.row($0, asOf: now, for: visitor) }
        let chosen = wish?.scopes ?? [.read]
        var view: [String: Any] = [
            "rows": rows, "hasRows": !rows.isEmpty, "isUsers": false, "name": wish?.name ?? "",
            "expires": wish?.expiresText ?? "",
            "choices": APIScope.allCases.enumerated().map { place, scope in
                ["place": place, "value": scope.rawValue, "words": scope.words, "isChosen": chosen.contains(scope)]
                    as [String: Any]
            },
        ]
        view["secret"] = secret?.text
        for field in ["name", "scope", "expires"] { view["\(field)Error"] = wish?.troubles[field] }
        return try show(
            Page(
                section: .accounts, title: "API tokens", template: .tokens, view: view,
                status: wish == nil ? .ok : .unprocessableContent), request, context)
    }

    private static func row(_ token: APIToken, asOf now: Date, for visitor: Visitor) -> [String: Any] {
        func time(_ date: Date?) -> TimeView? { date.map { TimeView($0, asOf: now, in: visitor.zone) } }
        let standing = token.standing(at: now)
        var row: [String: Any] = [
            "id": token.id, "name": token.name, "state": standing.mark, "scopes": token.scopes.joined(separator: ", "),
            "createdBy": token.createdBy, "isActive": standing == .active,
            "made": TimeView(token.createdAt, asOf: now, in: visitor.zone),
        ]
        row["used"] = time(token.lastUsed)
        row["ends"] = time(token.expires)
        return row
    }
}
