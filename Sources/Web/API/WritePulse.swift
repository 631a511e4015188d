import Flows
import Store
import Synchronization

/// Whether the database can be written to. However often somebody asks, one attempt is under way, and one that went well holds for a while:
/// anybody may ask, and each attempt writes a page.
final class WritePulse: Sendable {
    /// What an attempt may take; a writer of our own is done sooner.
    private static let patience = Duration.seconds(2)

    private let store: Store
    private let clock: any Clock<Duration>
    private let attempt = Mutex<Task<Void, any Error>?>(nil)
    private let wentWell = Mutex<ContinuousClock.Instant?>(nil)
    private static let holds = Duration.seconds(2)

    init(store: Store, clock: any Clock<Duration>) {
        self.store = store
        self.clock = clock
    }

    /// Why it cannot be written to; nil where it can.
    func trouble() async -> String? {
        if let last = wentWell.withLock(\.self), last + Self.holds > .now { return nil }
        let attempt = attempt.withLock { attempt in
            let task = attempt ?? Task { try await self.write() }
            attempt = task
            return task
        }
        do {
            let isDone: Void? = try await within(Self.patience, of: clock) { try await attempt.value }
            return isDone == nil ? "another process has been writing for \(Self.patience)" : nil
        } catch {
            return "\(error)"
        }
    }

    private func write() async throws {
        defer { attempt.withLock { $0 = nil } }
        try await store.takeTurnToWrite()
        wentWell.withLock { $0 = .now }
    }
}
