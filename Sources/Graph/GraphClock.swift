import Foundation

/// The time as the client sees it: tests put their own in its place and never wait.
public struct GraphClock: Sendable {
    public var now: @Sendable () -> Date
    /// Waits for so many seconds; throws `CancellationError` where the task is cancelled meanwhile.
    public var sleep: @Sendable (Double) async throws -> Void
    /// A number of that range, for the jitter of a back-off.
    public var random: @Sendable (ClosedRange<Double>) -> Double
    /// How often the sign-in service is asked before it counts as not there. Fewer where a person waits for the answer.
    public var signInAttempts = 5

    public init(
        now: @escaping @Sendable () -> Date, sleep: @escaping @Sendable (Double) async throws -> Void,
        random: @escaping @Sendable (ClosedRange<Double>) -> Double = { Double.random(in: $0) }
    ) {
        self.now = now
        self.sleep = sleep
        self.random = random
    }

    public static let live = GraphClock(
        now: { Date() },
        sleep: { seconds in try await Task.sleep(for: .seconds(max(0, seconds))) })

    /// How long to wait before a further attempt where nobody says: exponential with full jitter, at most a minute.
    func backOff(attempt: Int) -> Double {
        let ceiling = min(60, pow(2, Double(min(attempt, 10))))
        return max(0.1, random(0...ceiling))
    }
}
