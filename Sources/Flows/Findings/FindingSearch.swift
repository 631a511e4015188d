import Model
import Posture
import Store

/// A search in findings, the same for lists, exports, the API and the command: a text, in any case, in the title, the check's id or the owner.
public struct FindingSearch: Sendable {
    private let sought: String

    public init(_ text: String) { sought = text.lowercased() }

    /// Whether a check is called so.
    func names(_ check: String, title: String) -> Bool { [title, check].contains { $0.lowercased().contains(sought) } }

    func names(owner: String?) -> Bool { owner?.lowercased().contains(sought) == true }

    /// The findings that are called so, or whose owner is.
    func findings(in store: Store) throws -> Set<Finding.Key> {
        let checks = Check.all.filter { names($0.id, title: $0.title) }.map(\.id)
        return try store.findings(of: Set(checks), orOwned: names(owner:))
    }
}

extension InstanceFilter {
    /// Looks for a text: all instances of the findings that are called so, and of the others those whose resource is or whose file holds
    /// what is.
    public mutating func search(_ text: String?, in store: Store) throws {
        try lookFor(text, in: store)
        named = try text.map { try FindingSearch($0).findings(in: store) } ?? []
    }

    /// Looks for a text in the instances themselves: in the name and id of the resource, and in what stands in its file, which is the
    /// profile, the entry or the sensitivity label (`Parent \ Child`) that is called so.
    public mutating func lookFor(_ text: String?, in store: Store) throws {
        self.text = text
        guard let text, !text.isEmpty else { return }
        contentChecks = Set(Check.all.filter { $0.family == .content }.map(\.id))
        labels = try LabelBook(store: store).labels(called: text, of: integration)
    }

    /// Narrows to the instances that a list of findings counts: what is hidden with them stands among the ignored ones.
    public mutating func narrow(to entries: [FindingEntry], of tab: FindingTab?) {
        let keys = Set(entries.map(\.finding.key))
        findings = findings.map(keys.intersection) ?? keys
        if tab == .ignored {
            ignored = .included
            statuses = [.active, .hidden]
        }
    }
}
