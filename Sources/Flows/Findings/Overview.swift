import Foundation
import Model
import Posture
import Store

/// What the first page says: what is open, since when, how sure that is, and what has changed.
public struct Overview: Sendable {
    public let entries: [FindingEntry]
    public let integrations: [Health]
    /// Active instances by severity, of findings that count.
    public let totals: [Severity: Int]
    /// Those that opened today or yesterday (UTC).
    public let sinceYesterday: [Severity: Int]
    /// Active instances that opened in the last seven days (UTC), by severity.
    public let fresh: [Severity: Int]
    /// Instances that were resolved in the last seven days and are still so.
    public let resolved: Int
    /// How often instances opened again in the last seven days.
    public let reopened: Int
    public let days: [ChartDay]
    public let families: [FamilyBalance]
    public let decisions: [NamedDecision]
    public let now: Date

    /// The checks that have no answer somewhere, each once; those that nobody asked are not among them.
    public var unanswered: Set<String> {
        Set(entries.filter { $0.tab == .unanswered && !$0.sureness.isUnasked }.map(\.finding.check))
    }

    /// How many checks there are an answer is due of.
    public var checks: Int { Set(entries.filter { !$0.sureness.isUnasked }.map(\.finding.check)).count }

    /// How an integration fares.
    public struct Health: Sendable {
        public var integration: Integration
        public var lastScan: Run?
        public var unread: Int
        /// Permissions that a whole list was refused for.
        public var refused: [Collector]

        public var isShutOut: Bool { integration.status == .reauthorize }

        /// Whole days since an active integration was read last; 0 where it never was, or is not meant to be.
        public func daysUnread(at now: Date) -> Int {
            guard integration.status == .active, let end = lastScan?.finishedAt else { return 0 }
            return max(0, Int(now.timeIntervalSince(end) / 86_400))
        }
    }

    /// The integrations: first those that cannot sign in, then those not read lately or never, then by how much was not read.
    public var troubledFirst: [Health] {
        func grade(_ health: Health) -> Int {
            if health.isShutOut { return 0 }
            guard health.integration.status == .active else { return 4 }
            return health.daysUnread(at: now) >= 2 ? 1 : health.lastScan == nil ? 2 : 3
        }
        return integrations.sorted { (grade($0), -$0.unread) < (grade($1), -$1.unread) }
    }

    /// One day of the chart; nil where nothing is known of any integration.
    public struct ChartDay: Sendable, Hashable {
        public var day: Int
        public var active: [Severity: Int]?
        /// Subjects that were not read, or integrations that were not scanned.
        public var isIncomplete: Bool
    }

    /// What was read for the checks of one family.
    public struct FamilyBalance: Sendable {
        public var family: Check.Family
        public var complete: Int
        public var unread: Int
        /// Answers that its checks could not give though everything was read.
        public var untold = 0
        /// The largest gap, with the integration it is in.
        public var worst: (integration: String, line: CoverageCount)?
        public var share: Double? {
            let all = complete + unread + untold
            return all == 0 ? nil : Double(complete) / Double(all)
        }
    }

    public struct NamedDecision: Sendable {
        public var integration: String
        public var decision: Decision
    }

