import BEC
import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Model
import Report
import Store

extension WebServer {
    private static let messageTypes: Set<String> = ["message/rfc822", "message/global"]

    /// `POST /api/v1/mail/check`: a message in, its verdict out.
    func mailCheck(_ request: Request, _ context: WebContext) async throws -> Response {
        try await admitMailCheck(request, context)
        try Operation.mailCheck.check(request.uri.queryParameters)
        try MessageBody.refuseCompressed(request.headers)
        switch Self.mediaType(request.headers) {
        case "application/json": return try await checkCase(request)
        case nil: return try await checkMessage(request)
        case let type? where Self.messageTypes.contains(type): return try await checkMessage(request)
        default:
            throw Problem(
                .unsupportedMediaType, "Send the message as Content-Type: message/rfc822, or application/json.",
                headers: HTTPFields(["Accept": "message/rfc822, message/global, application/json"]))
        }
    }

    /// A token with the scope, or somebody who is signed in and may decide.
    private func admitMailCheck(_ request: Request, _ context: WebContext) async throws {
        if bearer(request.headers) == nil, let visitor = try await visitor(of: request, context) {
            try refuseForged(request, visitor, shown: request.headers.first("X-CSRF-Token"))
            return try require(.analyst, of: visitor)
        }
        _ = try await admit(bearer(request.headers), to: .mailCheck, context)
    }

    private func checkMessage(_ request: Request) async throws -> Response {
        let fields = try EnvelopeFields(request)
        let envelope = try fields.envelope(received: now())
        let header = try await MessageBody.header(request, atMost: limits.message)
        let id = request.uri.queryParameters["id"].map(String.init) ?? fields.queueID
        return try await answer(request, id, envelope, header)
    }

    private func checkCase(_ request: Request) async throws -> Response {
        let hint = " A larger message may be sent as message/rfc822."
        let body = try await MessageBody.whole(request, atMost: limits.json, hint: hint)
        let asked = try Self.mailCase(body)
        let fields = EnvelopeFields(asked.context)
        let envelope = try fields.envelope(received: now())
        return try await answer(request, asked.id ?? fields.queueID, envelope, asked.bytes)
    }

    /// Whoever writes to an API wants to hear of a mistake, where a file of thousands is better judged as far as it goes.
    private static func mailCase(_ body: Data) throws -> MailCase {
        let asked: MailCase
        do {
            asked = try MailCase(json: [UInt8](body))
        } catch {
            switch error {
            case .notJSON: throw Problem(.badRequest, "The body is no JSON (RFC 8259).")
            case .notObject: throw Problem(.badRequest, "The body has a value of the wrong kind.")
            case .noMessage: throw Problem(.badRequest, "\"raw_b64\" is missing.")
            case .messageNotText: throw Problem(.badRequest, "\"raw_b64\" has a value of the wrong kind.")
            }
        }
        if let fault = asked.faults.first { throw Problem(.badRequest, "\(fault).") }
        return asked
    }

    private func answer(
        _ request: Request, _ id: String?, _ envelope: Envelope, _ header: [UInt8]
    ) async throws -> Response {
        if request.asked("record") == "no" {
            return Response.json(VerdictJSON.object(id: id ?? "-", try await trial(of: header, in: envelope)))
        }
        let verdict = try await verdict(on: Submission(door: .http, envelope: envelope, header: header))
        return Response.json(VerdictJSON.object(id: id ?? "-", verdict))
    }

    /// The verdict on a message that is only tried.
    /// - Throws: `Problem` 503 where there is none in time.
    private func trial(of header: [UInt8], in envelope: Envelope) async throws -> Verdict {
        if let inspect,
            let judged = try await within(
                limits.judging, of: clock, { try await inspect.judged(header, in: envelope, door: .http) })
        {
            return judged.verdict
        }
        throw Problem(.serviceUnavailable, "No verdict can be given at the moment.", headers: [.retryAfter: "10"])
    }

    /// - Throws: `Problem` 503 where there is none in time.
    func verdict(on submission: Submission) async throws -> Verdict {
        let judge = judge
        let start = ContinuousClock.now
        do {
            if let verdict = try await within(limits.judging, of: clock, { try await judge(submission) }) {
                metrics.count(verdict, at: submission.door, took: .now - start)
                return verdict
            }
            log.error("no verdict in time", metadata: ["door": "\(submission.door)"])
        } catch let error as CancellationError {
            throw error
        } catch {
            log.error("no verdict", metadata: ["door": "\(submission.door)", "why": "\(error)"])
        }
        metrics.countUnjudged(at: submission.door)
        throw Problem(.serviceUnavailable, "No verdict can be given at the moment.", headers: [.retryAfter: "10"])
    }

    /// The media type without parameters, in lower case; nil where the client names none.
    private static func mediaType(_ headers: HTTPFields) -> String? {
        headers[.contentType].map {
            $0.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
        }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
