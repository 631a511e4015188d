import Foundation
import HTTPTypes

/// What an answer's status means for the request.
enum Judgement: Sendable {
    case success
    /// Wait so long, the whole lane; nil where the server does not say how long.
    case throttled(Double?)
    /// Try again after a while.
    case transient(GraphError)
    /// 401: the token is not (or no longer) taken.
    case unauthorized(GraphError)
    case failed(GraphError)

    init(status: Int, headers: HTTPFields, body: [UInt8], request: GraphRequest, now: Date) {
        let wait = retryAfter(headers[.retryAfter], now: now)
        switch status {
        case 200..<300: self = .success
        case 429: self = .throttled(wait)
        case 503 where wait != nil, 504 where wait != nil, 509 where wait != nil: self = .throttled(wait)
        case 408, 500, 502..<600:
            self = .transient(.failed(path: request.path, status: status, code: GraphErrorBody(body).code))
        case 300..<400 where request.takesRedirect && headers[.location] != nil: self = .success
        case 300..<400: self = .failed(Self.redirected(status, headers, request))
        default: self = Self.refused(status, headers, GraphErrorBody(body), request)
        }
    }

    private static func refused(
        _ status: Int, _ headers: HTTPFields, _ error: GraphErrorBody, _ request: GraphRequest
    ) -> Judgement {
        let refusal = GraphError.refused(path: request.path, status: status, code: error.code, message: error.message)
        switch status {
        case 401: return .unauthorized(refusal)
        case 410: return .failed(resync(headers[.location] ?? "", request))
        case 400..<500 where error.asksForResync: return .failed(.resync(location: ""))
        case 404: return .failed(.notFound(path: request.path, code: error.code))
        default: return .failed(refusal)
        }
    }

    private static func resync(_ location: String, _ request: GraphRequest) -> GraphError {
        if location.isEmpty { return .resync(location: "") }
        let link =
            location.hasPrefix("/") && !location.hasPrefix("//") ? request.origin.description + location : location
        do {
            _ = try GraphRequest.target(of: link, request.origin)
            return .resync(location: link)
        } catch { return error }
    }

    /// Redirects are not followed: the token would go where somebody else says.
    private static func redirected(_ status: Int, _ headers: HTTPFields, _ request: GraphRequest) -> GraphError {
        if let location = headers[.location], Origin.split(location).map({ $0.origin != request.origin }) ?? false {
            return .foreignLink(location)
        }
        return .refused(path: request.path, status: status, code: "redirect", message: "redirects are not followed")
    }
}

extension GraphError {
    /// What an exchange's failure comes to once it has been tried often enough.
    init(_ error: ExchangeError, path: String) {
        switch error {
        case .unreachable(let host, let why): self = .unreachable("\(host): \(why)")
        case .timedOut: self = .failed(path: path, status: 0, code: "timed out")
        case .truncated: self = .malformed(path: path, what: "it ends too early")
        case .tooLarge(let limit): self = .malformed(path: path, what: "it is larger than \(limit >> 20) MiB")
        }
    }
}
