import Foundation
import Model

/// When an integration is read next by itself, and how that went of late.
public struct Schedule: Sendable, Hashable {
    /// Nil where nothing is planned: read by hand alone, or not yet looked at.
    public var nextAt: Date?
    /// What was begun and has neither ended nor failed; after a restart it goes on.
    public var underway: Run.Kind?
    /// How often in a row it failed.
    public var failures: Int
    /// Why it failed last; nil once it went well.
    public var trouble: String?
    public var failedAt: Date?
    /// What the last token carried; nil where nobody knows.
    public var granted: Set<Permission>?
    public var grantedAt: Date?

    public init(
        nextAt: Date? = nil, underway: Run.Kind? = nil, failures: Int = 0, trouble: String? = nil,
        failedAt: Date? = nil, granted: Set<Permission>? = nil, grantedAt: Date? = nil
    ) {
        self.nextAt = nextAt
        self.underway = underway
        self.failures = failures
        self.trouble = trouble
        self.failedAt = failedAt
        self.granted = granted
        self.grantedAt = grantedAt
    }
}

extension Store {
    /// The schedule of an integration; an empty one where nothing is noted.
    public func schedule(of integration: Int) throws -> Schedule {
        let found = try database.read {
            try $0.first(
                """
                SELECT next_at, underway, failures, trouble, failed_at, granted, granted_at FROM schedule
                WHERE integration = $1
                """, [.int(integration)]
            ) { row in
                Schedule(
                    nextAt: row.optionalReal(0).map { Date(timeIntervalSince1970: $0) },
                    underway: row.optionalText(1).flatMap { Run.Kind(rawValue: $0) }, failures: row.int(2),
                    trouble: row.optionalText(3), failedAt: row.optionalReal(4).map { Date(timeIntervalSince1970: $0) },
                    granted: row.optionalText(5).map { Set($0.split(separator: " ").map { Permission(String($0)) }) },
                    grantedAt: row.optionalReal(6).map { Date(timeIntervalSince1970: $0) })
            }
        }
        return found ?? Schedule()
    }

    /// Notes when it is read next and how it went, but not what it was granted.
    public func set(_ schedule: Schedule, of integration: Int) throws {
        _ = try database.write {
            try $0.execute(
                """
                INSERT INTO schedule (integration, next_at, underway, failures, trouble, failed_at)
                SELECT id, $1, $2, $3, $4, $5 FROM integration WHERE id = $6
                ON CONFLICT (integration) DO UPDATE SET
                    next_at = excluded.next_at, underway = excluded.underway, failures = excluded.failures,
                    trouble = excluded.trouble, failed_at = excluded.failed_at
                """,
                [
                    .optional(schedule.nextAt?.timeIntervalSince1970), .optional(schedule.underway?.rawValue),
                    .int(schedule.failures), .optional(schedule.trouble),
                    .optional(schedule.failedAt?.timeIntervalSince1970), .int(integration),
                ])
        }
    }

    /// Notes what a token carried; nil where it does not say.
    public func noteGranted(_ permissions: Set<Permission>?, to integration: Int, at now: Date) throws {
        let text = permissions.map { $0.sorted().map(\.rawValue).joined(separator: " ") }
        _ = try database.write {
            try $0.execute(
                """
                INSERT INTO schedule (integration, failures, granted, granted_at)
                SELECT id, 0, $1, $2 FROM integration WHERE id = $3
                ON CONFLICT (integration) DO UPDATE SET granted = excluded.granted, granted_at = excluded.granted_at
                """, [.optional(text), now.sql, .int(integration)])
        }
    }

    /// How often a directory is read from now on. The next reading is planned anew.
    public func setSyncFrequency(_ frequency: SyncFrequency, of integration: Int) throws {
        try database.write {
            try $0.execute(
                "UPDATE integration SET sync_frequency = $1 WHERE id = $2",
                [.int(frequency.rawValue), .int(integration)])
            try $0.execute("UPDATE schedule SET next_at = NULL WHERE integration = $1", [.int(integration)])
        }
    }

    /// The newest run of an integration, also one that is under way or was cut off.
    public func latestRun(_ integration: Int) throws -> Run? {
        try database.read { try Self.latestRun(integration, $0) }
    }
}
