import Foundation
import Graph
import HTTPTypes
import Model
import SimulatedTenant
import Store
import Testing

@testable import Flows

/// Connecting a tenant in the browser, against the sign-in pages of the simulated tenant.
struct AuthoriseTests {
    @Test func `consent alone creates nothing, saving does`() async throws {
        let contoso = try AuthoriseFixture()
        let pending = try await contoso.connect()
        #expect(pending.step == .authorised)
        #expect(pending.tenantID == contoso.configuration.tenantID)
        #expect(pending.missing == [])
        #expect(try contoso.store.integrations() == [])
        let saved = try contoso.authorise.save(pending.id, contoso.deed())
        #expect(try contoso.store.integrations() == [saved])
        #expect(saved.tenantID == contoso.configuration.tenantID)
        #expect(try contoso.store.secret(of: saved).clientSecret == contoso.configuration.clientSecret)
        #expect(try contoso.store.schedule(of: saved.id).granted?.contains(.userReadAll) == true)
        #expect(throws: AuthoriseProblem.gone) { try contoso.authorise.save(pending.id, contoso.deed()) }
    }

    @Test func `the chosen DLP profiles are used by what is saved`() async throws {
        let contoso = try AuthoriseFixture()
        let pending = try await contoso.connect(IntegrationDraft(name: "contoso", dlpProfiles: ["PII Record"]))
        #expect(try contoso.authorise.save(pending.id, contoso.deed()).dlpProfiles == ["PII Record"])
    }

