import Foundation
import Model
import Testing

@testable import Store

struct StoreDirectorySearchTests {
    let fixture: StoreFixture

    init() async throws {
        fixture = try StoreFixture()
        try await fixture.keep([
            fixture.user("1") {
                $0.displayName = "Adele Vance"; $0.mail = "adele@contoso.com"
            },
            fixture.user("2") { $0.displayName = "Vance Adams" },
            fixture.user("3") {
                $0.displayName = "Zoe 100%_x"; $0.mail = "vance.z@contoso.com"
            },
            fixture.user("4") { $0.displayName = "Ärla Öst" },
        ])
    }

    private func hits(_ words: String, atMost limit: Int = 10, reach: Int = 100) throws -> DirectoryHits<User> {
        try fixture.store.directoryHits(
            User.self, of: fixture.integration.id, for: words, atMost: limit, reach: reach)
    }

    @Test func `names that begin so stand before those that hold it, names before addresses of the rest`() throws {
        #expect(try hits("vance").elements.map(\.id) == ["2", "1", "3"])
    }

    @Test func `says that there is more than what was asked for`() throws {
        let found = try hits("vance", atMost: 2)
        #expect(found.elements.map(\.id) == ["2", "1"])
        #expect(found.hasMore)
        #expect(try !hits("vance", atMost: 3).hasMore)
    }

    @Test func `looks into so many names only and says so, but misses no beginning`() throws {
        let found = try hits("vance", reach: 1)
        #expect(found.elements.map(\.id) == ["2", "1"])
        #expect(found.isCutShort)
        #expect(try !hits("vance", reach: 4).isCutShort)
    }

    @Test func `signs of patterns stand for themselves`() throws {
        #expect(try hits("0%_").elements.map(\.id) == ["3"])
        #expect(try hits("%").elements.map(\.id) == ["3"])
        #expect(try hits("").elements.isEmpty)
    }

    @Test func `both questions are answered by the index of names`() throws {
        let statements = [
            Store.openingStatement(.user, of: 1, "va", limit: 7),
            Store.insideStatement(.user, of: 1, "va", limit: 7, reach: 50_000),
        ]
        for statement in statements {
            let plan = try fixture.plan(statement).joined(separator: "; ")
            #expect(plan.contains("entity_name"), "\(plan)")
            #expect(!plan.contains("TEMP B-TREE"), "\(plan)")
        }
    }
}
