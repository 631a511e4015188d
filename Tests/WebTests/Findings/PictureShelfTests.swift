import Foundation
import Model
import Synchronization
import Testing

@testable import Flows
@testable import Store
@testable import Web

/// What is kept of integrations between two pages says what the database says.
struct PictureShelfTests {
    let fixture: FindingFixture
    let shelf = PictureShelf()
    init() async throws { fixture = try await FindingFixture() }
    private var store: Store { fixture.web.store }

    private func words(_ entries: [FindingEntry]) -> [String] {
        entries.map {
            "\($0.finding) \($0.sureness) \($0.untold) \($0.fresh) \(String(describing: $0.since)) \($0.tab)"
        }
    }

    private func words(_ overview: Overview) -> String {
        let parts: [Any] = [
            overview.totals.sorted { $0.key < $1.key }, (overview.sinceYesterday ?? [:]).sorted { $0.key < $1.key },
            overview.fresh.sorted { $0.key < $1.key }, overview.resolved, overview.reopened,
            overview.unanswered.sorted(),
            overview.checks, overview.withoutAnswer, overview.ending, overview.isScanned, words(overview.worst),
            overview.oldest.sorted { $0.key < $1.key },
            overview.days.map { "\($0.day) \($0.isIncomplete) \(($0.active ?? [:]).sorted { $0.key < $1.key })" },
            overview.integrations.map {
                "\($0.integration.name) \($0.unread) \($0.refused) \(String(describing: $0.lastScan))"
            },
            overview.families.map { "\($0)" },
        ]
        return parts.map { "\($0)" }.joined(separator: "\n")
    }

    /// What a reader with the shelf sees is what one without it does.
    private func compare(_ after: String, at now: Date? = nil) async throws {
        let now = now ?? fixture.now
        let (kept, fresh) = (
            try await FindingBook(store, at: now, keeping: shelf), try await FindingBook(store, at: now)
        )
        for integration in [nil, fixture.contoso.id] {
            #expect(words(try kept.entries(of: integration)) == words(try fresh.entries(of: integration)), "\(after)")
            #expect(
                words(try Overview(kept, of: integration)) == words(try Overview(fresh, of: integration)), "\(after)")
        }
    }

    @Test func `after decisions, findings, scans, another day, and an integration that goes`() async throws {
        try await compare("the first reading")
        try await compare("the second")
        let deed = Deed(by: "user:ana", at: fixture.now)
        let key = Finding.Key(integration: fixture.contoso.id, check: "file-public-write")
        _ = try await Decide(in: store, deed).rank([key], as: .low)
        try await compare("another severity")
        _ = try await Decide(in: store, deed).ignore(
            [key], Terms(reason: "Accepted risk", comment: "known", expires: fixture.now.addingTimeInterval(86_400)))
        try await compare("an exception")
        try await compare("its end", at: fixture.now.addingTimeInterval(2 * 86_400))
        _ = try await Decide(in: store, deed).assign([key], to: "Adele")
        try await compare("an owner")
        let instance = try #require(
            try fixture.instances().first { $0.check == "user-disabled" && $0.integration == "contoso" })
        let place = InstanceKey(integration: fixture.contoso.id, fingerprint: instance.fingerprint)
        _ = try await Decide(in: store, deed).hide([place], Terms(reason: "Accepted risk"))
        try await compare("an instance hidden")
        _ = try store.beginRun(fixture.contoso.id, kind: .scan, isFull: false, at: fixture.now)
        let now = fixture.now.addingTimeInterval(3600)
        try await store.write(fixture.contoso.id) {
            try $0.take(
                Stock(run: 2, at: now, balance: [CoverageCount(.users, .ok, subjects: 41)], collectors: [:]))
        }
        try store.endRun(fixture.contoso.id, number: 2, requests: 1, opened: 0, resolved: 0, finished: now)
        try await compare("another scan")
        #expect(shelf.count == 2)
        try store.remove(fixture.contoso.id)
        let book = try await FindingBook(store, at: fixture.now, keeping: shelf)
        #expect(try book.entries().allSatisfy { $0.finding.integration == "fabrikam" })
        #expect(shelf.count == 1)
    }

    @Test func `reads nothing again of which nothing has changed`() async throws {
        let before = words(try await FindingBook(store, at: fixture.now, keeping: shelf).entries())
        try await store.database.write {
            // Behind its back: without the trigger nobody says that anything changed.
            _ = try $0.execute("DROP TRIGGER finding_update", [])
            _ = try $0.execute("UPDATE finding SET active = active + 1", [])
        }
        #expect(words(try await FindingBook(store, at: fixture.now, keeping: shelf).entries()) == before)
        #expect(words(try await FindingBook(store, at: fixture.now).entries()) != before)
    }

    @Test func `many visitors at once have each picture made once, and whoever goes away keeps nobody from it`()
        async throws
    {
        let (store, shelf, today) = (store, shelf, dayNumber(fixture.now))
        let gone = Task { await shelf.gather(in: store, today: today) }
        gone.cancel()
        await withTaskGroup { group in
            for _ in 0..<8 { group.addTask { await shelf.gather(in: store, today: today) } }
        }
        #expect(shelf.count == 2)
        _ = try await FindingBook(store, at: fixture.now, keeping: shelf).entries()
        #expect(shelf.made.load(ordering: .relaxed) == 2)
    }

    @Test func `what cannot be gathered is gathered again`() async throws {
        try await store.database.write { _ = try $0.execute("ALTER TABLE finding RENAME TO away", []) }
        await shelf.gather(in: store, today: dayNumber(fixture.now))
        #expect(shelf.count == 0)
        try await store.database.write { _ = try $0.execute("ALTER TABLE away RENAME TO finding", []) }
        await shelf.gather(in: store, today: dayNumber(fixture.now))
        #expect(shelf.count == 2)
    }

    @Test func `the findings of all integrations stand in the order of lists`() async throws {
        let entries = try await FindingBook(store, at: fixture.now, keeping: shelf).entries().map(\.finding)
        let sorted = entries.sorted {
            ($0.severity.rank, $0.check, $0.key.integration) < ($1.severity.rank, $1.check, $1.key.integration)
        }
        #expect(entries == sorted && Set(entries.map(\.integration)).count == 2)
    }
}
