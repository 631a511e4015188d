import Foundation
import Model
import Testing

@testable import Flows
@testable import Store

/// What is kept of groups says what counting anew says.
struct MemberShelfTests {
    let fixture: ProtectFixture
    let shelf = MemberShelf()
    init() async throws { fixture = try await ProtectFixture() }

    private let groups = ["g-exec", "g-all", "g-none"]

    private func standings(_ shelf: MemberShelf, at now: Date? = nil) throws -> [String: GroupStanding] {
        try shelf.standings(
            ofGroups: groups, of: fixture.directory.id, in: fixture.store, at: now ?? fixture.now)
    }

    private func protected(_ shelf: MemberShelf, at now: Date? = nil) throws -> [Int] {
        try [10, 1].map {
            try shelf.protectedUsers(of: fixture.directory.id, in: fixture.store, at: now ?? fixture.now, upTo: $0)
        }
    }

    private func compare(_ after: String, at now: Date? = nil) throws {
        #expect(try standings(shelf, at: now) == standings(MemberShelf(), at: now), "\(after)")
        #expect(try protected(shelf, at: now) == protected(MemberShelf(), at: now), "\(after)")
    }

    private func protect(_ kind: Protection.Kind, _ id: String, until: Date? = nil) throws {
        let key = Protection.Key(integration: fixture.directory.id, kind: kind, id: id)
        let reason = Protection.Reason("direct", by: "cli:ana", at: fixture.now, expires: until)
        try fixture.store.changeProtections {
            try $0.keep(Protection(key, person: ProtectedPerson(id: id, name: id), reasons: [reason]))
        }
    }

    @Test func `after members that come and go, protections, and their end`() async throws {
        try compare("the first reading")
        #expect(try standings(shelf)["g-all"]?.members == 2)
        try await fixture.join("g-none", Member(id: "u-lee", kind: .user), Member(id: "u-adele", kind: .user))
        try compare("members that came")
        #expect(try standings(shelf)["g-none"]?.members == 2)
        try await fixture.leave("g-none", "u-adele")
        try compare("a member that left")
        let end = fixture.now.addingTimeInterval(60)
        try protect(.user, "u-lee", until: end)
        try compare("a person who is protected")
        #expect(try standings(shelf)["g-none"]?.protected == 1)
        try compare("the end of that", at: end)
        #expect(try standings(shelf, at: end)["g-none"]?.protected == 0)
        try compare("a clock set back")
        try protect(.group, "g-exec")
        try compare("a group that is protected")
        #expect(try standings(shelf)["g-exec"]?.isWhole == true)
        #expect(try protected(shelf) == [3, 1])
        _ = try fixture.store.changeProtections {
            try $0.remove(.init(integration: fixture.directory.id, kind: .group, id: "g-exec"))
        }
        try compare("a protection that was removed")
    }

    @Test func `counts nothing again of which nothing has changed`() async throws {
        let before = try standings(shelf)
        #expect(shelf.count(of: fixture.directory.id) == 3)
        try await fixture.store.database.write {
            // Behind its back: without the trigger nobody says that anything changed.
            _ = try $0.execute("DROP TRIGGER membership_delete", [])
            _ = try $0.execute("DELETE FROM membership", [])
        }
        #expect(try standings(shelf) == before)
        #expect(try standings(MemberShelf())["g-all"]?.members == 0)
    }

    /// The names of the list, page by page, forward and back, from the shelf or from the database.
    private func names(_ isKept: Bool, limit: Int) throws -> [String] {
        let list = ProtectedList(store: fixture.store, asOf: fixture.now, keeping: shelf)
        // A text that everybody has is sought by the database.
        let text = isKept ? nil : "@"
        var (names, seek): ([String], Seek<ProtectedList.Position>) = ([], .start)
        while true {
            let page = try list.page(directory: "contoso", text: text, seek, limit: limit)
            names += page.elements.map(\.entry.person.name)
            guard page.hasNext, let last = page.elements.last else { break }
            seek = .after(last.position)
        }
        guard let first = try list.page(directory: "contoso", text: text, seek, limit: limit).elements.first else {
            return names
        }
        return names + ["back"]
            + (try list.page(directory: "contoso", text: text, .before(first.position), limit: limit)).elements
            .map(\.entry.person.name)
    }

    @Test func `the protected stand by name, after users who come, go and are renamed as well`() async throws {
        try protect(.group, "g-all")
        try protect(.user, "u-lee")
        func compare(_ after: String) throws {
            for limit in [1, 2, 50] {
                #expect(try names(true, limit: limit) == names(false, limit: limit), "\(after), \(limit)")
            }
        }
        try compare("the first reading")
        #expect(try names(true, limit: 50).prefix(3) == ["Alex Wilber", "Lee Gu", "Patti Fernandez"])
        try await fixture.keep(fixture.user("u-lee", "Zoe Gu", "LeeG@contoso.example"))
        try compare("another name")
        #expect(try names(true, limit: 50).prefix(3) == ["Alex Wilber", "Patti Fernandez", "Zoe Gu"])
        try await fixture.join("g-all", Member(id: "u-new", kind: .user))
        try await fixture.keep(fixture.user("u-new", "ärla öst", "new@contoso.example"))
        try compare("somebody who came after the membership")
        #expect(try names(true, limit: 50).contains("ärla öst"))
        try await fixture.forget(.user, "u-alex")
        try compare("somebody who has left")
    }

    @Test func `a part of the groups is added to the others`() throws {
        _ = try shelf.standings(ofGroups: ["g-all"], of: fixture.directory.id, in: fixture.store, at: fixture.now)
        let later = fixture.now.addingTimeInterval(5)
        _ = try shelf.standings(ofGroups: ["g-exec"], of: fixture.directory.id, in: fixture.store, at: later)
        #expect(shelf.count(of: fixture.directory.id) == 2)
        try compare("both", at: later)
    }
}
