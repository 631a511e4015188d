import Foundation
import HTTPTypes
import Hummingbird
import Store

extension Template {
    static let profile = Template(
        "profile",
        #"""
        <div class="head"><div><h1>Profile</h1><p class="sub"><bdi>{{name}}</bdi>, {{role}}. {{signsInWith}}</p></div></div>
        <div class="cols cols-2"><div>
        <section class="sec" aria-labelledby="look"><div class="sec-head"><h2 id="look">Time and look</h2></div>
        <form method="post" action="/profile" class="sec-body">{{> csrf}}
        <div class="field"><label for="zone">Time zone</label><select class="select full" id="zone" name="zone"><option value="">As this machine ({{machineZone}})</option>{{#zones}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{value}}</option>{{/zones}}</select></div>
        <div class="field"><label for="look-theme">Theme</label><select class="select full" id="look-theme" name="theme">{{#lookThemes}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/lookThemes}}</select></div>
        <div class="field choice"><input type="checkbox" id="keys" name="shortcuts" value="on"{{#hasShortcuts}} checked{{/hasShortcuts}}><label for="keys">Keyboard shortcuts</label></div>
        <p class="actions"><button class="btn" type="submit">Save</button></p></form></section>
        <section class="sec" aria-labelledby="pw"><div class="sec-head"><h2 id="pw">Password</h2></div>
        {{#hasPassword}}<form method="post" action="/profile/password" class="sec-body">{{> csrf}}<input class="vh" name="name" value="{{name}}" autocomplete="username" readonly tabindex="-1" aria-label="Name">
        <div class="field"><label for="current">Current password</label><input class="input full" id="current" name="current" type="password" autocomplete="current-password" required{{#currentError}} aria-invalid="true" aria-describedby="current-error"{{/currentError}}>{{#currentError}}<p class="err" id="current-error">{{.}}</p>{{/currentError}}</div>
        {{> new-password}}
        <p class="actions"><button class="btn" type="submit">Change password</button></p><p class="hint">Your other sessions end; this one goes on.</p></form>{{/hasPassword}}
        {{^hasPassword}}<div class="sec-body"><p class="second">You sign in with Microsoft and have no password here. An administrator can send you a link that sets one.</p></div>{{/hasPassword}}</section>
        </div><div>
        <section class="sec" aria-labelledby="ses"><div class="sec-head"><h2 id="ses">Sessions</h2><span class="note">each ends after {{idle}} without use, and {{overall}} after the sign-in</span></div>
        <div class="wrap" tabindex="0" role="region" aria-label="Sessions table"><table class="tbl tbl-tight stack"><thead><tr><th scope="col">Browser</th><th scope="col">Address</th><th scope="col">Since</th><th scope="col">Last used</th><th scope="col"><span class="vh">Action</span></th></tr></thead><tbody>
        {{#sessions}}<tr><td class="main"><bdi>{{browser}}</bdi>{{#isThis}}<span class="sub">this one</span>{{/isThis}}</td><td class="mono" data-label="Address">{{address}}</td><td class="nowrap" data-label="Since">{{#since}}{{> moment}}{{/since}}</td><td class="nowrap" data-label="Last used">{{#seen}}{{> moment}}{{/seen}}</td><td class="act">{{^isThis}}<form method="post" action="/profile/sessions/end">{{> csrf}}<input type="hidden" name="session" value="{{id}}"><button class="btn btn-sm btn-quiet" type="submit" aria-label="End the session of {{browser}}">End</button></form>{{/isThis}}</td></tr>{{/sessions}}
        </tbody></table></div>
        <form method="post" action="/profile/sessions/end-all" class="sec-foot">{{> csrf}}<button class="btn btn-sm" type="submit">Sign out everywhere</button><span>This browser too.</span></form></section>
        <section class="sec" aria-labelledby="shortcuts"><div class="sec-head"><h2 id="shortcuts">Keyboard shortcuts</h2><span class="note">{{#hasShortcuts}}on{{/hasShortcuts}}{{^hasShortcuts}}off{{/hasShortcuts}}</span></div>
        <div class="sec-body"><dl class="facts">{{#keys}}<dt>{{#parts}}<kbd>{{.}}</kbd> {{/parts}}</dt><dd>{{words}}</dd>{{/keys}}</dl></div></section>
        </div></div>
        """#)
}

extension WebServer {
    private static let shortcuts = [
        ("/", "Search"), ("?", "This list"), ("g o", "Overview"), ("g f", "Findings"), ("g i", "Integrations"),
        ("g d", "Directories"), ("g b", "Business Email Compromise"), ("g m", "Mail"), ("j", "Next row"),
        ("k", "Row before"), ("x", "Select the row"), ("Enter", "Open the row"), ("e", "Expand the row"),
        ("Esc", "Close a menu"),
    ]

    /// `GET /profile`.
    func profilePage(_ request: Request, _ context: WebContext) async throws -> Response {
        try profile(request, context)
    }

    /// `POST /profile`: zone, theme, shortcuts.
    func setPreferences(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visitor, account) = try person(context)
        let zone = context.form["zone"]
        guard zone.map(ZoneName.isKnown) ?? true else {
            throw Problem(.unprocessableContent, "There is no such time zone.")
        }
        let theme = context.form["theme"].flatMap(Account.Theme.init) ?? .system
        let hasShortcuts = context.form.isOn("shortcuts")
        try await store.changeAccounts(visitor.deed(at: now())) {
            try $0.setPreferences(of: account, zone: zone, theme: theme, hasShortcuts: hasShortcuts)
        }
        return withTheme(theme, .seeOther(Link("/profile"), flash: .done("Saved.")))
    }

    /// `POST /theme`: the choice at the foot of each page.
    func setTheme(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visitor, account) = try person(context)
        let theme = context.form["theme"].flatMap(Account.Theme.init) ?? .system
        try await store.changeAccounts(visitor.deed(at: now())) {
            try $0.setPreferences(
                of: account, zone: account.zone, theme: theme, hasShortcuts: account.hasShortcuts)
        }
        return withTheme(theme, .seeOther(Link(returningTo: context.form["next"]) ?? Link("/")))
    }

    /// `POST /profile/password`. Who knows the session but not the password cannot take the account over.
    func changePassword(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visitor, account) = try person(context)
        let current = context.form.all("current").first ?? ""
        guard try await knows(current, account, request, context) else {
            return try profile(request, context, currentError: "This is not your current password.")
        }
        let choice = NewPassword(context.form, of: account.name)
        guard let password = choice.password, password != current else {
            return try profile(request, context, passwordError: choice.objection ?? Self.samePassword)
        }
        let secret = try await replacePassword(of: account, with: password, visitor, request)
        var response = Response.seeOther(
            Link("/profile"), flash: .done("Password changed. Your other sessions have ended."))
        response.setCookie(sessionCookie(secret))
        return response
    }

    static let samePassword = "This is the password that you have; choose another one."

    /// Whether somebody who is signed in knows the account's password. Attempts that fail count as those of the sign-in.
    /// - Throws: `Problem` 429 where too many have failed.
    func knows(
        _ password: String, _ account: Account, _ request: Request, _ context: WebContext
    ) async throws -> Bool {
        switch try await attempt(account.name, password, request, context) {
        case .wait(let seconds):
            throw Problem(
                .tooManyRequests, "Too many attempts have failed; try again in \(seconds) s.",
                headers: [.retryAfter: "\(seconds)"])
        case .wrong: return false
        case .right: return true
        }
    }

    /// Ends every session of the account, and begins one in place of the one that asks.
    /// - Returns: its secret.
    func replacePassword(
        of account: Account, with password: String, _ visitor: Visitor, _ request: Request
    ) async throws -> RandomSecret {
        let hash = try await hash(password)
        let (agent, limits) = (request.headers[.userAgent], signIn.limits)
        return try await store.changeAccounts(visitor.deed(at: now())) { writer in
            try writer.setPassword(hash, of: account)
            return try writer.beginSession(of: account, by: .password, agent: agent, limits: limits)
        }
    }

    /// `POST /profile/sessions/end`.
    func endSession(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visitor, account) = try person(context)
        let id = context.form["session"] ?? ""
        let isDone = try await store.changeAccounts(visitor.deed(at: now())) { try $0.endSession(id, of: account) }
        return .seeOther(
            Link("/profile"), flash: isDone ? .done("Session ended.") : .warning("That session had ended already."))
    }

    /// `POST /profile/sessions/end-all`.
    func endAllSessions(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visitor, account) = try person(context)
        try await store.changeAccounts(visitor.deed(at: now())) { _ = try $0.endSessions(of: account) }
        return signedOut()
    }

    /// - Throws: `Problem` 403 for a token of the API, which is nobody.
    func person(_ context: WebContext) throws -> (Visitor, Account) {
        let visitor = try context.somebody
        guard let account = visitor.account else { throw Problem(.forbidden, "This is for people who sign in.") }
        return (visitor, account)
    }

    func withTheme(_ theme: Account.Theme, _ response: Response) -> Response {
        var response = response
        response.setCookie(cookies.cookie(AccountCookies.theme, theme.rawValue, life: 31_536_000))
        return response
    }

    private func profile(
        _ request: Request, _ context: WebContext, currentError: String? = nil, passwordError: String? = nil
    ) throws -> Response {
        let (visitor, account) = try person(context)
        let now = now()
        var view: [String: Any] = [
            "name": account.name, "role": account.role.rawValue, "signsInWith": Self.signsInWith(account),
            "machineZone": TimeZone.current.identifier, "hasShortcuts": account.hasShortcuts,
            "hasPassword": account.hasPassword,
            "keys": Self.shortcuts.map {
                ["parts": $0.split(separator: " ").map(String.init), "words": $1] as [String: Any]
            },
            "idle": Self.spanWords(signIn.limits.idle), "overall": Self.spanWords(signIn.limits.overall),
            "zones": ZoneName.offered(with: account.zone).map {
                ["value": $0, "isChosen": $0 == account.zone] as [String: Any]
            },
            "lookThemes": Account.Theme.allCases.map {
                ["value": $0.rawValue, "title": $0.title, "isChosen": $0 == account.theme] as [String: Any]
            },
            "sessions": try store.sessions(of: account, at: now, limits: signIn.limits).map {
                SessionView($0, isThis: $0.id == visitor.session?.id, asOf: now, in: visitor.zone).values
            },
        ]
        view["currentError"] = currentError
        view["passwordError"] = passwordError
        let isAgain = currentError != nil || passwordError != nil
        return try show(
            Page(
                title: "Profile", crumbs: [.init("Profile")], template: .profile, view: view,
                status: isAgain ? .unprocessableContent : .ok), request, context)
    }

    private static func signsInWith(_ account: Account) -> String {
        switch (account.hasPassword, account.entra?.object != nil) {
        case (true, true): "Signs in with a password or with Microsoft."
        case (false, true): "Signs in with Microsoft."
        default: "Signs in with a password."
        }
    }

    /// `60 minutes`, `24 hours`.
    private static func spanWords(_ seconds: TimeInterval) -> String {
        let minutes = Int(seconds / 60)
        return minutes > 120 && minutes % 60 == 0 ? "\(minutes / 60) hours" : "\(minutes) minutes"
    }
}
