import Foundation
import Model
import Posture
import Store

/// What the first page says: what is open, since when, how sure that is, and what has changed.
public struct Overview: Sendable {
    /// Whether any finding is known, with instances or without.
    public let isScanned: Bool
    /// The findings to look at first: the gravest, of them those with most that is new.
    public let worst: [FindingEntry]
    /// When the oldest open instance of each severity opened.
    public let oldest: [Severity: Date]
    /// Findings that have no answer, check by check and integration by integration.
    public let withoutAnswer: Int
    /// Ignored findings that count again within seven days.
    public let ending: Int
    /// Hidden instances that count again within seven days.
    public let endingHidden: Int
    public let integrations: [Health]
    /// Active instances by severity, of findings that count.
    public let totals: [Severity: Int]
    /// Those that opened today or yesterday (UTC); nil where nothing was scanned before today.
    public let sinceYesterday: [Severity: Int]?
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
    public let unanswered: Set<String>
    /// How many checks there are an answer is due of.
    public let checks: Int
    /// How many further ones nobody asks anywhere: they wait for a DLP profile.
    public let unasked: Int

    /// How an integration fares.
    public struct Health: Sendable {
        public var integration: Integration
        public var lastScan: Run?
        public var unread: Int
        /// Whole lists that were refused.
        var gaps: [CoverageCount]

        /// The lists that were refused though the integration's features ask for their permission; what was never asked for is told by
        /// coverage.
        public var refused: [Collector] {
            let asked = Set(Feature.permissions(of: integration.features))
            return gaps.map(\.collector).filter { !asked.isDisjoint(with: $0.permissions) }
        }

        public var isShutOut: Bool { integration.status == .reauthorize }

        /// Not read for so long that people have to know.
        public func isLate(at now: Date) -> Bool { daysUnread(at: now) >= 2 }

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
            return health.isLate(at: now) ? 1 : health.lastScan == nil ? 2 : 3
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

    /// - Parameter days: how many days the chart goes back, today included; at most 90.
    public init(_ book: FindingBook, of integration: Int? = nil, days count: Int = 30) throws {
        let store = book.store
        now = book.now
        let known = try book.pictures(of: integration)
        let all = try store.integrations().compactMap { item in known[item.id].map { (item, $0) } }
        let pictures = all.map(\.1)
        func sum(_ counts: (TenantPicture) -> [Severity: Int]) -> [Severity: Int] {
            pictures.reduce(into: [:]) { $0.merge(counts($1), uniquingKeysWith: +) }
        }
        isScanned = pictures.contains { !$0.entries.isEmpty }
        worst = Array(pictures.flatMap(\.worst).sorted(by: FindingEntry.isWorse).prefix(TenantPicture.mostWorst))
        oldest = pictures.reduce(into: [:]) { $0.merge($1.oldest, uniquingKeysWith: min) }
        withoutAnswer = pictures.map(\.withoutAnswer).reduce(0, +)
        let soon = book.now.addingTimeInterval(7 * 86_400)
        ending = pictures.map { $0.ends.count { $0 < soon } }.reduce(0, +)
        endingHidden = try store.hiddenEnding(by: soon, of: integration)
        unanswered = pictures.reduce(into: []) { $0.formUnion($1.unanswered) }
        let due = pictures.reduce(into: Set<String>()) { $0.formUnion($1.due) }
        checks = due.count
        unasked = pictures.reduce(into: Set<String>()) { $0.formUnion($1.unasked) }.subtracting(due).count
        let totals = sum(\.totals)
        self.totals = totals
        integrations = all.map { item, picture in
            Health(integration: item, lastScan: picture.lastScan, unread: picture.unread, gaps: picture.refused)
        }
        families = Check.Family.allCases.enumerated().map { place, family in
            all.reduce(into: FamilyBalance(family: family, complete: 0, unread: 0, worst: nil)) {
                $0.add($1.1.families[place], of: $1.0.name)
            }
        }
        let later = pictures.compactMap(\.sinceYesterday)
        sinceYesterday = later.isEmpty ? nil : later.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
        fresh = sum(\.fresh)
        resolved = pictures.map(\.resolved).reduce(0, +)
        reopened = pictures.map(\.reopened).reduce(0, +)
        let today = dayNumber(now)
        days = Self.days(
            pictures.map(\.days), from: today - min(count, TenantPicture.mostDays) + 1, to: today, totals: totals)
        decisions = try store.latestDecisions(of: integration, limit: 6).map { id, decision in
            NamedDecision(integration: all.first { $0.0.id == id }?.0.name ?? "", decision: decision)
        }
    }

    /// An integration that was not scanned on a day keeps the counts of the day before, and the day is incomplete. Today counts as it is now.
    private static func days(
        _ integrations: [[TenantPicture.DayStanding]], from first: Int, to last: Int, totals: [Severity: Int]
    ) -> [ChartDay] {
        guard first <= last else { return [] }
        var sums = Array(
            repeating: (active: SIMD4<Int>.zero, isKnown: false, isIncomplete: false), count: last - first + 1)
        for ends in integrations {
            var standing: TenantPicture.DayStanding?
            var rest = ends.drop { $0.day < first }
            for place in sums.indices {
                if let end = rest.first, end.day == first + place {
                    standing = end
                    rest = rest.dropFirst()
                    if end.isIncomplete { sums[place].isIncomplete = true }
                } else if standing != nil {
                    sums[place].isIncomplete = true
                }
                guard let standing else { continue }
                sums[place].active &+= standing.active
                sums[place].isKnown = true
            }
        }
        return sums.enumerated().map { place, sum in
            guard sum.isKnown else { return ChartDay(day: first + place, active: nil, isIncomplete: true) }
            guard first + place < last else {
                return ChartDay(day: last, active: totals, isIncomplete: sum.isIncomplete)
            }
            let active = Severity.allCases.enumerated().map { ($1, sum.active[$0]) }
            return ChartDay(
                day: first + place, active: Dictionary(active, uniquingKeysWith: +), isIncomplete: sum.isIncomplete)
        }
    }
}

extension Overview.FamilyBalance {
    fileprivate mutating func add(_ standing: TenantPicture.FamilyStanding, of integration: String) {
        complete += standing.complete
        unread += standing.unread
        untold += standing.untold
        if let line = standing.worst, line.subjects > worst?.line.subjects ?? 0 { worst = (integration, line) }
    }
}
