import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import Store
@testable import Web

struct AccountsAPITests {
    let fixture: AccountsFixture

    init() throws { fixture = try AccountsFixture() }

    /// Somebody who calls with a token of that scope.
    func test(_ scope: APIScope, _ body: @escaping @Sendable (Caller) async throws -> Void) async throws {
        let made = try fixture.store.addToken(named: "ci", scopes: [scope], by: "test", at: WebFixture.start)
        try await fixture.test { browser in try await body(Caller(browser: browser, secret: made.secret.text)) }
    }

    struct Caller: Sendable {
        let browser: Browser
        let secret: String

        func call(_ method: HTTPRequest.Method, _ path: String, _ body: String? = nil) async throws -> TestResponse {
            try await browser.send(
                method, path, ["Authorization": "Bearer \(secret)", "Content-Type": "application/json"], body: body)
        }
    }

    @Test func `a user is added, changed and removed, and the token is who did it`() async throws {
        try await test(.admin) { caller in
            let made = try await caller.call(.post, "/api/v1/users", #"{"name":"cy","role":"viewer"}"#)
            #expect(made.status == .created)
            let user = try #require(try made.object()["user"] as? [String: Any])
            #expect(user["status"] as? String == "invited")
            #expect((try made.object()["passwordLink"] as? String)?.contains("/set-password?code=") == true)
            let path = "/api/v1/users/\(try #require(user["id"] as? String))"
            let changed = try await caller.call(.patch, path, #"{"role":"analyst","disabled":true}"#)
            #expect(try changed.object()["role"] as? String == "analyst")
            #expect(try changed.object()["status"] as? String == "disabled")
            #expect(try await caller.call(.delete, path).status == .noContent)
            #expect(try await caller.call(.delete, path).status == .notFound)
            #expect(
                Set(try fixture.lines(AuditFilter(actor: "token:ci")).map(\.action)).isSuperset(of: [
                    "account.add", "account.role", "account.disable", "account.remove",
                ]))
        }
    }

    @Test(arguments: [
        ("{", 400), ("[]", 400), ("{}", 400), (#"{"name":"x","role":"root"}"#, 400),
        (#"{"name":1,"role":"viewer"}"#, 400),
        (#"{"name":"ana","role":"viewer"}"#, 409), (#"{"name":null,"role":"viewer"}"#, 400),
        (#"{"name":"<x>","role":"viewer"}"#, 422),
        (#"{"name":"x","role":"viewer","entraAddress":"x@contoso.com"}"#, 422),
    ])
    func `a body that cannot be acted on says so`(body: String, status: Int) async throws {
        try await test(.admin) { caller in
            let answer = try await caller.call(.post, "/api/v1/users", body)
            #expect(answer.status.code == status)
            #expect(answer.field("Content-Type") == "application/problem+json")
        }
    }

    @Test func `the last administrator is not removed by the API either`() async throws {
        try await test(.admin) { caller in
            let answer = try await caller.call(.delete, "/api/v1/users/\(try fixture.account("ana").id)")
            #expect(answer.status == .unprocessableContent && answer.text.contains("last administrator"))
        }
    }

    @Test func `a token is made and taken back`() async throws {
        try await test(.admin) { caller in
            let made = try await caller.call(
                .post, "/api/v1/tokens", #"{"name":"x","scopes":["read"],"expires":"2027-06-30"}"#)
            #expect(made.status == .created)
            let secret = try #require(try made.object()["secret"] as? String)
            let list = try await caller.call(.get, "/api/v1/tokens").text
            #expect(!list.contains(secret))
            let reader = Caller(browser: caller.browser, secret: secret)
            #expect(try await reader.call(.get, "/api/v1/audit").status == .ok)
            #expect(try await reader.call(.get, "/api/v1/users").status == .forbidden)
            let path = "/api/v1/tokens/\(try #require(APISecret(secret)).id)"
            #expect(try await caller.call(.delete, path).status == .ok)
            #expect(try await caller.call(.delete, path).status == .notFound)
            #expect(try await reader.call(.get, "/api/v1/audit").status == .unauthorized)
        }
    }

    @Test func `the audit log is read page by page, and proved`() async throws {
        for number in 1...5 {
            try await fixture.store.note(
                AuditEntry(at: WebFixture.start, actor: "reeve", action: "a.b", subject: "s\(number)"))
        }
        try await test(.read) { caller in
            let first = try await caller.call(.get, "/api/v1/audit?limit=2&action=a.b").object()
            #expect((first["items"] as? [[String: Any]])?.compactMap { $0["subject"] as? String } == ["s5", "s4"])
            let next = try #require(first["next"] as? String)
            let second = try await caller.call(.get, "/api/v1/audit?limit=3&action=a.b&cursor=\(next)").object()
            #expect((second["items"] as? [[String: Any]])?.count == 3)
            let proof = try await caller.call(.get, "/api/v1/audit/proof").object()
            #expect(proof["isWhole"] as? Bool == true && proof["brokenAt"] is NSNull)
        }
    }

    @Test func `the dashboard's own session changes something with its token alone`() async throws {
        try await fixture.test { browser in
            try await browser.signIn("ana")
            let body = #"{"name":"cy","role":"viewer"}"#
            let bare = try await browser.send(.post, "/api/v1/users", ["Content-Type": "application/json"], body: body)
            #expect(bare.status == .forbidden)
            let token = try await browser.token(on: "/profile")
            let answer = try await browser.send(
                .post, "/api/v1/users", ["Content-Type": "application/json", "X-CSRF-Token": token], body: body)
            #expect(answer.status == .created)
        }
    }
}
