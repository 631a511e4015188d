import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import Store
@testable import Web

/// Bodies that say they are something else, and patterns of policies that can never fit.
struct StrictBodyTests {
    private static let policy = #"{"kind":"blocked","patternKind":"domain","pattern":"evil.example"}"#

    @Test(
        arguments: [
            ("application/json; charset=utf-16", nil), ("application/json;charset=\"ISO-8859-1\"", nil),
            ("application/json", "gzip"), ("application/json", "br"), ("text/plain", nil),
        ] as [(String, String?)])
    func `JSON that is compressed or in another charset is 415`(type: String, coding: String?) async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            var headers: [(String, String)] = [("Content-Type", type), ("X-CSRF-Token", FindingFixture.csrf)]
            if let coding { headers.append(("Content-Encoding", coding)) }
            var fields = HTTPFields()
            for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
            for path in ["/api/v1/policies", "/api/v1/protections/import"] {
                guard path.hasSuffix("policies") || coding != nil else { continue }
                let answer = try await visitor.client.execute(
                    uri: path, method: .post, headers: fields, body: .init(string: Self.policy))
                #expect(answer.status == .unsupportedMediaType, "\(path): \(answer.text)")
            }
        }
        #expect(try fixture.web.store.mailPolicies().isEmpty)
    }

    @Test(arguments: ["application/json; charset=UTF-8", "Application/JSON;charset=\"utf-8\""])
    func `JSON in UTF-8 may say so`(type: String) async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let answer = try await visitor.send(
                .post, "/api/v1/policies", ["Content-Type": type, "X-CSRF-Token": FindingFixture.csrf],
                body: Self.policy)
            #expect(answer.status == .created, "\(answer.text)")
        }
    }

    @Test(arguments: ["a@b.example\\u0000", "a\\u0001b.example", "a\\u202eb.example", "a\\u200bb.example"])
    func `a pattern with characters that nobody sees is refused`(pattern: String) async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            for kind in ["email", "domain", "regex"] {
                let answer = try await visitor.call(
                    "/api/v1/policies", #"{"kind":"blocked","patternKind":"\#(kind)","pattern":"\#(pattern)"}"#)
                #expect(answer.status == .unprocessableContent && answer.text.contains("nobody sees"), "\(answer.text)")
            }
        }
        #expect(try fixture.web.store.mailPolicies().isEmpty)
    }

    @Test func `a dot at the end makes no other domain`() async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let made = try await visitor.call("/api/v1/policies", Self.policy.replacing("evil.", with: "Evil."))
            #expect(made.status == .created)
            let twin = try await visitor.call(
                "/api/v1/policies", Self.policy.replacing("example\"", with: "example.\""))
            #expect(twin.status == .conflict, "\(twin.text)")
            let only = try await visitor.call("/api/v1/policies", Self.policy.replacing("evil.example", with: "."))
            #expect(only.status == .unprocessableContent)
        }
    }

    @Test(arguments: [
        ("", "The body cannot be imported: it is empty."), (#"{"a":1}"#, "an array of"),
        ("[1]", "it is no JSON object"),
    ])
    func `a file of people without a name is called what it is`(body: String, words: String) async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let answer = try await visitor.call("/api/v1/protections/import", body)
            #expect(answer.status == .unprocessableContent)
            #expect(try (answer.object()["detail"] as? String)?.contains(words) == true, "\(answer.text)")
        }
    }

    @Test func `what comes with Reeve is there, and cannot be changed`() async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let body = #"{"words":["x"]}"#
            for method in [HTTPRequest.Method.put, .delete] {
                let answer = try await visitor.send(
                    method, "/api/v1/dlp/entries/us_ssn",
                    ["Content-Type": "application/json", "X-CSRF-Token": FindingFixture.csrf], body: body)
                #expect(answer.status == .unprocessableContent && answer.text.contains("comes with Reeve"))
            }
            let short = try await visitor.call(
                "/api/v1/dlp/entries", #"{"name":"d","documents":[{"name":"a.txt","text":"short"}]}"#)
            #expect(short.text.contains("in a.txt"), "\(short.text)")
        }
    }
}
