import Model

/// Answers for as long as their TTL allows, a bounded number of them.
struct AnswerCache {
    /// Entries; a sync of many thousand domains must not grow without end.
    static let capacity = 10_000
    /// Seconds that an answer is kept at most, whatever its TTL says.
    static let longest: UInt32 = 3600

    private var entries: [DNSQuestion: (result: DNSAnswer.Result, until: ContinuousClock.Instant)] = [:]

    var count: Int { entries.count }

    mutating func result(of question: DNSQuestion, at now: ContinuousClock.Instant) -> DNSAnswer.Result? {
        guard let entry = entries[question] else { return nil }
        if entry.until > now { return entry.result }
        entries[question] = nil
        return nil
    }

    /// - Parameter seconds: 0 is not kept at all (RFC 1035 §3.2.1).
    mutating func keep(
        _ result: DNSAnswer.Result, of question: DNSQuestion, for seconds: UInt32, at now: ContinuousClock.Instant
    ) {
        guard seconds > 0 else { return }
        if entries.count >= Self.capacity { makeRoom(at: now) }
        entries[question] = (result, now + .seconds(Int64(min(seconds, Self.longest))))
    }

    /// What has expired goes; where nothing has, everything does, which costs questions and no memory.
    private mutating func makeRoom(at now: ContinuousClock.Instant) {
        entries = entries.filter { $0.value.until > now }
        if entries.count >= Self.capacity { entries = [:] }
    }
}
