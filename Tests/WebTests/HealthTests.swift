import Foundation
import HTTPTypes
import HummingbirdTesting
import Store
import Testing

@testable import Web

struct HealthTests {
    let fixture: WebFixture

    init() throws { fixture = try WebFixture() }

    @Test func `runs and is ready`() async throws {
        try await fixture.test { visitor in
            let health = try await visitor.send(.get, "/healthz")
            #expect(health.status == .ok)
            #expect(health.text == #"{"status":"ok"}"#)
            // On a machine that is busy with other tests an attempt to write may take longer than it is given.
            var answer = try await visitor.send(.get, "/readyz")
            for _ in 0..<20 where answer.status != .ok { answer = try await visitor.send(.get, "/readyz") }
            #expect(answer.status == .ok)
            let next = try await visitor.send(.head, "/healthz")
            #expect(next.status == .ok)
        }
    }

    @Test(arguments: ["/nope", "/api/v1/nope", "/api/v1/mail/check"])
    func `what is answered to HEAD has no body, a refusal too`(path: String) async throws {
        try await fixture.test { visitor in
            let answer = try await visitor.send(.head, path)
            #expect(answer.status.kind == .clientError)
            #expect(answer.text.isEmpty)
        }
    }

    @Test func `is not ready without its database, says so, and runs all the same`() async throws {
        try fixture.breakDatabase()
        try await fixture.test { visitor in
            let answer = try await visitor.send(.get, "/readyz")
            #expect(answer.status == .serviceUnavailable)
            #expect(try answer.object()["reasons"] as? [String] == ["the database cannot be read"])
            let next = try await visitor.send(.get, "/healthz")
            #expect(next.status == .ok)
        }
    }

    @Test func `the first page leads to the sign-in, and an address that does not exist looks like one for people`()
        async throws
    {
        try await fixture.test { visitor in
            let page = try await visitor.send(.get, "/scope", ["Accept": "text/html"])
            #expect(page.status == .seeOther)
            #expect(page.field("Location") == "/sign-in?next=%2Fscope")
            let missing = try await visitor.send(.get, "/nothing", ["Accept": "text/html"])
            #expect(missing.status == .notFound)
            #expect(missing.field("Content-Type") == "text/html; charset=utf-8")
        }
    }

    @Test func `what is not there is 404, another method is 405 with those that are`() async throws {
        try await fixture.test { visitor in
            let missing = try await visitor.send(.get, "/nothing")
            #expect(missing.status == .notFound)
            #expect(missing.field("Content-Type") == "application/problem+json")
            let wrong = try await visitor.send(.get, "/api/v1/mail/check")
            #expect(wrong.status == .methodNotAllowed)
            #expect(wrong.field("Allow") == "POST")
            let answer = try await visitor.send(.delete, "/ping")
            #expect(answer.field("Allow") == "GET, POST")
        }
    }

    @Test(arguments: ["/scope", "/healthz", "/nothing", "/api/openapi.json"])
    func `every answer tells browsers to keep their hands off`(path: String) async throws {
        try await fixture.test { visitor in
            let answer = try await visitor.send(.get, path)
            #expect(answer.field("X-Content-Type-Options") == "nosniff")
            let policy = try #require(answer.field("Content-Security-Policy"))
            #expect(policy.hasPrefix("default-src 'none';") && !policy.contains("unsafe"))
            #expect(answer.field("Cache-Control") == "no-store")
            #expect(answer.field("Server") == nil)
        }
    }
}
