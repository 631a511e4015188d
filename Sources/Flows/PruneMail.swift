import Foundation
import Store

/// Forgets verdicts and outside addresses that are older than they may be, in small transactions so that nobody waits for it.
public struct PruneMail: Sendable {
    public struct Outcome: Sendable, Hashable {
        public var verdicts = 0
        public var addresses = 0
        public var isAnything: Bool { verdicts + addresses > 0 }
    }

    let store: Store
    let verdicts: RetentionPeriod
    let correspondence: RetentionPeriod
    let batch: Int

    /// - Parameters:
    ///   - verdicts: for how long verdicts are kept.
    ///   - correspondence: after what silence an outside address goes.
    ///   - batch: how many go in one transaction.
    public init(store: Store, verdicts: RetentionPeriod, correspondence: RetentionPeriod, batch: Int = 500) {
        self.store = store
        self.verdicts = verdicts
        self.correspondence = correspondence
        self.batch = max(1, batch)
    }

    public func run(at now: Date) async throws -> Outcome {
        var outcome = Outcome()
        if let start = verdicts.start(from: now) {
            outcome.verdicts = try await all { try await store.forgetVerdicts(before: start, atMost: batch) }
        }
        if let start = correspondence.start(from: now) {
            outcome.addresses = try await all { try await store.forgetCorrespondence(before: start, atMost: batch) }
        }
        return outcome
    }

    private func all(_ forget: () async throws -> Int) async throws -> Int {
        var count = 0
        while !Task.isCancelled {
            let gone = try await forget()
            count += gone
            if gone < batch { break }
        }
        return count
    }
}
