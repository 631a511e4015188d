import Foundation
import HTTPTypes
import Hummingbird
import Mail
import Model
import Report
import Store

extension WebServer {
    private static let zstdMagic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

    /// What rspamd knows beside: its clients look for `error` in whatever they are answered there.
    static let rspamdPaths: Set<String> = [
        "/check", "/checkv2", "/checkv3", "/ping", "/scan", "/process", "/report", "/symbols", "/stat", "/statreset",
        "/learnspam", "/learnham", "/fuzzyadd", "/fuzzydel", "/counters", "/uptime",
    ]

    /// `POST /checkv2`: a message in, its verdict out, in the words of rspamd's protocol. With GET it is the empty message, as for rspamd
    /// itself: its clients send that where they are given nothing.
    func checkV2(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await admit(request.headers.first("Password") ?? bearer(request.headers), to: .mailCheck, context)
        try MessageBody.refuseCompressed(request.headers)
        let start = now()
        let envelope = EnvelopeFields(headers: request.headers).lenientEnvelope(received: start)
        let header = try await MessageBody.header(request, atMost: limits.message)
        guard !header.starts(with: Self.zstdMagic) else {
            throw Problem(.unsupportedMediaType, "Compressed messages are not accepted: send the message as it is.")
        }
        let verdict = try await verdict(
            on: Submission(door: .rspamd, envelope: envelope, header: header))
        let reply = RspamdReply(
            verdict: verdict, action: actions.action(for: verdict.disposition), message: Message(header),
            seconds: now().timeIntervalSince(start))
        return Response.json(reply.value)
    }
}
