import Foundation
import Model
import Store

/// The life of one instance: what scans saw of it, what people decided about it, and why it is hidden where it is.
public struct InstanceStory: Sendable {
    public var entries: [HistoryEntry]
    public var acceptance: Acceptance?

    public init(_ instance: Instance, of integration: Int, in store: Store) throws {
        let key = Finding.Key(integration: integration, check: instance.check)
        let decided = try store.decisions(key, fingerprint: instance.fingerprint, limit: 200).map(HistoryEntry.init)
        let seen = try store.history(fingerprint: instance.fingerprint, of: integration)
        entries = (seen + decided).sorted { ($0.at, $0.run) < ($1.at, $1.run) }
        acceptance = try store.acceptance(ofInstance: instance.fingerprint, of: integration)
    }
}

extension HistoryEntry {
    /// A decision as a line of a history.
    init(_ decision: Decision) {
        let change: Change =
            switch decision.action {
            case .hide, .ignore: .hidden
            case .unhide, .activate: .unhidden
            case .reopen: .reopened
            case .severity, .owner, .undo: .changed
            }
        self.init(at: decision.at, run: .max, change: change, by: decision.actor, note: decision.words)
    }
}

extension Decision {
    /// What was done, in words for a history: `hid it: accepted for now, until 2026-12-31`.
    public var words: String {
        let verb =
            switch action {
            case .ignore: "ignored"
            case .activate: "activated"
            case .severity: "changed severity"
            case .owner: "set owner"
            case .hide: "hid"
            case .unhide: "showed again"
            case .reopen: "reopened"
            case .undo: "took back"
            }
        return detail.map { "\(verb): \($0)" } ?? verb
    }
}
