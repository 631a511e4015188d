import HTTPTypes
import Hummingbird
import Logging

/// A line for each request: method, path, status, milliseconds, who asked. No query, no header, no body: they hold addresses and tokens.
struct RequestLog: RouterMiddleware {
    typealias Context = WebContext
    let log: Logger
    let clock: any Clock<Duration>
    let metrics: Metrics
    /// The paths that are counted by their names.
    let paths: Set<String>

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let (response, took) = try await timed(clock) { try await next(request, context) }
        metrics.count(
            .init(
                method: Self.known.contains(request.method) ? request.method.rawValue : "other",
                path: context.endpointPath.flatMap { paths.contains($0) ? $0 : nil } ?? "other",
                status: response.status.code))
        log.log(
            level: response.status.kind == .serverError ? .error : .info, "request",
            metadata: [
                "method": "\(request.method)", "path": "\(request.uri.path.prefix(200))",
                "status": "\(response.status.code)", "milliseconds": "\(Int(took / .milliseconds(1)))",
                "client": "\(context.remoteAddress?.ipAddress ?? "unknown")",
            ])
        return response
    }

    /// A client may call its method what it likes.
    private static let known: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options]

    private func timed<C: Clock<Duration>>(
        _ clock: C, _ work: () async throws -> Response
    ) async throws -> (Response, Duration) {
        let start = clock.now
        let response = try await work()
        return (response, start.duration(to: clock.now))
    }
}
