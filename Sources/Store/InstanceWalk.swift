import Foundation
import Model

/// Reads instances stratum by stratum until a page is full. Every step is a range of one index, whatever the filter.
struct InstanceWalk {
    let filter: InstanceFilter
    let position: InstancePosition?
    let direction: PageDirection
    let limit: Int
    /// How many names a search may look at.
    let reach: Int
    private(set) var found: [(InstancePosition, Instance)] = []
    /// How many names a search has looked at.
    private(set) var lookedAt = 0
    /// The last place a search has looked at.
    private(set) var lastSeen: InstancePosition?
    private var numbers = SoughtNumbers()

    init(filter: InstanceFilter, position: InstancePosition?, direction: PageDirection, limit: Int, reach: Int) {
        self.filter = filter
        self.position = position
        self.direction = direction
        self.limit = limit
        self.reach = reach
    }

    static let columns = """
        SELECT f.severity, i.check_id, i.integration, i.fingerprint, g.name, g.tenant_id, i.resource_type, i.resource_id,
            i.resource_name, i.resource_url, i.drive_id, i.location, i.sub_id, i.evidence, i.status, i.first_seen,
            i.last_seen, i.resolved_at, i.times_seen, i.since
        FROM instance i JOIN finding f ON f.integration = i.integration AND f.check_id = i.check_id
            JOIN integration g ON g.id = i.integration
        """

    mutating func run(over strata: [Stratum], _ connection: any SQLConnection) throws {
        for stratum in direction == .forward ? strata : strata.reversed() {
            guard found.count < limit, filter.text == nil || lookedAt < reach else { return }
            var start: InstancePosition?
            if let position {
                if stratum.holds(position) {
                    start = position
                } else if stratum.isBefore(position) == (direction == .forward) {
                    continue
                }
            }
            let held = try numbers.holding(filter.content, in: stratum.integration, connection)
            if held?.isEmpty == true { continue }
            let condition = Self.condition(filter, stratum, holding: held, after: start, direction)
            if let text = filter.sought(in: stratum) {
                try search(text, stratum, condition, isWhole: start == nil, connection)
            } else {
                try read(condition, connection)
            }
        }
    }

    private mutating func read(
        _ condition: (sql: String, arguments: [SQLValue]), _ connection: any SQLConnection
    ) throws {
        found += try connection.rows(
            "\(Self.columns) WHERE \(condition.sql) ORDER BY \(order) LIMIT \(limit - found.count)",
            condition.arguments,
            Self.instance)
    }

    private var order: String {
        direction == .forward ? "i.since DESC, i.fingerprint DESC" : "i.since, i.fingerprint"
    }

    /// Looks at names in the index alone, as many as a page may, and reads only the instances whose name or id has the text; of those that
    /// tell what a file holds it looks at that too.
    private mutating func search(
        _ text: SoughtText, _ stratum: Stratum, _ wanted: (sql: String, arguments: [SQLValue]), isWhole: Bool,
        _ connection: any SQLConnection
    ) throws {
        let room = reach - lookedAt
        // Placeholders count in the order in which a statement names them: the pattern stands last.
        let (condition, arguments) = wanted
        let numbers = try numbers.of(text, in: stratum.integration, connection)
        let has = text.condition(connection.likeInAnyCase, numbers: numbers, at: arguments.count + 1)
        let names = "FROM instance i WHERE \(condition) ORDER BY \(order)"
        let hits = try connection.rows(
            """
            SELECT \(SoughtText.columns) FROM (SELECT since, \(SoughtText.columns) \(names) LIMIT \(room)) WHERE \(has)
            LIMIT \(text.isASCII ? limit - found.count : room)
            """, arguments + [.text(text.pattern)]
        ) { text.isIn($0, numbers: numbers) ? $0.text(0) : nil }
        for fingerprint in hits.compactMap(\.self).prefix(limit - found.count) {
            found += try connection.rows(
                "\(Self.columns) WHERE i.integration = $1 AND i.fingerprint = $2",
                [.int(stratum.integration), .text(fingerprint)], Self.instance)
        }
        guard found.count < limit else { return }
        if isWhole, stratum.instances < room {
            lookedAt += stratum.instances
            return
        }
        let edge = try connection.first("SELECT since, fingerprint \(names) LIMIT 1 OFFSET \(room - 1)", arguments) {
            InstancePosition(
                severity: stratum.severity, check: stratum.check, integration: stratum.integration,
                status: stratum.status.rawValue, since: $0.real(0), fingerprint: $0.text(1))
        }
        lastSeen = edge
        lookedAt = edge == nil ? lookedAt + min(stratum.instances, room - 1) : reach
    }

