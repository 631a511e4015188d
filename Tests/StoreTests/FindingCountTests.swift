import Foundation
import Model
import Testing

@testable import Store

/// The summaries that counts come from are never wrong, whatever happens in whatever order.
struct FindingCountTests {
    @Test(arguments: [UInt64](1...8)) func `sums always equal a recount`(seed: UInt64) async throws {
        let fixture = try StoreFixture()
        let id = fixture.integration.id
        var dice = Dice(seed: seed)
        var seen: [Int: String] = [:]
        for step in 1...120 {
            let now = fixture.now.addingTimeInterval(Double(step) * 20_000)
            let user = fixture.user("u\(dice.roll(6))")
            let check = "c\(dice.roll(3))"
            let all = try fixture.instances([]).map(\.fingerprint)
            let some = all.filter { _ in dice.roll(3) == 0 }
            let mark = DecisionMark(Deed(by: "user:ana", at: now))
            let acceptance = Acceptance(
                reason: "so", expires: dice.roll(2) == 0 ? now.addingTimeInterval(50_000) : nil, by: "user:ana", at: now
            )
            switch dice.roll(9) {
            case 0...2:
                let recipients = (0...dice.roll(3)).map { "r\($0)@x.example" }
                let answer = Assessment.Answer(
                    check: check, severity: .medium, outcome: .found(["recipients": .list(recipients)]))
                try await fixture.record(user, [answer], run: step, at: Double(step) * 20_000)
            case 3:
                let answer = Assessment.Answer(check: check, severity: .medium, outcome: .clear)
                try await fixture.record(user, [answer], run: step, at: Double(step) * 20_000)
            case 4: _ = try await fixture.store.write(id) { try $0.hide(some, acceptance, mark) }
            case 5: _ = try await fixture.store.write(id) { try $0.unhide(some, mark) }
            case 6: _ = try await fixture.store.write(id) { try $0.reopenEnded(at: now) }
            case 7:
                let severity = Severity.allCases[dice.roll(4)]
                _ = try await fixture.store.write(id) { try $0.rank(check, as: severity, mark) }
            default: _ = try await fixture.store.write(id) { try $0.ignore(check, acceptance, mark) }
            }
            try #require(try fixture.store.recount() == fixture.store.summed(), "after step \(step)")
            // Two readings with the same number of changes saw the same.
            let number = try #require(try fixture.store.changes()[id])
            let picture = try fixture.store.listed()
            try #require(seen[number] ?? picture == picture, "after step \(step)")
            seen[number] = picture
            for status in Instance.Status.allCases {
                let oldest = try fixture.store.oldest(status)
                try #require(try oldest == fixture.store.firstSince(status), "\(status) after step \(step)")
                for (key, since) in oldest {
                    try #require(try fixture.store.oldest(status, of: id, check: key.check) == [key: since])
                }
            }
        }
        #expect(try fixture.store.recount().count > 6)
        #expect(seen.count > 20)
    }

