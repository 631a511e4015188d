import Foundation
import Synchronization

/// Counts bad tokens for each client address, and says who has to wait. Holds a bounded number of addresses.
final class Strikes: Sendable {
    private struct Count {
        var strikes: Int
        /// When the oldest strike is forgotten, and with it all of them.
        let end: Date
    }

    static let window: TimeInterval = 60
    private static let mostAddresses = 10_000

    private let allowed: Int
    private let counts = Mutex<[String: Count]>([:])

    init(allowed: Int) { self.allowed = allowed }

    /// Notes a bad token.
    /// - Returns: the seconds to wait; nil while there is no need to.
    func strike(_ address: String, at now: Date) -> Int? {
        counts.withLock { counts in
            if let known = counts[address], known.end <= now { counts[address] = nil }
            if counts[address] == nil, counts.count >= Self.mostAddresses { Self.makeRoom(in: &counts, at: now) }
            var count = counts[address] ?? Count(strikes: 0, end: now.addingTimeInterval(Self.window))
            count.strikes += 1
            counts[address] = count
            guard count.strikes > allowed else { return nil }
            return max(1, Int(count.end.timeIntervalSince(now).rounded(.up)))
        }
    }

    /// How many addresses are held.
    var addresses: Int { counts.withLock { $0.count } }

    /// Those whose time is over go; where that is nobody, the ones with the fewest strikes do, so that a flood of addresses does not
    /// clear those who wait.
    private static func makeRoom(in counts: inout [String: Count], at now: Date) {
        counts = counts.filter { $0.value.end > now }
        guard counts.count >= mostAddresses else { return }
        let fewest = counts.values.map(\.strikes).min() ?? 0
        var surplus = mostAddresses / 10
        for (address, count) in counts where count.strikes == fewest && surplus > 0 {
            counts[address] = nil
            surplus -= 1
        }
    }
}
