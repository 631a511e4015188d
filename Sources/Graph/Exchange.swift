import HTTPTypes

/// The seam to the network: sends one request with its body and gives the whole answer.
///
/// The live one is `HTTPExchange`. It throws `ExchangeError` and nothing else; a status of 400 or above is an answer, not an error.
public typealias Exchange = @Sendable (HTTPRequest, [UInt8]) async throws -> (HTTPResponse, [UInt8])

/// Why there is no answer.
public enum ExchangeError: Error, Hashable, Sendable {
    /// No connection, or one that ended before an answer came.
    case unreachable(host: String, why: String)
    case timedOut(host: String)
    /// The connection ended inside the answer; what is known of it.
    case truncated(String)
    /// More bytes than the client takes, counted after decompression.
    case tooLarge(limit: Int)
}

extension ExchangeError {
    /// Host and reason, where there is no path to speak of.
    var words: String {
        switch self {
        case .unreachable(let host, let why): "\(host): \(why)"
        case .timedOut(let host): "\(host): timed out"
        case .truncated(let why): "the sign-in service: its answer ends too early (\(why))"
        case .tooLarge: "the sign-in service: its answer is too large"
        }
    }
}