    @Test func `an older database is counted when it is opened`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appendingPathComponent("old.sqlite").path
            let database = try SQLiteDatabase(path: path)
            try database.write { connection in
                try connection.execute("CREATE TABLE schema_version (version BIGINT NOT NULL)", [])
                for statement in Schema.versions.prefix(5).joined() { try connection.execute(statement, []) }
                try connection.execute("INSERT INTO schema_version (version) VALUES (5)", [])
                for (place, status) in ["active", "active", "hidden", "resolved"].enumerated() {
                    try connection.execute(
                        """
                        INSERT INTO instance (integration, fingerprint, check_id, severity, kind, owner, entity_id,
                            resource_type, resource_id, resource_name, evidence, status, first_seen, last_seen, resolved_at,
                            first_run, last_run, opened_run, times_seen)
                        VALUES (1, $1, 'c', 2, 'user', '', $1, 'user', $1, 'U', '{}', $2, 1800000000.75, 1800000000.75,
                            $3, 1, 1, 1, 1)
                        """,
                        [
                            .text("f\(place)"), .text(status),
                            status == "resolved" ? .real(1_800_100_000.5) : .null,
                        ])
                }
            }
            try database.close()
            let store = try Store(.sqlite(path: path), key: SecretKey())
            #expect(try store.recount() == store.summed())
            let row = try #require(
                try store.database.read {
                    try $0.first("SELECT severity, active, hidden, resolved FROM finding") {
                        [$0.int(0), $0.int(1), $0.int(2), $0.int(3)]
                    }
                })
            #expect(row == [2, 2, 1, 1])
            try store.close()
        }
    }

    @Test func `the end of a scan writes down the day and the balance`() async throws {
        let fixture = try StoreFixture()
        let id = fixture.integration.id
        let found = Assessment.Answer(check: "c", severity: .high, outcome: .found(["a": "b"]))
        try await fixture.record(fixture.user("u1"), [found], run: 1)
        let balance = [
            CoverageCount(.messageRules, .ok, subjects: 30),
            CoverageCount(.messageRules, .denied, subjects: 3, detail: "403"),
            CoverageCount(.users, .ok, subjects: 40),
        ]
        let stock = Stock(run: 1, at: fixture.now, balance: balance, collectors: ["c": [.messageRules, .users]])
        try await fixture.store.write(id) { try $0.take(stock) }
        #expect(try fixture.store.balance(of: id) == balance)
        let day = try #require(try fixture.store.days(from: 0).first)
        #expect(day.active == [.critical: 0, .high: 1, .medium: 0, .low: 0])
        #expect(day.complete == 70 && day.unread == 3)
        let days = try fixture.store.days(of: .init(integration: id, check: "c"), from: 0)
        #expect(
            days == [FindingDay(day: dayNumber(fixture.now), active: 1, unread: 3, opened: 1, reopened: 0, resolved: 0)]
        )
    }
}

/// SplitMix64.
private struct Dice {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func roll(_ sides: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(sides))
    }
}

extension Store {
    /// All that lists of findings are made of.
    fileprivate func listed() throws -> String {
        let counted = try Instance.Status.allCases.map { try counts($0, sinceDay: 0).map { "\($0)" }.sorted() }
        let eldest = try Instance.Status.allCases.map { try oldest($0).map { "\($0)" }.sorted() }
        return "\(try findings()) \(counted) \(eldest) \(try reopened(sinceDay: 0))"
    }

    /// Check, status, day and count, from the instances themselves.
    fileprivate func recount() throws -> Set<String> {
        let ages = try database.read {
            try $0.rows(
                "SELECT integration, check_id, status, since FROM instance", []
            ) { "\($0.int(0)) \($0.text(1)) \($0.text(2)) \(dayNumber($0.real(3)))" }
        }
        let counts = Dictionary(ages.map { ($0, 1) }, uniquingKeysWith: +)
        let states = try database.read {
            try $0.rows("SELECT integration, check_id, status FROM instance", []) {
                "\($0.int(0)) \($0.text(1)) \($0.text(2))"
            }
        }
        let totals = Dictionary(states.map { ($0, 1) }, uniquingKeysWith: +)
        return Set(counts.map { "\($0.key): \($0.value)" } + totals.map { "\($0.key): \($0.value)" })
    }

    /// When the oldest instance of each check came into a state, from the instances themselves.
    fileprivate func firstSince(_ status: Instance.Status) throws -> [Finding.Key: Date] {
        let pairs = try database.read {
            try $0.rows(
                "SELECT integration, check_id, since FROM instance WHERE status = $1", [.text(status.rawValue)]
            ) { (Finding.Key(integration: $0.int(0), check: $0.text(1)), Date(timeIntervalSince1970: $0.real(2))) }
        }
        return Dictionary(pairs, uniquingKeysWith: min)
    }

    /// The same from the summaries.
    fileprivate func summed() throws -> Set<String> {
        let ages = try database.read {
            try $0.rows("SELECT integration, check_id, status, day, instances FROM finding_age", []) {
                "\($0.int(0)) \($0.text(1)) \($0.text(2)) \($0.int(3)): \($0.int(4))"
            }
        }
        let totals = try database.read {
            try $0.rows("SELECT integration, check_id, active, hidden, resolved FROM finding", []) { row in
                zip(["active", "hidden", "resolved"], 2...).filter { row.int($0.1) != 0 }.map {
                    "\(row.int(0)) \(row.text(1)) \($0.0): \(row.int($0.1))"
                }
            }
        }
        return Set(ages + totals.joined())
    }
}
