import Foundation
import Model
import Testing

@testable import Store

/// The number by which a reader sees whether what it keeps of an integration still holds.
struct StoreChangesTests {
    let fixture: StoreFixture
    init() throws { fixture = try StoreFixture() }
    private var store: Store { fixture.store }
    private var id: Int { fixture.integration.id }

    private func number() throws -> Int { try #require(try store.changes()[id]) }

    @Test(arguments: [
        "INSERT INTO finding VALUES (1, 'c', 1, 1, 0, NULL, NULL, NULL, NULL, NULL, NULL, 1, 0, 0)",
        "INSERT INTO finding_age VALUES (1, 'c', 'active', 20000, 1)",
        "INSERT INTO finding_day VALUES (1, 'c', 20000, 1, 1, 0, 1, 0, 0)",
        "INSERT INTO day VALUES (1, 20000, 1, 0, 0, 0, 10, 0)",
        "INSERT INTO balance VALUES (1, 1, 0, 'users', 'ok', 3, NULL, NULL, NULL)",
        "INSERT INTO doubt_count VALUES (1, 'c', 'r', 2)", "INSERT INTO run VALUES (1, 1, 'scan', 0, 9, 1, 1, 0, 0)",
    ])
    func `grows with every row that comes, changes or goes`(insert: String) throws {
        let table = try #require(insert.split(separator: " ").dropFirst(2).first)
        for statement in [insert, "UPDATE \(table) SET integration = integration", "DELETE FROM \(table)"] {
            let before = try number()
            try store.database.write { _ = try $0.execute(statement, []) }
            #expect(try number() > before, "\(statement)")
        }
    }

    @Test func `grows when the integration gets another name, and not for another integration`() throws {
        var other = Integration.contoso
        other.name = "fabrikam"
        let second = try store.add(other, secret: CredentialSecret(clientSecret: "x"))
        let before = try store.changes()
        try store.database.write {
            _ = try $0.execute("UPDATE integration SET name = 'renamed' WHERE id = $1", [.int(id)])
        }
        let after = try store.changes()
        #expect(try #require(after[id]) > before[id] ?? 0)
        #expect(after[second.id] == before[second.id])
        #expect(try store.changes(of: second.id) == [second.id: after[second.id]])
    }

    @Test func `does not begin anew for an integration that gets the number of one that is gone`() throws {
        let before = try number()
        try store.remove(id)
        #expect(try store.changes()[id] == nil)
        let again = try store.add(.contoso, secret: CredentialSecret(clientSecret: "x"))
        #expect(again.id == id)
        #expect(try number() > before)
    }

    /// Brings in the member, changes its kind, and takes it out; and an entry of the list in the same way.
    @Test(arguments: [
        [
            "INSERT INTO membership VALUES (1, 'g', 'm', 'user', 1)", "UPDATE membership SET member_kind = 'group'",
            "DELETE FROM membership",
        ],
        [
            "INSERT INTO protection VALUES (1, 'user', 'u', 'n', 'n', '{}')", "UPDATE protection SET name = 'm'",
            "DELETE FROM protection",
        ],
        [
            "INSERT INTO protection_reason VALUES (1, 'user', 'u', 'direct', NULL, 'cli:ana', 0, NULL)",
            "UPDATE protection_reason SET expires = 5", "DELETE FROM protection_reason",
        ],
    ])
    func `the number of the directory grows with members and the list, and with them alone`(steps: [String]) throws {
        let pictures = try number()
        for statement in steps {
            let before = try store.directoryChange(of: id)
            try store.database.write { _ = try $0.execute(statement, []) }
            #expect(try store.directoryChange(of: id) > before, "\(statement)")
        }
        #expect(try number() == pictures)
    }

    @Test func `a round that meets the same members again changes nothing of the directory`() async throws {
        try await store.write(id) { try $0.join(group: "g", Member(id: "m", kind: .user), round: 1) }
        let before = try store.directoryChange(of: id)
        try await store.write(id) { try $0.join(group: "g", Member(id: "m", kind: .user), round: 2) }
        #expect(try store.directoryChange(of: id) == before)
        #expect(try store.directoryChange(of: id + 1) == 0)
    }

    @Test func `what a transaction takes back it does not count`() async throws {
        let before = try number()
        struct Stop: Error {}
        await #expect(throws: Stop.self) {
            try await store.write(id) {
                try $0.addFinding("c", severity: .low)
                throw Stop()
            }
        }
        #expect(try number() == before)
    }

    @Test func `the strata of a list are read from one index in their order`() throws {
        var filter = InstanceFilter()
        filter.severities = [.low]
        for filter in [InstanceFilter(), filter] {
            let plan = try fixture.plan(Store.countsStatement(filter))
            #expect(plan.contains { $0.contains("COVERING INDEX finding_order") }, "\(plan)")
            #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
        }
    }
}
