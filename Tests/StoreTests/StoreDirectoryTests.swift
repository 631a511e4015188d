import Foundation
import Model
import Testing

@testable import Store

struct StoreDirectoryTests {
    let fixture: StoreFixture
    init() throws { fixture = try StoreFixture() }

    private var store: Store { fixture.store }
    private var id: Int { fixture.integration.id }

    private func fill() async throws {
        try await fixture.keep([
            fixture.user("1") {
                $0.displayName = "Adele Vance"; $0.mail = "adele@contoso.com"
            },
            fixture.user("2") {
                $0.displayName = "bo Li"; $0.userType = "Guest"; $0.mail = "bo@partner.com"
            },
            fixture.user("3") {
                $0.displayName = "Cy 100%_x"; $0.accountEnabled = false
            },
            fixture.user("4") { $0.displayName = "Ärla Öst" },
        ])
        let groups = try ["g1", "g2", "g3"].map { id in
            var group = Group(id: id)
            group.displayName = "Group \(id)"
            return try StoredEntity(group)
        }
        try await store.write(id) { writer in
            for group in groups { try writer.keep(group, round: 1, run: 1) }
            // g1 holds g2 and g2 holds g1: a ring. g2 holds 1, g3 holds 1 and 2.
            try writer.join(group: "g1", Member(id: "g2", kind: .group), round: 1)
            try writer.join(group: "g2", Member(id: "g1", kind: .group), round: 1)
            try writer.join(group: "g2", Member(id: "1", kind: .user), round: 1)
            try writer.join(group: "g3", Member(id: "1", kind: .user), round: 1)
            try writer.join(group: "g3", Member(id: "2", kind: .user), round: 1)
        }
    }

    private func protect(_ kind: Protection.Kind, _ id: String, name: String = "n", until: Date? = nil) throws {
        let key = Protection.Key(integration: self.id, kind: kind, id: id)
        let reason = Protection.Reason("direct", by: "cli:ana", at: fixture.now, expires: until)
        try store.changeProtections {
            try $0.keep(Protection(key, person: ProtectedPerson(id: id, name: name), reasons: [reason]))
        }
    }

    private func names(
        _ seek: Seek<DirectoryPosition> = .start, limit: Int = 50, _ change: (inout DirectoryFilter) -> Void = { _ in }
    ) throws -> [String] {
        var filter = DirectoryFilter()
        change(&filter)
        return try store.directory(User.self, of: id, filter, at: fixture.now, seek, limit: limit).elements.map(\.name)
    }

    private func groupStandings() throws -> [String: GroupStanding] {
        var counts: [String: MemberCount] = [:]
        return try store.standings(ofGroups: ["g1", "g2", "g3"], of: id, at: fixture.now, counts: &counts)
    }

    @Test func `lists users by name, whatever their case`() async throws {
        try await fill()
        #expect(try names() == ["Adele Vance", "bo Li", "Cy 100%_x", "Ärla Öst"])
    }

    @Test func `pages forward and back without losing anybody`() async throws {
        try await fill()
        let first = try store.directory(User.self, of: id, at: fixture.now, limit: 2)
        let last = try #require(first.elements.last)
        let second = try store.directory(
            User.self, of: id, at: fixture.now, .after(Store.directoryPosition(of: last)), limit: 2)
        #expect(second.elements.map(\.name) == ["Cy 100%_x", "Ärla Öst"])
        #expect(second.hasPrevious && !second.hasNext && first.hasNext && !first.hasPrevious)
        let start = try #require(second.elements.first)
        let back = try store.directory(
            User.self, of: id, at: fixture.now, .before(Store.directoryPosition(of: start)), limit: 2)
        #expect(back.elements.map(\.name) == ["Adele Vance", "bo Li"])
        #expect(!back.hasPrevious && back.hasNext)
    }

    @Test func `finds by a part of the name or the address, and takes percent and underscore as they are`() async throws
    {
        try await fill()
        #expect(try names { $0.text = "VANCE" } == ["Adele Vance"])
        #expect(try names { $0.text = "partner" } == ["bo Li"])
        #expect(try names { $0.text = "%" } == ["Cy 100%_x"])
        #expect(try names { $0.text = "e_v" } == [])
        #expect(try names { $0.text = "ärla" } == ["Ärla Öst"])
    }

    @Test func `narrows to guests and to disabled accounts`() async throws {
        try await fill()
        #expect(try names { $0.onlyGuests = true } == ["bo Li"])
        #expect(try names { $0.onlyDisabled = true } == ["Cy 100%_x"])
    }

    @Test func `a renamed user is found under the new name alone`() async throws {
        try await fill()
        try await fixture.keep([fixture.user("1") { $0.displayName = "Zoe Vance" }], round: 2, run: 2)
        #expect(try names() == ["bo Li", "Cy 100%_x", "Zoe Vance", "Ärla Öst"])
    }

    @Test func `tells the protected, directly and through groups in a ring, from the others`() async throws {
        try await fill()
        try protect(.group, "g1", name: "Group g1")
        try protect(.user, "3")
        #expect(try names { $0.protected = .yes } == ["Adele Vance", "Cy 100%_x"])
        #expect(try names { $0.protected = .no } == ["bo Li", "Ärla Öst"])
        let standings = try store.standings(ofUsers: ["1", "2", "3"], of: id, at: fixture.now)
        #expect(standings["1"]?.groups == ["Group g1"])
        #expect(standings["2"]?.isProtected == false)
        #expect(standings["3"]?.entry != nil)
    }

