import Foundation
import HTTPTypes
import Model
import Synchronization

/// Reads Microsoft Graph for one tenant: signs in, pages, batches, and waits as long as it is asked to.
///
/// It holds a page at a time and nothing else. Any number of tasks may use one client at once.
public final class GraphClient: Sendable {
    public let tenantID: String
    public let clientID: String
    public let endpoint: GraphEndpoint
    let origin: Origin
    let exchange: Exchange
    let clock: GraphClock
    let requestLog: RequestLog?
    let userAgent: String
    let tokens: TokenSource
    let gate: ThrottleGate
    let counter: Counter
    let silentHosts = SilentHosts()

    /// - Parameters:
    ///   - userAgent: "NONISV|Reeve|Reeve/1.2" (SharePoint prefers such traffic).
    ///   - onRotatedRefreshToken: stores the new refresh token; awaited before it is used.
    ///   - onWait: told when a scope begins to wait because the server asked to, and for how many seconds.
    public init(
        tenantID: String, clientID: String, endpoint: GraphEndpoint, credential: Credential,
        exchange: @escaping Exchange,
        clock: GraphClock = .live, requestLog: RequestLog? = nil, userAgent: String,
        onRotatedRefreshToken: @escaping @Sendable (String) async throws -> Void = { _ in },
        onWait: @escaping @Sendable (Scope, Double) -> Void = { _, _ in }
    ) {
        self.tenantID = tenantID
        self.clientID = clientID
        self.endpoint = endpoint
        origin = endpoint.graph
        self.exchange = exchange
        self.clock = clock
        self.requestLog = requestLog
        self.userAgent = userAgent
        let counter = Counter()
        self.counter = counter
        gate = ThrottleGate(
            clock: clock, onWait: onWait, onWaited: { seconds in counter.add { $0.secondsWaited += seconds } })
        tokens = TokenSource(
            SignIn(
                endpoint: endpoint, tenantID: tenantID, clientID: clientID, credential: credential, exchange: exchange,
                clock: clock, userAgent: userAgent),
            onRotatedRefreshToken: onRotatedRefreshToken, onToken: { counter.add { $0.tokens += 1 } })
    }

    public var statistics: Statistics { counter.value }

    /// Signs in, or renews, and says what the token can do. For diagnostics: the signature is not checked.
    ///
    /// A token without any permission (`isConsentMissing`) is kept for half a minute only, so asking again shows a late consent.
    /// - Throws: `GraphError`, or `CancellationError`.
    public func token() async throws -> TokenFacts { try await tokens.token().facts }

    /// One page.
    /// - Parameter link: nil for the feed's first page of that owner; else a link of an earlier page, as it was given.
    /// - Throws: `GraphError`, or `CancellationError`.
    public func page<Owner, Subject>(
        of feed: Feed<Owner, Subject>, for owner: Owner, at link: String? = nil
    ) async throws -> Changes<Subject> {
        let request = try GraphRequest(feed, for: owner, at: link, origin)
        let units = link == nil ? feed.cost.first : feed.cost.following
        return try await send(request, lane: feed.lane(for: owner), units: units) { (_, body) throws(PageProblem) in
            try self.changes(feed, for: owner, in: body, of: request)
        }
    }
}

/// Statistics that many tasks add to.
final class Counter: Sendable {
    private let statistics = Mutex(Statistics())
    var value: Statistics { statistics.withLock { $0 } }
    func add(_ change: (inout Statistics) -> Void) { statistics.withLock { change(&$0) } }
}
