import HTTPTypes
import Hummingbird
import Logging
import Store

/// Makes an RFC 9457 document of whatever was thrown. Only a `Problem` speaks to the client; the rest goes to the log.
struct ProblemReplies: RouterMiddleware {
    typealias Context = WebContext
    let log: Logger
    let routes: [Route]
    /// A problem as a page, for who looks at pages.
    let page: @Sendable (Problem, Request) -> Response?

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            // The first has become the authority: any that is left is one too many, and a proxy may have gone by it (RFC 9112 §3.2).
            if request.headers.first("Host") != nil { throw Problem(.badRequest, "Host stands twice in the header.") }
            return try await next(request, context)
        } catch {
            let answer = reply(problem(error, request), request)
            // What follows the head would be taken for the next answer of the connection (RFC 9110 §9.3.2).
            return request.method == .head ? answer.createHeadResponse() : answer
        }
    }

    private func reply(_ problem: Problem, _ request: Request) -> Response {
        if WebServer.rspamdPaths.contains(request.uri.path) { return problem.rspamdResponse }
        return page(problem, request) ?? problem.response
    }

    private func problem(_ error: any Error, _ request: Request) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case let error as any HTTPResponseError: return problem(error.status, request)
        default:
            log.error("request failed", metadata: ["path": "\(request.uri.path)", "why": "\(error)"])
            if let error = error as? StoreError, let problem = Problem(of: error) { return problem }
            return Problem(.internalServerError, "Something went wrong here; the log says what.")
        }
    }

    /// What the router itself throws.
    private func problem(_ status: HTTPResponse.Status, _ request: Request) -> Problem {
        let path = request.uri.path
        let same = routes.filter { $0.path == path }
        let methods = (same.isEmpty ? routes.filter { $0.matches(path) } : same).map(\.method.rawValue)
        if status == .notFound, !methods.isEmpty {
            return Problem(
                .methodNotAllowed, "\(path) is for \(methods.joined(separator: " and ")).",
                headers: [.allow: methods.joined(separator: ", ")])
        }
        return Problem(
            status, status == .notFound ? "There is nothing here." : status.reasonPhrase)
    }
}
