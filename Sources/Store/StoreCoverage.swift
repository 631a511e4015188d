import Foundation
import Model

extension StoreWriter {
    /// Notes how reading a subject went, in place of what was noted before.
    public func note(_ coverage: Coverage, run: Int) throws {
        try connection.execute(
            """
            INSERT INTO coverage (integration, collector, subject, state, detail, run) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (integration, collector, subject) DO UPDATE SET
                state = excluded.state, detail = excluded.detail, run = excluded.run
            """,
            [
                scope, .text(coverage.collector.rawValue), .text(coverage.subject), .text(coverage.state.rawValue),
                .optional(coverage.detail), .int(run),
            ])
    }

    /// Drops the line of a subject that is gone.
    public func forgetCoverage(_ collector: Collector, subject: String) throws {
        try connection.execute(
            "DELETE FROM coverage WHERE integration = $1 AND collector = $2 AND subject = $3",
            [scope, .text(collector.rawValue), .text(subject)])
    }

    public func forgetCoverage(_ collector: Collector) throws {
        try connection.execute(
            "DELETE FROM coverage WHERE integration = $1 AND collector = $2", [scope, .text(collector.rawValue)])
    }
}

extension Store {
    /// The subjects a collector has dealt with in a run, whatever came of it: where a killed run goes on.
    public func subjectsRead(_ collector: Collector, run: Int, of integration: Int) throws -> Set<String> {
        let rows = try database.read {
            try $0.rows(
                "SELECT subject FROM coverage WHERE integration = $1 AND collector = $2 AND run = $3",
                [.int(integration), .text(collector.rawValue), .int(run)]
            ) { $0.text(0) }
        }
        return Set(rows)
    }

    public func coverage(_ collector: Collector, subject: String = "", of integration: Int) throws -> Coverage? {
        try database.read {
            try $0.first(
                "SELECT state, detail FROM coverage WHERE integration = $1 AND collector = $2 AND subject = $3",
                [.int(integration), .text(collector.rawValue), .text(subject)]
            ) { Coverage(collector, subject: subject, .init(rawValue: $0.text(0)) ?? .error, detail: $0.optionalText(1)) }
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
                guard let collector = Collector(rawValue: row.text(0)), let state = CoverageState(rawValue: row.text(1)) else {
                    return nil
                }
                let example = row.text(4)
                return CoverageCount(
                    collector, state, subjects: row.int(3), detail: row.optionalText(2), example: example.isEmpty ? nil : example)
            }
        }
        let order = Dictionary(uniqueKeysWithValues: Collector.allCases.enumerated().map { ($1, $0) })
        return rows.compactMap { $0 }.sorted { (order[$0.collector] ?? 0) < (order[$1.collector] ?? 0) }
    }
}
