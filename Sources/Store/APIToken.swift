import Foundation

/// What a token opens. The raw value is its name in commands, documents and the database.
public enum APIScope: String, Sendable, CaseIterable, Codable {
    /// Hand in messages and get verdicts.
    case mailCheck = "mail.check"
    /// See what a viewer sees.
    case read
    /// Change what an analyst may.
    case write
    /// Change what an administrator may.
    case admin

    /// The role whose doors it opens; nil for one that opens its own alone.
    public var role: Role? {
        switch self {
        case .mailCheck: nil
        case .read: .viewer
        case .write: .analyst
        case .admin: .administrator
        }
    }
}

/// A key to the HTTP API as it is kept: everything but its secret.
public struct APIToken: Sendable, Hashable, Identifiable {
    public enum Standing: String, Sendable, CaseIterable { case active, expired, revoked }

    /// The eight characters behind `rv_`. They are no secret.
    public var id: String
    public var name: String
    /// Names of scopes. One that this version does not know opens nothing.
    public var scopes: [String]
    /// Who made it: `cli:ana`.
    public var createdBy: String
    public var createdAt: Date
    /// From then on it opens nothing; nil where it has no end.
    public var expires: Date?
    /// To the hour, and never before it was made; nil where it was never used.
    public var lastUsed: Date?
    public var revokedAt: Date?

    public init(
        id: String, name: String, scopes: [String], createdBy: String, createdAt: Date, expires: Date? = nil,
        lastUsed: Date? = nil, revokedAt: Date? = nil
    ) {
        self.id = id
        self.name = name
        self.scopes = scopes
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.expires = expires
        self.lastUsed = lastUsed
        self.revokedAt = revokedAt
    }

    public func standing(at now: Date) -> Standing {
        if revokedAt != nil { return .revoked }
        if let expires, expires <= now { return .expired }
        return .active
    }

    /// The highest role that its scopes add up to; nil where they open no role's doors.
    public var role: Role? { scopes.compactMap { APIScope(rawValue: $0)?.role }.max() }

    /// Whether it has the scope; says nothing about its standing.
    public func has(_ scope: APIScope) -> Bool { scopes.contains(scope.rawValue) }
}

/// Why a token cannot be made or taken away.
public enum APITokenError: Error, Hashable, Sendable, CustomStringConvertible {
    case nameTaken(String)
    case unknown(String)

    public var description: String {
        switch self {
        case .nameTaken(let name):
            "there is a token named \"\(name)\" already: choose another name, or revoke it first (reeve token revoke)"
        case .unknown(let name): "there is no token \"\(name)\" that could be revoked (reeve token list)"
        }
    }
}
