import HTTPTypes
import JSONPull
import Model

/// One resource of Graph: how it is asked for, and what its pages hold.
///
/// `Owner` is whose it is (`Void` for the tenant's own); `Subject` what a page is made of.
public struct Feed<Owner: Sendable, Subject: Sendable>: Sendable {
    public let collector: Collector
    /// What its requests are throttled with.
    public let scope: Scope
    let version: APIVersion
    let headers: HTTPFields
    let cost: Cost
    /// Path and query after the version, percent-encoded: "/users?$top=999".
    let path: @Sendable (Owner) -> String
    /// Whose mailbox is asked, in the scope `mailbox`.
    let mailbox: @Sendable (Owner) -> String
    let decode: @Sendable (inout JSONReader, Owner) throws(JSONError) -> DecodedPage<Subject>

    enum APIVersion: String, Sendable { case v1 = "v1.0", beta }

    /// What a request takes of the scope's quota, in its resource units.
    struct Cost: Sendable {
        var first: Double
        /// With a token of the server, in a link.
        var following: Double
        init(_ units: Double, following: Double? = nil) {
            first = units
            self.following = following ?? units
        }
    }

    init(
        _ collector: Collector, _ scope: Scope, version: APIVersion = .v1, prefer: String? = nil, cost: Cost = Cost(1),
        path: @escaping @Sendable (Owner) -> String, mailbox: @escaping @Sendable (Owner) -> String = { _ in "" },
        decode: @escaping @Sendable (inout JSONReader, Owner) throws(JSONError) -> DecodedPage<Subject>
    ) {
        self.collector = collector
        self.scope = scope
        self.version = version
        self.cost = cost
        self.path = path
        self.mailbox = mailbox
        self.decode = decode
        var headers = HTTPFields()
        headers[.prefer] = prefer
        // A crawl gives way to the requests of people; only the directory knows the header.
        if scope == .directory { headers[.throttlePriority] = "low" }
        self.headers = headers
    }

    func lane(for owner: Owner) -> Lane {
        switch scope {
        case .directory: .directory
        case .reports: .reports
        case .sharePoint: .sharePoint
        case .mailbox: .mailbox(mailbox(owner))
        }
    }
}
