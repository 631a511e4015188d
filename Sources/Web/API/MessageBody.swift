import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1

/// The bytes of a request, read as far as they are wanted.
enum MessageBody {
    /// The header block of the message that the body is; the rest is counted and dropped.
    /// - Throws: `Problem` 413 where there is more than the limit.
    static func header(_ request: Request, atMost limit: Int) async throws -> [UInt8] {
        try checkLength(request, atMost: limit)
        var intake = HeaderIntake()
        var count = 0
        try await forEachPiece(of: request) { piece in
            count += piece.readableBytes
            guard count <= limit else { throw tooLarge(limit) }
            intake.take(piece.readableBytesView)
        }
        return intake.kept
    }

    /// The whole body.
    /// - Throws: `Problem` 413 where there is more than the limit.
    static func whole(_ request: Request, atMost limit: Int, hint: String) async throws -> Data {
        try checkLength(request, atMost: limit, hint: hint)
        var body = Data()
        try await forEachPiece(of: request) { piece in
            guard body.count + piece.readableBytes <= limit else { throw tooLarge(limit, hint: hint) }
            body.append(contentsOf: piece.readableBytesView)
        }
        return body
    }

    /// - Throws: `Problem` 400 where the body breaks off or is not written as HTTP asks, 408 where it takes too long.
    private static func forEachPiece(of request: Request, _ body: (ByteBuffer) throws -> Void) async throws {
        do {
            for try await piece in request.body { try body(piece) }
        } catch let problem as Problem {
            throw problem
        } catch let error as CancellationError {
            throw error
        } catch {
            throw fault(error)
        }
    }

    private static func fault(_ error: any Error) -> Problem {
        switch error {
        case let late as RequestTooSlow:
            Problem(
                .requestTimeout, "The request did not come in within \(late.seconds) seconds.",
                headers: [.connection: "close"])
        case HTTPParserError.invalidChunkSize: Problem(.badRequest, "The size of a chunk is no number (RFC 9112 §7.1).")
        case let fault as HTTPParserError where fault != .invalidEOFState:
            Problem(.badRequest, "The body is not written as HTTP/1.1 asks (RFC 9112 §6).")
        default: Problem(.badRequest, "The body broke off before its end.")
        }
    }

    /// Compressed bodies are refused: what they grow to is known only afterwards.
    /// - Throws: `Problem` 415 with the field that says what is accepted (RFC 9110 §15.5.16).
    /// A transfer coding that is not understood is a 501 (RFC 9112 §6.1).
    static func refuseCompressed(_ headers: HTTPFields) throws {
        let transfer = headers.all("Transfer-Encoding").joined(separator: ",").lowercased().split(separator: ",")
        guard transfer.allSatisfy({ $0.trimmingCharacters(in: .whitespaces) == "chunked" }) else {
            throw Problem(
                .notImplemented, "Of transfer codings only chunked is understood: send the message as it is.",
                headers: [.connection: "close"])
        }
        let codings = (headers.all("Content-Encoding") + headers.all("Compression")).map { $0.lowercased() }
        guard codings.contains(where: { !$0.isEmpty && $0 != "identity" }) else { return }
        throw Problem(
            .unsupportedMediaType, "Compressed bodies are not accepted: send it as it is.",
            headers: HTTPFields(["Accept-Encoding": "identity"]))
    }

    private static func checkLength(_ request: Request, atMost limit: Int, hint: String = "") throws {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw tooLarge(limit, hint: hint)
        }
    }

    private static func tooLarge(_ limit: Int, hint: String = "") -> Problem {
        Problem(.contentTooLarge, "The body has more than \(limit) bytes.\(hint)")
    }
}
