import Foundation
import Model

/// Names asked of real DNS servers: the live `Resolve`, over c-ares.
///
/// Many questions may be under way at once. Equal ones are asked once, and answers are remembered for as long as their
/// TTL allows.
/// A truncated answer is asked for again over TCP; where several servers are configured the next one is asked before
/// giving up.
public final class Resolver: Sendable {
    private let desk: QuestionDesk

    /// - Parameter server: `HOST:PORT` of the server to ask, or several with commas between; nil for those of
    ///   `/etc/resolv.conf`.
    public convenience init(server: String?) throws {
        try self.init(server: server, timeout: 3, tries: 2, now: { ContinuousClock.now })
    }

    /// - Parameters:
    ///   - timeout: seconds that the first try may take; c-ares doubles it for each further one.
    ///   - tries: how often each server is asked.
    init(
        server: String?, timeout: Double, tries: Int, now: @escaping @Sendable () -> ContinuousClock.Instant
    ) throws {
        let servers = try server.map { try ServerAddress.list($0) }
        desk = try QuestionDesk(now: now)
        let settings = AresChannel.Settings(
            servers: servers, timeoutMilliseconds: Int32(timeout * 1000), tries: Int32(tries))
        let thread = Thread { [desk] in AresLoop.run(settings, for: desk) }
        thread.name = "dns"
        thread.start()
    }

    deinit { desk.close() }

    /// The function that flows take.
    public var resolve: Resolve { { question in await self.answer(to: question) } }

    /// Asks, or remembers. Never throws: what went wrong is in the answer.
    public func answer(to question: DNSQuestion) async -> DNSAnswer {
        guard QuestionDesk.canAsk(question.name) else { return DNSAnswer(question, .failed("malformed name")) }
        return await withCheckedContinuation { desk.ask(question, $0) }
    }

    /// How many askers wait for an answer.
    var waiting: Int { desk.waiting }

    /// Ends the thread. Questions under way and later ones are answered `.failed`.
    public func shutDown() { desk.close() }
}

/// What is wrong with the settings of the resolver.
public struct ResolverError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
}
