import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Store
@testable import Web

struct FirstStartTests {
    let web: WebFixture

    init() throws { web = try WebFixture() }

    func test(_ body: @escaping @Sendable (Browser, RandomSecret) async throws -> Void) async throws {
        var server = web.server()
        server.signIn.cost = AccountsFixture.cheap
        let code = try #require(try web.store.firstStartCode(at: WebFixture.start))
        try await server.test(.router) { client in
            try await body(Browser(client), code)
        }
    }

    func form(
        _ code: RandomSecret, name: String = "M. Okafor", password: String = "a few words in a row",
        again: String? = nil
    ) -> KeyValuePairs<String, String> {
        ["code": code.text, "name": name, "password": password, "again": again ?? password]
    }

    @Test func `the link makes the administrator, who is signed in then, and works once`() async throws {
        let web = web
        try await test { browser, code in
            let page = "/first-start?code=\(code.text)"
            let answer = try await browser.submit("/first-start", on: page, form(code))
            #expect(answer.status == .seeOther)
            let steps = try await browser.get("/first-start")
            #expect(steps.text.contains("Nothing is connected yet") && steps.text.contains("<bdi>M. Okafor</bdi>"))
            #expect(try web.store.account(named: "m. okafor")?.role == .administrator)
            let stranger = Browser(browser.client)
            let again = try await stranger.get(page)
            #expect(again.status == .seeOther && again.field("Location") == "/sign-in?started=1")
            #expect(try await stranger.get("/sign-in?started=1").text.contains("has made the administrator already"))
            let token = try await stranger.token(on: "/sign-in")
            let second = try await stranger.post("/first-start", token: token, form(code, name: "eve"))
            #expect(second.status == .gone)
            #expect(try web.store.accounts().count == 1)
        }
    }

    @Test func `a link that is wrong, old or none opens nothing`() async throws {
        let web = web
        try await test { browser, code in
            for text in [RandomSecret().text, "", "x", "'", code.text + "x"] {
                #expect(try await browser.get("/first-start?code=\(Link.part(text))").status == .gone)
            }
            #expect(try await browser.get("/first-start").status == .gone)
            let token = try await browser.token(on: "/first-start?code=\(code.text)")
            web.time.change { $0 += AccountLink.firstStart.life }
            #expect(try await browser.post("/first-start", token: token, form(code)).status == .gone)
        }
    }

    @Test func `a bad password or name is said at its field, and the link stays`() async throws {
        let web = web
        try await test { browser, code in
            let page = "/first-start?code=\(code.text)"
            for (values, id) in [
                (form(code, password: "short"), "password-error"), (form(code, again: "other"), "password-error"),
                (form(code, name: "<script>"), "name-error"), (form(code, name: ""), "name-error"),
            ] {
                let answer = try await browser.submit("/first-start", on: page, values)
                #expect(answer.status == .unprocessableContent)
                #expect(answer.text.contains("id=\"\(id)\""))
                #expect(!answer.text.contains("value=\"a few words") && !answer.text.contains("<script>\""))
            }
            #expect(try !web.store.hasAccounts())
            #expect(try await browser.submit("/first-start", on: page, form(code)).status == .seeOther)
        }
    }

    @Test func `nobody elsewhere can make the administrator in somebody's browser`() async throws {
        try await test { browser, code in
            _ = try await browser.get("/first-start?code=\(code.text)")
            for token in [nil, "", "x", RandomSecret().text] {
                #expect(try await browser.post("/first-start", token: token, form(code)).status == .forbidden)
            }
        }
    }

    @Test func `before there is an account the sign-in says how to begin`() async throws {
        try await test { browser, _ in
            let page = try await browser.get("/sign-in")
            #expect(page.text.contains("Nobody has an account yet"))
        }
    }
}
