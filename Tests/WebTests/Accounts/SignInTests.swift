import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Store
@testable import Web

struct SignInTests {
    let fixture: AccountsFixture

    init() throws { fixture = try AccountsFixture() }

    @Test func `name and password open the page that was asked for`() async throws {
        try await fixture.test { browser in
            let asked = try await browser.get("/profile?a=b")
            #expect(asked.status == .seeOther)
            #expect(asked.field("Location") == "/sign-in?next=%2Fprofile%3Fa%3Db")
            let answer = try await browser.submit(
                "/sign-in", on: "/sign-in?next=%2Fprofile%3Fa%3Db",
                ["name": "Ana", "password": AccountsFixture.password, "next": "/profile?a=b"])
            #expect(answer.status == .seeOther)
            #expect(answer.field("Location") == "/profile?a=b")
            let page = try await browser.get("/profile")
            #expect(page.status == .ok && page.text.contains("<bdi>ana</bdi>"))
            #expect(try fixture.lines().first?.action == "session.begin")
        }
    }

    @Test(arguments: [("ana", "wrong password here"), ("nobody", AccountsFixture.password), ("ana", " ")])
    func `a wrong name and a wrong password are answered alike`(name: String, password: String) async throws {
        try await fixture.test { browser in
            let answer = try await browser.signIn(name, password)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Name and password do not fit together."))
            #expect(browser.cookies["reeve-session"] == nil)
        }
    }

    @Test func `a refusal is noted without the password, and without a name that is no account`() async throws {
        try await fixture.test { browser in
            try await browser.signIn("ana", "hunter2hunter2")
            try await browser.signIn("hunter3hunter3", "ana")
        }
        let lines = try fixture.lines(AuditFilter(action: "session.refuse"))
        #expect(lines.map(\.subject) == ["no such account", "ana"])
        #expect(lines.allSatisfy { $0.actor == "nobody" })
        #expect(try !fixture.lines().contains { "\($0)".contains("hunter") })
        #expect(!fixture.web.lines.value.contains { $0.contains("hunter") })
    }

    @Test func `a disabled account and one without a password let nobody in`() async throws {
        let bo = try #require(try fixture.store.account(named: "bo"))
        try await fixture.store.changeAccounts(Deed(by: "cli:root", at: WebFixture.start)) { writer in
            try writer.disable(bo)
            _ = try writer.add("cy", role: .viewer)
        }
        try await fixture.test { browser in
            for name in ["bo", "cy"] {
                let answer = try await browser.signIn(name)
                #expect(answer.status == .unprocessableContent, "\(name)")
            }
        }
    }

    @Test(arguments: [
        "//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/a\r\nX: y",
    ])
    func `nobody is led to another site`(next: String) async throws {
        try await fixture.test { browser in
            let answer = try await browser.submit(
                "/sign-in", ["name": "ana", "password": AccountsFixture.password, "next": next])
            #expect(answer.field("Location") == "/")
        }
    }

    @Test func `who goes on with other names from an address that has to wait writes no more lines`() async throws {
        try await fixture.test {
            $0.signIn.failuresPerAccount = 100
            $0.signIn.failuresPerAddress = 3
        } _: { browser in
            for number in 0..<12 { _ = try await browser.signIn("name\(number)", "wrong") }
        }
        #expect(try fixture.lines(AuditFilter(action: "session.refuse", text: "too many")).count == 1)
        #expect(try fixture.lines(AuditFilter(action: "session.refuse")).count == 4)
    }

