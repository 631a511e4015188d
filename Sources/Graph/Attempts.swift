/// How often a request may still be sent.
struct Attempts: Sendable {
    static let throttledLimit = 8
    static let transientLimit = 5
    /// A server that asks for more is left alone for this run.
    static let longestWait = 3_600.0

    private(set) var throttled = 0
    private(set) var transient = 0
    private(set) var hasRenewed = false
    private(set) var hasRenewedBatch = false

    var isFirst: Bool { throttled == 0 && transient == 0 && !hasRenewed && !hasRenewedBatch }

    /// Counts a 429; nil where it was one too many, else how often it happened.
    mutating func throttle(wait: Double?) -> Int? {
        throttled += 1
        return throttled < Self.throttledLimit && (wait ?? 0) <= Self.longestWait ? throttled : nil
    }

    /// Counts a failure of the service; nil where it was one too many, else how often it happened.
    mutating func fail() -> Int? {
        transient += 1
        return transient < Self.transientLimit ? transient : nil
    }

    /// True the first time: a token is renewed once for a request.
    mutating func renew() -> Bool {
        defer { hasRenewed = true }
        return !hasRenewed
    }

    /// The same where the batch around it was refused, which is a request of its own.
    mutating func renewBatch() -> Bool {
        defer { hasRenewedBatch = true }
        return !hasRenewedBatch
    }
}
