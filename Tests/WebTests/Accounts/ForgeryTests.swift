import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Store
@testable import Web

/// Forged requests and planted sessions.
struct ForgeryTests {
    let fixture: AccountsFixture

    init() throws { fixture = try AccountsFixture() }

    let wish: KeyValuePairs<String, String> = ["name": "eve", "role": "administrator"]

    @Test func `a form without the session's own token changes nothing`() async throws {
        try await fixture.test { browser in
            try await browser.signIn("ana")
            let other = Browser(browser.client)
            try await other.signIn("ana")
            let foreign = try await other.token(on: "/profile")
            let own = try await browser.token(on: "/profile")
            for token in [nil, "", "x", foreign, String(own.dropLast()), own + "A", own.uppercased()] {
                let answer = try await browser.post("/settings/users/add", token: token, wish)
                #expect(answer.status == .forbidden)
            }
            #expect(try fixture.store.account(named: "eve") == nil)
            #expect(try await browser.post("/settings/users/add", token: own, wish).status == .ok)
        }
    }

    @Test(
        arguments: [
            ["Origin": "https://evil.example"], ["Origin": "null"], ["Origin": "http://localhost.evil.example"],
            ["Origin": "localhost"], ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"],
        ] as [[String: String]])
    func `a form of another site is refused even with the token`(headers: [String: String]) async throws {
        try await fixture.test { browser in
            try await browser.signIn("ana")
            let token = try await browser.token(on: "/profile")
            let header = try #require(headers.first)
            let answer = try await browser.post(
                "/settings/users/add", token: token, wish, fields: [header.key: header.value])
            #expect(answer.status == .forbidden)
            #expect(try fixture.store.account(named: "eve") == nil)
        }
    }

    @Test(arguments: ["https://localhost", "https://reeve.contoso.com"])
    func `a form of the own site is taken, behind a proxy too`(origin: String) async throws {
        try await fixture.test {
            $0.publicURL = "https://reeve.contoso.com"
        } _: { browser in
            try await browser.signIn("ana")
            let token = try await browser.token(on: "/profile")
            let answer = try await browser.post(
                "/settings/users/add", token: token, wish, fields: ["Origin": origin, "Sec-Fetch-Site": "same-origin"])
            #expect(answer.status == .ok)
        }
    }

    @Test func `a form by plain http is refused where the public address is https, and is told that address`()
        async throws
    {
        try await fixture.test {
            $0.publicURL = "https://reeve.contoso.com"
        } _: { browser in
            let token = try await browser.token(on: "/sign-in")
            let values: KeyValuePairs = ["name": "ana", "password": AccountsFixture.password]
            let answer = try await browser.post(
                "/sign-in", token: token, values, fields: ["Origin": "http://localhost", "Accept": "text/html"])
            #expect(answer.status == .forbidden)
            #expect(
                answer.text.contains("Reeve&#39;s address is https://reeve.contoso.com")
                    || answer.text.contains("Reeve's address is https://reeve.contoso.com"))
        }
    }

    @Test(
        arguments: [
            ("https://reeve.contoso.com", "max-age=31536000"), ("http://reeve.contoso.com", nil),
            ("https://localhost:8443", nil), (nil, nil),
        ] as [(String?, String?)])
    func `only a public address by https is to be asked by https from then on`(url: String?, field: String?)
        async throws
    {
        try await fixture.test {
            $0.publicURL = url
        } _: { browser in
            let answer = try await browser.get("/sign-in")
            #expect(answer.field("Strict-Transport-Security") == field)
        }
    }

    @Test func `the sign-in itself cannot be forged`() async throws {
        try await fixture.test { browser in
            _ = try await browser.get("/sign-in")
            let values: KeyValuePairs = ["name": "ana", "password": AccountsFixture.password]
            for token in [nil, "x", RandomSecret().text] {
                #expect(try await browser.post("/sign-in", token: token, values).status == .forbidden)
            }
            let stranger = Browser(browser.client)
            let foreign = try await stranger.token(on: "/sign-in")
            #expect(try await browser.post("/sign-in", token: foreign, values).status == .forbidden)
        }
    }

    @Test func `a planted session is not taken over by whoever signs in`() async throws {
        try await fixture.test { browser in
            let attacker = Browser(browser.client)
            try await attacker.signIn("vi")
            let planted = try #require(attacker.cookies["reeve-session"])
            for value in [planted, RandomSecret().text, "x", "", String(repeating: "a", count: 5000)] {
                let victim = Browser(browser.client)
                victim.plant("reeve-session", value)
                let stranger = Browser(browser.client)
                let fresh = try await stranger.token(on: "/sign-in")
                victim.plant("reeve-visit", try #require(stranger.cookies["reeve-visit"]))
                let answer = try await victim.post(
                    "/sign-in", token: fresh, ["name": "ana", "password": AccountsFixture.password])
                #expect(answer.status == .seeOther)
                #expect(victim.cookies["reeve-session"] != value)
            }
            #expect(try await attacker.get("/settings/users").status != .ok)
        }
    }

    @Test(arguments: [
        "x", "", "\"", String(repeating: "a", count: 43), String(repeating: "a", count: 20_000), "a b; c",
    ])
    func `a bad cookie is nobody`(value: String) async throws {
        try await fixture.test { browser in
            browser.plant("reeve-session", value)
            let page = try await browser.get("/profile")
            #expect(page.status == .seeOther)
        }
    }

    @Test func `what was a good cookie is nobody's after the sign-out`() async throws {
        try await fixture.test { browser in
            try await browser.signIn("ana")
            let kept = try #require(browser.cookies["reeve-session"])
            #expect(try await browser.submit("/sign-out", on: "/profile").status == .seeOther)
            #expect(browser.cookies["reeve-session"] == nil)
            browser.plant("reeve-session", kept)
            #expect(try await browser.get("/profile").status == .seeOther)
        }
    }

    @Test func `what an administrator changes about somebody counts from the next request on`() async throws {
        try await fixture.test { browser in
            for (name, action, values) in [
                ("bo", "role", ["role": "viewer"]), ("bo", "disable", [:]), ("vi", "remove", ["sure": "yes"]),
            ] as [(String, String, KeyValuePairs<String, String>)] {
                let account = try fixture.account(name)
                let person = Browser(browser.client)
                try await person.signIn(name)
                #expect(try await person.get("/profile").status == .ok)
                let ana = Browser(browser.client)
                try await ana.signIn("ana")
                let page = "\(account.page)"
                #expect(try await ana.submit("\(page)/\(action)", on: page, values).status == .seeOther)
                #expect(try await person.get("/profile").status == .seeOther, "\(action)")
            }
        }
    }

    @Test func `a session ends without use`() async throws {
        try await fixture.test { browser in
            try await browser.signIn("ana")
            fixture.web.time.change { $0 += 3599 }
            #expect(try await browser.get("/profile").status == .ok)
            fixture.web.time.change { $0 += 3600 }
            #expect(try await browser.get("/profile").status == .seeOther)
        }
    }
}
