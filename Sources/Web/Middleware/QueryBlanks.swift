import HTTPTypes
import Hummingbird

/// Reads a query as forms write it: a plus sign is a blank there (WHATWG URL, section 5), and every reader behind this sees `%20`.
struct QueryBlanks: RouterMiddleware {
    typealias Context = WebContext

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard let address = request.head.path, let start = address.firstIndex(of: "?"),
            address[start...].utf8.contains(UInt8(ascii: "+"))
        else { return try await next(request, context) }
        var head = request.head
        head.path = String(address[..<start]) + address[start...].replacing("+", with: "%20")
        return try await next(Request(head: head, body: request.body), context)
    }
}
