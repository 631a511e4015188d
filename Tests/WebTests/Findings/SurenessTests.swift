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

    @Test func `checks that nobody asked are counted apart, on every page alike`() async throws {
        let fixture = try await FindingFixture()
        let (id, now) = (fixture.contoso.id, fixture.now)
        try await fixture.web.store.write(id) { writer in
            try writer.enrol([("file-public-read-dlp", .critical), ("file-content-match", .critical)], at: now)
            try writer.take(
                Stock(
                    run: 1, at: now,
                    balance: [
                        CoverageCount(.users, .ok, subjects: 40), CoverageCount(.messageRules, .denied, subjects: 1),
                        CoverageCount(.fileContents, .notApplicable, subjects: 1, detail: "no profile"),
                    ], collectors: [:]))
        }
        try await fixture.test { visitor in
            let overview = try await visitor.get("/?integration=contoso").text
            #expect(overview.contains("; 2 more not asked, without a DLP profile"))
            let findings = try await visitor.get("/findings?integration=contoso").text
            #expect(findings.contains("2 checks were not asked, without a DLP profile"))
            let coverage = try await visitor.get("/coverage?integration=contoso").text
            #expect(coverage.contains("were not asked, without a DLP profile"))
        }
    }

    @Test func `no link of the overview is without words`() async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let text = try await visitor.get("/").text
            #expect(text.contains("href=\"/integrations\""))
            #expect(!text.contains(/<a [^>]*><\/a>/) && !text.contains("All 2 "))
        }
    }

    @Test func `with many tenants the overview shows those in trouble and says how many there are`() async throws {
        let fixture = try await FindingFixture()
        for number in 10..<30 {
            var integration = FindingFixture.integration("customer-\(number)")
            integration.status = [12, 20, 24, 28].contains(number) ? .reauthorize : .paused
            _ = try fixture.web.store.add(integration, secret: CredentialSecret(clientSecret: "x"))
        }
        try await fixture.test { visitor in
            let text = try await visitor.get("/").text
            #expect(text.contains("4 integrations can no longer sign in."))
            #expect(text.contains("All 22 integrations") && text.contains("All 22 directories"))
            let health = try #require(
                text.split(separator: "data-live=\"health\"").last?.split(separator: "</ul>").first)
            let names = health.split(separator: "<bdi>").dropFirst().map { $0.prefix { $0 != "<" } }
            #expect(names.count == OverviewSight.integrationsShown)
            #expect(Set(names.prefix(4)) == ["customer-12", "customer-20", "customer-24", "customer-28"])
            #expect(Set(names.dropFirst(4).prefix(2)) == ["contoso", "fabrikam"])
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
            // An open page becomes the overview once something is connected.
            #expect(text.contains("data-live=\"steps\" data-calm data-until"))
            #expect(text.contains("href=\"/settings/registration\"") == (role == .administrator))
        }
    }

    @Test func `first steps know what is done already`() async throws {
        let fixture = try WebFixture()
        let store = fixture.store
        var server = fixture.server()
        server.visit = { _ in Visitor(name: "ana", role: .administrator, actor: "user:ana", csrf: "token") }
        try await fixture.test(server) { visitor in
            let text = try await visitor.get("/").text
            #expect(text.contains("Four steps left"))
        }
        let deed = Deed(by: "user:ana", at: WebFixture.start)
        var registration = Registration(cloud: "global", updatedAt: WebFixture.start, updatedBy: "user:ana")
        registration.testedAt = WebFixture.start
        try store.keep(registration, credential: nil, deed.entry("registration.change", "global"))
        try store.noteTest(of: "global", at: WebFixture.start, trouble: nil)
        try await fixture.test(server) { visitor in
            let text = try await visitor.get("/").text
            #expect(text.contains("Three steps left") && !text.contains("Start registration"))
            #expect(text.contains("btn-primary\" href=\"/settings/directories/add\""))
        }
        let person = ProtectedPerson(id: "p", name: "Ada", addresses: ["ada@x.example"])
        try store.changeProtections { writer in
            try writer.keep(
                Protection(
                    .init(integration: nil, kind: .person, id: "p"), person: person,
                    reasons: [.init("manual", by: "user:ana", at: WebFixture.start)]))
        }
        try await fixture.test(server) { visitor in
            let text = try await visitor.get("/").text
            #expect(text.contains("Two steps left"))
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
