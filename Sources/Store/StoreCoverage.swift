import Foundation
import Model

/// When and how a subject was read last.
public struct Reading: Sendable, Hashable {
    public var state: CoverageState
    public var run: Int
    public var at: Date
}

extension StoreWriter {
    /// Notes how reading a subject went, in place of what was noted before.
    public func note(_ coverage: Coverage, run: Int, at now: Date) throws {
        try connection.execute(
            """
            INSERT INTO coverage (integration, collector, subject, state, detail, run, read_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (integration, collector, subject) DO UPDATE SET
                state = excluded.state, detail = excluded.detail, run = excluded.run, read_at = excluded.read_at
            """,
            [
                scope, .text(coverage.collector.rawValue), .text(coverage.subject), .text(coverage.state.rawValue),
                .optional(coverage.detail), .int(run), now.sql,
            ])
    }

    /// Drops the line of a subject that is gone.
    public func forgetCoverage(_ collector: Collector, subject: String) throws {
        try connection.execute(
            "DELETE FROM coverage WHERE integration = $1 AND collector = $2 AND subject = $3",
            [scope, .text(collector.rawValue), .text(subject)])
    }

    /// Drops the lines of subjects that are gone (the tenant's own line stays).
    public func forgetOrphanCoverage(_ collector: Collector, owners: EntityKind) throws {
        try connection.execute(
            """
            DELETE FROM coverage WHERE integration = $1 AND collector = $2 AND subject <> '' AND NOT EXISTS (
                SELECT 1 FROM entity o WHERE o.integration = $1 AND o.kind = $3 AND o.owner = '' AND o.id = coverage.subject)
            """, [scope, .text(collector.rawValue), .text(owners.rawValue)])
    }

    /// Drops the lines of a collector that this run did not write.
    public func forgetCoverage(_ collector: Collector, before run: Int) throws {
        try connection.execute(
            "DELETE FROM coverage WHERE integration = $1 AND collector = $2 AND run < $3",
            [scope, .text(collector.rawValue), .int(run)])
    }

    public func forgetCoverage(_ collector: Collector) throws {
        try connection.execute(
            "DELETE FROM coverage WHERE integration = $1 AND collector = $2", [scope, .text(collector.rawValue)])
    }
}

extension Store {
    /// What is noted of the subjects from `first` to `last` (in the order of text), by subject.
    public func readings(
        _ collector: Collector, from first: String, to last: String, of integration: Int
    ) throws -> [String: Reading] {
        let pairs = try database.read {
            try $0.rows(
                """
                SELECT subject, state, run, read_at FROM coverage
                WHERE integration = $1 AND collector = $2 AND subject >= $3 AND subject <= $4
                """, [.int(integration), .text(collector.rawValue), .text(first), .text(last)], Self.reading)
        }
        return Dictionary(pairs, uniquingKeysWith: { _, last in last })
    }

    /// The subjects of a collector that are not complete (denied, throttled, error).
    public func incomplete(_ collector: Collector, of integration: Int) throws -> [String] {
        try database.read {
            try $0.rows(
                """
                SELECT subject FROM coverage WHERE integration = $1 AND collector = $2 AND state NOT IN ('ok', 'notApplicable')
                ORDER BY subject
                """, [.int(integration), .text(collector.rawValue)]
            ) { $0.text(0) }
        }
    }

    @Sendable private static func reading(_ row: any SQLRow) -> (String, Reading) {
        (
            row.text(0),
            Reading(
                state: .init(rawValue: row.text(1)) ?? .error, run: row.int(2),
                at: Date(timeIntervalSince1970: row.real(3)))
        )
    }

    public func coverage(_ collector: Collector, subject: String = "", of integration: Int) throws -> Coverage? {
        try database.read {
            try $0.first(
                "SELECT state, detail FROM coverage WHERE integration = $1 AND collector = $2 AND subject = $3",
                [.int(integration), .text(collector.rawValue), .text(subject)]
            ) {
                Coverage(collector, subject: subject, .init(rawValue: $0.text(0)) ?? .error, detail: $0.optionalText(1))
            }
        }
    }

    /// The subjects of each collector, counted by state and detail, in the order of `Collector.allCases`.
    public func coverageCounts(of integration: Int) throws -> [CoverageCount] {
        let rows = try database.read {
            try $0.rows(
                """
                SELECT collector, state, detail, COUNT(*), MIN(subject) FROM coverage WHERE integration = $1
                GROUP BY collector, state, detail ORDER BY collector, state, detail
                """, [.int(integration)]
            ) { row -> CoverageCount? in
                guard let collector = Collector(rawValue: row.text(0)), let state = CoverageState(rawValue: row.text(1))
                else {
                    return nil
                }
                let example = row.text(4)
                return CoverageCount(
                    collector, state, subjects: row.int(3), detail: row.optionalText(2),
                    example: example.isEmpty ? nil : example)
            }
        }
        let order = Dictionary(uniqueKeysWithValues: Collector.allCases.enumerated().map { ($1, $0) })
        return rows.compactMap { $0 }.sorted { (order[$0.collector] ?? 0) < (order[$1.collector] ?? 0) }
    }
}

extension StoreWriter {
    /// Drops the lines of the subjects from `first` up to and without `end`, in the order of text.
    public func forgetCoverage(_ collector: Collector, subjectsFrom first: String, to end: String) throws {
        try connection.execute(
            "DELETE FROM coverage WHERE integration = $1 AND collector = $2 AND subject >= $3 AND subject < $4",
            [scope, .text(collector.rawValue), .text(first), .text(end)])
    }
}