    /// How many of a stratum's first names have a text.
    static func matches(
        _ text: SoughtText, _ filter: InstanceFilter, _ stratum: Stratum, reach: Int, _ numbers: inout SoughtNumbers,
        _ connection: any SQLConnection
    ) throws -> Int {
        let held = try numbers.holding(filter.content, in: stratum.integration, connection)
        if held?.isEmpty == true { return 0 }
        let (condition, arguments) = condition(filter, stratum, holding: held)
        let numbers = try numbers.of(text, in: stratum.integration, connection)
        let has = text.condition(connection.likeInAnyCase, numbers: numbers, at: arguments.count + 1)
        var count = 0
        try connection.query(
            """
            SELECT \(SoughtText.columns) FROM (
                SELECT \(SoughtText.columns) FROM instance i WHERE \(condition) ORDER BY i.since DESC, i.fingerprint DESC
                LIMIT \(reach))
            WHERE \(has)
            """, arguments + [.text(text.pattern)]
        ) { if text.isIn($0, numbers: numbers) { count += 1 } }
        return count
    }

    /// What holds of an instance `i` of a stratum that a filter names and that comes after a position.
    /// - Parameter held: the numbers of the words that the filter's content has; nil for any.
    static func condition(
        _ filter: InstanceFilter, _ stratum: Stratum, holding held: Set<Int64>?, after start: InstancePosition? = nil,
        _ direction: PageDirection = .forward
    ) -> (String, [SQLValue]) {
        var arguments: [SQLValue] = [
            .int(stratum.integration), .text(stratum.check), .text(stratum.status.rawValue),
        ]
        var parts = ["i.integration = $1 AND i.check_id = $2 AND i.status = $3"]
        func next(_ value: SQLValue) -> String {
            arguments.append(value)
            return "$\(arguments.count)"
        }
        if let since = filter.since { parts.append("i.since >= \(next(since.sql))") }
        if let before = filter.before { parts.append("i.since < \(next(before.sql))") }
        if let end = filter.endsBefore {
            parts.append(
                """
                EXISTS (SELECT 1 FROM hiding h WHERE h.integration = i.integration AND h.fingerprint = i.fingerprint
                    AND h.expires IS NOT NULL AND h.expires < \(next(end.sql)))
                """)
        }
        if let held { parts.append("i.words IN (\(held.sorted().map(String.init).joined(separator: ", ")))") }
        if let run = filter.openedInRun { parts.append("i.opened_run = \(next(.int(run)))") }
        if let start {
            let sign = direction == .forward ? "<" : ">"
            parts.append(
                "(i.since, i.fingerprint) \(sign) (\(next(.real(start.since))), \(next(.text(start.fingerprint))))")
        }
        return (parts.joined(separator: " AND "), arguments)
    }

    @Sendable static func instance(_ row: any SQLRow) throws -> (InstancePosition, Instance) {
        let position = InstancePosition(
            severity: row.int(0), check: row.text(1), integration: row.int(2), status: row.text(14),
            since: row.real(19), fingerprint: row.text(3))
        let resource = Resource(
            .init(rawValue: row.text(6)) ?? .organization, id: row.text(7), name: row.text(8), url: row.optionalText(9),
            driveID: row.optionalText(10), location: row.optionalText(11))
        let instance = Instance(
            check: position.check, severity: Store.severity(position.severity), integration: row.text(4),
            tenantID: row.text(5),
            resource: resource, subID: row.optionalText(12), status: .init(rawValue: row.text(14)) ?? .active,
            firstSeen: Date(timeIntervalSince1970: row.real(15)), lastSeen: Date(timeIntervalSince1970: row.real(16)),
            resolvedAt: row.optionalReal(17).map { Date(timeIntervalSince1970: $0) }, fingerprint: position.fingerprint,
            evidence: try Evidence(stored: row.blob(13)),
            timesSeen: row.int(18))
        return (position, instance)
    }
}
