import Foundation
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

    @Test(arguments: [
        (3_601.0, "it was not used for 60 min"), (86_401.0, "a session lasts at most"),
    ])
    func `the sign-in says why a session ended, to the browser that held it`(seconds: Double, words: String)
        async throws
    {
        let fixture = fixture
        try await fixture.test { browser in
            try await browser.signIn("ana")
            for _ in 0..<(seconds > 80_000 ? 48 : 0) {
                fixture.web.time.change { $0 = $0.addingTimeInterval(1_800) }
                _ = try await browser.get("/profile")
            }
            if seconds < 80_000 { fixture.web.time.change { $0 = $0.addingTimeInterval(seconds) } }
            let sent = try await browser.get("/findings")
            let page = try await browser.get(try #require(sent.field("Location")))
            #expect(page.text.contains("Your session has ended: \(words)"), "\(words)")
            let form = try await browser.post("/protected/add", token: "x", ["name": "x"])
            #expect(form.status == .unauthorized && form.text.contains(words))
        }
    }

    @Test func `who was signed out by somebody else is told so, and a stranger nothing`() async throws {
        let fixture = fixture
        try await fixture.test { browser in
            #expect(try await !browser.get("/sign-in").text.contains("has ended"))
            try await browser.signIn("ana")
            let ana = try fixture.account("ana")
            try await fixture.store.changeAccounts(Deed(by: "user:bo", at: WebFixture.start)) {
                _ = try $0.endSessions(of: ana)
            }
            let page = try await browser.get("/sign-in")
            #expect(page.text.contains("Your session has ended: it was ended elsewhere"))
            browser.plant("reeve-session", "")
            #expect(try await !browser.get("/sign-in").text.contains("has ended"))
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