    @Test func `an entry that has ended protects nobody`() async throws {
        try await fill()
        try protect(.user, "3", until: fixture.now)
        #expect(try names { $0.protected = .yes } == [])
        #expect(try store.standings(ofUsers: ["3"], of: id, at: fixture.now)["3"]?.isProtected == false)
    }

    @Test func `counts how many members of a group are protected`() async throws {
        try await fill()
        try protect(.group, "g2")
        let standings = try groupStandings()
        #expect(standings["g1"]?.members == 1)
        #expect(standings["g1"]?.isWhole == true)
        #expect(standings["g2"]?.entry != nil)
        #expect(standings["g3"]?.members == 2)
        #expect(standings["g3"]?.protected == 1)
        #expect(standings["g3"]?.isWhole == false)
    }

    @Test func `everybody in a group inside a protected one counts as protected`() async throws {
        try await fill()
        try protect(.group, "g1")
        let standings = try groupStandings()
        for group in ["g1", "g2"] {
            let standing = try #require(standings[group])
            #expect(standing.members == 1 && standing.protected == 1 && standing.isWhole)
        }
        #expect(standings["g2"]?.groups.count == 1)
        #expect(standings["g3"]?.protected == 1)
    }

    @Test func `whom a group protects is read group by group, not by every membership`() throws {
        var filter = DirectoryFilter()
        filter.protected = .yes
        let statements = [
            Store.protectedUserCountStatement(of: id, at: fixture.now, upTo: 10),
            Store.directoryStatement(
                .user, of: id, filter, at: fixture.now, .start, limit: 50, fromProtected: true),
        ]
        for statement in statements {
            let plan = try fixture.plan(statement)
            #expect(
                plan.contains { $0.hasPrefix("SEARCH m ") && $0.contains("(integration=? AND group_id=?") }, "\(plan)")
            #expect(!plan.contains { $0.hasPrefix("SCAN m") || $0.hasSuffix("(integration=?)") }, "\(plan)")
        }
    }

    @Test func `whom many groups protect is met by name, by the groups around each`() throws {
        var filter = DirectoryFilter()
        filter.protected = .yes
        let plan = try fixture.plan(
            Store.directoryStatement(.user, of: id, filter, at: fixture.now, .start, limit: 50, fromProtected: false))
        #expect(plan.contains { $0.contains("SEARCH m USING COVERING INDEX membership_upward") }, "\(plan)")
        #expect(!plan.contains { $0.contains("held") || $0.contains("TEMP B-TREE") }, "\(plan)")
    }

    @Test func `more entries than are worth counting give the same list`() async throws {
        try await fill()
        try protect(.group, "g1", name: "Group g1")
        try protect(.user, "3")
        for number in 0..<1_001 { try protect(.group, "gone\(number)") }
        #expect(try names { $0.protected = .yes } == ["Adele Vance", "Cy 100%_x"])
        #expect(try names { $0.protected = .no } == ["bo Li", "Ärla Öst"])
    }

    @Test func `counts everybody who is protected once, up to a bound`() async throws {
        try await fill()
        try protect(.group, "g1")
        try protect(.group, "g3")
        try protect(.user, "1")
        try protect(.user, "3")
        #expect(try store.protectedUserCount(of: id, at: fixture.now, upTo: 10) == 3)
        #expect(try store.protectedUserCount(of: id, at: fixture.now, upTo: 2) == 2)
    }

    @Test func `counting ends where it is told to`() async throws {
        try await fill()
        #expect(try store.count(.user, of: id) == 4)
        #expect(try store.count(.user, of: id, upTo: 3) == 3)
    }

    @Test(arguments: [DirectoryFilter.Protected?.none, .yes, .no], [false, true])
    func `reads no more of the table than the page needs`(protected: DirectoryFilter.Protected?, text: Bool) throws {
        var filter = DirectoryFilter()
        filter.protected = protected
        filter.text = text ? "ana" : nil
        let position = DirectoryPosition(name: "m", id: "5")
        for change in [{ _ in }, { $0.onlyGuests = true }, { $0.onlyDisabled = true }]
            as [(inout DirectoryFilter) -> Void]
        {
            var filter = filter
            change(&filter)
            let statement = Store.directoryStatement(
                .user, of: id, filter, at: fixture.now, .after(position), limit: 50, fromProtected: false)
            let plan = try fixture.plan(statement)
            #expect(plan.contains { $0.contains("SEARCH e USING INDEX entity_") && $0.contains("name_key") }, "\(plan)")
            #expect(!plan.contains { $0.contains("TEMP B-TREE FOR ORDER BY") || $0.contains("SCAN e ") }, "\(plan)")
        }
    }
}

extension StoreFixture {
    /// How the engine goes about a statement, a line a step.
    func plan(_ statement: SQLText) throws -> [String] {
        try store.database.read {
            try $0.rows("EXPLAIN QUERY PLAN \(statement.sql)", statement.arguments) { $0.text(3) }
        }
    }
}
