import Foundation
import Synchronization

/// The limits of the services, as Microsoft documents them or much tighter.
/// <https://learn.microsoft.com/graph/throttling-limits>
final class Throttle: Sendable {
    /// A service's refusal for now.
    struct Wait: Sendable {
        /// Whole seconds, as `Retry-After` carries them.
        var seconds: Int
    }

    private struct State {
        var directory: TokenBucket
        var reports: Window
        var sharePoint: Window
        /// Requests by mailbox in ten minutes, and how many are being answered.
        var mailboxes: [String: Window] = [:]
        var inFlight: [String: Int] = [:]
    }

    private let state: Mutex<State>
    private let mailboxLimit: Window
    /// Requests that one mailbox takes at a time.
    private let mailboxConcurrency = 4

    /// Nil where nothing is limited: then nothing is counted either.
    init?(_ configuration: SimulatedConfiguration) {
        let users = max(configuration.users, 42)
        switch configuration.throttle {
        case .off: return nil
        case .real:
            let directory = users < 50 ? 3500.0 : users <= 500 ? 5000 : 8000
            mailboxLimit = Window(limit: 10000, length: 600)
            state = Mutex(
                State(
                    directory: TokenBucket(size: directory, refill: directory / 10),
                    reports: Window(limit: 5, length: 10),
                    sharePoint: Window(limit: Self.sharePointUnits(users: users), length: 60)))
        case .tight:
            mailboxLimit = Window(limit: 20, length: 1)
            state = Mutex(
                State(
                    directory: TokenBucket(size: 20, refill: 20), reports: Window(limit: 5, length: 1),
                    sharePoint: Window(limit: 100, length: 1)))
        }
    }

    /// Units a minute by the number of licences.
    private static func sharePointUnits(users: Int) -> Double {
        switch users {
        case ...1000: 1250
        case ...5000: 2500
        case ...15000: 3750
        case ...50000: 5000
        default: 6250
        }
    }

    /// Counts a request, a refused one too.
    /// - Parameter isLowPriority: `x-ms-throttle-priority: low` is refused while a fifth of the directory's units is left.
    /// - Returns: how long to wait; nil where the request may pass. The share used comes with both.
    func admit(
        _ service: GraphService, mailbox: String?, cost: Int, isLowPriority: Bool, now: Date
    ) -> (wait: Wait?, used: Double) {
        let time = now.timeIntervalSince1970
        return state.withLock { state in
            switch service {
            case .directory, .labels:
                return state.directory.take(Double(cost), reserve: isLowPriority ? 0.2 : 0, at: time)
            case .reports: return state.reports.take(1, at: time)
            case .sharePoint: return state.sharePoint.take(Double(cost), at: time)
            case .mailbox:
                let (wait, used) = state.mailboxes[mailbox ?? "", default: mailboxLimit].take(1, at: time)
                let isBusy = state.inFlight[mailbox ?? "", default: 0] >= mailboxConcurrency
                return (wait ?? (isBusy ? Wait(seconds: 1) : nil), used)
            }
        }
    }

    /// Marks a mailbox as busy with one more request until `leave`.
    func enter(mailbox: String) { state.withLock { $0.inFlight[mailbox, default: 0] += 1 } }

    func leave(mailbox: String) {
        state.withLock { state in
            let left = state.inFlight[mailbox, default: 1] - 1
            state.inFlight[mailbox] = left > 0 ? left : nil
        }
    }

    /// Units that come back steadily.
    struct TokenBucket: Sendable {
        let size: Double
        /// Units a second.
        let refill: Double
        private var level: Double
        private var last: Double?

        init(size: Double, refill: Double) {
            self.size = size
            self.refill = refill
            level = size
        }

        mutating func take(_ cost: Double, reserve: Double, at time: Double) -> (wait: Wait?, used: Double) {
            let passed = max(0, time - (last ?? time))
            last = time
            level = min(size, level + passed * refill)
            let missing = cost + reserve * size - level
            // A refused request costs its units too, but a debt has an end.
            level = max(level - cost, -size / 2)
            guard missing > 0 else { return (nil, 1 - level / size) }
            return (Wait(seconds: max(1, Int((max(missing, -level) / refill).rounded(.up)))), 1 - level / size)
        }
    }

    /// Units that come back all at once.
    struct Window: Sendable {
        let limit: Double
        /// Seconds.
        let length: Double
        private var begin = -Double.infinity
        private var spent = 0.0

        init(limit: Double, length: Double) {
            self.limit = limit
            self.length = length
        }

        mutating func take(_ cost: Double, at time: Double) -> (wait: Wait?, used: Double) {
            if time >= begin + length || time < begin {
                begin = time
                spent = 0
            }
            spent += cost
            guard spent > limit else { return (nil, spent / limit) }
            return (Wait(seconds: max(1, Int((begin + length - time).rounded(.up)))), spent / limit)
        }
    }
}
