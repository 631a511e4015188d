import AsyncHTTPClient
import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPCompression

/// The live exchange: HTTP/1.1 over async-http-client, gzip, bounded bodies, redirects not followed.
public struct HTTPExchange: Sendable {
    /// The largest answer taken, after decompression.
    public static let bodyLimit = 128 << 20
    private let client: HTTPClient

    public init() {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: .seconds(10), read: .seconds(100)),
            decompression: .enabled(limit: .size(Self.bodyLimit)))
        configuration.httpVersion = .http1Only
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
        // Whether and when to try again is decided in one place, by the client.
        configuration.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Closes its connections; no request may be under way or follow.
    public func shutdown() async throws { try await client.shutdown() }

    /// Throws `ExchangeError`, or `CancellationError`.
    public func send(_ request: HTTPRequest, _ body: [UInt8]) async throws -> (HTTPResponse, [UInt8]) {
        let host = request.authority ?? ""
        do {
            let response = try await client.execute(outgoing(request, body), timeout: .minutes(10))
            return try await answer(response)
        } catch let error as CancellationError {
            throw error
        } catch {
            throw Self.reason(error, host)
        }
    }

    public var exchange: Exchange { { try await send($0, $1) } }

    private func outgoing(_ request: HTTPRequest, _ body: [UInt8]) -> HTTPClientRequest {
        var outgoing = HTTPClientRequest(
            url: "\(request.scheme ?? "https")://\(request.authority ?? "")\(request.path ?? "/")")
        outgoing.method = .RAW(value: request.method.rawValue)
        for field in request.headerFields { outgoing.headers.add(name: field.name.rawName, value: field.value) }
        // The client unpacks what comes packed, but does not ask for it.
        outgoing.headers.replaceOrAdd(name: "Accept-Encoding", value: "gzip")
        if request.method != .get { outgoing.body = .bytes(body) }
        return outgoing
    }

    private func answer(_ response: HTTPClientResponse) async throws -> (HTTPResponse, [UInt8]) {
        var fields = HTTPFields()
        for (name, value) in response.headers {
            guard let name = HTTPField.Name(name) else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        var body: [UInt8] = []
        do {
            let promised = response.headers.first(name: "Content-Length").flatMap(Int.init) ?? 0
            guard promised <= Self.bodyLimit else { throw NIOTooManyBytesError(maxBytes: Self.bodyLimit) }
            body.reserveCapacity(max(promised, 0))
            for try await piece in response.body {
                guard body.count + piece.readableBytes <= Self.bodyLimit else {
                    throw NIOTooManyBytesError(maxBytes: Self.bodyLimit)
                }
                body.append(contentsOf: piece.readableBytesView)
            }
        } catch {
            // Once there is a status, a lost connection has cut the answer short.
            switch Self.reason(error, "") {
            case .unreachable(_, let why): throw ExchangeError.truncated(why)
            default: throw error
            }
        }
        return (
            HTTPResponse(status: .init(code: Int(response.status.code)), headerFields: fields), body
        )
    }

    private static func isTimeOut(_ error: HTTPClientError) -> Bool {
        let timeOuts: [HTTPClientError] = [
            .readTimeout, .writeTimeout, .connectTimeout, .deadlineExceeded, .getConnectionFromPoolTimeout,
            .tlsHandshakeTimeout,
        ]
        return timeOuts.contains(error)
    }

    private static func reason(_ error: any Error, _ host: String) -> ExchangeError {
        switch error {
        case let error as ExchangeError: error
        case is NIOTooManyBytesError, is NIOHTTPDecompression.DecompressionError: .tooLarge(limit: bodyLimit)
        case let error as HTTPClientError where isTimeOut(error): .timedOut(host: host)
        default: .unreachable(host: host, why: words("\(error)"))
        }
    }

    /// What the libraries below say, in words for who looks after the network. What is not known here stands as they say it.
    static func words(_ why: String) -> String {
        let known = [
            ("onnection refused", "the connection is refused, nothing listens there"),
            ("CERTIFICATE_VERIFY_FAILED", "its certificate is not trusted"),
            ("ertificate verify failed", "its certificate is not trusted"),
            ("nable to connect: dns", "its name is not known"), ("ame or service not known", "its name is not known"),
            ("odename nor servname", "its name is not known"), ("SocketAddressError", "its name is not known"),
            ("No route to host", "no way leads there"), ("Network is unreachable", "no way leads there"),
            ("remoteConnectionClosed", "it closed the connection without an answer"),
            ("onnection reset", "the connection was cut"), ("handshakeFailed", "no encrypted connection comes about"),
        ]
        return known.first { why.contains($0.0) }?.1 ?? String(why.prefix(200))
    }
}