    @Test func `nothing can be saved before the tenant is proved`() async throws {
        let contoso = try AuthoriseFixture()
        let departure = try contoso.authorise.begin(
            IntegrationDraft(name: "contoso"), browser: contoso.browser, contoso.deed())
        #expect(throws: AuthoriseProblem.notAuthorised) {
            try contoso.authorise.save(departure.id, contoso.deed())
        }
    }

    @Test func `the way to Microsoft carries state, nonce and a hashed verifier, and no secret`() throws {
        let contoso = try AuthoriseFixture()
        let departure = try contoso.authorise.begin(
            IntegrationDraft(name: "contoso"), browser: contoso.browser, contoso.deed())
        let items = URLComponents(string: departure.url)?.queryItems ?? []
        let query = Dictionary(items.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { first, _ in first })
        #expect(query["code_challenge_method"] == "S256")
        #expect(query["code_challenge"]?.count == 43)
        #expect(query["state"]?.count == 43)
        #expect(query["nonce"]?.count == 43)
        #expect(query["redirect_uri"] == AuthoriseFixture.redirectURI)
        let secret = try #require(try contoso.store.secret(ofAuthorisation: departure.id))
        #expect(!departure.url.contains(secret.verifier))
        #expect(!departure.url.contains(contoso.configuration.clientSecret))
    }

    @Test func `who cancels the sign-in is told so and nothing exists`() async throws {
        let contoso = try AuthoriseFixture()
        let departure = try contoso.authorise.begin(
            IntegrationDraft(name: "contoso"), browser: contoso.browser, contoso.deed())
        let arrival = try await contoso.receive(try await contoso.decide(departure.url, "cancel"))
        #expect(arrival == .panel(id: departure.id))
        let pending = try contoso.pending(departure.id)
        #expect(pending.step == .refused)
        #expect(pending.trouble?.code == "AADSTS65004")
        #expect(pending.trouble?.answer?.hasPrefix("AADSTS65004") == true)
        #expect(try contoso.store.integrations() == [])
    }

    @Test func `a consent that was declined is a refusal although it says admin_consent=True`() async throws {
        let contoso = try AuthoriseFixture()
        let departure = try contoso.authorise.begin(
            IntegrationDraft(name: "contoso"), browser: contoso.browser, contoso.deed())
        guard case .goOn(let url) = try await contoso.receive(try await contoso.decide(departure.url)) else {
            Issue.record("no consent page")
            return
        }
        let refusal = try await contoso.decide(url, "cancel")
        #expect(refusal["admin_consent"] == "True")
        _ = try await contoso.receive(refusal)
        let pending = try contoso.pending(departure.id)
        #expect(pending.step == .refused)
        #expect(pending.trouble?.code == "AADSTS65004")
    }

    @Test func `a tenant forged in the answer is not believed`() async throws {
        let contoso = try AuthoriseFixture()
        let departure = try contoso.authorise.begin(
            IntegrationDraft(name: "contoso"), browser: contoso.browser, contoso.deed())
        guard case .goOn(let url) = try await contoso.receive(try await contoso.decide(departure.url)) else {
            Issue.record("no consent page")
            return
        }
        var answer = try await contoso.decide(url)
        answer["tenant"] = "00000000-0000-4000-8000-000000000bad"
        _ = try await contoso.receive(answer)
        let pending = try contoso.pending(departure.id)
        #expect(pending.step == .refused)
        #expect(pending.trouble?.code == "another tenant")
        #expect(pending.tenantID == contoso.configuration.tenantID)
    }

    @Test func `a state is good for one answer`() async throws {
        let contoso = try AuthoriseFixture()
        let departure = try contoso.authorise.begin(
            IntegrationDraft(name: "contoso"), browser: contoso.browser, contoso.deed())
        let answer = try await contoso.decide(departure.url)
        _ = try await contoso.receive(answer)
        await #expect(throws: AuthoriseProblem.notAwaited) { try await contoso.receive(answer) }
    }

    @Test func `another browser and another person are turned away, and use nothing up`() async throws {
        let contoso = try AuthoriseFixture()
        let departure = try contoso.authorise.begin(
            IntegrationDraft(name: "contoso"), browser: contoso.browser, contoso.deed())
        let answer = try await contoso.decide(departure.url)
        await #expect(throws: AuthoriseProblem.notAwaited) {
            try await contoso.receive(answer, browser: RandomSecret().text)
        }
        await #expect(throws: AuthoriseProblem.notAwaited) { try await contoso.receive(answer, by: "user:bo") }
        guard case .goOn = try await contoso.receive(answer) else {
            Issue.record("the right browser is turned away")
            return
        }
    }

    @Test func `an answer after an hour is too late`() async throws {
        let contoso = try AuthoriseFixture()
        let departure = try contoso.authorise.begin(
            IntegrationDraft(name: "contoso"), browser: contoso.browser, contoso.deed())
        let answer = try await contoso.decide(departure.url)
        contoso.clock.advance(3601)
        await #expect(throws: AuthoriseProblem.notAwaited) { try await contoso.receive(answer) }
    }

    @Test func `the code of another sign-in cannot be redeemed`() async throws {
        let contoso = try AuthoriseFixture()
        let first = try contoso.authorise.begin(
            IntegrationDraft(name: "one"), browser: contoso.browser, contoso.deed())
        let second = try contoso.authorise.begin(
            IntegrationDraft(name: "two"), browser: contoso.browser, contoso.deed())
        let stolen = try await contoso.decide(first.url)
        var own = try await contoso.decide(second.url)
        own["code"] = stolen["code"]
        _ = try await contoso.receive(own)
        let pending = try contoso.pending(second.id)
        #expect(pending.step == .refused)
        #expect(pending.trouble?.code.hasPrefix("AADSTS") == true)
    }

    @Test func `a code that was used already is refused in words`() async throws {
        let contoso = try AuthoriseFixture()
        let first = try contoso.authorise.begin(
            IntegrationDraft(name: "one"), browser: contoso.browser, contoso.deed())
        let used = try await contoso.decide(first.url)
        _ = try await contoso.receive(used)
        let second = try contoso.authorise.begin(
            IntegrationDraft(name: "two"), browser: contoso.browser, contoso.deed())
        var again = try await contoso.decide(second.url)
        again["code"] = used["code"]
        _ = try await contoso.receive(again)
        #expect(try contoso.pending(second.id).trouble?.code == "AADSTS54005")
    }

    @Test func `a secret that has expired is named`() async throws {
        let contoso = try AuthoriseFixture { $0.secretExpires = Date(timeIntervalSince1970: 0) }
        let pending = try await contoso.connect()
        #expect(pending.step == .refused)
        #expect(pending.trouble?.code == "AADSTS7000222")
        #expect(pending.trouble?.sentence.contains("has expired") == true)
    }

    @Test func `what was not granted is listed and does not stand in the way`() async throws {
        let contoso = try AuthoriseFixture { $0.permissions.remove("AuditLog.Read.All") }
        let pending = try await contoso.connect()
        #expect(pending.step == .authorised)
        #expect(pending.missing == [.auditLogReadAll])
        _ = try contoso.authorise.save(pending.id, contoso.deed())
    }

    @Test func `a consent that is on its way is waited for`() async throws {
        let contoso = try AuthoriseFixture { $0.consentArrives = $0.now().addingTimeInterval(120) }
        let pending = try await contoso.connect()
        #expect(pending.step == .spreading)
        #expect(throws: AuthoriseProblem.notAuthorised) { try contoso.authorise.save(pending.id, contoso.deed()) }
        await contoso.authorise.awaitConsent(pending.id, by: "user:ana") {}
        #expect(try contoso.pending(pending.id).step == .authorised)
    }

    @Test func `a consent that never arrives is called incomplete after ten minutes`() async throws {
        let contoso = try AuthoriseFixture { $0.consentArrives = .distantFuture }
        let pending = try await contoso.connect()
        let start = contoso.clock.now
        await contoso.authorise.awaitConsent(pending.id, by: "user:ana") {}
        let found = try contoso.pending(pending.id)
        #expect(found.trouble?.code == "consent incomplete")
        #expect((600...700).contains(contoso.clock.now.timeIntervalSince(start)))
    }

    @Test func `on behalf of a person the refresh token is kept, and reads`() async throws {
        let contoso = try AuthoriseFixture()
        let pending = try await contoso.connect(IntegrationDraft(name: "contoso", isDelegated: true))
        #expect(pending.step == .authorised, "\(pending.trouble.debugDescription)")
        let saved = try contoso.authorise.save(pending.id, contoso.deed())
        #expect(saved.credential == .refreshToken)
        #expect(try contoso.store.secret(of: saved).refreshToken != nil)
        let outcome = try await Connection.with(saved, in: contoso.surroundings) { connection in
            try await Scan(
                integration: saved, store: contoso.store, graph: connection.graph, resolve: connection.resolve,
                now: { contoso.clock.now }
            ).syncDirectory()
        }
        #expect(outcome.isFirst)
        #expect(try contoso.store.count(.user, of: saved.id) > 0)
    }

    @Test func `from the limited mode an integration goes on with permissions of the app itself`() async throws {
        let contoso = try AuthoriseFixture()
        let limited = try contoso.authorise.save(
            try await contoso.connect(IntegrationDraft(name: "contoso", isDelegated: true)).id, contoso.deed())
        let lender = try #require(try contoso.store.secret(of: limited).lentBy)
        #expect(contoso.tenant.login.accounts.contains { $0.address.lowercased() == lender.lowercased() })
        let draft = IntegrationDraft(name: limited.name, integration: limited.id)
        let saved = try contoso.authorise.save(try await contoso.connect(draft).id, contoso.deed())
        #expect(saved.id == limited.id && saved.credential == .secret)
        let secret = try contoso.store.secret(of: saved)
        #expect(secret.refreshToken == nil && secret.lentBy == nil && secret.clientSecret != nil)
        #expect(try contoso.store.schedule(of: saved.id).granted?.contains(.userReadAll) == true)
    }

    @Test func `an integration that is authorised again keeps its history and takes the new features`() async throws {
        let contoso = try AuthoriseFixture()
        let first = try contoso.authorise.save(try await contoso.connect().id, contoso.deed())
        try contoso.store.setStatus(.reauthorize, detail: "expired", of: first.id)
        let draft = IntegrationDraft(
            name: first.name, features: [.directory, .posture, .sites], integration: first.id)
        let renewed = try contoso.authorise.save(try await contoso.connect(draft).id, contoso.deed())
        #expect(renewed.id == first.id)
        #expect(renewed.status == .active)
        #expect(renewed.features.contains(.sites))
    }

    @Test(arguments: [
        "", "a/b", " a", "two  blanks", "<script>", String(repeating: "a", count: 65), "a\u{202E}b",
        "a\u{200B}b",
        "a\nb", "\u{3164}", "\u{301}a", "..", "-a", "a'b", String(repeating: "𠀀", count: 51),
    ])
    func `a name that is none is refused before anybody is sent anywhere`(name: String) throws {
        let contoso = try AuthoriseFixture()
        #expect(throws: AuthoriseProblem.badName(name)) {
            try contoso.authorise.begin(IntegrationDraft(name: name), browser: contoso.browser, contoso.deed())
        }
    }

    @Test func `a name that is a page is refused as such`() throws {
        let contoso = try AuthoriseFixture()
        #expect(throws: AuthoriseProblem.nameReserved("add")) {
            try contoso.authorise.begin(IntegrationDraft(name: "add"), browser: contoso.browser, contoso.deed())
        }
    }

    @Test func `without an app registration nobody is sent anywhere`() throws {
        let contoso = try AuthoriseFixture(isRegistered: false)
        #expect(throws: AuthoriseProblem.noRegistration(cloud: "global")) {
            try contoso.authorise.begin(IntegrationDraft(name: "contoso"), browser: contoso.browser, contoso.deed())
        }
    }
}
