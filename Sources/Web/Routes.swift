import HTTPTypes
import Hummingbird

/// One path and what answers it.
struct Route: Sendable {
    let method: HTTPRequest.Method
    let path: String
    let answer: @Sendable (Request, WebContext) async throws -> Response

    init(
        _ method: HTTPRequest.Method, _ path: String,
        _ answer: @escaping @Sendable (Request, WebContext) async throws -> Response
    ) {
        self.method = method
        self.path = path
        self.answer = answer
    }
}

extension WebServer {
    /// Every path there is.
    var routes: [Route] {
        [
            Route(.get, "/", home),
            Route(.get, "/healthz", health),
            Route(.get, "/readyz", readiness),
            Route(.get, "/api/openapi.json", openAPI),
            Route(.post, "/api/v1/mail/check", mailCheck),
            Route(.post, "/checkv2", checkV2),
            Route(.get, "/ping", ping),
            Route(.post, "/ping", ping),
        ]
    }

    func router() -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        router.addMiddleware {
            RequestLog(log: log, clock: clock)
            SecurityHeaders()
            ProblemReplies(log: log, routes: routes)
        }
        for route in routes { router.on(RouterPath(route.path), method: route.method, use: route.answer) }
        return router
    }
}
