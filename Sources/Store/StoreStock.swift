import Foundation
import Model

/// What the end of a run leaves behind for lists and charts.
public struct Stock: Sendable {
    public var run: Int
    public var at: Date
    /// The coverage of the run, as people read it.
    public var balance: [CoverageCount]
    /// What each check rests on.
    public var collectors: [String: [Collector]]

    public init(run: Int, at: Date, balance: [CoverageCount], collectors: [String: [Collector]]) {
        self.run = run
        self.at = at
        self.balance = balance
        self.collectors = collectors
    }

    /// How many subjects of these collectors could not be read.
    func unread(_ collectors: [Collector]) -> Int {
        balance.filter { collectors.contains($0.collector) && !$0.state.isComplete }.map(\.subjects).reduce(0, +)
    }
}

extension StoreWriter {
    /// For how many runs the balance is kept.
    private static var runsKept: Int { 400 }

    /// Writes down what a run that is complete found and could not read. A second run of the same day takes the place of the first.
    public func take(_ stock: Stock) throws {
        try settleTallies()
        try keepBalance(stock)
        try connection.execute("DELETE FROM doubt_count WHERE integration = $1", [scope])
        try connection.execute(
            """
            INSERT INTO doubt_count (integration, check_id, reason, entities)
            SELECT integration, check_id, reason, COUNT(*) FROM doubt WHERE integration = $1
            GROUP BY integration, check_id, reason
            """, [scope])
        let findings = try connection.rows(
            "SELECT check_id, severity, ignored, active FROM finding WHERE integration = $1", [scope]
        ) { (check: $0.text(0), severity: $0.int(1), isIgnored: $0.int(2) == 1, active: $0.int(3)) }
        for finding in findings {
            try connection.execute(
                """
                INSERT INTO finding_day (integration, check_id, day, severity, active, unread, opened, reopened, resolved)
                VALUES ($1, $2, $3, $4, $5, $6, 0, 0, 0)
                ON CONFLICT (integration, check_id, day) DO UPDATE SET
                    severity = excluded.severity, active = excluded.active, unread = excluded.unread
                """,
                [
                    scope, .text(finding.check), .int(dayNumber(stock.at)), .int(finding.severity),
                    .int(finding.active), .int(stock.unread(stock.collectors[finding.check] ?? [])),
                ])
        }
        let counted = findings.filter { !$0.isIgnored }
        func active(_ severity: Severity) -> SQLValue {
            .int(counted.filter { $0.severity == severity.rank }.map(\.active).reduce(0, +))
        }
        try connection.execute(
            """
            INSERT INTO day (integration, day, critical, high, medium, low, complete, unread)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (integration, day) DO UPDATE SET critical = excluded.critical, high = excluded.high,
                medium = excluded.medium, low = excluded.low, complete = excluded.complete, unread = excluded.unread
            """,
            [
                scope, .int(dayNumber(stock.at)), active(.critical), active(.high), active(.medium), active(.low),
                .int(stock.balance.filter(\.state.isComplete).map(\.subjects).reduce(0, +)),
                .int(stock.unread(Collector.allCases)),
            ])
    }

    private func keepBalance(_ stock: Stock) throws {
        try connection.execute(
            "DELETE FROM balance WHERE integration = $1 AND (run = $2 OR run < $3)",
            [scope, .int(stock.run), .int(stock.run - Self.runsKept)])
        for (place, line) in stock.balance.enumerated() {
            try connection.execute(
                """
                INSERT INTO balance (integration, run, place, collector, state, subjects, detail, example, standing)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """,
                [
                    scope, .int(stock.run), .int(place), .text(line.collector.rawValue), .text(line.state.rawValue),
                    .int(line.subjects), .optional(line.detail), .optional(line.example),
                    .optional(line.standing?.rawValue),
                ])
        }
    }
}

/// What a day's last scan of an integration left open, and how much of the tenant it could read.
public struct DayCount: Sendable, Hashable {
    public var integration: Int
    /// Days since 1970, UTC.
    public var day: Int
    public var active: [Severity: Int]
    public var complete: Int
    public var unread: Int
}

