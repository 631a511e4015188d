import HTTPTypes

/// What becomes of a request: an answer, and how much of it arrives.
public struct SimulatedOutcome: Sendable {
    public enum Delivery: Sendable, Equatable {
        case whole
        /// The connection breaks before the first byte.
        case reset
        /// The connection breaks after this many bytes of the body, less than `Content-Length` promises.
        case truncated(Int)
        /// The body comes in this many pieces with a pause between them.
        case slow(pieces: Int)
    }

    public var response: HTTPResponse
    public var body: [UInt8]
    public var delivery = Delivery.whole

    public init(response: HTTPResponse, body: [UInt8], delivery: Delivery = .whole) {
        self.response = response
        self.body = body
        self.delivery = delivery
    }
}

/// What a client without a network sees of a broken connection.
public enum SimulatedConnectionFailure: Error, Equatable {
    case reset
    /// The body ended after so many bytes.
    case truncated(Int)
}
