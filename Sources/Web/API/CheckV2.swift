import Foundation
import HTTPTypes
import Hummingbird
import Mail
import Model
import Report
import Store

extension WebServer {
    private static let zstdMagic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

    /// `POST /checkv2`: a message in, its verdict out, in the words of rspamd's protocol. A refusal is `{"error": …}`, which is
    /// what its clients look for.
    func checkV2(_ request: Request, _ context: WebContext) async throws -> Response {
        do {
            return try await checkV2Reply(request, context)
        } catch let problem as Problem {
            return Response.json(
                .object([("error", .text(problem.detail))]), status: problem.status, headers: problem.headers)
        }
    }

    private func checkV2Reply(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await admit(request.headers.first("Password") ?? bearer(request.headers), to: .mailCheck, context)
        try MessageBody.refuseCompressed(request.headers)
        let start = now()
        let envelope = EnvelopeFields(headers: request.headers).lenientEnvelope(received: start)
        let header = try await MessageBody.header(request, atMost: limits.message)
        guard !header.starts(with: Self.zstdMagic) else {
            throw Problem(.unsupportedMediaType, "Compressed messages are not accepted: send the message as it is.")
        }
        let user = request.headers.first("User").flatMap { $0.isEmpty ? nil : $0 }
        let verdict = try await verdict(
            on: Submission(door: .rspamd, envelope: envelope, header: header, authenticatedUser: user))
        let reply = RspamdReply(
            verdict: verdict, action: actions.action(for: verdict.disposition), message: Message(header),
            seconds: now().timeIntervalSince(start))
        return Response.json(reply.value)
    }
}
