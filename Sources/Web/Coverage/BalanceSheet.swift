import Flows
import Foundation
import Model
import Posture
import Report
import Store

/// Seen = read + not applicable + denied + throttled + error, for each collector and in sum.
struct BalanceSheet {
    /// One collector; nil for the sum.
    struct Row {
        var collector: Collector?
        var counts: [CoverageState: Int] = [:]
        var gaps: [CoverageCount] = []
        /// What is to be said of what was read.
        var notes: [String] = []
        /// Read on behalf of a person: what that person may not see, no permission helps.
        var isLimited = false

        var seen: Int { counts.values.reduce(0, +) }
        var unread: Int { counts.filter { !$0.key.isComplete }.values.reduce(0, +) }

        func values(_ index: CheckIndex) -> [String: Any] {
            func number(_ state: CoverageState) -> [String: Any] {
                let count = counts[state] ?? 0
                return ["n": Numbers.grouped(count), "isGap": count > 0 && !state.isComplete, "isNone": count == 0]
            }
            let title = collector.map { $0.title.prefix(1).uppercased() + $0.title.dropFirst() } ?? "Sum"
            let checks = collector.map { index.checks(reading: $0).count } ?? 0
            return [
                "title": title, "checks": checks > 0 ? Numbers.counted(checks, "check") : "",
                "seen": Numbers.grouped(seen), "read": number(.ok), "notApplicable": number(.notApplicable),
                "denied": number(.denied), "throttled": number(.throttled), "error": number(.error),
                "bar": CoverageBar(
                    read: counts[.ok] ?? 0, notApplicable: counts[.notApplicable] ?? 0, unread: unread, label: title,
                    width: #" width="96" height="8""#
                ).svg,
                "why": (gaps.map { CoverageWords.reason($0, in: index) } + notes).joined(separator: "; "), "help": help,
            ]
        }

        /// What a person can do about the gaps.
        private var help: String {
            guard let collector, !gaps.isEmpty else { return "" }
            if isLimited, gaps.contains(where: { $0.state == .denied }) {
                return
                    "The limited mode reads what one person may see: authorize again with permissions of the app itself, then scan again."
            }
            if gaps.contains(where: { $0.state == .denied && $0.example == nil }),
                let permission = collector.permissions.first
            {
                return "Grant \(permission) to Reeve's application, then scan again."
            }
            if collector == .fileContents, gaps.contains(where: { $0.standing != nil }) { return Self.files(gaps) }
            if gaps.contains(where: { $0.state == .throttled }) {
                return "Microsoft asked to wait past the end of the scan; the next one reads these first."
            }
            if gaps.contains(where: { $0.state == .denied }) {
                return "Refused for these alone: an application access policy or a stronger role may be in the way."
            }
            return "The next scan tries again."
        }

        /// When files are read again that were not, or not whole: that depends on why.
        private static func files(_ gaps: [CoverageCount]) -> String {
            func has(_ standings: ContentStanding...) -> Bool {
                gaps.contains { $0.standing.map(standings.contains) ?? false }
            }
            let wait = Numbers.counted(Int(ContentSettings.retryAfter / 3600), "hour")
            return [
                has(.waiting, .throttled) ? "What no scan came to yet, the next one reads." : nil,
                has(.denied, .failed, .gone)
                    ? "What was not handed over is asked for again after \(wait), or once it changes." : nil,
                has(.partial, .encrypted, .limit, .error, .tooLarge)
                    ? "What could not be read, or not whole, is read again once it changes, or by a full scan." : nil,
                has(.limit, .tooLarge) ? "What a limit kept out is read once the limit is raised." : nil,
            ].compactMap(\.self).joined(separator: " ")
        }
    }

    let rows: [Row]
    let sum: Row
    private let balance: [CoverageCount]

    init(_ balance: [CoverageCount], isLimited: Bool = false) {
        self.balance = balance
        rows = Collector.allCases.compactMap { collector in
            let lines = balance.filter { $0.collector == collector }
            guard !lines.isEmpty else { return nil }
            var row = Row(collector: collector, isLimited: isLimited)
            for line in lines { row.counts[line.state, default: 0] += line.subjects }
            row.gaps = lines.filter { !$0.state.isComplete && $0.subjects > 0 }.sorted { $0.subjects > $1.subjects }
            row.notes = lines.compactMap(CoverageWords.note)
            return row
        }
        var all = Row()
        for row in rows { all.counts.merge(row.counts, uniquingKeysWith: +) }
        sum = all
    }

    /// `Scan 1,204 read 99.7 % of what it saw.`
    func lead(scan: String) -> String {
        guard sum.seen > 0 else { return "No scan has ended yet: nothing is known." }
        return "\(scan) read \(OverviewSight.percent(Double(sum.seen - sum.unread) / Double(sum.seen))) of what it saw."
    }

    /// How many checks rest on what was read, told as the list of findings tells it.
    /// - Parameter doubts: what checks could not tell of what was read.
    func more(_ index: CheckIndex, _ doubts: [DoubtCount]) -> String {
        guard sum.seen > 0 else { return "" }
        let untold = Dictionary(doubts.map { ($0.check, $0.entities) }, uniquingKeysWith: +)
        let standings = index.checks.map { Sureness(of: $0.collectors, in: balance, untold: untold[$0.id] ?? 0) }
        let firm = standings.count { $0 == .complete }
        let unasked = standings.count(where: \.isUnasked)
        let silent = standings.count(where: \.hasNoAnswer) - unasked
        let partly = standings.count - firm - silent - unasked
        let unread =
            sum.unread == 0
            ? "" : "\(Numbers.counted(sum.unread, "subject")) \(sum.unread == 1 ? "has" : "have") no answer; "
        guard firm < standings.count else {
            return "\(unread)all \(standings.count) checks rest on complete reading.".sentence
        }
        let others = [
            partly > 0 ? "\(partly) on a part of it" : nil,
            silent > 0 ? "\(silent) \(silent == 1 ? "has" : "have") no answer at all" : nil,
            unasked > 0 ? "\(unasked) \(unasked == 1 ? "was" : "were") not asked, without a DLP profile" : nil,
        ].compactMap(\.self)
        return
            "\(unread)\(firm) \(firm == 1 ? "check rests" : "checks rest") on complete reading, \(others.joined(separator: ", "))."
            .sentence
    }
}
