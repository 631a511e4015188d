import Foundation
import Model
import Store

/// Takes an integration away with everything that was read through it.
public struct Removing: Sendable {
    let store: Store

    public init(store: Store) { self.store = store }

    /// What became of the protected people of its directory.
    public struct Outcome: Sendable, Hashable {
        /// They are people typed in now; false where it protects them no longer, as another directory of the tenant may.
        public var isKept = false
        public var people = 0
        public var secondaryEmails = 0
        /// Who needed its labels.
        public var labels = LabelUse()
        /// Of the first of them.
        var names: [String] = []

        /// `4 people stay protected as typed in, with 1 secondary email`; nil where nobody was protected.
        public var words: String? {
            guard people > 0 else { return nil }
            let emails =
                secondaryEmails == 0
                ? "" : ", with \(secondaryEmails) secondary email\(secondaryEmails == 1 ? "" : "s")"
            let verb = isKept ? "stay" + (people == 1 ? "s" : "") : people == 1 ? "is" : "are"
            let end = isKept ? "protected as typed in" : "protected no longer through it"
            return "\(people) \(people == 1 ? "person" : "people") \(verb) \(end)\(emails)"
        }

        /// For the audit log: the same with names.
        var detail: String? {
            words.map { words in
                let more = people > names.count ? " and \(people - names.count) more" : ""
                return "\(words): \(names.joined(separator: ", "))\(more)"
            }
        }
    }

    /// - Parameter keepsProtected: its protected people become people typed in.
    @discardableResult
    public func remove(_ integration: Integration, keepsProtected: Bool, _ deed: Deed) throws -> Outcome {
        var outcome = Outcome(isKept: keepsProtected)
        try ProtectedPeople(store: store, asOf: deed.at).forEachEntry(of: integration) { entry in
            outcome.people += 1
            outcome.secondaryEmails += entry.person.secondaryEmails.count
            if outcome.names.count < 20 { outcome.names.append(entry.person.name) }
        }
        outcome.labels = try ProfileBook(store: store).use(ofLabelsOf: integration)
        if keepsProtected { try ProtectKeep(store: store, now: deed.at).copies(of: integration, by: deed.actor) }
        try ProfileBook(store: store).detachLabels(of: integration, deed)
        try store.remove(integration.id)
        try store.note(deed.entry("integration.remove", integration.name, outcome.detail))
        return outcome
    }
}
