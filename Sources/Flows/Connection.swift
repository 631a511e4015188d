import DNS
import Foundation
import Graph
import Model
import Store
import Synchronization

/// The way to one tenant: Graph and DNS.
public struct Connection: Sendable {
    public let graph: GraphClient
    public let resolve: Resolve

    /// The stored credential lacks a part.
    public struct IncompleteCredential: Error, Hashable, Sendable, CustomStringConvertible {
        public let name: String
        public var description: String {
            "the stored credential of \(name) is incomplete: remove the integration and add it again"
        }
    }

    /// Opens the way, lets `body` use it, and closes it whatever happens.
    /// - Parameter onWait: told when a scope begins to wait because the server asked to, and for how many seconds.
    public static func with<T: Sendable>(
        _ integration: Integration, in surroundings: Surroundings,
        onWait: @escaping @Sendable (Scope, Double) -> Void = { _, _ in }, _ body: (Connection) async throws -> T
    ) async throws -> T {
        let secret = try surroundings.store.secret(of: integration)
        let store = surroundings.store
        return try await with(
            integration, secret, in: surroundings, onRotation: { try store.setSecret($0, of: integration.id) },
            onWait: onWait, body)
    }

    /// The same with a secret that is not stored, or not yet.
    /// - Parameter onRotation: told the secret that takes its place, where Microsoft gives out another refresh token.
    static func with<T: Sendable>(
        _ integration: Integration, _ secret: CredentialSecret, in surroundings: Surroundings,
        onRotation: @escaping @Sendable (CredentialSecret) throws -> Void,
        onWait: @escaping @Sendable (Scope, Double) -> Void = { _, _ in }, _ body: (Connection) async throws -> T
    ) async throws -> T {
        try await surroundings.withExchange { exchange in
            let graph = try client(
                integration, secret, in: surroundings, exchange: exchange, onRotation: onRotation, onWait: onWait)
            if let resolve = surroundings.resolve { return try await body(Connection(graph: graph, resolve: resolve)) }
            let resolver = try Resolver(server: integration.dns)
            defer { resolver.shutDown() }
            return try await body(Connection(graph: graph, resolve: resolver.resolve))
        }
    }

    private static func client(
        _ integration: Integration, _ secret: CredentialSecret, in surroundings: Surroundings,
        exchange: @escaping Exchange, onRotation: @escaping @Sendable (CredentialSecret) throws -> Void,
        onWait: @escaping @Sendable (Scope, Double) -> Void
    ) throws -> GraphClient {
        let kept = Mutex(secret)
        return GraphClient(
            tenantID: integration.tenantID, clientID: integration.clientID,
            endpoint: try GraphEndpoint(graphURL: integration.graphURL, loginURL: integration.loginURL),
            credential: try credential(integration, secret), exchange: exchange, clock: surroundings.clock,
            requestLog: try surroundings.requestLog.map { try RequestLog(path: $0) },
            userAgent: surroundings.userAgent,
            onRotatedRefreshToken: { token in
                let next = kept.withLock { secret -> CredentialSecret in
                    secret.refreshToken = token
                    return secret
                }
                try onRotation(next)
            }, onWait: onWait)
    }

    /// The stored secret as the client takes it.
    /// - Throws: `IncompleteCredential`.
    public static func credential(_ integration: Integration, _ secret: CredentialSecret) throws -> Credential {
        switch integration.credential {
        case .refreshToken:
            guard let token = secret.refreshToken else { break }
            return .refreshToken(token, client: secret.client)
        case .secret, .certificate:
            guard let client = secret.client else { break }
            return Credential(client)
        }
        throw IncompleteCredential(name: integration.name)
    }
}

extension CredentialSecret {
    /// How the app itself proves who it is; nil for a public client.
    public var client: ClientCredential? {
        certificatePEM.map { .certificate(pem: $0) } ?? clientSecret.map { .secret($0) }
    }
}