    @Test func `who guesses at an account has to wait, and sessions go on`() async throws {
        try await fixture.test {
            $0.signIn.failuresPerAccount = 3
            $0.signIn.failuresPerAddress = 100
        } _: { browser in
            let owner = Browser(browser.client)
            let other = Browser(browser.client)
            try await owner.signIn("bo")
            for _ in 0..<3 { #expect(try await browser.signIn("ana", "wrong").status == .unprocessableContent) }
            let answer = try await browser.signIn("ana")
            #expect(answer.status == .tooManyRequests, "the right password does not help either")
            #expect(answer.field("Retry-After") == "900")
            #expect(try await other.signIn("vi").status == .seeOther, "other accounts are not concerned")
            #expect(try await owner.get("/profile").status == .ok)
            fixture.web.time.change { $0 += 901 }
            #expect(try await browser.signIn("ana").status == .seeOther)
        }
        #expect(try fixture.lines(AuditFilter(action: "session.refuse", text: "too many")).count == 1)
    }

    @Test func `the owner gets in from the usual address while others guess`() async throws {
        let server = fixture.server {
            $0.signIn.failuresPerAccount = 2
            $0.trustedProxies = ["127.0.0.1"]
        }
        try await server.test(.live) { client in
            @Sendable func attempt(_ password: String, from address: String) async throws -> HTTPResponse.Status {
                try await Browser(client).submit(
                    "/sign-in", ["name": "ana", "password": password],
                    fields: ["X-Forwarded-For": "203.0.113.9, \(address)"]
                ).status
            }
            let first = try await attempt(AccountsFixture.password, from: "192.0.2.1")
            #expect(first == .seeOther)
            for _ in 0..<2 { #expect(try await attempt("wrong", from: "198.51.100.7") == .unprocessableContent) }
            #expect(try await attempt(AccountsFixture.password, from: "198.51.100.8") == .tooManyRequests)
            #expect(try await attempt(AccountsFixture.password, from: "192.0.2.1") == .seeOther)
        }
        #expect(try fixture.lines(AuditFilter(action: "session.begin")).allSatisfy { $0.address == "192.0.2.1" })
    }

    @Test(arguments: [
        ("192.0.2.7:443", "192.0.2.7"), ("[2001:db8::7]:443", "2001:db8::7"), ("[2001:db8::7]", "2001:db8::7"),
        ("2001:db8::7", "2001:db8::7"), ("192.0.2.7", "192.0.2.7"), ("192.0.2.7:99999", "127.0.0.1"),
        ("[192.0.2.7", "127.0.0.1"), ("unknown", "127.0.0.1"),
    ])
    func `a proxy may write ports and brackets`(written: String, address: String) async throws {
        try await fixture.server { $0.trustedProxies = ["127.0.0.1"] }.test(.live) { client in
            _ = try await Browser(client).submit(
                "/sign-in", ["name": "ana", "password": AccountsFixture.password],
                fields: ["X-Forwarded-For": written])
        }
        #expect(try fixture.lines().first?.address == address)
    }

    @Test func `a client that is no proxy of ours cannot say where it comes from`() async throws {
        try await fixture.server().test(.live) { client in
            _ = try await Browser(client).submit(
                "/sign-in", ["name": "ana", "password": AccountsFixture.password],
                fields: ["X-Forwarded-For": "192.0.2.1"])
        }
        #expect(try fixture.lines().first?.address == "127.0.0.1")
    }

    @Test func `an unknown name waits as a known one does`() async throws {
        try await fixture.test {
            $0.signIn.failuresPerAccount = 2
        } _: { browser in
            for _ in 0..<2 { try await browser.signIn("nobody", "wrong") }
            #expect(try await browser.signIn("nobody", "wrong").status == .tooManyRequests)
        }
    }

    @Test func `an address that goes on has to wait whatever the names`() async throws {
        try await fixture.test {
            $0.signIn.failuresPerAddress = 3
        } _: { browser in
            for name in ["a", "b", "c"] { #expect(try await browser.signIn(name).status == .unprocessableContent) }
            let refused = try await browser.signIn("d")
            #expect(refused.status == .tooManyRequests)
        }
    }

    @Test(arguments: [nil, "http://localhost:8080", "https://reeve.contoso.com"])
    func `cookies are kept from scripts and other sites, and with https from the network`(url: String?) async throws {
        try await fixture.test {
            $0.publicURL = url
        } _: { browser in
            let page = try await browser.get("/sign-in")
            let answer = try await browser.signIn("ana")
            let isSecure = url?.hasPrefix("https") == true
            let cookies = page.headers[values: .setCookie] + answer.headers[values: .setCookie]
            #expect(cookies.count == 3)
            for cookie in cookies {
                #expect(cookie.contains("HttpOnly") && cookie.contains("Path=/") && cookie.contains("SameSite="))
                #expect(!cookie.contains("Domain"))
                #expect(cookie.hasPrefix("__Host-") == isSecure)
                #expect(cookie.contains("Secure") == isSecure)
            }
            #expect(answer.headers[values: .setCookie].contains { $0.contains("reeve-session=") && $0.contains("Lax") })
        }
    }

    @Test func `a form that is too large is refused`() async throws {
        try await fixture.test { browser in
            let token = try await browser.token(on: "/sign-in")
            let answer = try await browser.post(
                "/sign-in", token: token, ["name": "ana", "password": String(repeating: "x", count: 20_000)])
            #expect(answer.status == .contentTooLarge)
        }
    }

    @Test(arguments: ["/assets/../key", "/assets/%2e%2e/reeve.sqlite", "/assets/x/../../etc/passwd", "/assets/x/%00"])
    func `nothing but the assets is served as one`(path: String) async throws {
        try await fixture.test { browser in
            let answer = try await browser.get(path)
            #expect(answer.status == .notFound)
        }
    }
}
