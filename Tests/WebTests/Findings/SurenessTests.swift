import HTTPTypes
import HummingbirdTesting
import Model
import Testing

@testable import Store
@testable import Web

/// What nobody knows is never shown as read.
struct SurenessTests {
    @Test func `entities that a check could not tell keep its findings from being all read`() async throws {
        let fixture = try await FindingFixture()
        let page = "/findings/user-disabled?integration=contoso"
        try await fixture.test { visitor in
            let text = try await visitor.get(page).text
            #expect(text.contains("All read"))
        }
        let doubt = Assessment(
            of: User(id: "u9"),
            answers: [.init(check: "user-disabled", severity: .low, outcome: .unknown("needs User.Read.All"))])
        let balance = try fixture.web.store.balance(of: fixture.contoso.id)
        try await fixture.web.store.write(fixture.contoso.id) { writer in
            _ = try writer.record(doubt, tenantID: "t", run: 1, at: WebFixture.start)
            try writer.take(Stock(run: 1, at: WebFixture.start, balance: balance, collectors: [:]))
        }
        try await fixture.test { visitor in
            let text = try await visitor.get(page).text
            #expect(!text.contains("All read"))
            #expect(text.contains("1 without an answer"))
            let other = try await visitor.get("/findings/user-disabled?integration=fabrikam").text
            #expect(other.contains("All read"))
            let call = try await visitor.get("/api/v1/findings/contoso/user-disabled").object()
            #expect(call["sureness"] as? String == "partial")
        }
    }

    @Test(arguments: Role.allCases) func `an installation without a tenant leads to its first steps`(role: Role)
        async throws
    {
        let fixture = try WebFixture()
        var server = fixture.server()
        server.visit = { _ in Visitor(name: "ana", role: role, actor: "user:ana", csrf: "token") }
        try await fixture.test(server) { visitor in
            let text = try await visitor.get("/").text
            #expect(text.contains("Nothing is connected yet"))
            #expect(!text.contains("none new"))
            #expect(text.contains("href=\"/settings/registration\"") == (role == .administrator))
        }
    }

    @Test func `a form of a session that has ended leads back to its page by the sign-in`() async throws {
        let fixture = try WebFixture()
        try await fixture.test { visitor in
            let answer = try await visitor.send(
                .post, "/protected/add",
                [
                    "Accept": "text/html", "Content-Type": "application/x-www-form-urlencoded",
                    "Referer": "http://localhost/protected/add?from=1",
                ], body: "name=Ada")
            #expect(answer.status == .unauthorized)
            #expect(answer.text.contains("href=\"/sign-in?next=%2Fprotected%2Fadd%3Ffrom%3D1\""))
            let foreign = try await visitor.send(
                .post, "/protected/add",
                [
                    "Accept": "text/html", "Content-Type": "application/x-www-form-urlencoded",
                    "Referer": "http://evil.example/protected/add",
                ], body: "name=Ada")
            #expect(foreign.text.contains("href=\"/sign-in\""))
        }
    }
}
