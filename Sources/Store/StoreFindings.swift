import Foundation
import Model

extension Store {
    /// How many names a search may look at for one page: about 6 ms, so that no page waits for a million.
    public static let searchReach = 5_000

    /// Hands over every instance a filter names, worst first, page by page: memory stays flat however many there are.
    public func forEachInstance(
        _ filter: InstanceFilter, pageSize: Int = 500, limit: Int = .max, _ body: (Instance) throws -> Void
    ) throws {
        var position: InstancePosition?
        var left = limit
        while left > 0 {
            let page = try instances(filter, after: position, limit: min(pageSize, left))
            for instance in page.instances { try body(instance) }
            left -= page.instances.count
            guard let next = page.next else { return }
            position = next
        }
    }

    /// The first instances of a filter, worst first.
    public func instances(_ filter: InstanceFilter, limit: Int) throws -> [Instance] {
        var all: [Instance] = []
        try forEachInstance(filter, limit: limit) { all.append($0) }
        return all
    }

    /// One page of a filter: worst first, in a finding newest first.
    /// - Parameter position: the place that `next` or `previous` of another page named; nil for the first page.
    public func instances(
        _ filter: InstanceFilter, after position: InstancePosition?, _ direction: PageDirection = .forward, limit: Int
    ) throws -> InstancePage {
        try instances(filter, after: position, direction, limit: limit, reach: Self.searchReach)
    }

    func instances(
        _ filter: InstanceFilter, after position: InstancePosition?, _ direction: PageDirection = .forward, limit: Int,
        reach: Int
    ) throws -> InstancePage {
        var walk = InstanceWalk(
            filter: filter, position: position, direction: direction, limit: limit + 1, reach: reach)
        let strata = try strata(filter)
        try database.read { try walk.run(over: strata, $0) }
        var found = walk.found
        let isMore = found.count > limit
        if isMore { found.removeLast() }
        if direction == .backward { found.reverse() }
        let isCut = walk.lookedAt >= reach && !isMore
        var page = InstancePage(instances: found.map(\.1), isCutShort: isCut)
        let (first, last) = (found.first?.0, found.last?.0)
        switch direction {
        case .forward:
            page.previous = position == nil ? nil : first ?? position
            page.next = isMore ? last : isCut ? walk.lastSeen : nil
        case .backward:
            page.previous = isMore ? first : isCut ? walk.lastSeen : nil
            page.next = last ?? position
        }
        return page
    }

    /// The instance whose fingerprint begins so, in every integration that has it; at most `limit`.
    public func instances(fingerprintPrefix prefix: String, limit: Int) throws -> [Instance] {
        try integrations().flatMap { integration in
            try database.read {
                try $0.rows(
                    """
                    \(InstanceWalk.columns) WHERE i.integration = $1 AND i.fingerprint >= $2 AND i.fingerprint < $3
                    ORDER BY i.fingerprint LIMIT \(limit)
                    """, [.int(integration.id), .text(prefix), .text(prefix + "g")], InstanceWalk.instance)
            }
        }
        .prefix(limit).map(\.1)
    }

    /// How many instances a filter names, by check. A search looks at every name.
    public func instanceCounts(_ filter: InstanceFilter) throws -> [(check: String, severity: Severity, count: Int)] {
        var counts: [(check: String, severity: Severity, count: Int)] = []
        var numbers = SoughtNumbers()
        for stratum in try strata(filter) {
            let count =
                if let text = filter.sought(in: stratum) {
                    try database.read {
                        try InstanceWalk.matches(text, filter, stratum, reach: stratum.instances, &numbers, $0)
                    }
                } else {
                    filter.isSummed ? stratum.instances : try count(stratum, filter, &numbers)
                }
            guard count > 0 else { continue }
            let severity = Self.severity(stratum.severity)
            if let last = counts.indices.last, counts[last].check == stratum.check, counts[last].severity == severity {
                counts[last].count += count
            } else {
                counts.append((stratum.check, severity, count))
            }
        }
        return counts
    }

    /// How many instances a search finds among so many names, and whether there are names behind them.
    /// - Parameter reach: without it, as many as one page may look at.
    public func matchCount(
        _ filter: InstanceFilter, reach: Int = Store.searchReach
    ) throws -> (count: Int, isCutShort: Bool) {
        var (count, left, numbers) = (0, reach, SoughtNumbers())
        for stratum in try strata(filter) {
            guard let text = filter.sought(in: stratum) else {
                count += filter.isSummed ? stratum.instances : try self.count(stratum, filter, &numbers)
                continue
            }
            guard left > 0 else { return (count, true) }
            let reach = left
            count += try database.read { try InstanceWalk.matches(text, filter, stratum, reach: reach, &numbers, $0) }
            if stratum.instances > left { return (count, true) }
            left -= stratum.instances
        }
        return (count, false)
    }

    private func count(
        _ stratum: Stratum, _ filter: InstanceFilter, _ numbers: inout SoughtNumbers
    ) throws -> Int {
        // A whole number of days is summed up already.
        if filter.isOfDays, let since = filter.since,
            since.timeIntervalSince1970.truncatingRemainder(dividingBy: 86_400) == 0
        {
            let key = Finding.Key(integration: stratum.integration, check: stratum.check)
            return try database.read {
                try $0.first(
                    """
                    SELECT COALESCE(SUM(instances), 0) FROM finding_age
                    WHERE integration = $1 AND check_id = $2 AND status = $3 AND day >= $4
                    """,
                    [
                        .int(key.integration), .text(key.check), .text(stratum.status.rawValue),
                        .int(dayNumber(since)),
                    ]
                ) { $0.int(0) } ?? 0
            }
        }
        return try database.read {
            let held = try numbers.holding(filter.content, in: stratum.integration, $0)
            if held?.isEmpty == true { return 0 }
            let (condition, arguments) = InstanceWalk.condition(filter, stratum, holding: held)
            return try $0.first("SELECT COUNT(*) FROM instance i WHERE \(condition)", arguments) { $0.int(0) } ?? 0
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
}

extension Store {
    /// One instance with its integration; nil where there is none.
    public func instance(_ fingerprint: String, of integration: Int) throws -> (integration: Int, instance: Instance)? {
        try database.read {
            try $0.first(
                "\(InstanceWalk.columns) WHERE i.integration = $1 AND i.fingerprint = $2",
                [.int(integration), .text(fingerprint)]
            ) { (integration, try InstanceWalk.instance($0).1) }
        }
    }
}
