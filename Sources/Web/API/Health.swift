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
        var reasons: [String] = []
        do {
            _ = try store.tokens()
        } catch {
            log.error("not ready", metadata: ["why": "\(error)"])
            reasons.append("the database cannot be read")
        }
        if reasons.isEmpty, let why = await pulse.trouble() {
            log.error("not ready", metadata: ["why": "\(why)"])
            reasons.append("the database cannot be written to")
        }
        reasons += await judgeTroubles()
        if reasons.isEmpty { return Response.json(.object([("status", .text("ready"))])) }
        return Response.json(
            .object([("status", .text("not ready")), ("reasons", .texts(reasons))]), status: .serviceUnavailable)
    }

    /// What clients of rspamd ask to see whether somebody listens.
    func ping(_ request: Request, _ context: WebContext) async throws -> Response { Response.text("pong\r\n") }
}
