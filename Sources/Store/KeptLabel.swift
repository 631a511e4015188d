import Foundation
import Model

/// A sensitivity label with what became of it: what it was called before, and when it was deleted.
public struct KeptLabel: Sendable, Hashable, Identifiable {
    /// What it was called, from when to when.
    public struct FormerName: Sendable, Hashable {
        public var name: String
        public var since: Date
        public var until: Date

        public init(name: String, since: Date, until: Date) {
            self.name = name
            self.since = since
            self.until = until
        }
    }

    public var id: String { label.id }
    /// As it was read last.
    public var label: SensitivityLabel
    public var firstSeen: Date
    /// When the tenant's list was first found without it; nil while it is there.
    public var deletedAt: Date?
    /// The oldest first.
    public var formerNames: [FormerName]

    public init(
        label: SensitivityLabel, firstSeen: Date, deletedAt: Date? = nil, formerNames: [FormerName] = []
    ) {
        self.label = label
        self.firstSeen = firstSeen
        self.deletedAt = deletedAt
        self.formerNames = formerNames
    }
}

extension KeptLabel {
    public enum Status: String, Sendable, CaseIterable { case active, inactive, deleted }

    /// Whether it can be put on documents; one that the list does not call inactive counts as active.
    public var status: Status {
        if deletedAt != nil { return .deleted }
        return label.isActive == false ? .inactive : .active
    }
}
