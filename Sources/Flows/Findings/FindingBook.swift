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

    /// The order of an overview: the gravest first, of them the one with most that is new.
    static func isWorse(_ a: FindingEntry, _ b: FindingEntry) -> Bool {
        (a.finding.severity.rank, -a.fresh, a.finding.check) < (b.finding.severity.rank, -b.fresh, b.finding.check)
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
    private let shelf: PictureShelf

    /// - Parameter shelf: what was read before, and still holds where nothing has changed.
    public init(_ store: Store, at now: Date, keeping shelf: PictureShelf = PictureShelf()) async throws {
        self.store = store
        self.now = now
        self.shelf = shelf
        try await Decide.reopenEnded(in: store, at: now)
    }

    /// The first of the last seven days.
    public var week: Int { dayNumber(now) - 6 }

    /// Every finding of an integration or of all, worst first.
    public func entries(of integration: Int? = nil) throws -> [FindingEntry] {
        let pictures = try pictures(of: integration).sorted { $0.key < $1.key }.map(\.value)
        if pictures.count == 1 { return pictures[0].entries }
        // Each is worst first already: of all only what is of one severity and one check has to be brought together.
        var heaps: [Rank: [FindingEntry]] = [:]
        for entry in pictures.lazy.flatMap(\.entries) {
            heaps[Rank(severity: entry.finding.severity.rank, check: entry.finding.check), default: []].append(entry)
        }
        return heaps.sorted { ($0.key.severity, $0.key.check) < ($1.key.severity, $1.key.check) }.flatMap(\.value)
    }

    private struct Rank: Hashable {
        var severity: Int
        var check: String
    }

    /// What is known of an integration or of each, by integration.
    func pictures(of integration: Int?) throws -> [Int: TenantPicture] {
        try shelf.pictures(of: integration, in: store, today: dayNumber(now))
    }

    /// One finding; nil where the integration or the check is unknown.
    public func entry(_ key: Finding.Key) throws -> FindingEntry? {
        guard let finding = try store.finding(key) else { return nil }
        return try Knowledge(of: key.integration, in: store).entries(
            [finding], fresh: store.counts(.active, sinceDay: week, of: key.integration),
            since: store.oldest(.active, of: key.integration, check: key.check)
        ).first
    }

    /// The active instances of findings that count, by severity.
    static func totals(_ entries: [FindingEntry]) -> [Severity: Int] {
        Dictionary(
            entries.filter { $0.finding.status == .active }.map { ($0.finding.severity, $0.finding.active) },
            uniquingKeysWith: +)
    }

    /// What a decision would do to the counts: before and after, where they differ.
    public func preview(_ entries: [FindingEntry], change: (inout Finding) -> Void) -> [Shift] {
        let before = Self.totals(entries)
        let after = Self.totals(
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
