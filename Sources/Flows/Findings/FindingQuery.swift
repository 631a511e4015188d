import Foundation
import Model
import Posture
import Store

/// Which findings are wanted, and in which order.
public struct FindingQuery: Sendable, Hashable {
    public enum Sort: String, Sendable, CaseIterable {
        case severity, title, integration, instances, new, since
    }
    public enum Age: String, Sendable, CaseIterable {
        /// With instances that opened in the last seven days.
        case fresh = "7d"
        /// Open for more than thirty days.
        case old = "30d"
    }
    /// Who looks after it.
    public enum Owner: Sendable, Hashable {
        case nobody
        case person(String)
    }

    public var tab: FindingTab? = .posture
    public var integration: Int?
    public var severities: [Severity] = []
    public var families: [Check.Family] = []
    public var owner: Owner?
    public var age: Age?
    /// Ignored, and the exception ends before then; nil for any.
    public var endsBefore: Date?
    /// Part of the title, the check's id or the owner, in any case.
    public var text: String?
    public var sort = Sort.severity
    public var isReversed = false

    public init() {}

    /// Whether somebody chose another order than the usual one, worst first.
    public var isSorted: Bool { sort != .severity || isReversed }

    /// The entries that are wanted, sorted. Of equals the worst stands first.
    /// - Parameter entries: worst first.
    public func select(_ entries: [FindingEntry], at now: Date) -> [FindingEntry] {
        selection(of: entries, at: now).rows
    }

    /// What a query finds: the rows of its list, and how many would stand in each of the others.
    public struct Selection: Sendable {
        public var rows: [FindingEntry] = []
        public var counts: [FindingTab: Int] = [:]
        /// Those with hidden instances that the rest of the query fits, in whatever list they stand.
        public var hiding: [FindingEntry] = []
    }

    /// The entries that are wanted, sorted, with how many of each list the rest of the query fits. Of equals the worst stands first.
    /// - Parameter entries: worst first.
    public func selection(of entries: [FindingEntry], at now: Date) -> Selection {
        // Titles are the catalogue's: a few dozen, whatever the number of integrations.
        let search = text.map(FindingSearch.init)
        var named: [String: Bool] = [:]
        var selection = Selection()
        for entry in entries where isWanted(entry, at: now) {
            if let search {
                let check = entry.finding.check
                let isNamed = named[check] ?? search.names(check, title: entry.title)
                named[check] = isNamed
                guard isNamed || search.names(owner: entry.finding.owner) else { continue }
            }
            let own = entry.tab
            selection.counts[own, default: 0] += 1
            if entry.finding.hidden > 0 { selection.hiding.append(entry) }
            if tab == nil || tab == own { selection.rows.append(entry) }
        }
        selection.rows = sorted(selection.rows)
        return selection
    }

    private func sorted(_ wanted: [FindingEntry]) -> [FindingEntry] {
        // As they come, entries are worst first.
        guard isSorted else { return wanted }
        let sorted = wanted.enumerated().sorted { a, b in
            let order = compare(a.element, b.element)
            return order == 0 ? a.offset < b.offset : (order < 0) != isReversed
        }
        return sorted.map(\.element)
    }

    private func isWanted(_ entry: FindingEntry, at now: Date) -> Bool {
        let finding = entry.finding
        if let integration, finding.key.integration != integration { return false }
        if !severities.isEmpty, !severities.contains(finding.severity) { return false }
        if !families.isEmpty, !families.contains(where: { $0 == entry.check?.family }) { return false }
        switch owner {
        case .nobody: if finding.owner != nil { return false }
        case .person(let name): if finding.owner != name { return false }
        case nil: break
        }
        if let endsBefore {
            guard let end = finding.acceptance?.expires, end < endsBefore else { return false }
        }
        switch age {
        case .fresh: if entry.fresh == 0 { return false }
        case .old:
            guard let since = entry.since, now.timeIntervalSince(since) > 30 * 86_400 else { return false }
        case nil: break
        }
        return true
    }

    /// Less than 0 where `a` comes first.
    private func compare(_ a: FindingEntry, _ b: FindingEntry) -> Int {
        func order<T: Comparable>(_ x: T, _ y: T) -> Int { x < y ? -1 : x > y ? 1 : 0 }
        switch sort {
        case .severity: return order(a.finding.severity.rank, b.finding.severity.rank)
        case .title: return order(a.title.lowercased(), b.title.lowercased())
        case .integration: return order(a.finding.integration.lowercased(), b.finding.integration.lowercased())
        case .instances: return order(b.finding.active, a.finding.active)
        case .new: return order(b.fresh, a.fresh)
        case .since: return order(a.since ?? .distantFuture, b.since ?? .distantFuture)
        }
    }
}
