import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Store
@testable import Web

/// What keeps the work of somebody whose session ends in the middle of it.
struct EndedSessionTests {
    let fixture: AccountsFixture

    init() throws { fixture = try AccountsFixture() }

    @Test func `pages of a session say how long it lasts without use, and forms with secrets that they hold some`()
        async throws
    {
        try await fixture.test { browser in
            try await browser.signIn("ana")
            let page = try await browser.get("/settings/registration")
            #expect(page.text.contains("data-lasts=\"3600\"") && page.text.contains("data-who=\"ana\""))
            #expect(page.text.contains("id=\"ending\""))
            #expect(page.text.contains("name=\"pem\" data-secret"))
        }
    }

    @Test func `a form sent with the token of another session leads back to its page`() async throws {
        try await fixture.test { browser in
            try await browser.signIn("ana")
            let answer = try await browser.send(
                .post, "/protected/add",
                [
                    "Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html",
                    "Referer": "http://localhost/protected/add",
                ], body: "csrf=old&name=x")
            #expect(answer.status == .forbidden)
            #expect(answer.text.contains("data-lost"))
        }
    }
}
