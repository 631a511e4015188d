import Foundation
import HTTPTypes
import Hummingbird
import Store

/// Which integration the pages show: kept across pages in a cookie.
extension WebServer {
    private static let scopeCookie = "reeve-scope"

    /// The integration that is shown: `?integration=`, else the one that was chosen last; nil for all of them.
    func scope(_ request: Request, among names: [String]) -> String? {
        if let asked = request.uri.queryParameters["integration"] {
            return names.first { $0 == asked }
        }
        guard let kept = request.cookies[Self.scopeCookie]?.value.removingPercentEncoding else { return nil }
        return names.first { $0 == kept }
    }

    /// `GET /scope`: remembers the choice and goes back. A preference of one browser, so that a link is enough.
    func chooseScope(_ request: Request, _ context: WebContext) async throws -> Response {
        let query = request.uri.queryParameters
        var response = Response.seeOther(Link(returningTo: query["next"].map(String.init)) ?? Link("/"))
        let name = query["integration"].map(String.init) ?? ""
        response.setCookie(
            Cookie(
                name: Self.scopeCookie, value: Link.part(name), maxAge: name.isEmpty ? 0 : 31_536_000, path: "/",
                httpOnly: true,
                sameSite: .lax))
        return response
    }
}
