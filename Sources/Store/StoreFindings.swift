import Foundation
import Model

/// Which instances are wanted; nil and empty mean any.
public struct InstanceFilter: Sendable, Hashable {
    public var integration: Int?
    public var checks: [String] = []
    public var severities: [Severity] = []
    public var statuses: [Instance.Status] = [.active]
    /// A part of the resource's name or id, in any case.
    public var text: String?
    /// Opened (or opened again) in this run.
    public var openedInRun: Int?
    public var fingerprintPrefix: String?
    public init() {}
}

/// A place in the list of instances: severity, check, integration and fingerprint of the last one read.
struct InstancePosition: Sendable, Hashable {
    var severity: Int
    var check: String
    var integration: Int
    var fingerprint: String
}

extension Store {
    /// Hands over every instance a filter names, worst first, page by page: memory stays flat however many there are.
    public func forEachInstance(
        _ filter: InstanceFilter, pageSize: Int = 500, limit: Int = .max, _ body: (Instance) throws -> Void
    ) throws {
        var position: InstancePosition?
        var left = limit
        while left > 0 {
            let page = try instances(filter, after: position, limit: min(pageSize, left))
            for (_, instance) in page { try body(instance) }
            guard page.count == min(pageSize, left) else { return }
            left -= page.count
            position = page.last?.0
        }
    }

    /// The first instances of a filter, worst first.
    public func instances(_ filter: InstanceFilter, limit: Int) throws -> [Instance] {
        var all: [Instance] = []
        try forEachInstance(filter, limit: limit) { all.append($0) }
        return all
    }

    func instances(
        _ filter: InstanceFilter, after position: InstancePosition?, limit: Int
    ) throws -> [(InstancePosition, Instance)] {
        var (condition, arguments) = Self.condition(filter)
        if let position {
            let n = arguments.count
            condition +=
                " AND (i.severity, i.check_id, i.integration, i.fingerprint) > ($\(n + 1), $\(n + 2), $\(n + 3), $\(n + 4))"
            arguments += [
                .int(position.severity), .text(position.check), .int(position.integration), .text(position.fingerprint),
            ]
        }
        return try database.read { connection in
            try connection.rows(
                """
                SELECT i.severity, i.check_id, i.integration, i.fingerprint, g.name, g.tenant_id, i.resource_type, i.resource_id,
                    i.resource_name, i.resource_url, i.drive_id, i.location, i.sub_id, i.evidence, i.status, i.first_seen,
                    i.last_seen, i.resolved_at, i.times_seen
                FROM instance i JOIN integration g ON g.id = i.integration
                WHERE \(condition) ORDER BY i.severity, i.check_id, i.integration, i.fingerprint LIMIT \(limit)
                """, arguments, Self.instance)
        }
    }

    /// How many instances a filter names, by check.
    public func instanceCounts(_ filter: InstanceFilter) throws -> [(check: String, severity: Severity, count: Int)] {
        let (condition, arguments) = Self.condition(filter)
        return try database.read {
            try $0.rows(
                """
                SELECT i.check_id, i.severity, COUNT(*) FROM instance i JOIN integration g ON g.id = i.integration
                WHERE \(condition) GROUP BY i.check_id, i.severity ORDER BY i.severity, i.check_id
                """, arguments
            ) { (check: $0.text(0), severity: Self.severity($0.int(1)), count: $0.int(2)) }
        }
    }

    /// The life of one instance, oldest first.
    public func history(fingerprint: String, of integration: Int) throws -> [HistoryEntry] {
        let decoder = StoredEntity.decoder()
        return try database.read {
            try $0.rows(
                "SELECT at, run, change, evidence FROM history WHERE integration = $1 AND fingerprint = $2 ORDER BY run, at",
                [.int(integration), .text(fingerprint)]
            ) { row in
                HistoryEntry(
                    at: Date(timeIntervalSince1970: row.real(0)), run: row.int(1),
                    change: .init(rawValue: row.text(2)) ?? .changed,
                    evidence: try row.optionalText(3).map { try decoder.decode(Evidence.self, from: Data($0.utf8)) })
            }
        }
    }

    private static func condition(_ filter: InstanceFilter) -> (String, [SQLValue]) {
        var parts = ["1 = 1"]
        var arguments: [SQLValue] = []
        func next(_ value: SQLValue) -> String {
            arguments.append(value)
            return "$\(arguments.count)"
        }
        if let integration = filter.integration { parts.append("i.integration = \(next(.int(integration)))") }
        if !filter.statuses.isEmpty {
            parts.append("i.status IN (\(filter.statuses.map { next(.text($0.rawValue)) }.joined(separator: ", ")))")
        }
        if !filter.severities.isEmpty {
            parts.append("i.severity IN (\(filter.severities.map { next(.int($0.rank)) }.joined(separator: ", ")))")
        }
        if !filter.checks.isEmpty {
            parts.append("i.check_id IN (\(filter.checks.map { next(.text($0)) }.joined(separator: ", ")))")
        }
        if let run = filter.openedInRun { parts.append("i.opened_run = \(next(.int(run)))") }
        if let prefix = filter.fingerprintPrefix { parts.append("i.fingerprint LIKE \(next(.text(prefix + "%")))") }
        if let text = filter.text, !text.isEmpty {
            let place = next(.text("%\(text.lowercased())%"))
            parts.append("(LOWER(i.resource_name) LIKE \(place) OR LOWER(i.resource_id) LIKE \(place))")
        }
        return (parts.joined(separator: " AND "), arguments)
    }

    @Sendable private static func severity(_ rank: Int) -> Severity {
        Severity.allCases.first { $0.rank == rank } ?? .low
    }

    @Sendable private static func instance(_ row: any SQLRow) throws -> (InstancePosition, Instance) {
        let position = InstancePosition(
            severity: row.int(0), check: row.text(1), integration: row.int(2), fingerprint: row.text(3))
        let resource = Resource(
            .init(rawValue: row.text(6)) ?? .organization, id: row.text(7), name: row.text(8), url: row.optionalText(9),
            driveID: row.optionalText(10), location: row.optionalText(11))
        let instance = Instance(
            check: position.check, severity: severity(position.severity), integration: row.text(4),
            tenantID: row.text(5),
            resource: resource, subID: row.optionalText(12), status: .init(rawValue: row.text(14)) ?? .active,
            firstSeen: Date(timeIntervalSince1970: row.real(15)), lastSeen: Date(timeIntervalSince1970: row.real(16)),
            resolvedAt: row.optionalReal(17).map { Date(timeIntervalSince1970: $0) }, fingerprint: position.fingerprint,
            evidence: try StoredEntity.decoder().decode(Evidence.self, from: Data(row.text(13).utf8)),
            timesSeen: row.int(18))
        return (position, instance)
    }
}
