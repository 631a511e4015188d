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
            let answer = try await visitor.send(.get, "/readyz")
            #expect(answer.status == .ok)
            let next = try await visitor.send(.head, "/healthz")
            #expect(next.status == .ok)
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

    @Test func `the first page says what is served`() async throws {
        try await fixture.test { visitor in
            let page = try await visitor.send(.get, "/")
            #expect(page.field("Content-Type") == "text/plain; charset=utf-8")
            for route in fixture.server().routes where route.path != "/" && route.path != "/ping" {
                #expect(page.text.contains(route.path))
            }
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

    @Test(arguments: ["/", "/healthz", "/nothing", "/api/openapi.json"])
    func `every answer tells browsers to keep their hands off`(path: String) async throws {
        try await fixture.test { visitor in
            let answer = try await visitor.send(.get, path)
            #expect(answer.field("X-Content-Type-Options") == "nosniff")
            #expect(answer.field("Content-Security-Policy") == "default-src 'none'; frame-ancestors 'none'")
            #expect(answer.field("Cache-Control") == "no-store")
            #expect(answer.field("Server") == nil)
        }
    }
}
