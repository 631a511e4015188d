/// Runs work for so long and no longer. Returns when the time is over even where the work ignores that it is cancelled.
/// - Returns: nil where the time was over first.
public func within<T: Sendable>(
    _ limit: Duration, of clock: any Clock<Duration>, _ work: @escaping @Sendable () async throws -> T
) async throws -> T? {
    let (results, first) = AsyncStream<Result<T?, any Error>>.makeStream(bufferingPolicy: .bufferingOldest(1))
    let working = Task {
        do { first.yield(.success(try await work())) } catch { first.yield(.failure(error)) }
    }
    let waiting = Task {
        // Ends early when it is cancelled, and then its word comes too late to count.
        try? await clock.sleep(for: limit)
        first.yield(.success(nil))
    }
    defer {
        working.cancel()
        waiting.cancel()
    }
    for await result in results { return try result.get() }
    throw CancellationError()
}
