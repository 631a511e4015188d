import Foundation
import HummingbirdTesting
import Testing

@testable import Web

/// Requests that do not come to their end, over a socket.
struct BrokenRequestTests {
    let fixture: WebFixture

    init() throws { fixture = try WebFixture() }

    private static let head =
        "POST %@ HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %@\r\nContent-Type: message/rfc822\r\n"

    @Test(arguments: [
        ("Content-Length: 500\r\n\r\nFrom: a", "The body broke off before its end."),
        ("Transfer-Encoding: chunked\r\n\r\n7\r\nFrom: a\r\n", "The body broke off before its end."),
        ("Transfer-Encoding: chunked\r\n\r\nzz\r\nFrom: a\r\n", "The size of a chunk is no number (RFC 9112 §7.1)."),
    ])
    func `a body that breaks off is 400, at both paths, and nothing is judged`(rest: String, words: String) async throws
    {
        try await fixture.test(over: .live) { visitor in
            let port = try #require(visitor.client.port)
            for path in ["/api/v1/mail/check", "/checkv2"] {
                let answer = try await Socket.exchange(
                    port, String(format: Self.head, path, visitor.secret) + rest)
                #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(answer)")
                #expect(
                    answer.contains(path == "/checkv2" ? "{\"error\":\"\(words)\"}" : "\"detail\":\"\(words)\""),
                    "\(answer)")
            }
        }
        #expect(fixture.submissions.isEmpty)
    }

    @Test func `two hosts are 400, for pages and programs alike`() async throws {
        try await fixture.test(over: .live) { visitor in
            let port = try #require(visitor.client.port)
            for path in ["/healthz", "/api/v1/findings", "/"] {
                let answer = try await Socket.exchange(
                    port, "GET \(path) HTTP/1.1\r\nHost: x\r\nhost: y\r\nConnection: close\r\n\r\n")
                #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(answer)")
            }
            let one = try await Socket.exchange(
                port, "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            #expect(one.hasPrefix("HTTP/1.1 200 "), "\(one)")
        }
    }

    @Test func `a host that is missing in HTTP 1.1, empty or none is 400, and HTTP 1.0 needs none`() async throws {
        try await fixture.test(over: .live) { visitor in
            let port = try #require(visitor.client.port)
            func status(_ line: String, _ host: String) async throws -> Substring {
                try await Socket.exchange(port, "GET /healthz \(line)\r\n\(host)Connection: close\r\n\r\n")
                    .dropFirst(9).prefix(3)
            }
            #expect(try await status("HTTP/1.1", "") == "400")
            for host in ["", "a,b", "<script>", "a b", "a:b", ":80", "a:123456", "[::1", "[]", "[::1]x", "[::1]8080"] {
                #expect(try await status("HTTP/1.1", "Host: \(host)\r\n") == "400", "\(host)")
            }
            for host in ["reeve.example", "a:", "[::1]", "[::1]:8080", "10.0.0.1:80", "reeve_app:8080"] {
                #expect(try await status("HTTP/1.1", "Host: \(host)\r\n") == "200", "\(host)")
            }
            #expect(try await status("HTTP/1.0", "") == "200")
        }
    }

    @Test func `who waits for the word to go on with the body gets it`() async throws {
        try await fixture.test(over: .live) { visitor in
            let port = try #require(visitor.client.port)
            let text = String(format: Self.head, "/api/v1/mail/check", visitor.secret) + "Connection: close\r\n"
            let body = "Content-Length: 11\r\n\r\nFrom: a\r\n\r\n"
            let answer = try await Socket.exchange(port, text + "Expect: 100-continue\r\n" + body)
            #expect(answer.hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 "), "\(answer)")
            let plain = try await Socket.exchange(port, text + body)
            #expect(plain.hasPrefix("HTTP/1.1 200 "), "\(plain)")
            let large = try await Socket.exchange(
                port, text + "Expect: 100-continue\r\nContent-Length: 999999999\r\n\r\n")
            #expect(large.hasPrefix("HTTP/1.1 413 "), "\(large)")
        }
    }

    @Test func `a transfer coding that is not understood is 501`() async throws {
        try await fixture.test(over: .live) { visitor in
            let port = try #require(visitor.client.port)
            let text = String(format: Self.head, "/api/v1/mail/check", visitor.secret)
            let answer = try await Socket.exchange(
                port, text + "Transfer-Encoding: gzip, chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 501 "), "\(answer)")
        }
        #expect(fixture.submissions.isEmpty)
    }

    @Test func `a body that takes too long is 408, and the connection ends`() async throws {
        var limits = WebLimits()
        limits.receiving = 4
        try await fixture.test(fixture.server(limits), over: .live) { visitor in
            let port = try #require(visitor.client.port)
            let answer = try await Socket.exchange(
                port,
                String(format: Self.head, "/api/v1/mail/check", visitor.secret) + "Content-Length: 500\r\n\r\nFrom: a",
                goesOn: true)
            #expect(answer.hasPrefix("HTTP/1.1 408 "), "\(answer)")
            #expect(answer.contains("The request did not come in within 4 seconds."))
        }
        #expect(fixture.submissions.isEmpty)
    }
}

/// A client that says what it likes.
enum Socket {
    struct Trouble: Error { let what: String }

    /// Sends bytes and reads until the server closes.
    /// - Parameter goesOn: the client's side stays open.
    static func exchange(_ port: Int, _ text: String, goesOn: Bool = false) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try talk(port, text, goesOn: goesOn) })
            }
        }
    }

    private static func talk(_ port: Int, _ text: String, goesOn: Bool) throws -> String {
        let descriptor = try connected(port)
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            throw Trouble(what: "send")
        }
        if !goesOn { shutdown(descriptor, Int32(SHUT_WR)) }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return String(decoding: answer, as: UTF8.self) }
            answer += buffer[..<count]
        }
    }

    private static func connected(_ port: Int) throws -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let answer = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard answer == 0 else { throw Trouble(what: "connect") }
        return descriptor
    }
}
