/// What the client did, since it was made.
public struct Statistics: Sendable, Hashable {
    /// Requests to Graph; the parts of a batch count singly, the `$batch` request that carries them does not.
    public var requests = 0
    /// HTTP requests to Graph.
    public var roundTrips = 0
    /// Requests and parts that were sent again.
    public var retries = 0
    /// Answers that asked to slow down (429, 503 with Retry-After).
    public var throttled = 0
    /// How long something was held back, overlapping waits of one scope counted once.
    public var secondsWaited = 0.0
    /// Records left out because they had no id.
    public var skippedRecords = 0
    /// Sign-ins and renewals.
    public var tokens = 0

    /// `$batch` answers that made no sense, since the last one that did.
    var malformedBatchesInARow = 0
    public init() {}
}
