import Foundation

/// Somebody who is signed in with one browser. The secret in the browser's cookie is not part of it: its digest alone is kept.
public struct Session: Sendable, Hashable, Identifiable {
    /// Names the session in lists; opens nothing.
    public var id: String
    /// The account's id.
    public var account: String
    public var createdAt: Date
    /// To the minute.
    public var lastSeen: Date
    /// From then on it is over, used or not.
    public var expires: Date
    /// Where it was begun.
    public var address: String?
    /// The browser's name of itself, cut to 300 characters.
    public var agent: String?

    public init(
        id: String, account: String, createdAt: Date, lastSeen: Date, expires: Date, address: String?, agent: String?
    ) {
        self.id = id
        self.account = account
        self.createdAt = createdAt
        self.lastSeen = lastSeen
        self.expires = expires
        self.address = address
        self.agent = agent
    }
}

/// Why a session is over.
public enum SessionEnd: Sendable, Hashable {
    /// For so long that nobody seemed to be there.
    case unused
    /// It has lasted as long as a session may.
    case old
    /// It was ended, or is over for so long that nothing is known of it any more.
    case unknown
}

/// How long a session lasts. The standard follows NIST SP 800-63B-4 §2.2.3: a day in all, an hour without use.
public struct SessionLimits: Sendable, Hashable {
    /// Seconds without a request.
    public var idle: TimeInterval
    /// Seconds in all.
    public var overall: TimeInterval

    public init(idle: TimeInterval = 3600, overall: TimeInterval = 24 * 3600) {
        self.idle = idle
        self.overall = overall
    }
}
