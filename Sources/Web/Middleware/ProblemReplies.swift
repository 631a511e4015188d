import HTTPTypes
import Hummingbird
import Logging
import Model
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
            if let host = request.head.authority, !Self.isHost(host) {
                throw Problem(.badRequest, "Host is missing, or names no host.")
            }
            if let query = request.uri.query, !Self.isText(query) {
                throw Problem(.badRequest, "The query holds what is no text: bytes that are no UTF-8, or a NUL.")
            }
            return try await next(request, context)
        } catch {
            let answer = reply(problem(error, request), request)
            // What follows the head would be taken for the next answer of the connection (RFC 9110 §9.3.2).
            return request.method == .head ? answer.createHeadResponse() : answer
        }
    }

    /// A name or address with or without a port (RFC 3986 §3.2.2), of the characters that names of hosts are made of. Read byte by byte,
    /// because every request passes here and an expression took as long as a whole short answer.
    static func isHost(_ text: String) -> Bool {
        let isAddress = text.utf8.first == UInt8(ascii: "[")
        let name: Substring.UTF8View
        var rest: Substring.UTF8View
        if isAddress {
            guard let end = text.utf8.firstIndex(of: UInt8(ascii: "]")) else { return false }
            (name, rest) = (text[...].utf8[text.utf8.startIndex..<end].dropFirst(), text[...].utf8[end...].dropFirst())
        } else {
            let end = text.utf8.firstIndex(of: UInt8(ascii: ":")) ?? text.utf8.endIndex
            (name, rest) = (text[...].utf8[..<end], text[...].utf8[end...])
        }
        guard !name.isEmpty, name.allSatisfy({ isAddress ? isOfAddress($0) : isOfName($0) }) else { return false }
        guard !rest.isEmpty else { return true }
        guard rest.popFirst() == UInt8(ascii: ":"), rest.count <= 5 else { return false }
        return rest.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func isOfAddress(_ byte: UInt8) -> Bool {
        byte.isASCIILetterOrDigit || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "-"): true
        default: byte.isASCIILetterOrDigit
        }
    }

    private static func isText(_ query: String) -> Bool {
        guard query.utf8.contains(UInt8(ascii: "%")) else { return true }
        var bytes: [UInt8] = []
        var rest = Array(query.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
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
