import Foundation
import HTTPTypes
import HummingbirdTesting
import Report
import Store
import Testing

@testable import Web

struct OpenAPITests {
    let fixture: WebFixture
    let document: [String: Any]

    init() throws {
        fixture = try WebFixture()
        document = try #require(
            try JSONSerialization.jsonObject(with: Data(try Self.text(fixture).utf8)) as? [String: Any])
    }

    private static func text(_ fixture: WebFixture) throws -> String {
        OpenAPIDocument(routes: fixture.server().routes).document.compact
    }

    @Test func `describes every path of the API, and no page`() throws {
        let paths = try #require(document["paths"] as? [String: [String: Any]])
        let described = Set(paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } })
        let routes = fixture.server().routes
        let calls = routes.filter { $0.kind == .api || $0.path.hasPrefix("/api/") || $0.access == .scope(.mailCheck) }
        // OpenAPI 3.1 has no words for a stream that goes on.
        let stream: Set = ["GET /api/v1/events"]
        let answered = Set(calls.map { "\($0.method.rawValue) \($0.path)" })
        #expect(described.isDisjoint(with: stream) && described.isSuperset(of: answered.subtracting(stream)))
        #expect(routes.filter { $0.kind == .page || $0.kind == .form }.allSatisfy { $0.operation == nil })
    }

    @Test func `operations have names of their own`() {
        let names = fixture.server().routes.compactMap(\.operation?.id)
        #expect(Set(names).count == names.count)
    }

    @Test func `every part of a path is a parameter that is described`() {
        for route in fixture.server().routes {
            guard let operation = route.operation else { continue }
            let parts = route.path.matches(of: /{(\w+)}/).map { String($0.1) }
            #expect(operation.parameters.filter { $0.place == .path }.map(\.name) == parts, "\(route.path)")
        }
    }

    @Test func `is served as it is`() async throws {
        let version = document["openapi"] as? String
        #expect(version == "3.1.0")
        let text = try Self.text(fixture)
        try await fixture.test { visitor in
            let answer = try await visitor.send(.get, "/api/openapi.json")
            #expect(answer.field("Content-Type") == "application/json")
            #expect(answer.text == text)
        }
    }

    @Test func `the document in docs says the same`() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../docs/api/openapi.json")
        let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let text = try JSONSerialization.data(withJSONObject: document, options: options) + Data("\n".utf8)
        if ProcessInfo.processInfo.environment["REEVE_WRITE_DOCS"] != nil { try text.write(to: page) }
        #expect(
            try Data(contentsOf: page) == text, "REEVE_WRITE_DOCS=1 swift test --filter OpenAPITests writes it anew")
    }

    @Test func `a verdict has the members that are described, and no other`() async throws {
        let verdict = try schema("Verdict")
        let signal = try schema("Signal")
        try await fixture.test { visitor in
            let answer = try await visitor.check().object()
            #expect(Set(answer.keys) == verdict.required)
            let first = try #require((answer["signals"] as? [[String: Any]])?.first)
            #expect(signal.required.isSubset(of: first.keys))
            #expect(Set(first.keys).isSubset(of: signal.known))
        }
    }

    @Test func `an rspamd reply and a problem have the members that are described`() async throws {
        let reply = try schema("RspamdReply")
        let problem = try schema("Problem")
        try await fixture.test { visitor in
            let keys = Set(try await visitor.checkV2().object().keys)
            #expect(keys.isSuperset(of: reply.required) && keys.isSubset(of: reply.known))
            #expect(Set(try await visitor.check(type: "text/plain").object().keys) == problem.required)
        }
    }

    @Test func `every reference leads somewhere`() throws {
        let names = try Self.text(fixture).matches(of: /#\/components\/schemas\/(\w+)/).map { String($0.1) }
        #expect(!names.isEmpty)
        for name in Set(names) { _ = try schema(name) }
    }

    private func schema(_ name: String) throws -> (required: Set<String>, known: Set<String>) {
        let schemas = (document["components"] as? [String: Any])?["schemas"] as? [String: [String: Any]]
        let found = try #require(schemas?[name])
        let known = (found["properties"] as? [String: Any])?.keys.map { $0 } ?? []
        return (Set(found["required"] as? [String] ?? []), Set(known))
    }
}
