import Foundation
import Model
import Posture
import Store

/// What lists and the overview say of one integration, all of one moment.
struct TenantPicture: Sendable {
    /// Worst first.
    let entries: [FindingEntry]
    /// Subjects that were not read.
    let unread: Int
    /// Whole lists that were refused.
    let refused: [CoverageCount]
    let lastScan: Run?
    /// The last days that a scan ended on, oldest first.
    let days: [DayStanding]
    let totals: [Severity: Int]
    /// Active instances that opened today or yesterday, of findings that count, and after the day of the first scan: what that found is new
    /// to nobody but us. Nil where it was today, or never.
    let sinceYesterday: [Severity: Int]?
    /// Those that opened in the last seven days.
    let fresh: [Severity: Int]
    let resolved: Int
    let reopened: Int
    /// When the oldest open instance opened.
    let oldest: [Severity: Date]
    /// The open findings that an overview shows first.
    let worst: [FindingEntry]
    /// Checks that have no answer though one is due.
    let unanswered: Set<String>
    /// Checks that an answer is due of.
    let due: Set<String>
    /// Checks that nobody asked: what they need is not attached.
    let unasked: Set<String>
    /// Findings without an answer.
    let withoutAnswer: Int
    /// When what is ignored counts again.
    let ends: [Date]
    /// In the order of `Check.Family.allCases`.
    let families: [FamilyStanding]

    /// How many findings of one integration an overview may show.
    static let mostWorst = 6
    /// How far back charts go at most, today included.
    static let mostDays = 90

    /// One day's end, without anything that has to be counted when it is copied: there are 90 for each of hundreds of integrations.
    struct DayStanding: Sendable {
        var day: Int
        /// Active instances in the order of `Severity.allCases`.
        var active: SIMD4<Int>
        var isIncomplete: Bool
    }

    /// What was read for the checks of one family.
    struct FamilyStanding: Sendable {
        var (complete, unread, untold) = (0, 0, 0)
        var worst: CoverageCount?
    }

    init(of integration: Int, in store: Store, today: Int) throws {
        let knowledge = try Knowledge(of: integration, in: store)
        let week = today - 6
        let entries = try knowledge.entries(
            store.findings(of: integration), fresh: store.counts(.active, sinceDay: week, of: integration),
            since: store.oldest(.active, of: integration))
        self.entries = entries
        let counting = Dictionary(
            entries.filter { $0.finding.status == .active }.map { ($0.finding.key, $0.finding.severity) },
            uniquingKeysWith: { first, _ in first })
        func bySeverity(_ counts: [Finding.Key: Int]) -> [Severity: Int] {
            Dictionary(counts.compactMap { key, count in counting[key].map { ($0, count) } }, uniquingKeysWith: +)
        }
        let gaps = knowledge.balance.filter { !$0.state.isComplete }
        unread = gaps.map(\.subjects).reduce(0, +)
        refused = gaps.filter { $0.state == .denied && $0.example == nil }
        lastScan = try store.runs(integration, kind: .scan, limit: 1).first
        days = try store.days(from: today - Self.mostDays + 1, of: integration).map(DayStanding.init)
        totals = FindingBook.totals(entries)
        let first = days.first?.day ?? today
        sinceYesterday =
            first < today
            ? bySeverity(try store.counts(.active, sinceDay: max(today - 1, first + 1), of: integration)) : nil
        fresh = bySeverity(
            Dictionary(entries.map { ($0.finding.key, $0.fresh) }, uniquingKeysWith: { first, _ in first }))
        resolved = bySeverity(try store.counts(.resolved, sinceDay: week, of: integration)).values.reduce(0, +)
        reopened = try store.reopened(sinceDay: week, of: integration)
        let open = entries.filter(\.isOpen)
        oldest = Dictionary(
            open.compactMap { entry in entry.since.map { (entry.finding.severity, $0) } }, uniquingKeysWith: min)
        worst = Array(open.sorted(by: FindingEntry.isWorse).prefix(Self.mostWorst))
        unanswered = Set(
            entries.filter { $0.tab == .unanswered && !$0.sureness.isUnasked }.map(\.finding.check))
        due = Set(entries.filter { !$0.sureness.isUnasked }.map(\.finding.check))
        unasked = Set(entries.filter(\.sureness.isUnasked).map(\.finding.check))
        withoutAnswer = entries.count { $0.tab == .unanswered }
        ends = entries.compactMap { $0.finding.acceptance?.expires }
        families = Check.Family.allCases.map { FamilyStanding(of: $0, entries, knowledge.balance) }
    }
}

extension TenantPicture.DayStanding {
    init(_ count: DayCount) {
        day = count.day
        active = SIMD4(Severity.allCases.map { count.active[$0] ?? 0 })
        isIncomplete = count.unread * 20 > count.complete
    }
}

extension TenantPicture.FamilyStanding {
    init(of family: Check.Family, _ entries: [FindingEntry], _ balance: [CoverageCount]) {
        let collectors = Set(Check.all.filter { $0.family == family }.flatMap(\.collectors))
        for line in balance where collectors.contains(line.collector) {
            if line.state.isComplete {
                complete += line.subjects
            } else {
                unread += line.subjects
                if line.subjects > worst?.subjects ?? 0 { worst = line }
            }
        }
        untold = entries.filter { $0.check?.family == family }.map(\.untold).reduce(0, +)
    }
}
