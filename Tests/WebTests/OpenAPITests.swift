import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import Yams

@testable import Web

struct OpenAPITests {
    let fixture: WebFixture
    let document: [String: Any]

    init() throws {
        fixture = try WebFixture()
        document = try #require(
            try JSONSerialization.jsonObject(with: Data(OpenAPIDocument.json.utf8)) as? [String: Any])
    }

    @Test func `describes every path and method, and no other`() throws {
        let paths = try #require(document["paths"] as? [String: [String: Any]])
        let described = Set(paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } })
        #expect(described == Set(fixture.server().routes.map { "\($0.method.rawValue) \($0.path)" }))
    }

    @Test func `is served as it is`() async throws {
        let version = document["openapi"] as? String
        #expect(version == "3.1.0")
        try await fixture.test { visitor in
            let answer = try await visitor.send(.get, "/api/openapi.json")
            #expect(answer.field("Content-Type") == "application/json")
            #expect(answer.text == OpenAPIDocument.json)
        }
    }

    @Test func `the page in docs says the same`() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../docs/api/openapi.yaml")
        let text = try String(contentsOf: page, encoding: .utf8)
        let read = try #require(try Yams.load(yaml: text) as? [String: Any])
        #expect(NSDictionary(dictionary: read).isEqual(to: document))
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
        let names = OpenAPIDocument.json.matches(of: /#\/components\/schemas\/(\w+)/).map { String($0.1) }
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
