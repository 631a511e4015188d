import Foundation
import Model
import Testing

@testable import Store

struct StoreEntitiesTests {
    let fixture: StoreFixture
    init() throws { fixture = try StoreFixture() }

    private func stale() throws -> [String] {
        try fixture.store.entities(User.self, of: fixture.integration.id, .toJudge(now: fixture.now)).map(\.id)
    }

    @Test func `gives back what was kept`() async throws {
        let user = fixture.user("u1") {
            $0.proxyAddresses = ["SMTP:a@contoso.example"]
            $0.lastPasswordChangeDateTime = Date(timeIntervalSince1970: 1_700_000_000)
            $0.onPremisesProvisioningErrors = [.init(category: "PropertyConflict", value: "x")]
        }
        try await fixture.keep([user])
        #expect(try fixture.store.entity(User.self, of: fixture.integration.id, id: "u1") == user)
    }

    @Test func `asks for judgement only of what changed or is due`() async throws {
        let user = fixture.user("u1")
        try await fixture.keep([user])
        #expect(try stale() == ["u1"])
        try await fixture.record(user, [], run: 1)
        #expect(try stale() == [])
        try await fixture.keep([user], round: 2, run: 2)
        #expect(try stale() == [])
        try await fixture.keep([fixture.user("u1") { $0.accountEnabled = false }], round: 2, run: 2)
        #expect(try stale() == ["u1"])
        let due = Assessment(of: user, answers: [], due: fixture.now.addingTimeInterval(-1))
        let now = fixture.now
        _ = try await fixture.store.write(fixture.integration.id) { try $0.record(due, tenantID: "t", run: 2, at: now) }
        #expect(try stale() == ["u1"])
    }

    @Test func `sweeps what a full round did not see`() async throws {
        try await fixture.keep([fixture.user("a"), fixture.user("b")], round: 1)
        try await fixture.keep([fixture.user("b")], round: 2, run: 2)
        let now = fixture.now
        _ = try await fixture.store.write(fixture.integration.id) {
            try $0.sweep(.user, owner: "", round: 2, run: 2, at: now)
        }
        #expect(try fixture.store.entities(User.self, of: fixture.integration.id).map(\.id) == ["b"])
    }

    @Test func `walks over many in pages, each once`() async throws {
        try await fixture.keep((0..<23).map { fixture.user("u\($0)") })
        var position = EntityPosition.start
        var seen: [String] = []
        while let page = try Optional(
            fixture.store.entities(User.self, of: fixture.integration.id, after: position, limit: 5)),
            let last = page.last
        {
            seen += page.map(\.id)
            position = EntityPosition(owner: "", id: last.id)
        }
        #expect(seen.count == 23)
        #expect(seen == seen.sorted())
    }

    @Test(arguments: EntityKind.allCases) func `every kind names its own type`(kind: EntityKind) {
        #expect(kind.type.kind == kind)
    }

    @Test func `finds users through nested groups, also where a group contains itself`() async throws {
        let joins: [(String, Member)] = [
            ("g1", Member(id: "g2", kind: .group)), ("g2", Member(id: "g3", kind: .group)),
            ("g3", Member(id: "g1", kind: .group)),
            ("g1", Member(id: "u1", kind: .user)), ("g3", Member(id: "u2", kind: .user)),
            ("g3", Member(id: "c1", kind: .other)),
        ]
        try await fixture.store.write(fixture.integration.id) { writer in
            for (group, member) in joins { try writer.join(group: group, member, round: 1) }
        }
        #expect(try fixture.store.transitiveUserIDs(ofGroup: "g1", of: fixture.integration.id) == ["u1", "u2"])
        #expect(try fixture.store.members(ofGroup: "g1", of: fixture.integration.id).map(\.id) == ["g2", "u1"])
        #expect(try fixture.store.groupIDs(ofMember: "u2", of: fixture.integration.id) == ["g3"])
    }

    @Test func `how many there are is kept when a run ends, and goes with the integration`() async throws {
        let (store, id, now) = (fixture.store, fixture.integration.id, fixture.now)
        try await fixture.keep(["u1", "u2", "u3"].map { fixture.user($0) })
        #expect(try store.keptCount(.user, of: id) == 0)
        for leaving in [3, 1] {
            let run = try store.beginRun(id, kind: .sync, isFull: false, at: fixture.now)
            if leaving == 1 {
                try await store.write(id) {
                    for user in ["u1", "u2"] { _ = try $0.forget(.user, owner: "", id: user, run: 2, at: now) }
                }
            }
            try store.endRun(id, number: run.run.number, requests: 1, opened: 0, resolved: 0, finished: now)
            #expect(try store.keptCount(.user, of: id) == leaving)
            #expect(try store.keptCount(.group, of: id) == 0)
        }
        try store.remove(id)
        #expect(try store.keptCount(.user, of: id) == 0)
    }

    @Test func `every table that has rows of an integration is emptied with it`() throws {
        let tables = try fixture.store.database.read {
            try $0.rows(
                """
                SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'integration'
                WHERE m.type = 'table'
                """
            ) { $0.text(0) }
        }
        #expect(Set(tables).subtracting(Store.tablesOfIntegration) == [])
        #expect(tables.count > 20)
    }

    @Test func `keeps tenants apart`() async throws {
        var other = Integration.contoso
        other.name = "fabrikam"
        let second = try fixture.store.add(other, secret: CredentialSecret(clientSecret: "x"))
        try await fixture.keep([fixture.user("u1")])
        #expect(try fixture.store.count(.user, of: second.id) == 0)
        try fixture.store.remove(fixture.integration.id)
        #expect(try fixture.store.integrations().map(\.name) == ["fabrikam"])
    }
}
