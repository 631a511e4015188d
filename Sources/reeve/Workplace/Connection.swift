import DNS
import Flows
import Foundation
import Graph
import Model
import Report
import Store
import Synchronization

/// The way to one tenant: Graph and DNS, with what has to be closed afterwards.
struct Connection: Sendable {
    let graph: GraphClient
    let resolve: Resolve
    private let exchange: HTTPExchange
    private let resolver: Resolver

    /// Opens the way, lets `body` use it, and closes it whatever happens.
    static func with<T: Sendable>(
        _ integration: Integration, in workplace: Workplace, progress: ProgressLine? = nil,
        _ body: (Connection) async throws -> T
    ) async throws -> T {
        let secret = try workplace.store.secret(of: integration)
        let exchange = HTTPExchange()
        let resolver: Resolver
        let graph: GraphClient
        do {
            resolver = try Resolver(server: integration.dns)
            graph = try client(integration, secret, in: workplace, exchange: exchange, progress: progress)
        } catch {
            try? await exchange.shutdown()
            throw error
        }
        let connection = Connection(graph: graph, resolve: resolver.resolve, exchange: exchange, resolver: resolver)
        do {
            let result = try await body(connection)
            await connection.close()
            return result
        } catch {
            await connection.close()
            throw error
        }
    }

    private func close() async {
        resolver.shutDown()
        try? await exchange.shutdown()
    }

    private static func client(
        _ integration: Integration, _ secret: CredentialSecret, in workplace: Workplace, exchange: HTTPExchange,
        progress: ProgressLine?
    ) throws -> GraphClient {
        let store = workplace.store
        let kept = Mutex(secret)
        return GraphClient(
            tenantID: integration.tenantID, clientID: integration.clientID,
            endpoint: try GraphEndpoint(graphURL: integration.graphURL, loginURL: integration.loginURL),
            credential: try credential(integration, secret), exchange: exchange.exchange,
            requestLog: try workplace.settings.requestLog.map { try RequestLog(path: $0) },
            userAgent: "NONISV|Reeve|Reeve/\(Version.text)",
            onRotatedRefreshToken: { token in
                let next = kept.withLock { secret -> CredentialSecret in
                    secret.refreshToken = token
                    return secret
                }
                try store.setSecret(next, of: integration.id)
            },
            onWait: { scope, seconds in progress?.wait(seconds, for: scope.title) })
    }

    static func credential(_ integration: Integration, _ secret: CredentialSecret) throws -> Credential {
        let client: ClientCredential? =
            secret.certificatePEM.map { .certificate(pem: $0) } ?? secret.clientSecret.map { .secret($0) }
        switch integration.credential {
        case .refreshToken:
            guard let token = secret.refreshToken else { break }
            return .refreshToken(token, client: client)
        case .secret:
            guard let value = secret.clientSecret else { break }
            return .secret(value)
        case .certificate:
            guard let pem = secret.certificatePEM else { break }
            return .certificate(pem: pem)
        }
        throw Failure(
            "the stored credential of \(integration.name) is incomplete: remove the integration and add it again")
    }
}

/// Feeds the progress line from the stages of a flow, which say how far they are in all.
final class StageReporter: Sendable {
    private let line: ProgressLine
    private let state = Mutex<(stage: String, done: Int)>(("", 0))

    init(_ line: ProgressLine) { self.line = line }

    func report(_ progress: StageProgress) {
        state.withLock { state in
            if state.stage != progress.stage {
                if !state.stage.isEmpty { line.end(state.stage) }
                state = (progress.stage, 0)
                line.begin(progress.stage, of: progress.total, unit: progress.unit)
            }
            if progress.done > state.done {
                line.advance(progress.stage, by: progress.done - state.done)
                state.done = progress.done
            }
        }
    }
}
