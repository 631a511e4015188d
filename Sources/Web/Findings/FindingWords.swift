import Flows
import Foundation
import Model
import Report
import Store

extension Sureness {
    /// For the column "How sure".
    var view: StateView {
        switch self {
        case .complete: StateView(.ok, "All read")
        case .partial(let gaps, let untold): StateView(.unknown, gaps.first.map(Self.words) ?? Self.words(untold))
        case .none(let lines):
            if isUnasked {
                StateView(.unknown, "Not asked: no DLP profile")
            } else {
                StateView(.unknown, lines.allSatisfy { $0.state == .denied } ? "No answer: not permitted" : "No answer")
            }
        case .unscanned: StateView(.unknown, "Not scanned yet")
        }
    }

    /// `18 of 1,720 drives unread`.
    var longWords: String {
        guard case .partial(let gaps, let untold) = self else { return view.words }
        guard let gap = gaps.first else { return Self.words(untold) }
        let noun = CoverageWords.noun(of: gap.collector)?.many ?? gap.collector.title
        return "\(Numbers.grouped(gap.unread)) of \(Numbers.grouped(gap.seen)) \(noun) unread"
    }

    /// `4 without an answer`.
    private static func words(_ untold: Int) -> String { "\(Numbers.grouped(untold)) without an answer" }

    private static func words(_ gap: Gap) -> String {
        let noun = CoverageWords.noun(of: gap.collector)
        let unit = noun.map { gap.unread == 1 ? $0.one : $0.many } ?? gap.collector.title
        return "\(Numbers.grouped(gap.unread)) \(unit) unread"
    }
}

extension FindingTab {
    var title: String {
        switch self {
        case .posture: "Posture"
        case .content: "Content"
        case .ignored: "Ignored and hidden"
        case .passed: "Nothing found"
        case .unanswered: "No answer"
        }
    }
}

extension Instance.Status {
    var title: String { rawValue.capitalized }
}

/// Words of decisions that several pages share.
enum DecisionWords {
    /// `until 31 Dec`, or `without an end`; the end is the midnight after its last day.
    static func end(_ expires: Date?, asOf now: Date) -> String {
        expires.map { "until \(Moments.day($0.addingTimeInterval(-1), asOf: now))" } ?? "without an end"
    }

    /// `Hidden by ana until 31 Dec, owner R. Haas: Accepted for now`.
    static func terms(_ verb: String, _ acceptance: Acceptance, asOf now: Date) -> String {
        let owner = acceptance.owner.map { ", owner \($0)" } ?? ""
        return "\(verb) by \(who(acceptance.by)) \(end(acceptance.expires, asOf: now))\(owner): \(acceptance.reason)"
    }

    /// What was decided, with its days as pages write them.
    static func told(_ decision: String, asOf now: Date) -> String {
        let decision = decision.replacing(/ask again on (\d{4}-\d{2}-\d{2})(T[0-9:]+Z)?/) { match in
            ProtectWords.firstMoment(String(match.1)).map { "ask again on \(Moments.day($0, asOf: now))" }
                ?? String(match.0)
        }
        return decision.replacing(/until (\d{4}-\d{2}-\d{2})/) { match in
            ProtectWords.moment(String(match.1)).map { end($0, asOf: now) } ?? String(match.0)
        }
    }

    /// Who did something, for people: `user:ana` is ana.
    static func who(_ actor: String) -> String {
        if actor == Decision.itself { return "Reeve" }
        return actor.split(separator: ":", maxSplits: 1).last.map(String.init) ?? actor
    }

    /// The day of a date field.
    static func lastDay(_ expires: Date?) -> String { expires.map { ProtectWords.text(of: $0) } ?? "" }
}
