import Foundation
import Model
import Posture
import Store

/// What is known of an app's past, newest first: only what was stored or Microsoft dates. Grants of people have no date in Graph.
public struct AppStory: Sendable, Hashable {
    public struct Event: Sendable, Hashable {
        public var at: Date
        public var words: String
        /// The fingerprint of the instance that it is about; nil where it is about none.
        public var instance: String?
    }

    public var events: [Event]
    /// When its entry was stored first or changed last, and when the tenant named it last.
    public var times: EntityTimes?
    /// When the list of apps was read last; nil where it was not.
    public var read: Date?
}

extension AppListing {
    /// - Parameter instances: those of findings about the app, open and past.
    public func story(of report: AppReport, _ instances: [Instance]) throws -> AppStory {
        var events = try grants(report)
        if let created = report.registration?.createdDateTime {
            events.append(.init(at: created, words: "Registered in this tenant"))
        }
        let steps = try store.appDecisionSteps(about: Self.key(of: report.app), of: integration.id)
        events += steps.enumerated().map { place, step in
            .init(at: step.at, words: step.words(after: Array(steps.dropFirst(place + 1).prefix(2))))
        }
        for instance in instances {
            let title = Check.named(instance.check)?.title ?? instance.check
            events.append(.init(at: instance.firstSeen, words: "Found: \(title)", instance: instance.fingerprint))
            if let resolved = instance.resolvedAt {
                events.append(.init(at: resolved, words: "Resolved: \(title)", instance: instance.fingerprint))
            }
        }
        return AppStory(
            events: events.sorted { ($1.at, $1.words) < ($0.at, $0.words) },
            times: try store.times(of: .servicePrincipal, report.app.id, in: integration.id),
            read: try store.readings(.servicePrincipals, from: "", to: "", of: integration.id)[""]?.at)
    }

    private func grants(_ report: AppReport) throws -> [AppStory.Event] {
        try assignments(of: report.app).compactMap { assignment, name in
            assignment.createdDateTime.map { .init(at: $0, words: "Granted to the app itself: \(name)") }
        }
    }
}

extension AppDecision {
    /// Who decided, for people: `user:ana` is ana.
    public var who: String { AppDecisionStep.who(by) }

    /// `ask again on 2026-12-24`; nil for never.
    public var again: String? { askAgain.map { "ask again on \(ProtectWords.text(ofBeginning: $0))" } }
}

extension AppDecisionStep {
    fileprivate static func who(_ actor: String) -> String {
        actor.split(separator: ":", maxSplits: 1).last.map(String.init) ?? actor
    }

    /// `Not allowed, by ana: no contract · ask again on 2026-12-24`, or `Put back: not allowed, by ana: …`.
    /// - Parameter before: the two steps before it, the last one first.
    fileprivate func words(after before: [AppDecisionStep]) -> String {
        guard let decision else { return "Decision taken back, by \(Self.who(by))" }
        let terms = [
            decision.why.map { ": \($0)" }, decision.owner.map { " · owner \($0)" }, decision.again.map { " · \($0)" },
        ].compactMap(\.self).joined()
        // What stood before the last step and stands again is what Undo leaves.
        let isPutBack = before.count == 2 && isLike(before[1]) && !isLike(before[0])
        let answer = isPutBack ? "Put back: \(decision.answer.title.lowercased())" : decision.answer.words
        return "\(answer), by \(Self.who(by))\(terms)"
    }

    private func isLike(_ other: AppDecisionStep) -> Bool {
        (decision?.answer, decision?.why, decision?.owner, decision?.askAgain) == (
            other.decision?.answer, other.decision?.why, other.decision?.owner, other.decision?.askAgain
        )
    }
}

extension AppDecision.Answer {
    public var title: String {
        switch self {
        case .allowed: "Allowed"
        case .underReview: "Under review"
        case .notAllowed: "Not allowed"
        }
    }

    /// As histories say it.
    public var words: String {
        switch self {
        case .allowed: "Allowed"
        case .underReview: "Put under review"
        case .notAllowed: "Not allowed"
        }
    }
}
