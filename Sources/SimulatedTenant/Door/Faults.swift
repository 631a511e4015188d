import Synchronization

/// Failures on purpose: a share of all requests, the same ones whenever seed and order of requests are the same.
/// A request that fails is let through after its second failure in a row, so a client that follows the rules gets there.
final class Faults: Sendable {
    enum Kind: Sendable, CaseIterable {
        case throttled, throttledWithoutWait, unavailable, unavailableWithoutWait, timedOut, expiredToken
        case reset, truncated, slow
        /// 410 for a delta token.
        case gone
        /// Batch parts only: no answer among the others.
        case missing
    }

    private struct Streak {
        var length = 0
        var hadExpiredToken = false
    }

    private let rate: Double
    private let seed: UInt64
    private let streaks = Mutex<[UInt64: Streak]>([:])

    /// Nil where nothing is to fail.
    init?(_ configuration: SimulatedConfiguration) {
        guard configuration.faults > 0 else { return nil }
        rate = min(configuration.faults, 1)
        seed = configuration.seed
    }

    static let request: [Kind] = [
        .throttled, .throttledWithoutWait, .unavailable, .unavailableWithoutWait, .timedOut, .expiredToken, .reset,
        .truncated, .slow,
    ]
    static let part: [Kind] = [.throttled, .unavailable, .missing]

    /// - Parameters:
    ///   - number: of the request, counted from the start.
    ///   - kinds: what may happen to it.
    ///   - identity: method, URL and body; the same request sent again has the same.
    /// - Returns: nil where it goes well.
    func happening(to number: Int, of kinds: [Kind], identity: UInt64) -> Kind? {
        let chance = Mix.bits(seed, number, 0xFA17)
        return streaks.withLock { streaks in
            var streak = streaks[identity] ?? Streak()
            guard Mix.happens(chance, rate), streak.length < 2 else {
                streaks[identity] = nil
                return nil
            }
            var kind = kinds[Int(Mix.bits(chance) % UInt64(kinds.count))]
            // A token is renewed once for a request; to refuse the new one as well would be another fault.
            if kind == .expiredToken, streak.hadExpiredToken { kind = .unavailable }
            streak.length += 1
            streak.hadExpiredToken = streak.hadExpiredToken || kind == .expiredToken
            streaks[identity] = streak
            return kind
        }
    }
}

extension Faults.Kind {
    /// The answer in place of the right one; nil where the right one is made and then spoilt, or none is sent.
    func failure(of service: GraphService) -> GraphFailure? {
        switch self {
        case .throttled:
            var failure = service.throttled
            failure.headers.append(("Retry-After", "1"))
            return failure
        case .throttledWithoutWait: return service.throttled
        case .unavailable:
            return GraphFailure(
                status: 503, code: "serviceNotAvailable", message: "The service is not available.",
                headers: [("Retry-After", "1")])
        case .unavailableWithoutWait:
            return GraphFailure(status: 503, code: "serviceNotAvailable", message: "The service is not available.")
        case .timedOut:
            return GraphFailure(status: 504, code: "UnknownError", message: "Gateway Timeout")
        case .expiredToken: return .expiredToken
        case .reset, .truncated, .slow, .gone, .missing: return nil
        }
    }
}
