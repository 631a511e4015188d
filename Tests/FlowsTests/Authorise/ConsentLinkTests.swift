import Foundation
import Graph
import Model
import SimulatedTenant
import Store
import Testing

@testable import Flows

/// Consent of an administrator who has no account here, against the sign-in pages of the simulated tenant.
struct ConsentLinkTests {
    private func link(_ contoso: AuthoriseFixture) throws -> (id: String, url: String) {
        let id = try contoso.authorise.link(IntegrationDraft(name: "contoso"), contoso.deed())
        return (id, try #require(try contoso.authorise.linkAddress(of: try contoso.pending(id))))
    }

    private func follow(
        _ query: [String: String], _ contoso: AuthoriseFixture
    ) async throws -> Authorise.LinkArrival? {
        try await contoso.authorise.receiveByLink(query: { query[$0] }, from: "192.0.2.7")
    }

    @Test func `leads to the consent page of the registered tenant, and nothing is there before Save`() async throws {
        let contoso = try AuthoriseFixture()
        let (id, url) = try link(contoso)
        #expect(url.contains("/\(contoso.configuration.tenantID)/v2.0/adminconsent?"))
        let arrival = try #require(try await follow(try await contoso.decide(url), contoso))
        #expect(arrival.trouble == nil)
        #expect(arrival.owner == "user:ana")
        let pending = try contoso.pending(id)
        #expect(pending.step == .authorised)
        #expect(pending.account == nil)
        #expect(pending.consentedAt == contoso.clock.now)
        #expect(try contoso.store.integrations() == [])
        #expect(try contoso.authorise.save(id, contoso.deed()).tenantID == contoso.configuration.tenantID)
    }

    @Test func `works once`() async throws {
        let contoso = try AuthoriseFixture()
        let answer = try await contoso.decide(try link(contoso).url)
        _ = try await follow(answer, contoso)
        #expect(try await follow(answer, contoso) == nil)
    }

    @Test func `works no more when its time is over`() async throws {
        let contoso = try AuthoriseFixture()
        let answer = try await contoso.decide(try link(contoso).url)
        contoso.clock.advance(Authorise.linkLife + 1)
        #expect(try await follow(answer, contoso) == nil)
    }

    @Test func `lives longer than an authorisation of one's own`() async throws {
        let contoso = try AuthoriseFixture()
        let answer = try await contoso.decide(try link(contoso).url)
        contoso.clock.advance(Authorise.life * 24)
        #expect(try await follow(answer, contoso)?.trouble == nil)
    }

    @Test func `a new link takes the place of the one before`() async throws {
        let contoso = try AuthoriseFixture()
        let (id, first) = try link(contoso)
        try contoso.authorise.link(id, contoso.deed())
        let second = try #require(try contoso.authorise.linkAddress(of: try contoso.pending(id)))
        #expect(try await follow(try await contoso.decide(first), contoso) == nil)
        #expect(try await follow(try await contoso.decide(second), contoso)?.trouble == nil)
    }

    @Test func `who declines is told so, the panel too, and another link can be made`() async throws {
        let contoso = try AuthoriseFixture()
        let (id, url) = try link(contoso)
        let arrival = try #require(try await follow(try await contoso.decide(url, "cancel"), contoso))
        #expect(arrival.trouble?.code == "AADSTS65004")
        #expect(try contoso.pending(id).step == .refused)
        try contoso.authorise.link(id, contoso.deed())
        let pending = try contoso.pending(id)
        #expect(pending.step == .elsewhere)
        #expect(pending.trouble == nil)
    }

    @Test func `a tenant that somebody wrote into the answer is not believed`() async throws {
        let contoso = try AuthoriseFixture()
        let (id, url) = try link(contoso)
        let answer = try await contoso.decide(url)
        var other = answer
        other["tenant"] = "99999999-2222-4333-8444-555555555555"
        for _ in 0..<2 {
            let arrival = try #require(try await follow(other, contoso))
            #expect(arrival.trouble?.code == "another tenant" && arrival.isOpen)
            #expect(arrival.trouble?.sentence.contains("You ") == false)
        }
        // Whoever knows the link cannot use it up so, nor fill the log.
        #expect(try contoso.pending(id).step == .elsewhere)
        #expect(try contoso.pending(id).trouble?.code == "another tenant")
        #expect(try contoso.authorise.linkAddress(of: try contoso.pending(id)) == url)
        #expect(try contoso.store.audit(AuditFilter(action: "integration.refuse"), limit: 9).records.count == 1)
        let arrival = try #require(try await follow(answer, contoso))
        #expect(arrival.trouble == nil && !arrival.isOpen)
        #expect(try contoso.pending(id).step == .authorised)
        #expect(try contoso.pending(id).trouble == nil)
    }

    @Test func `an answer that only claims a consent is proved by nobody`() async throws {
        let contoso = try AuthoriseFixture()
        let (id, url) = try link(contoso)
        let state = try #require(URLComponents(string: url)?.queryItems?.first { $0.name == "state" }?.value)
        let forged = ["admin_consent": "True", "tenant": contoso.configuration.tenantID, "state": state]
        _ = try await follow(forged, contoso)
        #expect(try contoso.pending(id).step != .authorised)
        #expect(throws: AuthoriseProblem.notAuthorised) { try contoso.authorise.save(id, contoso.deed()) }
    }

    @Test func `its state is of no use to a browser that began another authorisation`() async throws {
        let contoso = try AuthoriseFixture()
        let answer = try await contoso.decide(try link(contoso).url)
        await #expect(throws: AuthoriseProblem.notAwaited) { try await contoso.receive(answer) }
        #expect(try await follow(answer, contoso)?.trouble == nil)
    }

    @Test func `the state of one's own authorisation is no link`() async throws {
        let contoso = try AuthoriseFixture()
        let departure = try contoso.authorise.begin(
            IntegrationDraft(name: "contoso"), browser: contoso.browser, contoso.deed())
        #expect(try await follow(try await contoso.decide(departure.url), contoso) == nil)
    }

    @Test func `checking finds a consent whose browser never came back, and leaves the link alone before`() async throws
    {
        let contoso = try AuthoriseFixture()
        let (id, url) = try link(contoso)
        try await contoso.authorise.checkAgain(id, contoso.deed())
        #expect(try contoso.pending(id).step == .elsewhere)
        #expect(try contoso.authorise.linkAddress(of: try contoso.pending(id)) == url)
        _ = try await contoso.decide(url)
        try await contoso.authorise.checkAgain(id, contoso.deed())
        #expect(try contoso.pending(id).step == .authorised)
    }

    @Test func `after a sign-in it names the tenant that was proved`() async throws {
        let contoso = try AuthoriseFixture(isRegistered: false)
        try contoso.registering.set(
            clientID: contoso.configuration.clientID, tenantID: "", features: Feature.standard, of: "global",
            contoso.deed())
        try contoso.registering.set(
            .secret(contoso.configuration.clientSecret, expires: nil), of: "global", contoso.deed())
        #expect(throws: AuthoriseProblem.tenantUnknown) {
            try contoso.authorise.link(IntegrationDraft(name: "contoso"), contoso.deed())
        }
        let id = try contoso.authorise.link(
            IntegrationDraft(name: "contoso"), tenantID: contoso.configuration.tenantID, contoso.deed())
        let url = try #require(try contoso.authorise.linkAddress(of: try contoso.pending(id)))
        #expect(url.contains(contoso.configuration.tenantID))
    }

    @Test func `the limited mode has none`() throws {
        let contoso = try AuthoriseFixture()
        #expect(throws: AuthoriseProblem.linkOfPerson) {
            try contoso.authorise.link(IntegrationDraft(name: "contoso", isDelegated: true), contoso.deed())
        }
    }

    @Test func `who made it and who used it stand in the audit log`() async throws {
        let contoso = try AuthoriseFixture()
        _ = try await follow(try await contoso.decide(try link(contoso).url), contoso)
        let lines = try contoso.store.audit(AuditFilter(action: "integration"), limit: 10).records.map(\.entry)
        #expect(lines.map(\.action) == ["integration.consent", "integration.link"])
        #expect(lines.map(\.actor) == ["reeve", "user:ana"])
        #expect(lines[0].address == "192.0.2.7")
        #expect(lines[0].detail?.contains("user:ana") == true)
    }
}
