/// How much and how long a request may take.
public struct WebLimits: Sendable {
    /// Bytes of a message; its body is counted and dropped.
    public var message = 100 << 20
    /// Bytes of a JSON body, which has to be held whole.
    public var json = 32 << 20
    /// Seconds until a request has to have come in.
    public var receiving = 120
    /// Seconds without a byte after which a connection is closed.
    public var idle = 60
    /// How long a verdict may take.
    public var judging = Duration.seconds(10)
    /// Seconds that a new connection has for the head of its first request.
    public var firstHead = 10
    /// Connections at the same time. A new one takes the place of one at rest; where none is, it waits.
    public var connections = 512
    /// Of these, how many one address may have; a proxy in front is one address.
    public var connectionsPerAddress = 256
    /// Bad tokens from one address before it has to wait.
    public var badTokens = 10

    public init() {}
}
