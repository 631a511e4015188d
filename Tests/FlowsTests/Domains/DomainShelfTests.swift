import Foundation
import Model
import Testing

@testable import Flows
@testable import Store

/// What is kept of domains says what interpreting them anew says.
struct DomainShelfTests {
    let fixture: ProtectFixture
    let shelf = DomainShelf()
    init() async throws {
        fixture = try await ProtectFixture()
        try await fixture.keep(Domain(verified: "contoso.example"), Domain(verified: "fabrikam.example"))
    }

    private func rows(_ shelf: DomainShelf, of name: String? = nil) throws -> [DomainListing.Row] {
        try DomainListing(store: fixture.store, keeping: shelf).rows(of: name)
    }

    private func compare(_ after: String) throws {
        for name in [nil, "contoso", "nobody"] {
            #expect(try rows(shelf, of: name) == rows(DomainShelf(), of: name), "\(after)")
        }
    }

    private func publish(_ text: String, round: Int = 1) async throws {
        let answer = DNSAnswer(.init(.txt, "contoso.example"), .records([text]))
        let records = try StoredEntity(
            DomainRecords(id: "contoso.example", organizationalDomain: "contoso.example", answers: [answer]))
        try await fixture.store.write(fixture.directory.id) { try $0.keep(records, round: round, run: round) }
    }

    @Test func `after records that change, domains that go, and another name`() async throws {
        try compare("the first reading")
        #expect(try rows(shelf).map(\.explanation.domain.id) == ["contoso.example", "fabrikam.example"])
        try await publish("v=spf1 -all")
        try compare("a record")
        try await publish("v=spf1 +all")
        try compare("another record")
        #expect(try rows(shelf).first?.explanation.spf?.standing.tone == .bad)
        try await fixture.forget(.domain, "fabrikam.example")
        try compare("a domain that is gone")
        #expect(try rows(shelf).count == 1)
        try await fixture.store.database.write { _ = try $0.execute("UPDATE integration SET name = 'tailspin'", []) }
        try compare("another name")
        #expect(try rows(shelf, of: "tailspin").count == 1)
        try fixture.store.remove(fixture.directory.id)
        try compare("the end of the integration")
        #expect(try rows(shelf).isEmpty)
    }

    @Test func `a round that finds the same changes nothing`() async throws {
        try await publish("v=spf1 -all")
        let before = try fixture.store.domainChanges()
        try await publish("v=spf1 -all", round: 2)
        #expect(try fixture.store.domainChanges() == before)
        try await fixture.keep(fixture.user("u-new", "New", "new@contoso.example"))
        #expect(try fixture.store.domainChanges() == before)
    }

    @Test func `interprets nothing again of which nothing has changed`() async throws {
        let before = try rows(shelf)
        try await fixture.store.database.write {
            // Behind its back: without the trigger nobody says that anything changed.
            _ = try $0.execute("DROP TRIGGER entity_domain_gone", [])
            _ = try $0.execute("DELETE FROM entity WHERE kind = 'domain'", [])
        }
        #expect(try rows(shelf) == before)
        #expect(try rows(DomainShelf()).isEmpty)
    }

    @Test func `the time of the last question is that of now`() async throws {
        let listing = DomainListing(store: fixture.store, keeping: shelf)
        let row = try #require(try listing.rows().first)
        #expect(try listing.asked(about: row) == nil)
        let now = fixture.now
        try await fixture.store.write(fixture.directory.id) {
            try $0.note(Coverage(.dns, subject: "contoso.example", .ok), run: 1, at: now)
        }
        #expect(try listing.asked(about: row) == now)
    }
}
