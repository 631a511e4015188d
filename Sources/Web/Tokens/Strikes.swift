import Foundation
import Synchronization

/// Counts bad tokens or passwords for each client address or account, and says who has to wait. Holds a bounded number of them.
final class Strikes: Sendable {
    private struct Count {
        var strikes: Int
        /// When the oldest strike is forgotten, and with it all of them.
        let end: Date
    }

    private static let mostAddresses = 10_000

    private let allowed: Int
    /// Seconds after which strikes are forgotten.
    private let window: TimeInterval
    private let counts = Mutex<[String: Count]>([:])

    init(allowed: Int, window: TimeInterval = 60) {
        self.allowed = allowed
        self.window = window
    }

    /// Notes a bad token or password.
    /// - Parameter allowed: in place of the usual number.
    /// - Returns: the seconds to wait; nil while there is no need to.
    func strike(_ address: String, allowed: Int? = nil, at now: Date) -> Int? {
        counts.withLock { counts in
            if let known = counts[address], known.end <= now { counts[address] = nil }
            if counts[address] == nil, counts.count >= Self.mostAddresses { Self.makeRoom(in: &counts, at: now) }
            var count = counts[address] ?? Count(strikes: 0, end: now.addingTimeInterval(window))
            count.strikes += 1
            counts[address] = count
            guard count.strikes > allowed ?? self.allowed else { return nil }
            return max(1, Int(count.end.timeIntervalSince(now).rounded(.up)))
        }
    }

    /// Takes one strike back: what was counted ahead turned out well.
    func takeBack(_ address: String) {
        counts.withLock { counts in
            counts[address]?.strikes -= 1
            if let left = counts[address]?.strikes, left <= 0 { counts[address] = nil }
        }
    }

    /// Forgets what was counted.
    func forget(_ address: String) { counts.withLock { $0[address] = nil } }

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
