import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Store
@testable import Web

/// Profile, users, tokens.
struct AccountPagesTests {
    let fixture: AccountsFixture

    init() throws { fixture = try AccountsFixture() }

    @Test func `somebody new gets a link, sets a password by it and is in`() async throws {
        try await fixture.test { browser in
            try await browser.signIn("ana")
            let answer = try await browser.submit(
                "/settings/users/add", on: "/settings/users", ["name": "cy", "role": "analyst"])
            #expect(answer.status == .ok)
            let code = try #require(answer.text.firstMatch(of: /set-password\?code=([\w-]{43})/).map { String($0.1) })
            #expect(try await !browser.get("\(try fixture.account("cy").page)").text.contains(code), "shown once")
            let cy = Browser(browser.client)
            let page = "/set-password?code=\(code)"
            #expect(try await cy.get(page).text.contains("<bdi>cy</bdi>"))
            let short: KeyValuePairs = ["code": code, "password": "short", "again": "short"]
            #expect(try await cy.submit("/set-password", on: page, short).status == .unprocessableContent)
            let good: KeyValuePairs = [
                "code": code, "password": "another few words", "again": "another few words",
            ]
            #expect(try await cy.submit("/set-password", on: page, good).status == .seeOther)
            #expect(try await cy.get("/profile").status == .ok)
            #expect(try await cy.get(page).status == .gone)
            #expect(
                try fixture.lines().map(\.action).prefix(3) == [
                    "session.begin", "account.password", "account.link-send",
                ])
        }
    }

    @Test func `a name that is taken or bad is said at its field, with the values kept`() async throws {
        try await fixture.test { browser in
            try await browser.signIn("ana")
            for name in ["BO", "<b>x", ""] {
                let answer = try await browser.submit(
                    "/settings/users/add", on: "/settings/users", ["name": name, "role": "viewer"])
                #expect(answer.status == .unprocessableContent)
                #expect(answer.text.contains("id=\"name-error\"") && !answer.text.contains("<b>x"))
            }
            #expect(try fixture.store.accounts().count == 3)
        }
    }

    @Test(arguments: ["role", "disable", "remove"])
    func `the last administrator stays one`(action: String) async throws {
        try await fixture.test { browser in
            try await browser.signIn("ana")
            let page = "\(try fixture.account("ana").page)"
            let answer = try await browser.submit("\(page)/\(action)", on: page, ["role": "viewer", "sure": "yes"])
            #expect(answer.status == .seeOther)
            #expect(try await browser.get(page).text.contains("last administrator"))
            #expect(try fixture.account("ana").role == .administrator)
            #expect(try fixture.account("ana").standing == .active)
        }
    }

    @Test func `removing asks twice`() async throws {
        try await fixture.test { browser in
            try await browser.signIn("ana")
            let page = "\(try fixture.account("bo").page)"
            #expect(try await browser.submit("\(page)/remove", on: page).status == .unprocessableContent)
            #expect(try fixture.store.account(named: "bo") != nil)
            #expect(try await browser.get("/settings/users/nobody").status == .notFound)
        }
    }

    @Test func `a token is shown once, opens what it says and nothing after it is revoked`() async throws {
        try await fixture.test { browser in
            try await browser.signIn("ana")
            let answer = try await browser.submit(
                "/settings/tokens/add", on: "/settings/tokens",
                ["name": "<i>ci</i>", "scope": "mail.check", "expires": "2027-06-30"])
            #expect(answer.text.contains("&lt;i&gt;ci&lt;/i&gt;") && !answer.text.contains("<i>ci"))
            let secret = try #require(answer.text.firstMatch(of: /rv_[\w-]{43}/).map { String($0.0) })
            #expect(try await !browser.get("/settings/tokens").text.contains(secret))
            let client = WebVisitor(client: browser.client, secret: secret)
            #expect(try await client.check().status == .ok)
            let id = try #require(APISecret(secret)).id
            _ = try await browser.submit("/settings/tokens/revoke", on: "/settings/tokens", ["token": id])
            #expect(try await client.check().status == .unauthorized)
            #expect(try fixture.lines(AuditFilter(action: "token")).map(\.action) == ["token.revoke", "token.add"])
        }
    }

    @Test(
        arguments: [
            (["name": "", "scope": "read"], "name-error"), (["name": "mta", "scope": "read"], "name-error"),
            (["name": "x"], "scope-error"), (["name": "x", "scope": "root"], "scope-error"),
            (["name": "x", "scope": "read", "expires": "2020-01-01"], "expires-error"),
            (["name": "x", "scope": "read", "expires": "soon"], "expires-error"),
        ] as [([String: String], String)])
    func `a token that cannot be is said at its field`(values: [String: String], id: String) async throws {
        try await fixture.test { browser in
            try await browser.signIn("ana")
            let token = try await browser.token(on: "/settings/tokens")
            let body = values.map { "\($0)=\(Link.part($1))" }.joined(separator: "&") + "&csrf=\(token)"
            let answer = try await browser.send(
                .post, "/settings/tokens/add",
                ["Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"], body: body)
            #expect(answer.status == .unprocessableContent && answer.text.contains("id=\"\(id)\""))
        }
    }

    @Test func `a password is changed by who knows it, and other sessions end`() async throws {
        try await fixture.test { browser in
            let other = Browser(browser.client)
            try await browser.signIn("bo")
            try await other.signIn("bo")
            let old = browser.cookies["reeve-session"]
            let fresh = "a third set of words"
            func change(_ current: String, _ password: String, _ again: String) async throws -> HTTPResponse.Status {
                try await browser.submit(
                    "/profile/password", on: "/profile",
                    ["current": current, "password": password, "again": again]
                ).status
            }
            #expect(try await change("wrong", fresh, fresh) == .unprocessableContent)
            #expect(try await change(AccountsFixture.password, "short", "short") == .unprocessableContent)
            #expect(try await change(AccountsFixture.password, fresh, "other") == .unprocessableContent)
            #expect(try await other.get("/profile").status == .ok)
            #expect(try await change(AccountsFixture.password, fresh, fresh) == .seeOther)
            #expect(browser.cookies["reeve-session"] != old)
            #expect(try await browser.get("/profile").status == .ok)
            #expect(try await other.get("/profile").status == .seeOther)
            #expect(try await other.signIn("bo", fresh).status == .seeOther)
        }
    }

    @Test func `sessions are listed and ended, one and all`() async throws {
        try await fixture.test { browser in
            let other = Browser(browser.client)
            try await browser.signIn("vi")
            try await other.signIn("vi")
            let page = try await browser.get("/profile").text
            let ids = page.matches(of: /name="session" value="([^"]+)"/).map { String($0.1) }
            #expect(ids.count == 1, "its own is not offered")
            _ = try await browser.submit("/profile/sessions/end", on: "/profile", ["session": ids[0]])
            #expect(try await other.get("/profile").status == .seeOther)
            try await other.signIn("vi")
            _ = try await browser.submit("/profile/sessions/end-all", on: "/profile")
            #expect(try await other.get("/profile").status == .seeOther)
            #expect(try await browser.get("/profile").status == .seeOther)
        }
    }

    @Test func `zone, theme and shortcuts are kept`() async throws {
        try await fixture.test { browser in
            try await browser.signIn("vi")
            _ = try await browser.submit("/profile", ["zone": "Europe/Vienna", "theme": "dark"])
            let page = try await browser.get("/profile").text
            #expect(page.contains("data-theme=\"dark\"") && page.contains("data-shortcuts=\"off\""))
            #expect(page.contains("Europe/Vienna (UTC+1)"))
            #expect(browser.cookies["reeve-theme"] == "dark")
            _ = try await browser.submit("/theme", on: "/profile", ["theme": "light", "next": "/profile"])
            #expect(try fixture.account("vi").theme == .light && fixture.account("vi").zone == "Europe/Vienna")
            let bad = try await browser.submit("/profile", ["zone": "Mars/Base"])
            #expect(bad.status == .unprocessableContent)
        }
    }

    @Test(arguments: [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
            "Edge on Windows"
        ),
        ("curl/8", "curl/8"),
    ])
    func `a browser is named by what it says last`(agent: String, name: String) {
        #expect(SessionView.browser(agent) == name)
        #expect(SessionView.browser(nil) == "Unknown browser")
    }
}

