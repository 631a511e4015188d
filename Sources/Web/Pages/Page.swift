import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Report
import Store

/// One screen: what is shown, and where in the dashboard it stands.
struct Page {
    /// A step of the way to a page.
    struct Crumb {
        var title: String
        /// Nil for a heading, and for the page itself.
        var link: Link?
        init(_ title: String, _ link: Link? = nil) {
            self.title = title
            self.link = link
        }
    }

    /// The entry of the side bar that is lit; nil for pages that stand beside it.
    var section: SideBar?
    var title: String
    /// In place of the side bar's heading and title.
    var crumbs: [Crumb] = []
    var template: Template
    /// What the template shows: a value whose members it names, or a dictionary.
    var view: Any
    var status: HTTPResponse.Status = .ok
}

extension WebServer {
    /// The page in its frame.
    func show(_ page: Page, _ request: Request, _ context: WebContext) throws -> Response {
        let shelf = try TemplateShelf.shared.get()
        let body = try shelf.render(page.template, ViewInFrame(view: page.view, csrf: context.visitor?.csrf ?? ""))
        let flash = Flash(request)
        let frame = try store.atOneMoment { try FrameView(page, body: body, flash: flash, request, context, self) }
        var response = Response.html(try shelf.render(.frame, frame.values), status: page.status)
        if flash != nil {
            response.setCookie(Cookie(name: Flash.cookie, value: "", maxAge: 0, path: "/", httpOnly: true))
        }
        return response
    }

    /// A page without the bars, for who is not signed in.
    func showBare(
        title: String, _ template: Template, _ view: Any, status: HTTPResponse.Status = .ok, _ request: Request
    ) throws -> Response {
        let shelf = try TemplateShelf.shared.get()
        let body = try shelf.render(template, view)
        let values: [String: Any] = [
            "title": title, "body": body, "assets": Asset.version, "theme": Self.theme(of: request),
        ]
        return Response.html(try shelf.render(.bareFrame, values), status: status)
    }

    /// The theme that was chosen last with this browser.
    private static func theme(of request: Request) -> String {
        let kept = request.cookies[AccountCookies.theme].flatMap { Account.Theme(rawValue: $0.value) }
        return (kept ?? .system).rawValue
    }

    /// What went wrong, as a page for who looks at pages; nil for everybody else.
    /// The sign-in, and from there back to the page whose form it was.
    private static func signInLink(from request: Request) -> String {
        guard let back = page(before: request) else { return "/sign-in" }
        return "\(Link("/sign-in", ["next": back]))"
    }

    /// The page of this server whose form was sent; nil where the browser does not say.
    private static func page(before request: Request) -> String? {
        guard let form = request.headers[.referer].flatMap({ URLComponents(string: $0) }),
            form.percentEncodedHost.map({ host in form.port.map { "\(host):\($0)" } ?? host })
                == request.head.authority,
            let back = Link(
                returningTo: form.percentEncodedPath + (form.percentEncodedQuery.map { "?\($0)" } ?? ""))
        else { return nil }
        return "\(back)"
    }

    /// The page of the same path as a form; nil where there is none.
    private func formPage(_ path: String) -> String? {
        routes.contains { $0.kind == .page && $0.path == path } ? path : nil
    }

    /// What a page says of an answer for which people have no word.
    private static func title(of status: HTTPResponse.Status) -> String {
        switch status {
        case .badRequest: "This cannot be answered"
        case .unprocessableContent: "This cannot be done so"
        default: status.reasonPhrase
        }
    }

    func problemPage(_ problem: Problem, _ request: Request) -> Response? {
        guard !request.uri.path.hasPrefix("/api/"), request.headers[.accept]?.contains("text/html") == true,
            let shelf = try? TemplateShelf.shared.get(),
            let body = try? shelf.render(
                .problem,
                [
                    "title": Self.title(of: problem.status), "code": problem.status.code, "detail": problem.detail,
                    "signIn": shown(problem.status == .unauthorized ? Self.signInLink(from: request) : nil),
                    // A form of a session that is over, sent after somebody signed in again in another tab.
                    "again": shown(
                        problem.status == .forbidden && request.method == .post
                            && problem.detail == forged.detail ? Self.page(before: request) : nil),
                    // A browser without scripts learns of a file that is too large here alone.
                    "back": shown(
                        problem.status == .contentTooLarge && request.method == .post
                            ? Self.page(before: request) ?? formPage(request.uri.path) : nil),
                    // An answer of Microsoft that belongs to nothing.
                    "begin": shown(
                        problem.status == .badRequest && request.uri.path == "/oauth/callback"
                            ? "/integrations/add" : nil),
                ] as [String: Any]),
            let text = try? shelf.render(
                .bareFrame,
                [
                    "title": Self.title(of: problem.status), "body": body, "assets": Asset.version,
                    "theme": Self.theme(of: request),
                ]
                    as [String: Any])
        else { return nil }
        var response = Response.html(text, status: problem.status)
        for field in problem.headers { response.headers.append(field) }
        return response
    }
}

extension Response {
    static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response.text(text, status: status, type: "text/html; charset=utf-8")
    }
}
