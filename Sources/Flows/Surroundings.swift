import Foundation
import Graph
import Logging
import Model
import Store

/// What every run needs beside its integration: where things are kept, how to reach the world, what was set.
public struct Surroundings: Sendable {
    public var store: Store
    /// The data folder: run locks lie there.
    public var home: URL
    public var options: CheckOptions
    public var freshness: Freshness
    public var content: ContentSettings
    /// A file that gets a line for each request to Graph; nil for none.
    public var requestLog: String?
    /// "NONISV|Reeve|Reeve/1.2".
    public var userAgent: String
    /// The DNS server that new integrations ask; nil for the system's.
    public var dns: String?
    /// Nil for HTTP; tests put a tenant in memory in its place.
    public var exchange: Exchange?
    /// Nil for the DNS servers of the integration or the system.
    public var resolve: Resolve?
    public var clock: GraphClock
    public var log: Logger

    public init(
        store: Store, home: URL, options: CheckOptions = CheckOptions(), freshness: Freshness = Freshness(),
        content: ContentSettings = ContentSettings(), requestLog: String? = nil, userAgent: String, dns: String? = nil,
        exchange: Exchange? = nil,
        resolve: Resolve? = nil,
        clock: GraphClock = .live, log: Logger = Logger(label: "reeve")
    ) {
        self.store = store
        self.home = home
        self.options = options
        self.freshness = freshness
        self.content = content
        self.requestLog = requestLog
        self.userAgent = userAgent
        self.dns = dns
        self.exchange = exchange
        self.resolve = resolve
        self.clock = clock
        self.log = log
    }

    /// Lends the way out for as long as `body` runs.
    public func withExchange<T: Sendable>(_ body: (@escaping Exchange) async throws -> T) async throws -> T {
        if let exchange { return try await body(exchange) }
        let http = HTTPExchange()
        do {
            let result = try await body(http.exchange)
            try? await http.shutdown()
            return result
        } catch {
            try? await http.shutdown()
            throw error
        }
    }
}
