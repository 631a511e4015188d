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
    /// Connections at the same time; more wait.
    public var connections = 512
    /// Bad tokens from one address before it has to wait.
    public var badTokens = 10

    public init() {}
}
