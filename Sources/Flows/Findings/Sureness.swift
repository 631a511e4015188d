import Model
import Posture

/// How sure the number of a finding is: what its check rests on, and how much of that could be read.
public enum Sureness: Sendable, Hashable {
    /// Everything was read.
    case complete
    /// Some subjects of these collectors were not read, most first; about so many entities the check could not tell.
    case partial([Gap], untold: Int)
    /// A whole list could not be read: the check has no answer.
    case none([CoverageCount])
    /// No scan has ended yet.
    case unscanned

    /// Subjects of one collector that were not read.
    public struct Gap: Sendable, Hashable {
        public var collector: Collector
        public var unread: Int
        public var seen: Int
    }

    /// - Parameter untold: about how many entities the check could not tell though their collectors were read.
    public init(of collectors: [Collector], in balance: [CoverageCount], untold: Int = 0) {
        guard !balance.isEmpty else {
            self = .unscanned
            return
        }
        let lines = balance.filter { collectors.contains($0.collector) }
        // Of a domain some records may be read and others not: which check that leaves without an answer is known one by one.
        let gaps = lines.filter {
            !$0.state.isComplete && $0.subjects > 0 && ($0.collector != .dns || $0.example == nil)
        }
        // Only a line of the tenant as a whole has no example.
        let whole = gaps.filter { $0.example == nil }
        // Nothing is looked for in files until a profile is attached, and so nothing is known of them.
        let unasked = lines.filter { $0.collector == .fileContents && $0.state == .notApplicable && $0.example == nil }
        guard whole.isEmpty, unasked.isEmpty else {
            self = .none(whole + unasked)
            return
        }
        let partial = Set(gaps.map(\.collector)).map { collector in
            Gap(
                collector: collector, unread: gaps.filter { $0.collector == collector }.map(\.subjects).reduce(0, +),
                seen: lines.filter { $0.collector == collector }.map(\.subjects).reduce(0, +))
        }
        let sorted = partial.sorted { ($1.unread, $0.collector.rawValue) < ($0.unread, $1.collector.rawValue) }
        self = sorted.isEmpty && untold == 0 ? .complete : .partial(sorted, untold: untold)
    }

    /// True where nobody asked: files are looked into only where a profile is attached.
    public var isUnasked: Bool {
        if case .none(let lines) = self { return lines.allSatisfy { $0.state == .notApplicable } }
        return false
    }

    /// True where the check could say nothing at all.
    public var hasNoAnswer: Bool {
        switch self {
        case .none, .unscanned: true
        case .complete, .partial: false
        }
    }
}
