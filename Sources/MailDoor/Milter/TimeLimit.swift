/// Lets work run for so long and no longer.
struct TimeLimit: Sendable {
    enum Result<Value: Sendable>: Sendable {
        case finished(Value)
        case failed(any Error)
        case tooLate
    }

    let limit: Duration
    let clock: any Clock<Duration>

    /// Returns when the limit is over even where the work ignores that it is cancelled. The caller's own cancellation does not reach it.
    func run<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async -> Result<Value> {
        let (results, first) = AsyncStream<Result<Value>>.makeStream(bufferingPolicy: .bufferingOldest(1))
        let working = Task {
            do { first.yield(.finished(try await work())) } catch { first.yield(.failed(error)) }
        }
        let waiting = Task {
            // Ends early when it is cancelled, and then its word comes too late to count.
            try? await clock.sleep(for: limit)
            first.yield(.tooLate)
        }
        defer {
            working.cancel()
            waiting.cancel()
        }
        for await result in results { return result }
        return .tooLate
    }
}
