import Foundation
import Model
import Testing

@testable import Store

struct StoreProtectionsTests {
    let fixture: StoreFixture
    var store: Store { fixture.store }
    var directory: Int { fixture.integration.id }
    var now: Date { fixture.now }

    init() throws { fixture = try StoreFixture() }

    func reason(_ text: String = "direct", comment: String? = nil, expires: Date? = nil) -> Protection.Reason {
        Protection.Reason(text, comment: comment, by: "cli:ana", at: now, expires: expires)
    }

    func protect(_ kind: Protection.Kind, _ id: String, _ name: String? = nil, _ reasons: [Protection.Reason]) throws {
        let key = Protection.Key(integration: kind == .user || kind == .group ? directory : nil, kind: kind, id: id)
        let person = ProtectedPerson(id: id, name: name ?? "User \(id)", addresses: ["\(id)@contoso.example"])
        try store.changeProtections { try $0.keep(Protection(key, person: person, reasons: reasons)) }
    }

    func join(_ group: String, _ members: Member...) async throws {
        try await store.write(directory) { writer in
            for member in members { try writer.join(group: group, member, round: 1) }
        }
    }

    func ids(at moment: Date? = nil, limit: Int = 500) throws -> [String] {
        try store.protectedUserIDs(of: directory, at: moment ?? now, after: "", limit: limit)
    }

    @Test func `keeps every reason of an entry, with who, when and why`() throws {
        try protect(.user, "u1", nil, [reason(comment: "board")])
        try protect(.user, "u1", "User One", [reason("import:vips.csv", comment: "list of May")])
        let key = Protection.Key(integration: directory, kind: .user, id: "u1")
        let found = try #require(try store.protection(key))
        #expect(found.name == "User One")
        #expect(found.reasons == [reason(comment: "board"), reason("import:vips.csv", comment: "list of May")])
    }

    @Test func `the same reason again keeps the older comment where it brings none`() throws {
        try protect(.user, "u1", nil, [reason(comment: "board")])
        try protect(.user, "u1", nil, [reason()])
        let found = try store.protection(.init(integration: directory, kind: .user, id: "u1"))
        #expect(found?.reasons.map(\.comment) == ["board"])
    }

    @Test func `people typed in belong to no directory and survive the removal of one`() throws {
        try protect(.person, "p1", "Ana", [reason("manual")])
        try protect(.user, "u1", nil, [reason()])
        try store.changeProtections {
            try $0.keep(
                KeptSecondaryEmail(of: "u1", .init(address: "u1@home.example"), by: "x", at: now), in: directory)
        }
        try store.remove(directory)
        #expect(try store.protectionCounts(in: nil) == [.person: 1])
        #expect(try store.protectionCounts(in: directory).isEmpty)
        #expect(try store.secondaryEmails(from: "", to: "zzz", in: directory).isEmpty)
    }

    @Test func `removing an entry removes its reasons, and says whether there was one`() throws {
        try protect(.person, "p1", "Ana", [reason("manual")])
        let key = Protection.Key(integration: nil, kind: .person, id: "p1")
        #expect(try store.changeProtections { try $0.remove(key) })
        #expect(try !store.changeProtections { try $0.remove(key) })
        try protect(.person, "p1", "Ana", [])
        #expect(try store.protection(key)?.reasons == [])
    }

    @Test func `names are found without case, doubled blanks and marks of composition`() throws {
        try protect(.person, "p1", "José  García", [reason("manual")])
        #expect(try store.protections(named: "jose\u{301} garci\u{301}a", in: nil).map(\.key.id) == ["p1"])
        #expect(try store.protections(named: "Jose Garcia", in: nil).isEmpty)
    }

