import HTTPTypes
import Hummingbird
import Logging

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
            return try await next(request, context)
        } catch let problem as Problem {
            return reply(problem, request)
        } catch let error as any HTTPResponseError {
            return reply(problem(error.status, request), request)
        } catch {
            log.error("request failed", metadata: ["path": "\(request.uri.path)", "why": "\(error)"])
            return reply(Problem(.internalServerError, "Something went wrong here; the log says what."), request)
        }
    }

    private func reply(_ problem: Problem, _ request: Request) -> Response {
        page(problem, request) ?? problem.response
    }

    /// What the router itself throws.
    private func problem(_ status: HTTPResponse.Status, _ request: Request) -> Problem {
        let methods = routes.filter { $0.matches(request.uri.path) }.map(\.method.rawValue)
        if status == .notFound, !methods.isEmpty {
            return Problem(
                .methodNotAllowed, "\(request.uri.path) is for \(methods.joined(separator: " and ")).",
                headers: [.allow: methods.joined(separator: ", ")])
        }
        return Problem(
            status, status == .notFound ? "There is nothing here." : status.reasonPhrase)
    }
}
