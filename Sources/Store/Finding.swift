import Foundation
import Model

/// A check in an integration: how severe it is there, what was decided about it, and how many instances it has.
public struct Finding: Sendable, Hashable {
    public enum Status: String, Sendable, Codable, CaseIterable { case active, ignored }

    /// What tells findings apart.
    public struct Key: Sendable, Hashable, Codable {
        public var integration: Int
        public var check: String
        public init(integration: Int, check: String) {
            self.integration = integration
            self.check = check
        }
    }

    public var key: Key
    /// The integration's name.
    public var integration: String
    public var severity: Severity
    /// What the catalogue says.
    public var defaultSeverity: Severity
    public var status: Status
    /// Why it is ignored and until when; nil where it is not.
    public var acceptance: Acceptance?
    /// Who looks after it; nil for nobody.
    public var owner: String?
    public var active: Int
    public var hidden: Int
    public var resolved: Int

    public var check: String { key.check }
}

/// Why somebody lives with a problem, who answers for it, and until when.
public struct Acceptance: Sendable, Hashable, Codable {
    public var reason: String
    public var comment: String?
    public var owner: String?
    /// From then on it counts no longer; nil for no end.
    public var expires: Date?
    public var by: String
    public var at: Date

    public init(
        reason: String, comment: String? = nil, owner: String? = nil, expires: Date? = nil, by: String, at: Date
    ) {
        self.reason = reason
        self.comment = comment
        self.owner = owner
        self.expires = expires
        self.by = by
        self.at = at
    }
}

extension Store {
    private static let findingColumns = """
        SELECT f.integration, f.check_id, g.name, f.severity, f.default_severity, f.ignored, f.reason, f.comment, f.owner,
            f.expires, f.decided_by, f.decided_at, f.active, f.hidden, f.resolved
        FROM finding f JOIN integration g ON g.id = f.integration
        """

    /// Every finding of one integration or of all, worst first; checks that found nothing are among them.
    public func findings(of integration: Int? = nil) throws -> [Finding] {
        try database.read { connection in
            try connection.rows(
                """
                \(Self.findingColumns) \(integration == nil ? "" : "WHERE f.integration = $1")
                ORDER BY f.severity, f.check_id, f.integration
                """, integration.map { [.int($0)] } ?? [], Self.finding)
        }
    }

    /// Findings of these checks, and those whose owner is wanted.
    public func findings(of checks: Set<String>, orOwned isWanted: (String) -> Bool) throws -> Set<Finding.Key> {
        var text = SQLText("SELECT integration, check_id, owner FROM finding WHERE owner IS NOT NULL")
        if !checks.isEmpty { text.add(" OR check_id IN \(text.places(checks.sorted().map { .text($0) }))") }
        let statement = text
        let found = try database.read {
            try $0.rows(statement.sql, statement.arguments) {
                (Finding.Key(integration: $0.int(0), check: $0.text(1)), $0.optionalText(2))
            }
        }
        return Set(found.filter { checks.contains($0.0.check) || $0.1.map(isWanted) == true }.map(\.0))
    }

    /// These findings, worst first; what is unknown is left out.
    func findings(_ keys: Set<Finding.Key>) throws -> [Finding] {
        let found = try keys.compactMap { try finding($0) }
        return found.sorted {
            ($0.severity.rank, $0.check, $0.key.integration) < ($1.severity.rank, $1.check, $1.key.integration)
        }
    }

    /// Active instances of one severity in all integrations, of findings that are not ignored.
    public func activeCount(_ severity: Severity) throws -> Int {
        try database.read {
            try $0.first(
                "SELECT COALESCE(SUM(active), 0) FROM finding WHERE ignored = 0 AND severity = $1",
                [.int(severity.rank)]
            ) { $0.int(0) }
        } ?? 0
    }

    public func finding(_ key: Finding.Key) throws -> Finding? {
        try database.read {
            try $0.first(
                "\(Self.findingColumns) WHERE f.integration = $1 AND f.check_id = $2",
                [.int(key.integration), .text(key.check)], Self.finding)
        }
    }

    @Sendable static func finding(_ row: any SQLRow) -> Finding {
        let isIgnored = row.int(5) == 1
        let acceptance = Acceptance(
            reason: row.optionalText(6) ?? "", comment: row.optionalText(7), owner: row.optionalText(8),
            expires: row.optionalReal(9).map { Date(timeIntervalSince1970: $0) }, by: row.optionalText(10) ?? "",
            at: Date(timeIntervalSince1970: row.optionalReal(11) ?? 0))
        return Finding(
            key: .init(integration: row.int(0), check: row.text(1)), integration: row.text(2),
            severity: severity(row.int(3)), defaultSeverity: severity(row.int(4)),
            status: isIgnored ? .ignored : .active, acceptance: isIgnored ? acceptance : nil,
            owner: row.optionalText(8), active: row.int(12), hidden: row.int(13), resolved: row.int(14))
    }

    static func severity(_ rank: Int) -> Severity { Severity.allCases.first { $0.rank == rank } ?? .low }

    /// How many instances of each finding have been in a state since a day (UTC) or later.
    public func counts(_ status: Instance.Status, sinceDay day: Int, of integration: Int? = nil) throws
        -> [Finding.Key: Int]
    {
        let pairs = try database.read {
            try $0.rows(
                """
                SELECT integration, check_id, SUM(instances) FROM finding_age
                WHERE status = $1 AND day >= $2 \(integration == nil ? "" : "AND integration = $3")
                GROUP BY integration, check_id
                """, [.text(status.rawValue), .int(day)] + (integration.map { [.int($0)] } ?? [])
            ) { (Finding.Key(integration: $0.int(0), check: $0.text(1)), $0.int(2)) }
        }
        return Dictionary(pairs, uniquingKeysWith: +)
    }

    /// When the oldest instance of each finding that is still in a state came into it; findings without one are not among them.
    public func oldest(_ status: Instance.Status, of integration: Int? = nil, check: String? = nil) throws
        -> [Finding.Key: Date]
    {
        // A subquery for each finding is one step into an index; a grouping would read every instance.
        var text = SQLText("SELECT f.integration, f.check_id, (SELECT MIN(i.since) FROM instance i")
        text.add(" WHERE i.integration = f.integration AND i.check_id = f.check_id")
        text.add(" AND i.status = \(text.place(.text(status.rawValue))))")
        text.add(" FROM finding f WHERE f.\(status.rawValue) > 0")
        if let integration { text.add(" AND f.integration = \(text.place(.int(integration)))") }
        if let check { text.add(" AND f.check_id = \(text.place(.text(check)))") }
        let statement = text
        let pairs = try database.read {
            try $0.rows(statement.sql, statement.arguments) { row in
                (Finding.Key(integration: row.int(0), check: row.text(1)), row.optionalReal(2))
            }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
            .compactMapValues { $0.map(Date.init(timeIntervalSince1970:)) }
    }
}
