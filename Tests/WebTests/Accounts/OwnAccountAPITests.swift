import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Store
@testable import Web

/// One's own sessions and password, by the dashboard's session.
struct OwnAccountAPITests {
    let fixture: AccountsFixture

    init() throws { fixture = try AccountsFixture() }

    private func call(
        _ browser: Browser, _ method: HTTPRequest.Method, _ path: String, token: String, _ body: String? = nil
    ) async throws -> TestResponse {
        try await browser.send(
            method, "/api/v1/profile" + path, ["Content-Type": "application/json", "X-CSRF-Token": token], body: body)
    }

    private func sessions(_ browser: Browser) async throws -> [[String: Any]] {
        let answer = try await browser.send(.get, "/api/v1/profile/sessions")
        return try #require(try answer.object()["items"] as? [[String: Any]])
    }

    @Test func `a session is seen and ended from another one, and from nobody else's`() async throws {
        try await fixture.test { browser in
            let (other, stranger) = (Browser(browser.client), Browser(browser.client))
            for person in [browser, other] { try await person.signIn("vi") }
            try await stranger.signIn("bo")
            let found = try await sessions(browser)
            #expect(found.count == 2)
            #expect(found.count { $0["isThis"] as? Bool == true } == 1)
            let id = try #require(found.first { $0["isThis"] as? Bool == false }?["id"] as? String)
            let foreign = try await stranger.token(on: "/profile")
            #expect(try await call(stranger, .delete, "/sessions/\(id)", token: foreign).status == .notFound)
            let token = try await browser.token(on: "/profile")
            #expect(try await call(browser, .delete, "/sessions/\(id)", token: "forged").status == .forbidden)
            #expect(try await call(browser, .delete, "/sessions/\(id)", token: token).status == .noContent)
            #expect(try await other.get("/profile").status == .seeOther)
            #expect(try await sessions(browser).count == 1)
        }
    }

    @Test func `zone, theme and shortcuts are read and changed, and what is not said stays`() async throws {
        try await fixture.test { browser in
            try await browser.signIn("vi")
            let token = try await browser.token(on: "/profile")
            func change(_ body: String) async throws -> TestResponse {
                try await call(browser, .patch, "", token: token, body)
            }
            let changed = try await change(#"{"timeZone":"Europe/Lisbon","theme":"dark"}"#)
            #expect(changed.status == .ok && changed.field("Set-Cookie")?.contains("dark") == true)
            #expect(try await change(#"{"shortcuts":false}"#).status == .ok)
            let own = try await browser.send(.get, "/api/v1/profile").object()
            #expect(own["name"] as? String == "vi" && own["role"] as? String == "viewer")
            #expect(own["timeZone"] as? String == "Europe/Lisbon" && own["theme"] as? String == "dark")
            #expect(own["shortcuts"] as? Bool == false)
            #expect(try await change(#"{"timeZone":"Mars/Olympus"}"#).status == .unprocessableContent)
            #expect(try await change(#"{"theme":"pink"}"#).status == .badRequest)
            #expect(try await change(#"{"timeZone":null}"#).object()["timeZone"] is NSNull)
            #expect(try await call(browser, .patch, "", token: "forged", "{}").status == .forbidden)
        }
    }

    @Test func `all others end, or all`() async throws {
        try await fixture.test { browser in
            let other = Browser(browser.client)
            for person in [browser, other] { try await person.signIn("vi") }
            let token = try await browser.token(on: "/profile")
            #expect(try await call(browser, .delete, "/sessions?others=yes", token: token).status == .noContent)
            #expect(try await other.get("/profile").status == .seeOther)
            #expect(try await browser.get("/profile").status == .ok)
            #expect(try await call(browser, .delete, "/sessions", token: token).status == .noContent)
            #expect(try await browser.get("/profile").status == .seeOther)
        }
    }

    @Test func `the password changes for who knows it, and the session goes on under another secret`() async throws {
        try await fixture.test { browser in
            let other = Browser(browser.client)
            for person in [browser, other] { try await person.signIn("vi") }
            let token = try await browser.token(on: "/profile")
            func change(_ current: String, _ password: String, _ token: String) async throws -> TestResponse {
                try await call(
                    browser, .put, "/password", token: token,
                    #"{"current":"\#(current)","password":"\#(password)"}"#)
            }
            #expect(try await change("not this one", "another row of words", token).status == .unprocessableContent)
            #expect(try await change(AccountsFixture.password, "short", token).status == .unprocessableContent)
            let changed = try await change(AccountsFixture.password, "another row of words", token)
            #expect(changed.status == .ok)
            let next = try #require(try changed.object()["csrfToken"] as? String)
            #expect(next != token)
            #expect(try await browser.token(on: "/profile") == next)
            #expect(try await other.get("/profile").status == .seeOther)
            #expect(try await Browser(browser.client).signIn("vi", "another row of words").status == .seeOther)
        }
    }

    @Test func `a token of the API is nobody`() async throws {
        let made = try fixture.store.addToken(named: "ci", scopes: [.admin], by: "test", at: WebFixture.start)
        try await fixture.test { browser in
            let answer = try await browser.send(
                .get, "/api/v1/profile/sessions", ["Authorization": "Bearer \(made.secret.text)"])
            #expect(answer.status == .forbidden)
        }
    }
}
