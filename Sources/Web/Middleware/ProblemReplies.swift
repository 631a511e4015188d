import HTTPTypes
import Hummingbird
import Logging

/// Makes an RFC 9457 document of whatever was thrown. Only a `Problem` speaks to the client; the rest goes to the log.
struct ProblemReplies: RouterMiddleware {
    typealias Context = WebContext
    let log: Logger
    let routes: [Route]

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let problem as Problem {
            return problem.response
        } catch let error as any HTTPResponseError {
            return problem(error.status, request).response
        } catch {
            log.error("request failed", metadata: ["path": "\(request.uri.path)", "why": "\(error)"])
            return Problem(.internalServerError, "Something went wrong here; the log says what.").response
        }
    }

    /// What the router itself throws.
    private func problem(_ status: HTTPResponse.Status, _ request: Request) -> Problem {
        let methods = routes.filter { $0.path == request.uri.path }.map(\.method.rawValue)
        if status == .notFound, !methods.isEmpty {
            return Problem(
                .methodNotAllowed, "\(request.uri.path) is for \(methods.joined(separator: " and ")).",
                headers: [.allow: methods.joined(separator: ", ")])
        }
        return Problem(
            status, status == .notFound ? "There is nothing here; / says what is served." : status.reasonPhrase)
    }
}
