import Foundation

/// A group of the directory (Graph `group`), without its members: those are kept as pairs of ids.
public struct Group: Entity {
    public static let kind = EntityKind.group
    public var id: String
    public var displayName: String?
    public var mail: String?
    public var mailEnabled: Bool?
    public var securityEnabled: Bool?
    public var groupTypes: [String] = []
    public var proxyAddresses: [String] = []
    public var visibility: String?

    public init(id: String) { self.id = id }

    public enum Form: String, Sendable { case microsoft365, mailEnabledSecurity, distribution, security, other }

    /// What the admin centers call it.
    public var form: Form {
        if isUnified { return .microsoft365 }
        switch (mailEnabled, securityEnabled) {
        case (true, true): return .mailEnabledSecurity
        case (true, _): return .distribution
        case (_, true): return .security
        default: return .other
        }
    }
    public var isUnified: Bool { groupTypes.contains { $0.caseInsensitiveCompare("Unified") == .orderedSame } }
    public var name: String { displayName ?? mail ?? id }
    public var resource: Resource { Resource(.group, id: id, name: name) }
}

/// A direct member of a group: the id and what kind of directory object it is.
public struct Member: Hashable, Sendable, Codable {
    public enum Kind: String, Sendable, Codable { case user, group, other }
    public var id: String
    public var kind: Kind
    public init(id: String, kind: Kind) {
        self.id = id
        self.kind = kind
    }
}

/// What one entry of a groups round says: the group's own properties and members joining or leaving.
public struct GroupChange: Sendable, Hashable {
    public var group: Group
    public var joined: [Member]
    public var left: [String]
    public init(group: Group, joined: [Member] = [], left: [String] = []) {
        self.group = group
        self.joined = joined
        self.left = left
    }
}
