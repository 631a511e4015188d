import Foundation
import HTTPTypes
import Testing

@testable import Graph

struct HTTPExchangeTests {
    private func exchange(_ answer: [UInt8]) async throws -> (HTTPResponse, [UInt8]) {
        let server = try await CannedServer.start(answer)
        let http = HTTPExchange()
        let request = HTTPRequest(
            method: .get, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/v1.0/users?$top=1")
        let result: Result<(HTTPResponse, [UInt8]), any Error>
        do { result = .success(try await http.send(request, [])) } catch { result = .failure(error) }
        try await http.shutdown()
        try await server.stop()
        #expect(server.received.text.lowercased().contains("accept-encoding: gzip\r\n"))
        return try result.get()
    }

    private func exchange(_ answer: String) async throws -> (HTTPResponse, [UInt8]) {
        try await exchange(Array(answer.replacing("\n", with: "\r\n").utf8))
    }

    @Test func `gives status, headers and body`() async throws {
        let (response, body) = try await exchange("HTTP/1.1 429 Too Many\nRetry-After: 3\nContent-Length: 2\n\n{}")
        #expect(response.status.code == 429 && response.headerFields[.retryAfter] == "3")
        #expect(String(decoding: body, as: UTF8.self) == "{}")
    }

    @Test func `unpacks gzip`() async throws {
        let packed: [UInt8] = [
            31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 171, 86, 42, 75, 204, 41, 77, 85, 178, 138, 142, 173, 5, 0, 66, 234, 64,
            68, 12, 0, 0, 0,
        ]
        let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n"
        let (_, body) = try await exchange(Array(head.utf8) + packed)
        #expect(String(decoding: body, as: UTF8.self) == #"{"value":[]}"#)
    }

    @Test func `does not follow a redirect`() async throws {
        let (response, _) = try await exchange(
            "HTTP/1.1 302 Found\nLocation: http://127.0.0.1:1/elsewhere\nContent-Length: 0\n\n")
        #expect(response.status.code == 302)
    }

    @Test func `calls an answer truncated that ends before its length`() async throws {
        let error = await #expect(throws: ExchangeError.self) {
            try await exchange("HTTP/1.1 200 OK\nContent-Length: 100\n\n{\"value\":[")
        }
        guard case .truncated = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: [
        (
            "connection reset (error set): Connection refused) (errno: 111)",
            "the connection is refused, nothing listens there"
        ),
        ("HTTPClientError.remoteConnectionClosed", "it closed the connection without an answer"),
        ("something else", "something else"),
    ])
    func `says why a server is unreachable in words for people`(why: String, words: String) {
        #expect(HTTPExchange.words(why) == words)
    }

    @Test func `calls a server unreachable that hangs up or is not there`() async throws {
        let hungUp = await #expect(throws: ExchangeError.self) { try await exchange("") }
        guard case .unreachable = hungUp else {
            Issue.record("\(String(describing: hungUp))")
            return
        }
        let server = try await CannedServer.start([])
        let port = server.port
        try await server.stop()
        let http = HTTPExchange()
        let request = HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:\(port)", path: "/")
        let refused = await #expect(throws: ExchangeError.self) { try await http.send(request, []) }
        try await http.shutdown()
        guard case .unreachable(let host, _) = refused else {
            Issue.record("\(String(describing: refused))")
            return
        }
        #expect(host == "127.0.0.1:\(port)")
    }

    @Test func `takes no answer beyond its limit`() async throws {
        let body = [UInt8](repeating: UInt8(ascii: " "), count: HTTPExchange.bodyLimit + 1)
        let head = "HTTP/1.1 200 OK\r\nContent-Length: \(body.count)\r\n\r\n"
        await #expect(throws: ExchangeError.tooLarge(limit: HTTPExchange.bodyLimit)) {
            try await exchange(Array(head.utf8) + body)
        }
    }
}
