import HTTPTypes
import Hummingbird
import Logging
import Report
import Store

extension WebServer {
    /// Whether the process runs.
    func health(_ request: Request, _ context: WebContext) async throws -> Response {
        Response.json(.object([("status", .text("ok"))]))
    }

    /// Whether it can work: 200, or 503 with the reasons. Their particulars go to the log, because anybody may ask.
    func readiness(_ request: Request, _ context: WebContext) async throws -> Response {
        do {
            _ = try store.tokens()
            return Response.json(.object([("status", .text("ready"))]))
        } catch {
            log.error("not ready", metadata: ["why": "\(error)"])
            let reasons = OrderedJSON.texts(["the database cannot be read"])
            return Response.json(
                .object([("status", .text("not ready")), ("reasons", reasons)]), status: .serviceUnavailable)
        }
    }

    /// What clients of rspamd ask to see whether somebody listens.
    func ping(_ request: Request, _ context: WebContext) async throws -> Response { Response.text("pong\r\n") }
}