    @Test func `a secondary email is kept once, whatever its letter case`() throws {
        let end = now.addingTimeInterval(86_400)
        try store.changeProtections { writer in
            try writer.keep(
                KeptSecondaryEmail(of: "u1", .init(address: "Ana@Home.example"), by: "x", at: now), in: directory)
            try writer.keep(
                KeptSecondaryEmail(
                    of: "u1", .init(address: "ana@home.example", expires: end, needsAuthentication: true), by: "y",
                    at: now),
                in: directory)
        }
        let kept = try store.secondaryEmails(from: "u1", to: "u1", in: directory)
        #expect(kept.map(\.email) == [.init(address: "ana@home.example", expires: end, needsAuthentication: true)])
        #expect(try store.secondaryEmails(from: "u1", to: "u1", in: nil).isEmpty)
        #expect(
            try store.changeProtections { try $0.forgetSecondary("ANA@HOME.example", of: "u1", in: directory) } == 1)
    }

    @Test func `members of a protected group are protected through nested groups, also where groups hold each other`()
        async throws
    {
        try await fixture.keep(["u1", "u2", "u3", "u4"].map { fixture.user($0) })
        try await join("g1", Member(id: "u1", kind: .user), Member(id: "g2", kind: .group))
        try await join(
            "g2", Member(id: "u2", kind: .user), Member(id: "g1", kind: .group), Member(id: "x", kind: .other))
        try protect(.group, "g1", "Executives", [reason()])
        try protect(.group, "g2", "Board", [reason()])
        #expect(try ids() == ["u1", "u2"])
        let users = try store.protectedUsers(of: directory, at: now)
        #expect(users.map(\.groups) == [["Board", "Executives"], ["Board", "Executives"]])
        #expect(users.map { $0.user?.id } == ["u1", "u2"])
    }

    @Test func `who joins a group is protected, who leaves is not, unless listed directly`() async throws {
        try await fixture.keep(["u1", "u2", "u3"].map { fixture.user($0) })
        try await join("g1", Member(id: "u1", kind: .user), Member(id: "u2", kind: .user))
        try protect(.group, "g1", "Executives", [reason()])
        try protect(.user, "u2", nil, [reason()])
        try await join("g1", Member(id: "u3", kind: .user))
        try await store.write(directory) { writer in
            try writer.leave(group: "g1", member: "u1")
            try writer.leave(group: "g1", member: "u2")
        }
        #expect(try ids() == ["u2", "u3"])
        #expect(try store.protectedUser("u1", of: directory, at: now) == nil)
        #expect(try store.protectedUser("u2", of: directory, at: now)?.groups == [])
    }

    @Test func `reasons that have ended protect nobody`() async throws {
        try await fixture.keep(["u1", "u2"].map { fixture.user($0) })
        try await join("g1", Member(id: "u1", kind: .user))
        try protect(.group, "g1", "Executives", [reason(expires: now.addingTimeInterval(10))])
        try protect(.user, "u2", nil, [reason(expires: now.addingTimeInterval(20))])
        #expect(try ids() == ["u1", "u2"])
        #expect(try ids(at: now.addingTimeInterval(10)) == ["u2"])
        #expect(try ids(at: now.addingTimeInterval(20)) == [])
    }

    @Test func `who is listed directly stays listed when the directory has them no more; a group's member does not`()
        async throws
    {
        try await join("g1", Member(id: "gone", kind: .user))
        try protect(.group, "g1", "Executives", [reason()])
        try protect(.user, "left", "Grady Archie", [reason()])
        let users = try store.protectedUsers(of: directory, at: now)
        #expect(users.map(\.id) == ["left"])
        #expect(users[0].user == nil)
        #expect(users[0].entry?.person.addresses == ["left@contoso.example"])
    }

    @Test(arguments: [1, 2, 3, 7, 100])
    func `pages of any size give everybody once, in order`(limit: Int) async throws {
        let all = (0..<20).map { "u\($0 + 10)" }
        try await fixture.keep(all.map { fixture.user($0) })
        for id in all.enumerated() where id.offset % 2 == 0 {
            try await join("g1", Member(id: id.element, kind: .user))
        }
        try protect(.group, "g1", "Executives", [reason()])
        for id in all.enumerated() where id.offset % 3 == 0 { try protect(.user, id.element, nil, [reason()]) }
        var found: [String] = []
        while true {
            let page = try store.protectedUsers(of: directory, at: now, after: found.last ?? "", limit: limit)
            if page.isEmpty { break }
            #expect(page.count <= limit)
            found += page.map(\.id)
        }
        #expect(found == all.enumerated().filter { $0.offset % 2 == 0 || $0.offset % 3 == 0 }.map(\.element))
    }

    @Test func `another directory's groups and users do not count`() async throws {
        var other = Integration.contoso
        other.name = "fabrikam"
        let second = try store.add(other, secret: CredentialSecret(clientSecret: "x"))
        try await fixture.keep([fixture.user("u1")])
        try await join("g1", Member(id: "u1", kind: .user))
        let key = Protection.Key(integration: second.id, kind: .group, id: "g1")
        try store.changeProtections {
            try $0.keep(Protection(key, person: ProtectedPerson(id: "g1", name: "G"), reasons: [reason()]))
        }
        #expect(try ids() == [])
    }

    @Test func `a database of the first version gets the list without losing anything`() async throws {
        try await withTemporaryFolder { folder in
            let database = try SQLiteDatabase(path: folder.appendingPathComponent("old.sqlite").path)
            try database.write { connection in
                for statement in schema0001 { try connection.execute(statement, []) }
                try connection.execute("CREATE TABLE schema_version (version BIGINT NOT NULL)", [])
                try connection.execute("INSERT INTO schema_version (version) VALUES (1)", [])
                try connection.execute(
                    "INSERT INTO membership (integration, group_id, member_id, member_kind, seen) VALUES (1, 'g', 'u', 'user', 1)",
                    [])
            }
            try database.close()
            let store = try Store(.sqlite(path: folder.appendingPathComponent("old.sqlite").path), key: SecretKey())
            #expect(try store.members(ofGroup: "g", of: 1).map(\.id) == ["u"])
            #expect(try store.protectionCounts(in: nil).isEmpty)
        }
    }
}
