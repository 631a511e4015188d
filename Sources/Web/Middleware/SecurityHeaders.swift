import HTTPTypes
import Hummingbird

/// What every answer says to a browser that should come across it: do not guess, do not embed, do not keep.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = WebContext

    private static let fields = HTTPFields([
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-store",
    ])

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for field in Self.fields { response.headers[field.name] = field.value }
        return response
    }
}