struct AuditPageTests {
    let fixture: AccountsFixture

    init() throws { fixture = try AccountsFixture() }

    func fill(_ count: Int) throws {
        for number in 1...count {
            try fixture.store.note(
                AuditEntry(
                    at: WebFixture.start, actor: "user:ana", action: "finding.hide", subject: "f\(number)",
                    detail: "=1+1", address: "192.0.2.1"))
        }
    }

    @Test func `hostile text is shown as text`() async throws {
        for text in [
            "<script>alert(1)</script>", "\"><img src=x>", "\u{202E}evil", String(repeating: "x", count: 10_000),
        ] {
            try await fixture.store.note(
                AuditEntry(at: WebFixture.start, actor: text, action: text, subject: text, detail: text, address: text))
        }
        try await fixture.test { browser in
            try await browser.signIn("vi")
            let page = try await browser.get("/settings/audit")
            #expect(page.status == .ok)
            #expect(!page.text.contains("<script>alert") && !page.text.contains("<img"))
        }
    }

    @Test func `pages lead from one to the next, and filters hold`() async throws {
        try fill(120)
        try await fixture.test { browser in
            try await browser.signIn("vi")
            var (next, seen): (String?, [String]) = ("/settings/audit?action=finding&limit=50", [])
            while let path = next {
                let text = try await browser.get(path).text
                seen += text.matches(of: /<bdi>(f\d+)<\/bdi>/).map { String($0.1) }
                next = text.firstMatch(of: /rel="next" href="([^"]+)"/).map {
                    String($0.1).replacing("&amp;", with: "&")
                }
            }
            #expect(seen == (1...120).reversed().map { "f\($0)" })
        }
    }

    @Test func `the export has every line that fits, safe for spreadsheets`() async throws {
        try fill(1500)
        try await fixture.test { browser in
            try await browser.signIn("vi")
            let csv = try await browser.get("/settings/audit/export?format=csv&action=finding")
            #expect(csv.field("Content-Type") == "text/csv; charset=utf-8")
            let lines = csv.text.split(separator: "\r\n")
            #expect(lines.count == 1501 && lines.first == "id,at,actor,action,subject,detail,address")
            #expect(lines[1].contains("'=1+1"))
            let json = try await browser.get("/settings/audit/export?format=jsonl&action=finding")
            #expect(json.text.split(separator: "\n").count == 1500)
            #expect(try await browser.get("/settings/audit/export?format=xml").status == .badRequest)
        }
    }

    @Test(arguments: ["cursor=x", "limit=0", "limit=201", "from=yesterday", "to=2026-13-40"])
    func `a bad question is refused with a sentence`(query: String) async throws {
        try await fixture.test { browser in
            try await browser.signIn("vi")
            #expect(try await browser.get("/settings/audit?\(query)").status == .badRequest)
        }
    }
}