/// One day of a finding.
public struct FindingDay: Sendable, Hashable {
    public var day: Int
    /// Nil on a day that no scan completed.
    public var active: Int?
    public var unread: Int?
    public var opened: Int
    public var reopened: Int
    public var resolved: Int
}

extension Store {
    /// What the last complete scan could read and what not; `run` nil for the newest. Empty before the first scan.
    public func balance(of integration: Int, run: Int? = nil) throws -> [CoverageCount] {
        try database.read { connection in
            let newest = try connection.first(
                "SELECT COALESCE(MAX(run), 0) FROM balance WHERE integration = $1", [.int(integration)]
            ) { $0.int(0) }
            return try connection.rows(
                """
                SELECT collector, state, subjects, detail, example, standing FROM balance
                WHERE integration = $1 AND run = $2 ORDER BY place
                """, [.int(integration), .int(run ?? newest ?? 0)]
            ) { row -> CoverageCount? in
                guard let collector = Collector(rawValue: row.text(0)), let state = CoverageState(rawValue: row.text(1))
                else { return nil }
                return CoverageCount(
                    collector, state, subjects: row.int(2), detail: row.optionalText(3), example: row.optionalText(4),
                    standing: row.optionalText(5).flatMap(ContentStanding.init(rawValue:)))
            }.compactMap(\.self)
        }
    }

    /// The runs whose balance is kept, newest first.
    public func balancedRuns(of integration: Int, limit: Int = 30) throws -> [Int] {
        try database.read {
            try $0.rows(
                "SELECT DISTINCT run FROM balance WHERE integration = $1 ORDER BY run DESC LIMIT \(limit)",
                [.int(integration)]
            ) { $0.int(0) }
        }
    }

    /// What no check could tell at the end of the last scan, most entities first.
    public func doubtCounts(of integration: Int) throws -> [DoubtCount] {
        try database.read {
            try $0.rows(
                """
                SELECT check_id, reason, entities FROM doubt_count WHERE integration = $1
                ORDER BY entities DESC, check_id, reason
                """, [.int(integration)]
            ) { DoubtCount(check: $0.text(0), reason: $0.text(1), entities: $0.int(2)) }
        }
    }

    /// The days from `first` on, by integration and day.
    public func days(from first: Int, of integration: Int? = nil) throws -> [DayCount] {
        let columns = "SELECT integration, day, critical, high, medium, low, complete, unread FROM day"
        return try database.read {
            try $0.rows(
                integration == nil
                    ? "\(columns) WHERE day >= $1 ORDER BY integration, day"
                    : "\(columns) WHERE day >= $1 AND integration = $2 ORDER BY day",
                [.int(first)] + (integration.map { [.int($0)] } ?? [])
            ) {
                DayCount(
                    integration: $0.int(0), day: $0.int(1),
                    active: [.critical: $0.int(2), .high: $0.int(3), .medium: $0.int(4), .low: $0.int(5)],
                    complete: $0.int(6), unread: $0.int(7))
            }
        }
    }

    /// The days of one finding from `first` on.
    public func days(of key: Finding.Key, from first: Int) throws -> [FindingDay] {
        try database.read {
            try $0.rows(
                """
                SELECT day, active, unread, opened, reopened, resolved FROM finding_day
                WHERE integration = $1 AND check_id = $2 AND day >= $3 ORDER BY day
                """, [.int(key.integration), .text(key.check), .int(first)]
            ) {
                FindingDay(
                    day: $0.int(0), active: $0.optionalReal(1).map { Int($0) },
                    unread: $0.optionalReal(2).map { Int($0) }, opened: $0.int(3), reopened: $0.int(4),
                    resolved: $0.int(5))
            }
        }
    }

    /// How many instances were opened again since a day, by finding.
    public func reopened(sinceDay day: Int, of integration: Int? = nil) throws -> Int {
        try database.read {
            try $0.first(
                """
                SELECT COALESCE(SUM(reopened), 0) FROM finding_day
                WHERE reopened > 0 AND day >= $1 \(integration == nil ? "" : "AND integration = $2")
                """, [.int(day)] + (integration.map { [.int($0)] } ?? [])
            ) { $0.int(0) } ?? 0
        }
    }
}
