import Foundation
import Model

/// One scan or sync of an integration. The number, not a time, tells what it saw.
public struct Run: Sendable, Hashable {
    public enum Kind: String, Sendable {
        case scan, sync
        /// Judges again what is stored, because time alone changes answers; reads nothing.
        case judging
        /// The sensitivity labels alone.
        case labels

        /// Whether it is a turn of the plan, after which the next one is counted.
        public var isTurn: Bool { self == .scan || self == .sync }
    }
    public var number: Int
    public var kind: Kind
    public var startedAt: Date
    /// Nil while it runs, and for one that was cut off.
    public var finishedAt: Date?
    public var requests: Int
    public var isFull: Bool
    public var opened: Int
    public var resolved: Int
}

extension Store {
    /// For how many seconds after its beginning a run that was cut off can be gone on with.
    public static let patienceWithCutOff = 86_400.0

    /// Starts a run, or goes on with the last one of the same kind where that was cut off less than `patience` seconds ago.
    public func beginRun(
        _ integration: Int, kind: Run.Kind, isFull: Bool, at now: Date, patience: Double = patienceWithCutOff
    ) throws -> (run: Run, isResumed: Bool) {
        try database.write { connection in
            let last = try Self.latestRun(integration, connection)
            if let last, last.finishedAt == nil, last.kind == kind, now.timeIntervalSince(last.startedAt) < patience,
                last.isFull == isFull
            {
                return (last, true)
            }
            let run = Run(
                number: (last?.number ?? 0) + 1, kind: kind, startedAt: now, finishedAt: nil, requests: 0,
                isFull: isFull,
                opened: 0, resolved: 0)
            try connection.execute(
                """
                INSERT INTO run (integration, number, kind, started_at, requests, is_full, opened, resolved)
                VALUES ($1, $2, $3, $4, 0, $5, 0, 0)
                """,
                [.int(integration), .int(run.number), .text(kind.rawValue), now.sql, .int(isFull ? 1 : 0)])
            return (run, false)
        }
    }

    /// Adds what a (part of a) run did; with `finished` the run is over.
    public func endRun(
        _ integration: Int, number: Int, requests: Int, opened: Int, resolved: Int, finished: Date?
    ) throws {
        try database.write {
            try $0.execute(
                """
                UPDATE run SET requests = requests + $1, opened = opened + $2, resolved = resolved + $3, finished_at = $4
                WHERE integration = $5 AND number = $6
                """,
                [
                    .int(requests), .int(opened), .int(resolved), .optional(finished?.timeIntervalSince1970),
                    .int(integration), .int(number),
                ])
            try $0.execute("DELETE FROM entity_count WHERE integration = $1", [.int(integration)])
            try $0.execute(
                """
                INSERT INTO entity_count (integration, kind, entities)
                SELECT integration, kind, COUNT(*) FROM entity WHERE integration = $1 AND kind IN ('user', 'group')
                GROUP BY integration, kind
                """, [.int(integration)])
        }
    }

    static func latestRun(_ integration: Int, _ connection: any SQLConnection) throws -> Run? {
        try connection.first(
            "\(runColumns) WHERE integration = $1 ORDER BY number DESC LIMIT 1", [.int(integration)], run)
    }

    /// The finished runs of a kind, newest first; without a kind those that read users at least.
    /// - Parameter ofAnyEnd: with what is under way and what was cut off.
    public func runs(
        _ integration: Int, kind: Run.Kind? = nil, ofAnyEnd: Bool = false, limit: Int = 50
    ) throws -> [Run] {
        try database.read {
            try $0.rows(
                """
                \(Self.runColumns) WHERE integration = $1 \(ofAnyEnd ? "" : "AND finished_at IS NOT NULL")
                    AND (kind = $2 OR ($2 = '' AND kind NOT IN ('judging', 'labels')))
                ORDER BY number DESC LIMIT $3
                """,
                [.int(integration), .text(kind?.rawValue ?? ""), .int(limit)], Self.run)
        }
    }

    /// The first finished run of a kind; nil before there is one.
    public func firstRun(_ integration: Int, kind: Run.Kind) throws -> Run? {
        try database.read {
            try $0.first(
                "\(Self.runColumns) WHERE integration = $1 AND finished_at IS NOT NULL AND kind = $2 ORDER BY number LIMIT 1",
                [.int(integration), .text(kind.rawValue)], Self.run)
        }
    }

    private static let runColumns =
        "SELECT number, kind, started_at, finished_at, requests, is_full, opened, resolved FROM run"

    @Sendable private static func run(_ row: any SQLRow) -> Run {
        Run(
            number: row.int(0), kind: .init(rawValue: row.text(1)) ?? .scan,
            startedAt: Date(timeIntervalSince1970: row.real(2)),
            finishedAt: row.optionalReal(3).map { Date(timeIntervalSince1970: $0) }, requests: row.int(4),
            isFull: row.int(5) == 1,
            opened: row.int(6), resolved: row.int(7))
    }
}
