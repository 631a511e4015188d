import Foundation
import HTTPTypes
import HummingbirdTesting
import Store
import Testing

@testable import Web

/// A database that is locked or full is no riddle, and waiting mends it.
struct StoreProblemTests {
    @Test(arguments: [
        (StoreError.locked(path: "/secret/place"), "Another process is writing", "5"),
        (.full(path: "/secret/place"), "There is no room left on the disk", "60"),
        (.unreadable(path: "/secret/place", why: "readonly"), "cannot be opened or written to", "60"),
    ])
    func `a locked or full database is 503 with words and a time, for programs and for pages`(
        error: StoreError, words: String, wait: String
    ) async throws {
        let fixture = try WebFixture()
        var server = fixture.server()
        server.visit = { _ in throw error }
        try await fixture.test(server) { visitor in
            for (path, accepted) in [("/api/v1/protections", "application/json"), ("/findings", "text/html")] {
                let answer = try await visitor.send(.get, path, ["Accept": accepted])
                #expect(answer.status == .serviceUnavailable, "\(path)")
                #expect(answer.field("Retry-After") == wait)
                #expect(answer.text.contains(words) && !answer.text.contains("/secret"))
            }
        }
    }

    @Test func `what waiting does not mend stays a 500`() async throws {
        let fixture = try WebFixture()
        var server = fixture.server()
        server.visit = { _ in throw StoreError.corrupt(path: "/secret/place", why: "junk") }
        try await fixture.test(server) { visitor in
            let answer = try await visitor.send(.get, "/api/v1/protections")
            #expect(answer.status == .internalServerError)
        }
    }
}
