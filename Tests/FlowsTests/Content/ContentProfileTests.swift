import Foundation
import Model
import SimulatedTenant
import Store
import Testing

@testable import Flows

/// Profiles that are attached and change: what was found stays where it says enough.
struct ContentProfileTests {
    private let deed = Deed(by: "cli:test", at: Date(timeIntervalSince1970: 1_794_000_000))
    private let cards: Set<String> = ["visa", "mastercard", "iban"]

    private func fixture(_ profile: ContentProfile) throws -> (ContosoFixture, ProfileBook) {
        let fixture = try ContosoFixture(profiles: [profile.name])
        let book = ProfileBook(store: fixture.store)
        try book.add(profile, deed)
        return (fixture, book)
    }

    /// What a scan finds that never knew anything else.
    private func picture(of profile: ContentProfile) async throws -> Set<String> {
        let (fixture, _) = try fixture(profile)
        _ = try await fixture.scan()
        return try fixture.plainContents()
    }

    private func downloads(_ fixture: ContosoFixture, after change: ContentProfile) async throws -> Int {
        _ = fixture.takeDownloads()
        _ = try await fixture.scan(profiles: [change.name])
        return fixture.takeDownloads().count
    }

    @Test func `one that has another name now takes along what was found, and no download`() async throws {
        var profile = ContentProfile(name: "Ours", entries: cards, minimum: .low, allowed: 1)
        let (fixture, book) = try fixture(profile)
        _ = try await fixture.scan()
        #expect(try !fixture.plainContents().isEmpty)
        profile.name = "Theirs"
        try book.change("Ours", to: profile, deed)
        #expect(try await downloads(fixture, after: profile) == 0)
        #expect(try await fixture.plainContents() == picture(of: profile))
    }

    @Test func `one that lost entries that compete with no others is read from what was found`() async throws {
        var profile = ContentProfile(name: "Ours", entries: cards, minimum: .low)
        let (fixture, book) = try fixture(profile)
        let own = try EntryBook(store: fixture.store).add(
            .init(name: "Orders", means: .words(list: ["card", "order", "iban"])), deed)
        profile.entries.insert(own.id)
        try book.change("Ours", to: profile, deed)
        _ = try await fixture.scan()
        let before = try fixture.plainContents()
        // A kind of a detector that is still asked for by another one, and an entry of one's own.
        profile.entries = ["visa", "iban"]
        try book.change("Ours", to: profile, deed)
        #expect(try !book.readsAgain(fixture.integration))
        #expect(try await downloads(fixture, after: profile) == 0)
        let now = try fixture.plainContents()
        #expect(now != before)
        #expect(try await now == picture(of: profile))
    }

    @Test(arguments: [0, 1, 2]) func `is read again where what was found does not say enough`(change: Int) async throws
    {
        var profile = ContentProfile(name: "Ours", entries: cards, minimum: .low, allowed: change == 1 ? 1 : 0)
        let (fixture, book) = try fixture(profile)
        _ = try await fixture.scan()
        switch change {
        // Another detector may have wanted what the account numbers took.
        case 0: profile.entries.remove("iban")
        case 1: profile.entries.remove("mastercard")
        default: profile.minimum = .high
        }
        try book.change("Ours", to: profile, deed)
        #expect(try book.readsAgain(fixture.integration))
        #expect(try await downloads(fixture, after: profile) > 10)
        #expect(try await fixture.plainContents() == picture(of: profile))
    }

    @Test func `one of which no entry is on asks for no file, and for all once one is on`() async throws {
        let profile = ContentProfile(name: "Ours", entries: ["visa"], minimum: .low)
        let (fixture, book) = try fixture(profile)
        try book.turn(["visa"], .off, in: "Ours", deed)
        #expect(try book.idle(among: ["ours", "Financial Information"]) == ["Ours"])
        _ = try await fixture.scan()
        #expect(fixture.takeDownloads().isEmpty)
        try book.turn(["visa"], .on, in: "Ours", deed)
        #expect(try book.idle(among: ["Ours"]) == [])
        #expect(try await downloads(fixture, after: profile) > 0)
        #expect(try !fixture.plainContents().isEmpty)
        try book.turn(["visa"], .off, in: "Ours", deed)
        #expect(try await downloads(fixture, after: profile) == 0)
        #expect(try fixture.plainContents().isEmpty)
    }

    @Test func `a scan that was cut off before all was renamed goes on with it`() async throws {
        var profile = ContentProfile(name: "Ours", entries: cards, minimum: .low)
        let (fixture, book) = try fixture(profile)
        _ = try await fixture.scan()
        profile.name = "Theirs"
        try book.change("Ours", to: profile, deed)
        fixture.cut(after: 3)
        await #expect(throws: CancellationError.self) { try await fixture.scan(profiles: ["Theirs"]) }
        fixture.cut(after: nil)
        #expect(try await downloads(fixture, after: profile) == 0)
        #expect(try await fixture.plainContents() == picture(of: profile))
    }

    @Test func `what is kept of a profile is read as it was written`() throws {
        let entry = CustomEntry(id: "own-a", name: "a \"]} [{\\", means: .words(list: ["x ] y"]))
        let profile = ContentProfile(name: "N } [ \"", entries: ["own-a", "iban"])
        let one = ScannedProfile(profile, own: [entry], made: [1.25, 2])
        let read = try #require(ScannedProfile(line: one.line))
        #expect(read.profile == profile && read.own == [entry] && read.made == [1.25, 2] && read.line == one.line)
        #expect(ScannedProfile(line: "nonsense") == nil)
    }
}

extension ContosoFixture {
    /// What is open in files, without the hashes, which differ from one installation to the next.
    fileprivate func plainContents() throws -> Set<String> {
        Set(
            try contentInstances().map { instance in
                let rows = instance.matches.map { row in
                    let keys = ["profile", "entry", "title", "count", "confidence", "samples", "places"]
                    return keys.map { "\(row[$0] ?? .none)" }.joined(separator: " ")
                }
                return "\(instance.check) \(instance.resource.name) \(rows)"
            })
    }
}
