import Foundation
import HTTPTypes
import Hummingbird
import Store

extension Template {
    static let signIn = Template(
        "sign-in",
        #"""
        <div class="narrow">
        <div class="head"><div><h1>Sign in</h1>{{#isNew}}<p class="sub">Nobody has an account yet. The first start printed a link on the console that makes the administrator; start <span class="mono">reeve serve</span> again for a new one.</p>{{/isNew}}</div></div>
        {{#trouble}}<div class="flash flash-bad" role="alert">{{> icon-bad}}<p id="trouble">{{.}}</p></div>{{/trouble}}
        {{#end}}<div class="flash flash-warn" role="status">{{> icon-warn}}<p>{{.}}</p></div>{{/end}}
        {{#notice}}<div class="flash flash-ok" role="status">{{> icon-ok}}<p>{{.}}</p></div>{{/notice}}
        {{#entra}}<p class="entra"><a class="btn" href="{{link}}">Sign in with Microsoft</a></p>
        <p class="hint or">or with a password of this installation</p>{{/entra}}
        <form method="post" action="/sign-in" class="sec-body">{{> csrf}}<input type="hidden" name="next" value="{{next}}">
        <div class="field"><label for="name">Name</label><input class="input full" id="name" name="name" value="{{name}}" autocomplete="username" autocapitalize="none" spellcheck="false" required{{#isTyped}} aria-invalid="true" aria-describedby="trouble"{{/isTyped}}></div>
        <div class="field"><label for="password">Password</label><input class="input full" id="password" name="password" type="password" autocomplete="current-password" required{{#isTyped}} aria-invalid="true" aria-describedby="trouble"{{/isTyped}}></div>
        <p class="actions"><button class="btn btn-primary" type="submit">Sign in</button></p>
        <p class="hint">Forgotten? An administrator can send you a link: Settings, Users and tokens; or <span class="mono">reeve user link NAME</span> on the machine.</p>
        </form>
        </div>
        """#)
}

extension WebServer {
    /// `GET /sign-in`.
    func signInPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let next = nextPage(request.uri.queryParameters["next"].map(String.init))
        if try await visitor(of: request, context) != nil { return .seeOther(next ?? Link("/")) }
        let query = request.uri.queryParameters
        let notice =
            query["ended"] != nil
            ? "You are signed out."
            : query["started"] != nil
                ? "That link has made the administrator already. Sign in, or ask them for an account." : nil
        let end = endOfSession(request).map { "Your session has ended: \($0)." }
        return try signInForm(request, next: next, notice: notice, end: notice == nil ? end : nil)
    }

    /// Where a sign-in may lead: to a page, or on to the answer of Microsoft that waits. What only takes forms, as the sign-out, would greet
    /// with a refusal, and a stream of events never ends.
    func nextPage(_ text: String?) -> Link? {
        guard let link = Link(returningTo: text) else { return nil }
        let path = String("\(link)".prefix { !"?#".contains($0) })
        let same = routes.filter { $0.path == path }
        let found = same.isEmpty ? routes.filter { $0.matches(path) } : same
        return found.contains { $0.method == .get && $0.isPlaceToLand } ? link : nil
    }

    /// `POST /sign-in`.
    func signIn(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await Form(request, atMost: 16 << 10)
        try refuseForged(request, shown: form["csrf"])
        let next = nextPage(form["next"])
        let password = form.all("password").first ?? ""
        guard let name = form["name"], !password.isEmpty else {
            return try signInForm(
                request, next: next, name: form["name"], trouble: "Give your name and your password.",
                status: .unprocessableContent)
        }
        switch try await attempt(name, password, request, context) {
        case .right(let account): return try await begin(account, by: .password, next, request, context)
        case .wrong:
            return try signInForm(
                request, next: next, name: name, trouble: "Name and password do not fit together.",
                status: .unprocessableContent)
        case .wait(let seconds):
            var response = try signInForm(
                request, next: next, name: name,
                trouble:
                    "Too many attempts have failed. Try again in \(Self.waitWords(seconds)). Whoever is signed in already is not affected.",
                status: .tooManyRequests)
            response.headers[.retryAfter] = "\(seconds)"
            return response
        }
    }

    /// `POST /sign-out`.
    func signOut(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.somebody
        if let session = visitor.session, let account = visitor.account {
            try await store.changeAccounts(visitor.deed(at: now())) { try $0.endSession(session.id, of: account) }
        }
        return signedOut()
    }

    /// Back to the sign-in, with nothing left in the browser but the theme (the Clear-Site-Data draft's `"cache"` covers what was shown).
    func signedOut() -> Response {
        var response = Response.seeOther(Link("/sign-in", ["ended": "1"]))
        response.setCookie(cookies.cookie(cookies.session, "", life: 0))
        if let name = HTTPField.Name("Clear-Site-Data") { response.headers[name] = "\"cache\"" }
        return response
    }

    func signInForm(
        _ request: Request, next: Link?, name: String? = nil, trouble: String? = nil, notice: String? = nil,
        end: String? = nil, isTyped: Bool = true, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let isNew = try !store.hasAccounts()
        var view: [String: Any] = ["next": next.map { "\($0)" } ?? "/", "name": name ?? "", "isNew": isNew]
        view["trouble"] = trouble
        view["isTyped"] = trouble != nil && isTyped
        view["entra"] = try entraSignIn.map { _ in ["link": "\(Link("/sign-in/entra", ["next": next.map { "\($0)" }]))"]
        }
        view["notice"] = notice
        view["end"] = end
        return try showToStranger(title: "Sign in", .signIn, view, status: status, request)
    }

    /// A page for who is not signed in, with the token for its form.
    func showToStranger(
        title: String, _ template: Template, _ view: [String: Any], status: HTTPResponse.Status = .ok,
        _ request: Request
    ) throws -> Response {
        let (token, cookie) = strangerToken(request)
        var response = try showBare(
            title: title, template, view.merging(["csrf": token]) { $1 }, status: status, request)
        if let cookie { response.setCookie(cookie) }
        return response
    }

    private static func waitWords(_ seconds: Int) -> String {
        seconds < 90 ? "\(seconds) s" : "\((seconds + 59) / 60) minutes"
    }
}
