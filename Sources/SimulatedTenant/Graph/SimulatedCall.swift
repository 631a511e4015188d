import Foundation

/// Who calls: what the token lets the caller do.
public struct SimulatedCaller: Sendable {
    /// Names of permissions: `roles` of an application token, `scp` of a delegated one.
    public var permissions: Set<String>
    /// The signed-in user's id for a delegated token; nil for an application.
    public var delegatedUserID: String?
    /// Directory roles of the signed-in user, by name: `Global Reader`.
    public var directoryRoles: Set<String>

    public init(permissions: Set<String>, delegatedUserID: String? = nil, directoryRoles: Set<String> = []) {
        self.permissions = permissions
        self.delegatedUserID = delegatedUserID
        self.directoryRoles = directoryRoles
    }
}

/// One Graph request whose token and permissions have been checked.
public struct SimulatedCall: Sendable {
    public struct Option: Sendable, Hashable {
        public var name: String
        public var value: String
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public var method: String
    /// The path after the version, percent-decoded: `["users", "{id}", "drive"]`. A key in parentheses stays in its segment.
    public var segments: [String]
    /// `v1.0` or `beta`.
    public var version: String
    /// The query, decoded, in the order given: `$select`, `$top`, ...
    public var query: [Option]
    /// Names in lower case.
    public var headers: [String: String]
    public var body: [UInt8]
    public var caller: SimulatedCaller
    /// The absolute URL as the client asked for it.
    public var url: String

    public init(
        method: String = "GET", segments: [String], version: String = "v1.0", query: [Option] = [],
        headers: [String: String] = [:], body: [UInt8] = [], caller: SimulatedCaller, url: String
    ) {
        self.method = method
        self.segments = segments
        self.version = version
        self.query = query
        self.headers = headers
        self.body = body
        self.caller = caller
        self.url = url
    }

    /// The value of a query option, its name compared without case; nil where it was not given.
    public func option(_ name: String) -> String? {
        query.first { $0.name.caseInsensitiveCompare(name) == .orderedSame }?.value
    }
}

/// What Graph answers: JSON bytes, or nothing.
public struct SimulatedAnswer: Sendable {
    public var status: Int
    /// `Location`, `x-reeve-assumed`, ...; the door adds content type, request ids and the like.
    public var headers: [(String, String)]
    public var body: [UInt8]

    public init(status: Int, headers: [(String, String)] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
