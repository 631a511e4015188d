import Dispatch
import Hummingbird
import Store

/// Where passwords are hashed: few at a time and off the threads that serve, because each takes 32 MiB and a good part of a second of one
/// core. Who comes when the line is full is sent away.
actor PasswordDesk {
    private static let lanes = 2
    private static let longestLine = 32
    private static let queue = DispatchQueue(label: "reeve.passwords", attributes: .concurrent)

    private var busy = 0
    private var line: [CheckedContinuation<Void, Never>] = []

    /// - Throws: `Problem` 503 where too many wait already.
    func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        if busy < Self.lanes {
            busy += 1
        } else {
            guard line.count < Self.longestLine else {
                throw Problem(
                    .serviceUnavailable, "Too many people sign in at this moment: try again in a few seconds.",
                    headers: [.retryAfter: "5"])
            }
            // Whoever leaves hands their place on, so that `busy` stays.
            await withCheckedContinuation { line.append($0) }
        }
        defer { leave() }
        return try await withCheckedThrowingContinuation { continuation in
            Self.queue.async { continuation.resume(with: Result(catching: work)) }
        }
    }

    private func leave() {
        if line.isEmpty { busy -= 1 } else { line.removeFirst().resume() }
    }
}
