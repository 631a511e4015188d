import Foundation
import Model
import Posture
import Store

/// One finding as lists show it.
public struct FindingEntry: Sendable {
    public var finding: Finding
    /// Nil where the catalogue no longer has it.
    public var check: Check?
    public var sureness: Sureness
    /// About how many entities the check could not tell though everything was read.
    public var untold: Int
    /// Active instances that opened in the last seven days (UTC).
    public var fresh: Int
    /// When its oldest active instance opened.
    public var since: Date?

    public var title: String { check?.title ?? finding.check }
    /// Whether it has active instances and counts.
    public var isOpen: Bool { tab == .posture || tab == .content }

    /// Which list it stands in.
    public var tab: FindingTab {
        if finding.status == .ignored { return .ignored }
        if finding.active > 0 { return check?.family == .content ? .content : .posture }
        if finding.hidden > 0 { return .ignored }
        return sureness.hasNoAnswer ? .unanswered : .passed
    }
}

/// The lists of findings.
public enum FindingTab: String, Sendable, CaseIterable {
    /// A setting or sharing, with active instances.
    case posture
    /// What stands in files, with active instances.
    case content
    /// By decision, or each of its instances is hidden by one.
    case ignored
    /// Asked, and nothing found.
    case passed
    /// Nobody knows.
    case unanswered
}

/// Reads findings for whoever looks at them. What was accepted until a moment that has passed is open again before anything is read.
public struct FindingBook: Sendable {
    public let store: Store
    public let now: Date

    public init(_ store: Store, at now: Date) async throws {
        self.store = store
        self.now = now
        try await Decide.reopenEnded(in: store, at: now)
    }

    /// The first of the last seven days.
    public var week: Int { dayNumber(now) - 6 }

    /// Every finding of an integration or of all, worst first.
    public func entries(of integration: Int? = nil) throws -> [FindingEntry] {
        try entries(of: integration, by: knowledge(of: integration))
    }

    /// What is known of an integration or of each.
    func knowledge(of integration: Int? = nil) throws -> [Int: Knowledge] {
        let ids = try integration.map { [$0] } ?? store.integrations().map(\.id)
        return Dictionary(
            try ids.map { ($0, try Knowledge(of: $0, in: store)) }, uniquingKeysWith: { first, _ in first })
    }

    func entries(of integration: Int?, by knowledge: [Int: Knowledge]) throws -> [FindingEntry] {
        let findings = try store.findings(of: integration)
        let fresh = try store.counts(.active, sinceDay: week, of: integration)
        let since = try store.oldest(.active, of: integration)
        return findings.map { finding in
            let check = Check.named(finding.check)
            return FindingEntry(
                finding: finding, check: check,
                sureness: knowledge[finding.key.integration]?.sureness(of: check) ?? .unscanned,
                untold: knowledge[finding.key.integration]?.untold[finding.check] ?? 0,
                fresh: fresh[finding.key] ?? 0, since: since[finding.key])
        }
    }

    /// One finding; nil where the integration or the check is unknown.
    public func entry(_ key: Finding.Key) throws -> FindingEntry? {
        guard let finding = try store.finding(key) else { return nil }
        let check = Check.named(finding.check)
        let known = try Knowledge(of: key.integration, in: store)
        return FindingEntry(
            finding: finding, check: check, sureness: known.sureness(of: check),
            untold: known.untold[finding.check] ?? 0,
            fresh: try store.counts(.active, sinceDay: week, of: key.integration)[key] ?? 0,
            since: try store.oldest(.active, of: key.integration, check: key.check)[key])
    }

    /// What the last scan of an integration read, and what its checks could not tell.
    struct Knowledge {
        let balance: [CoverageCount]
        let untold: [String: Int]

        init(of integration: Int, in store: Store) throws {
            balance = try store.balance(of: integration)
            untold = Dictionary(
                try store.doubtCounts(of: integration).map { ($0.check, $0.entities) }, uniquingKeysWith: +)
        }

        func sureness(of check: Check?) -> Sureness {
            guard let check else { return Sureness(of: [], in: balance) }
            return Sureness(of: check.collectors, in: balance, untold: untold[check.id] ?? 0)
        }
    }

    /// The active instances of findings that count, by severity.
    public func totals(_ entries: [FindingEntry]) -> [Severity: Int] {
        Dictionary(
            entries.filter { $0.finding.status == .active }.map { ($0.finding.severity, $0.finding.active) },
            uniquingKeysWith: +)
    }

    /// What a decision would do to the counts: before and after, where they differ.
    public func preview(_ entries: [FindingEntry], change: (inout Finding) -> Void) -> [Shift] {
        let before = totals(entries)
        let after = totals(
            entries.map { entry in
                var entry = entry
                change(&entry.finding)
                return entry
            })
        return Severity.allCases.compactMap { severity in
            let (old, new) = (before[severity] ?? 0, after[severity] ?? 0)
            return old == new ? nil : Shift(severity: severity, before: old, after: new)
        }
    }

    /// A count that a decision changes.
    public struct Shift: Sendable, Hashable {
        public var severity: Severity
        public var before: Int
        public var after: Int
    }
}
