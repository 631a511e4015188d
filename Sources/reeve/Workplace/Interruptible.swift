import Foundation
import UnixSignals

/// Runs long work so that Ctrl-C (SIGINT) or SIGTERM cancels it; what the work stored stays. A second signal does not wait for its end.
func interruptible<T: Sendable>(_ work: @escaping @Sendable () async throws -> T) async throws -> T {
    try await withThrowingTaskGroup(of: T?.self) { tasks in
        tasks.addTask { try await work() }
        tasks.addTask {
            for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm) {
                Task.detached { for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm) { exit(130) } }
                return nil
            }
            // The sequence ends where this task is cancelled, because the work is done.
            try Task.checkCancellation()
            return nil
        }
        defer { tasks.cancelAll() }
        while let result = try await tasks.next() {
            if let result { return result }
            tasks.cancelAll()
            // The work notices at its next step; whatever it says of that, it was stopped.
            if let late = try? await tasks.next(), let value = late { return value }
            throw CancellationError()
        }
        throw CancellationError()
    }
}
