import Foundation

/// A person who may sign in to the dashboard. The password's hash is not part of it.
public struct Account: Sendable, Hashable, Identifiable {
    public enum Standing: String, Sendable, CaseIterable {
        case active
        /// Was added, and has not yet set a password or signed in with Entra.
        case invited
        case disabled
    }

    /// How the dashboard is coloured.
    public enum Theme: String, Sendable, CaseIterable, Codable { case system, light, dark }

    /// A random id that is never used again, unlike the name.
    public var id: String
    /// What the person signs in with; unique in any letter case.
    public var name: String
    public var role: Role
    /// Whether a password was set.
    public var hasPassword: Bool
    /// The person in Entra; nil where they sign in by password alone.
    public var entra: EntraIdentity?
    /// An IANA name such as `Europe/Vienna`; nil is the machine's.
    public var zone: String?
    public var theme: Theme
    /// Whether single keys do something on pages.
    public var hasShortcuts: Bool
    /// Who added it: `user:ana`, `cli:root`.
    public var createdBy: String
    public var createdAt: Date
    public var lastSignIn: Date?
    public var passwordChangedAt: Date?
    public var disabledAt: Date?

    public init(
        id: String, name: String, role: Role, hasPassword: Bool = false, entra: EntraIdentity? = nil,
        zone: String? = nil, theme: Theme = .system, hasShortcuts: Bool = true, createdBy: String, createdAt: Date,
        lastSignIn: Date? = nil, passwordChangedAt: Date? = nil, disabledAt: Date? = nil
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.hasPassword = hasPassword
        self.entra = entra
        self.zone = zone
        self.theme = theme
        self.hasShortcuts = hasShortcuts
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.lastSignIn = lastSignIn
        self.passwordChangedAt = passwordChangedAt
        self.disabledAt = disabledAt
    }

    public var standing: Standing {
        if disabledAt != nil { return .disabled }
        return hasPassword || entra?.object != nil ? .active : .invited
    }

    /// How the audit log names the person.
    public var actor: String { "user:\(name)" }
}

/// Who somebody is in Entra. Names and addresses change hands there; the pair of tenant and object id does not.
public struct EntraIdentity: Sendable, Hashable {
    /// `tid` of the id token.
    public var tenant: String
    /// `oid` of the id token; nil until the first sign-in of somebody who was invited by address.
    public var object: String?
    /// The user principal name that was invited, or that was last seen.
    public var address: String?

    public init(tenant: String, object: String?, address: String? = nil) {
        self.tenant = tenant
        self.object = object
        self.address = address
    }
}