    /// - Parameter days: how many days the chart goes back, today included.
    public init(_ book: FindingBook, of integration: Int? = nil, days count: Int = 30) throws {
        let store = book.store
        now = book.now
        let knowledge = try book.knowledge(of: integration)
        entries = try book.entries(of: integration, by: knowledge)
        totals = book.totals(entries)
        let all = try store.integrations().filter { integration == nil || $0.id == integration }
        let balances = all.map { ($0, knowledge[$0.id]?.balance ?? []) }
        integrations = try balances.map { item, balance in
            let gaps = balance.filter { !$0.state.isComplete }
            return Health(
                integration: item, lastScan: try store.runs(item.id, kind: .scan, limit: 1).first,
                unread: gaps.map(\.subjects).reduce(0, +),
                refused: Self.refused(gaps, of: item))
        }
        let entries = entries
        families = Check.Family.allCases.map { family in
            var balance = Self.balance(of: family, in: balances)
            balance.untold = entries.filter { $0.check?.family == family }.map(\.untold).reduce(0, +)
            return balance
        }
        let today = dayNumber(now)
        let counting = Dictionary(
            entries.filter { $0.finding.status == .active }.map { ($0.finding.key, $0.finding.severity) },
            uniquingKeysWith: { first, _ in first })
        func bySeverity(_ counts: [Finding.Key: Int]) -> [Severity: Int] {
            Dictionary(
                counts.compactMap { key, count in counting[key].map { ($0, count) } }, uniquingKeysWith: +)
        }
        sinceYesterday = bySeverity(try store.counts(.active, sinceDay: today - 1, of: integration))
        fresh = bySeverity(
            Dictionary(entries.map { ($0.finding.key, $0.fresh) }, uniquingKeysWith: { first, _ in first }))
        resolved = bySeverity(try store.counts(.resolved, sinceDay: book.week, of: integration)).values.reduce(0, +)
        reopened = try store.reopened(sinceDay: book.week, of: integration)
        days = Self.days(
            try store.days(from: today - count + 1, of: integration), from: today - count + 1, to: today,
            integrations: all.map(\.id), totals: totals)
        decisions = try store.latestDecisions(of: integration, limit: 6).map { id, decision in
            NamedDecision(integration: all.first { $0.id == id }?.name ?? "", decision: decision)
        }
    }

    /// The lists that were refused though the integration's features ask for their permission; what was never asked for is told by coverage.
    private static func refused(_ gaps: [CoverageCount], of integration: Integration) -> [Collector] {
        let asked = Set(Feature.permissions(of: integration.features))
        return gaps.filter {
            $0.state == .denied && $0.example == nil && !asked.isDisjoint(with: $0.collector.permissions)
        }.map(\.collector)
    }

    private static func balance(of family: Check.Family, in balances: [(Integration, [CoverageCount])])
        -> FamilyBalance
    {
        let collectors = Set(Check.all.filter { $0.family == family }.flatMap(\.collectors))
        var sum = FamilyBalance(family: family, complete: 0, unread: 0, worst: nil)
        for (integration, balance) in balances {
            for line in balance where collectors.contains(line.collector) {
                if line.state.isComplete {
                    sum.complete += line.subjects
                } else {
                    sum.unread += line.subjects
                    if line.subjects > sum.worst?.line.subjects ?? 0 { sum.worst = (integration.name, line) }
                }
            }
        }
        return sum
    }

    /// An integration that was not scanned on a day keeps the counts of the day before, and the day is incomplete. Today counts as it is now.
    private static func days(
        _ counts: [DayCount], from first: Int, to last: Int, integrations: [Int], totals: [Severity: Int]
    ) -> [ChartDay] {
        guard first <= last else { return [] }
        let byPlace = Dictionary(
            counts.map { (Finding.Key(integration: $0.integration, check: "\($0.day)"), $0) },
            uniquingKeysWith: { _, last in last })
        let begun = Dictionary(counts.map { ($0.integration, $0.day) }, uniquingKeysWith: min)
        var standing: [Int: DayCount] = [:]
        return (first...last).map { day in
            var isIncomplete = false
            for integration in integrations {
                guard let start = begun[integration], day >= start else { continue }
                if let count = byPlace[.init(integration: integration, check: "\(day)")] {
                    standing[integration] = count
                    if count.unread * 20 > count.complete { isIncomplete = true }
                } else {
                    isIncomplete = true
                }
            }
            guard !standing.isEmpty else { return ChartDay(day: day, active: nil, isIncomplete: true) }
            guard day < last else { return ChartDay(day: day, active: totals, isIncomplete: isIncomplete) }
            var active: [Severity: Int] = [:]
            for count in standing.values { active.merge(count.active, uniquingKeysWith: +) }
            return ChartDay(day: day, active: active, isIncomplete: isIncomplete)
        }
    }
}
