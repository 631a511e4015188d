import Foundation
import HTTPTypes
import Hummingbird

/// What every answer says to a browser: nothing from elsewhere, nothing inline, no embedding, no guessing, no keeping unless the answer says so.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = WebContext

    private static let fields = HTTPFields([
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy":
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        "X-Frame-Options": "DENY",
        // With no-referrer a browser hides where its own forms come from (Fetch §3.1), which is what forged ones are told by.
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-store",
    ])

    /// With a public address by https a browser is to come by no other way from then on. Not for this machine's own name, whose other ports
    /// are other people's servers.
    private let transport: String?

    init(publicURL: String?) {
        let url = publicURL.flatMap { URLComponents(string: $0) }
        let isSecure = url?.scheme?.lowercased() == "https" && url?.host?.lowercased() != "localhost"
        transport = isSecure ? "max-age=31536000" : nil
    }

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for field in Self.fields where response.headers[field.name] == nil {
            response.headers[field.name] = field.value
        }
        if let transport { response.headers[.strictTransportSecurity] = transport }
        return response
    }
}
