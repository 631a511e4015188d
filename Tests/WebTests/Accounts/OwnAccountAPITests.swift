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
            #expect(try await change(#"{"theme":null}"#).status == .badRequest)
            let none = try await change(#"{"timeZone":null}"#)
            #expect(none.status == .ok)
            #expect(try none.object()["timeZone"] is NSNull)
            #expect(try await call(browser, .patch, "", token: "forged", "{}").status == .forbidden)
        }
    }

    @Test func `what somebody changes about themselves is noted, and what is so already is not`() async throws {
        try await fixture.test { browser in
            try await browser.signIn("vi")
            let token = try await browser.token(on: "/profile")
            func details() throws -> [String?] {
                try fixture.lines(AuditFilter(action: "account.preferences")).map(\.detail)
            }
            for _ in 1...2 {
                let body = #"{"timeZone":"Asia/Kolkata","theme":"dark"}"#
                #expect(try await call(browser, .patch, "", token: token, body).status == .ok)
            }
            #expect(try details() == ["time zone Asia/Kolkata, theme dark"])
            _ = try await browser.submit("/theme", on: "/profile", ["theme": "dark"])
            #expect(try details().count == 1)
            _ = try await browser.submit("/profile", ["zone": "", "theme": "light", "shortcuts": "on"])
            #expect(try details().first == "time zone of the server, theme light")
            #expect(try await browser.get("/settings/audit").text.contains("changed their own profile"))
        }
    }

    @Test(arguments: [
        "UTC", "Etc/UTC", "Etc/GMT+5", "GMT", "Asia/Kolkata", "Asia/Calcutta", "America/Buenos_Aires",
        "America/Argentina/Buenos_Aires", "Asia/Saigon", "Europe/Kyiv", "Japan",
    ])
    func `a zone is taken by each of its names, and stands in the form`(name: String) async throws {
        try await fixture.test { browser in
            try await browser.signIn("vi")
            let token = try await browser.token(on: "/profile")
            let answer = try await call(browser, .patch, "", token: token, #"{"timeZone":"\#(name)"}"#)
            #expect(answer.status == .ok, "\(answer.text)")
            let page = try await browser.get("/profile").text
            #expect(page.contains(#"<option value="\#(name)" selected>"#))
            #expect(page.contains(#"<option value="UTC""#))
            #expect(try await browser.submit("/profile", ["zone": name, "theme": "dark"]).status == .seeOther)
        }
    }

    @Test(arguments: ["GMT+5", "UTC+5", "+05:00", "PST", "europe/berlin", "../UTC", "posix/Europe/Berlin", "Etc/"])
    func `what is no name of a zone is refused`(name: String) async throws {
        try await fixture.test { browser in
            try await browser.signIn("vi")
            let token = try await browser.token(on: "/profile")
            let answer = try await call(browser, .patch, "", token: token, #"{"timeZone":"\#(name)"}"#)
            #expect(answer.status == .unprocessableContent)
            #expect(
                try await browser.submit("/profile", ["zone": name, "theme": "dark"]).status == .unprocessableContent)
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
            let same = try await change(AccountsFixture.password, AccountsFixture.password, token)
            #expect(same.status == .unprocessableContent && same.text.contains("choose another one"))
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
