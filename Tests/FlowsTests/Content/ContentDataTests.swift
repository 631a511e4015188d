import Foundation
import HTTPTypes
import Model
import Posture
import SimulatedTenant
import Store
import Testing

@testable import Flows

/// Exact data and documents of one's own, looked for in the files of a tenant.
struct ContentDataTests {
    private let deed = Deed(by: "cli:test", at: Date(timeIntervalSince1970: 1_794_000_000))
    private let words = ["the", "heron", "lantern", "quarry", "sells", "under", "seven", "bridges", "near", "north"]
    private var letter: String { (0..<200).map { "\(words[$0 * 7 % 10])\($0 % 37)" }.joined(separator: " ") }
    private let readme = ("Readme.md", "CameronW@contoso.example")

    private func customers(_ account: String = "DE-77120") throws -> (EntryBook.Draft, EntryMaterial) {
        let table = "Name,Account\nAda Quell,\(account)\nBo Marsh,DE-10002\n"
        let made = try EntryBulk().table(Array(table.utf8), primary: "Account", supporting: ["Name"], needed: 1)
        return (.init(name: "Customers", means: .dataset(columns: made.columns, supporting: 1)), made.material)
    }

    private func profile(_ entry: CustomEntry, in fixture: ContosoFixture) throws {
        try ProfileBook(store: fixture.store).add(
            ContentProfile(name: "Ours", entries: [entry.id], minimum: .low), deed)
    }

    private func write(_ text: String, _ fixture: ContosoFixture) {
        fixture.tenant.graph.edit { $0.write(text, to: readme.0, of: readme.1) }
    }

    @Test func `exact data is found by its rows, and its values are not kept`() async throws {
        let fixture = try ContosoFixture(profiles: ["Ours"])
        let (draft, material) = try customers()
        let entry = try EntryBook(store: fixture.store).add(draft, material: material, deed)
        try profile(entry, in: fixture)
        write("Ada Quell, account DE-77120\nAda Quell, account DE-10002", fixture)
        _ = try await fixture.scan()
        let instance = try #require(try fixture.contentInstances().first)
        #expect(try fixture.contentInstances().count == 1 && instance.resource.name == readme.0)
        #expect(instance.matches.first?["entry"] == .text(entry.id) && instance.matches.first?["count"] == .number(1))
        let evidence = String(decoding: try JSONEncoder().encode(instance.evidence), as: UTF8.self)
        #expect(!evidence.contains("77120"))
        #expect(try !fixture.coverage(.fileContents).contains { $0.example == "Customers" })
    }

    @Test func `a table that was exchanged is looked for in every file once more`() async throws {
        let fixture = try ContosoFixture(profiles: ["Ours"])
        let book = EntryBook(store: fixture.store)
        let (draft, material) = try customers()
        let entry = try book.add(draft, material: material, deed)
        try profile(entry, in: fixture)
        write("Ada Quell, account DE-55555", fixture)
        _ = try await fixture.scan()
        #expect(try fixture.contentInstances().isEmpty)
        _ = fixture.takeRequests()
        let (_, newer) = try customers("DE-55555")
        try book.change(entry.id, to: draft, material: newer, Deed(by: "cli:test", at: deed.at.addingTimeInterval(60)))
        _ = try await fixture.scan()
        #expect(fixture.takeDownloads().count > 10)
        #expect(try fixture.contentInstances().map(\.resource.name) == [readme.0])
        _ = try await fixture.scan()
        #expect(fixture.takeDownloads() == [])
    }

    @Test func `a document like a given one is found`() async throws {
        let fixture = try ContosoFixture(profiles: ["Ours"])
        let material = try EntryBulk().fingerprints(of: [("letter.txt", letter)])
        let entry = try EntryBook(store: fixture.store).add(
            .init(name: "Letters", means: .fingerprint(documents: ["letter.txt"], percent: 50)), material: material,
            deed)
        try profile(entry, in: fixture)
        write("To whom it may concern: " + letter, fixture)
        _ = try await fixture.scan()
        #expect(try fixture.contentInstances().map(\.resource.name) == [readme.0])
        let match = try #require(try fixture.contentInstances().first?.matches.first)
        #expect(match["entry"] == .text(entry.id) && match["likeness"] == .number(100))
    }

    @Test func `an entry whose data is not there is said, and the others count`() async throws {
        let fixture = try ContosoFixture(profiles: ["Ours"])
        let book = EntryBook(store: fixture.store)
        let lost = try book.add(try customers().0, deed)
        let words = try book.add(.init(name: "Heron", means: .words(list: ["blue heron"])), deed)
        try ProfileBook(store: fixture.store).add(
            ContentProfile(name: "Ours", entries: [lost.id, words.id], minimum: .low), deed)
        write("the blue heron", fixture)
        _ = try await fixture.scan()
        #expect(try fixture.contentInstances().map(\.resource.name) == [readme.0])
        let coverage = try fixture.contentCoverage(of: "Customers")
        #expect(coverage?.state == .error && coverage?.detail == "its data has not been loaded")
    }
}
