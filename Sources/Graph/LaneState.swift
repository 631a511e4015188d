/// What the gate knows of one lane.
struct LaneState {
    var queue: Queue
    var pausedUntil = 0.0
    /// Nil until the server throttles.
    var pace: Pace?
    private let lane: Lane
    private var slowedAt = 0.0

    init(_ lane: Lane) {
        self.lane = lane
        queue = Queue(limit: lane.concurrency)
    }

    /// One more at once for every round of successes, up to the lane's own limit.
    mutating func succeed(_ ticket: ThrottleGate.Ticket, units: Double?, usage: Double?, now: Double) {
        if let units, units > ticket.units { pace?.take(units - ticket.units, now: now) }
        if let usage, usage >= 0.8 {
            adopt(now)
            if usage >= 1, now - slowedAt >= 10 { halve(now) }
            return
        }
        queue.limit = min(Double(lane.concurrency), queue.limit + 1 / queue.limit)
        pace?.succeed(now: now)
    }

    /// Requests that were under way together are throttled together: that is one sign, not many.
    mutating func slowDown(_ ticket: ThrottleGate.Ticket, now: Double) {
        if pace == nil, lane.quota != nil {
            adopt(now)
            halveConcurrency(now)
        } else if ticket.enteredAt >= slowedAt {
            halve(now)
        }
    }

    /// A lane nobody needs to remember: there may be as many as mailboxes.
    func isIdle(now: Double) -> Bool {
        guard case .mailbox = lane else { return false }
        return queue.taken == 0 && queue.waiters.isEmpty && pausedUntil <= now
    }

    private mutating func adopt(_ now: Double) {
        guard pace == nil, let quota = lane.quota else { return }
        pace = Pace(quota, now: now)
        slowedAt = now
    }

    private mutating func halve(_ now: Double) {
        pace?.slowDown(now: now)
        halveConcurrency(now)
    }

    private mutating func halveConcurrency(_ now: Double) {
        queue.limit = max(1, queue.limit / 2)
        slowedAt = now
    }
}

/// So many at once, and who waits for a place.
struct Queue {
    /// Fractions add up: a place more for so many successes.
    var limit: Double
    private(set) var taken = 0
    var waiters: [CheckedContinuation<Void, Never>] = []

    init(limit: Int) { self.limit = Double(limit) }

    var isFull: Bool { taken >= Int(limit) }

    /// Takes places where they are free; one that asks for more than there are gets in when nobody else is.
    mutating func take(_ places: Int) -> Bool {
        guard places > 0 else { return true }
        guard taken == 0 || taken + places <= Int(limit) else { return false }
        taken += places
        return true
    }

    mutating func give(_ places: Int) {
        guard places > 0 else { return }
        taken -= places
        for _ in 0...places { wakeNext() }
    }

    /// Who is woken looks again for itself, and queues again where somebody was faster.
    mutating func wakeNext() {
        guard !waiters.isEmpty else { return }
        waiters.removeFirst().resume()
    }
}
