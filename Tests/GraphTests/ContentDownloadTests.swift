import Foundation
import HTTPTypes
import Testing

@testable import Graph

struct ContentDownloadTests {
    private static let address = "https://files.test.example/_layouts/15/download.aspx?UniqueId=1&tempauth=v1.secret"

    private func graph(
        location: String = address, _ file: @escaping @Sendable (Int) -> ScriptedGraph.Reply = { _ in .json("bytes") }
    ) -> ScriptedGraph {
        let graph = ScriptedGraph { call, number in
            guard call.authority == "graph.test.example" else { return file(number) }
            return ScriptedGraph.Reply(status: 302, headers: ["Location": location])
        }
        return graph
    }

    @Test func `follows the redirect without the token`() async throws {
        let graph = graph()
        let bytes = try await graph.client().content(ofItem: "01A", in: "b!x")
        #expect(String(decoding: bytes, as: UTF8.self) == "bytes")
        #expect(graph.calls.map(\.authority) == ["graph.test.example", "files.test.example"])
        #expect(graph.calls[0].path == "/v1.0/drives/b!x/items/01A/content")
        #expect(graph.calls[0].token != nil)
        #expect(graph.calls[1].headers[.authorization] == nil)
        #expect(graph.calls[1].path.hasSuffix("tempauth=v1.secret"))
    }

    @Test(arguments: [
        "http://files.test.example/x?tempauth=1", "http://127.0.0.1:9/x", "ftp://files.test.example/x", "/relative", "",
        "https://user@files.test.example/x",
    ])
    func `goes to no place without encryption`(location: String) async throws {
        let graph = graph(location: location)
        await #expect(throws: GraphError.self) { try await graph.client().content(ofItem: "01A", in: "b!x") }
        #expect(graph.calls.allSatisfy { $0.authority == "graph.test.example" })
    }

    @Test func `waits as long as the other host asks`() async throws {
        let graph = graph { number in
            number == 2 ? .error(429, "", ["Retry-After": "17"]) : .json("bytes")
        }
        _ = try await graph.client().content(ofItem: "01A", in: "b!x")
        #expect(graph.clock.sleeps.contains { $0 >= 17 })
        #expect(graph.calls.count == 3)
    }

    @Test func `asks anew where the address has run out, once`() async throws {
        let graph = graph { number in number == 2 ? .error(401) : .json("bytes") }
        let bytes = try await graph.client().content(ofItem: "01A", in: "b!x")
        #expect(bytes.count == 5 && graph.logins.count == 1)
        let stubborn = self.graph { _ in .error(403) }
        await #expect(throws: GraphError.self) { try await stubborn.client().content(ofItem: "01A", in: "b!x") }
        #expect(stubborn.calls.count == 4 && stubborn.logins.count == 1)
    }

    @Test func `a file that is gone is not there`() async throws {
        let graph = ScriptedGraph { _, _ in .error(404, "itemNotFound") }
        await #expect(throws: GraphError.notFound(path: "/v1.0/drives/d/items/i/content", code: "itemNotFound")) {
            try await graph.client().content(ofItem: "i", in: "d")
        }
    }

    @Test func `a host of files that nobody reaches is left alone after a few files, and Graph is not`() async throws {
        let graph = graph { _ in .lost(.unreachable(host: "files.test.example", why: "connection refused")) }
        let client = try graph.client()
        for _ in 0..<6 {
            await #expect(throws: GraphError.silentFileHost("files.test.example: connection refused")) {
                try await client.content(ofItem: "01A", in: "b!x")
            }
        }
        let asked = Dictionary(graph.calls.map { ($0.authority, 1) }, uniquingKeysWith: +)
        #expect(asked == ["graph.test.example": 6, "files.test.example": 3 * Attempts.transientLimit])
    }

    @Test func `a host that answers now and then is asked for every file`() async throws {
        let graph = graph { number in
            number % 3 == 0 ? .json("bytes") : .lost(.unreachable(host: "files.test.example", why: "reset"))
        }
        let client = try graph.client()
        for _ in 0..<8 { #expect(try await client.content(ofItem: "01A", in: "b!x").count == 5) }
    }

    @Test func `what opens a file stands neither in the log nor in an error`() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "requests-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let graph = graph { _ in .error(400, "bad") }
        let client = try graph.client(requestLog: RequestLog(path: path))
        do {
            _ = try await client.content(ofItem: "01A", in: "b!x")
            Issue.record("no error")
        } catch {
            #expect(!"\(error)".contains("secret"))
        }
        let log = try String(contentsOfFile: path, encoding: .utf8)
        #expect(log.contains("/_layouts/15/download.aspx") && !log.contains("secret"))
    }
}
