import Foundation
import Graph
import Model
import Store
import Synchronization

/// Does a connection work? Signs in and reads the organization, nothing else.
public struct ConnectionTest: Sendable {
    public enum Result: Sendable, Hashable {
        /// The organization's name, and what may be read (nil where the token does not say).
        case works(String, permissions: Set<Permission>?)
        case refused(PendingAuthorisation.Trouble)
    }

    let surroundings: Surroundings
    /// Somebody waits for the answer, often behind a proxy that gives up after a minute.
    var patience = Self.patience

    static let patience: Duration = .seconds(20)

    public init(surroundings: Surroundings) { self.surroundings = surroundings }

    /// A host took the connection, or not even that, and said nothing.
    struct Silence: Error, CustomStringConvertible {
        let hosts: [String]
        let patience: Duration

        /// - Parameter addresses: where the answer should have come from.
        init(_ addresses: String..., for patience: Duration) {
            var seen: Set<String> = []
            hosts = addresses.map { URLComponents(string: $0)?.host ?? $0 }.filter { seen.insert($0).inserted }
            self.patience = patience
        }

        var description: String {
            "no answer of \(hosts.joined(separator: " or ")) within \(patience.components.seconds) seconds: check the network, the proxy and the firewall between Reeve and Microsoft, then test again"
        }
    }

    /// Whether another credential of an integration would work, before it takes the place of the one there is. Nothing is noted.
    public struct Trial: Sendable {
        public let result: Result
        /// Microsoft refused it for good, or it opens another tenant: nothing would be read with it.
        public let isHopeless: Bool
        /// The credential to keep: with the refresh token that Microsoft gave out last.
        public let secret: CredentialSecret
    }

    /// - Parameter integration: as it would be with the credential.
    public func trial(_ integration: Integration, _ secret: CredentialSecret) async -> Trial {
        let latest = Mutex(secret)
        do {
            let (permissions, name) = try await reach(integration) { surroundings, body in
                try await Connection.with(
                    integration, secret, in: surroundings, onRotation: { next in latest.withLock { $0 = next } }, body)
            }
            return Trial(
                result: .works(name, permissions: permissions), isHopeless: false, secret: latest.withLock { $0 })
        } catch {
            let isHopeless =
                switch error {
                case GraphError.signIn(let refusal): !refusal.isTransient
                case ScanError.wrongTenant: true
                default: false
                }
            return Trial(
                result: .refused(Authorise.trouble(error, at: surroundings.clock.now())), isHopeless: isHopeless,
                secret: latest.withLock { $0 })
        }
    }

    private typealias Seen = (TokenFacts, Organization?)

    /// Signs in and reads the organization.
    /// - Parameter connect: opens the way.
    /// - Returns: what may be read, nil where the token does not say, and the organization's name.
    private func reach(
        _ integration: Integration,
        _ connect: @escaping @Sendable (Surroundings, (Connection) async throws -> Seen) async throws -> Seen
    ) async throws -> (Set<Permission>?, String) {
        // Somebody waits for the answer.
        var surroundings = surroundings
        surroundings.clock.signInAttempts = 2
        let own = surroundings
        let answer = try await within(patience, of: ContinuousClock()) {
            try await connect(own) { connection in
                let facts = try await connection.graph.token()
                if facts.isConsentMissing { throw ScanError.consentMissing(clientID: integration.clientID) }
                return (facts, try await connection.graph.page(of: .organization, for: ()).kept.first)
            }
        }
        guard let (facts, organization) = answer else {
            throw Silence(integration.loginURL, integration.graphURL, for: patience)
        }
        guard let organization, organization.id.lowercased() == integration.tenantID else {
            throw ScanError.wrongTenant(expected: integration.tenantID, found: organization?.id ?? "none")
        }
        return (facts.isOpaque ? nil : facts.permissions, organization.displayName ?? organization.id)
    }

    /// What it finds is noted: the permissions, and that the integration works or has to be authorised again.
    public func run(_ integration: Integration) async -> Result {
        let (store, now) = (surroundings.store, surroundings.clock.now())
        do {
            let (permissions, name) = try await reach(integration) { surroundings, body in
                try await Connection.with(integration, in: surroundings, body)
            }
            try store.noteGranted(permissions, to: integration.id, at: now)
            if integration.status == .reauthorize {
                try store.setStatus(.active, detail: nil, of: integration.id)
                try plan(integration) { _ in nil }
            }
            return .works(name, permissions: permissions)
        } catch {
            if case GraphError.signIn(let refusal) = error, !refusal.isTransient, integration.status == .active {
                try? store.setStatus(.reauthorize, detail: "\(error)", of: integration.id)
                try? plan(integration) { max($0, now.addingTimeInterval(TurnPlan.day)) }
            }
            return .refused(Authorise.trouble(error, at: now))
        }
    }
    /// When it is read next by itself, as the schedule would have planned it: what is refused for good is tried once a day, and what works
    /// again is read soon. What is read by hand stays so.
    private func plan(_ integration: Integration, _ next: (Date) -> Date?) throws {
        var schedule = try surroundings.store.schedule(of: integration.id)
        guard let planned = schedule.nextAt else { return }
        schedule.nextAt = next(planned)
        try surroundings.store.set(schedule, of: integration.id)
    }
}
