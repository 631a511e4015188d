import Foundation

/// Where every request waits until its lane may send it: as many at once as are allowed, none while the server asked to wait,
/// and no faster than the quota once the server has throttled. Before that nothing is paced.
actor ThrottleGate {
    /// The right to send, given back by `leave`.
    struct Ticket: Sendable {
        let lane: Lane
        let units: Double
        let enteredAt: Double
        /// How much of the mailboxes' common limit it takes; 0 outside the scope `mailbox` and for the further parts of a batch.
        let weight: Int
    }

    /// How it went.
    enum Outcome: Sendable {
        /// - Parameters:
        ///   - units: what it cost, as the server says; nil where it does not.
        ///   - usage: the share of the limit that is used up (0.8 to 1.8); nil where the server does not say.
        case answered(units: Double?, usage: Double?)
        /// - Parameter pause: seconds for the whole lane.
        case throttled(pause: Double)
        case failed
    }

    /// All mailboxes together.
    static let mailboxConcurrency = 32

    private let clock: GraphClock
    private let onWait: @Sendable (Scope, Double) -> Void
    private let onWaited: @Sendable (Double) -> Void
    private var lanes: [Lane: LaneState] = [:]
    private var mailboxes = Queue(limit: ThrottleGate.mailboxConcurrency)
    private var waitedUntil: [Scope: Double] = [:]

    init(
        clock: GraphClock, onWait: @escaping @Sendable (Scope, Double) -> Void,
        onWaited: @escaping @Sendable (Double) -> Void
    ) {
        self.clock = clock
        self.onWait = onWait
        self.onWaited = onWaited
    }

    private var now: Double { clock.now().timeIntervalSinceReferenceDate }

    /// Waits until the lane lets a request of so many units go.
    func enter(_ lane: Lane, units: Double) async throws -> Ticket {
        let isMailbox = lane.scope == .mailbox
        while true {
            try await openLane(lane, units)
            let weight = isMailbox ? 1 : 0
            if mailboxes.take(weight) { return take(lane, units, weight) }
            try await mailboxes(wait: ())
        }
    }

    /// Of the mailboxes asked for those that may be read now, at least one: 4 requests at once in each, and in all together.
    /// - Parameter mailboxes: a mailbox each part, in order; one that stands there more often is let in more often.
    /// - Returns: the tickets by the parts' places.
    func enter(mailboxes wanted: [String]) async throws -> [Int: Ticket] {
        while true {
            let open = wanted.first { isOpen(.mailbox($0)) }
            let soonest = open ?? wanted.min { pause(.mailbox($0)) < pause(.mailbox($1)) } ?? ""
            try await openLane(.mailbox(soonest), 1)
            // A server runs the parts of a batch four at a time.
            let weight = min(4, wanted.count)
            guard mailboxes.take(weight) else {
                try await mailboxes(wait: ())
                continue
            }
            var tickets: [Int: Ticket] = [:]
            for (place, mailbox) in wanted.enumerated() where isOpen(.mailbox(mailbox)) {
                tickets[place] = take(.mailbox(mailbox), 1, tickets.isEmpty ? weight : 0)
            }
            return tickets
        }
    }

    func leave(_ ticket: Ticket, _ outcome: Outcome) {
        var state = lanes[ticket.lane] ?? LaneState(ticket.lane)
        let now = now
        switch outcome {
        case .answered(let units, let usage): state.succeed(ticket, units: units, usage: usage, now: now)
        case .throttled(let seconds):
            state.slowDown(ticket, now: now)
            pause(&state, ticket.lane, seconds, now)
        case .failed: break
        }
        state.queue.give(1)
        lanes[ticket.lane] = state.isIdle(now: now) ? nil : state
        mailboxes.give(ticket.weight)
    }

    /// Holds back one request after a failure that says nothing about its lane, and counts the wait.
    func backOff(_ scope: Scope, _ seconds: Double) async throws {
        count(scope, until: now + seconds)
        try await clock.sleep(seconds)
    }

    /// How many requests of so many units make sense in one batch.
    func batchSize(_ lane: Lane, units: Double) -> Int {
        guard let pace = lanes[lane]?.pace else { return 20 }
        return max(1, min(20, Int(pace.burst / units)))
    }

    private func openLane(_ lane: Lane, _ units: Double) async throws {
        while true {
            do { try Task.checkCancellation() } catch {
                lanes[lane]?.queue.wakeNext()
                throw error
            }
            var state = lanes[lane] ?? LaneState(lane)
            let wait = max(state.pausedUntil - now, state.pace?.wait(for: units, now: now) ?? 0)
            lanes[lane] = state
            if wait > 0 {
                count(lane.scope, until: now + wait)
                try await clock.sleep(wait)
            } else if state.queue.isFull {
                await withCheckedContinuation { lanes[lane]?.queue.waiters.append($0) }
            } else {
                return
            }
        }
    }

    private func mailboxes(wait: Void) async throws {
        await withCheckedContinuation { mailboxes.waiters.append($0) }
        do { try Task.checkCancellation() } catch {
            mailboxes.wakeNext()
            throw error
        }
    }

    private func isOpen(_ lane: Lane) -> Bool {
        guard let state = lanes[lane] else { return true }
        return state.pausedUntil <= now && !state.queue.isFull
    }

    private func pause(_ lane: Lane) -> Double { lanes[lane]?.pausedUntil ?? 0 }

    private func take(_ lane: Lane, _ units: Double, _ weight: Int) -> Ticket {
        var state = lanes[lane] ?? LaneState(lane)
        _ = state.queue.take(1)
        state.pace?.take(units, now: now)
        lanes[lane] = state
        return Ticket(lane: lane, units: units, enteredAt: now, weight: weight)
    }

    private func pause(_ state: inout LaneState, _ lane: Lane, _ seconds: Double, _ now: Double) {
        let until = now + seconds
        guard until > state.pausedUntil else { return }
        if state.pausedUntil <= now { onWait(lane.scope, seconds) }
        state.pausedUntil = until
        count(lane.scope, until: until)
    }

    /// Waits of one scope overlap; the time is counted once.
    private func count(_ scope: Scope, until: Double) {
        let from = max(now, waitedUntil[scope] ?? 0)
        guard until > from else { return }
        waitedUntil[scope] = until
        onWaited(until - from)
    }
}
