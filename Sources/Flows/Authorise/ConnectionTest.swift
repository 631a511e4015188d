import Foundation
import Graph
import Model
import Store

/// Does a connection work? Signs in and reads the organization, nothing else.
public struct ConnectionTest: Sendable {
    public enum Result: Sendable, Hashable {
        /// The organization's name, and what may be read (nil where the token does not say).
        case works(String, permissions: Set<Permission>?)
        case refused(PendingAuthorisation.Trouble)
    }

    let surroundings: Surroundings

    public init(surroundings: Surroundings) { self.surroundings = surroundings }

    /// What it finds is noted: the permissions, and that the integration works or has to be authorised again.
    public func run(_ integration: Integration) async -> Result {
        let (store, now) = (surroundings.store, surroundings.clock.now())
        // Somebody waits for the answer.
        var surroundings = surroundings
        surroundings.clock.signInAttempts = 2
        do {
            let (facts, organization) = try await Connection.with(integration, in: surroundings) { connection in
                let facts = try await connection.graph.token()
                if facts.isConsentMissing { throw ScanError.consentMissing(clientID: integration.clientID) }
                return (facts, try await connection.graph.page(of: .organization, for: ()).kept.first)
            }
            guard let organization, organization.id.lowercased() == integration.tenantID else {
                throw ScanError.wrongTenant(expected: integration.tenantID, found: organization?.id ?? "none")
            }
            let permissions = facts.isOpaque ? nil : facts.permissions
            try store.noteGranted(permissions, to: integration.id, at: now)
            if integration.status == .reauthorize { try store.setStatus(.active, detail: nil, of: integration.id) }
            return .works(organization.displayName ?? organization.id, permissions: permissions)
        } catch {
            if case GraphError.signIn(let refusal) = error, !refusal.isTransient, integration.status == .active {
                try? store.setStatus(.reauthorize, detail: "\(error)", of: integration.id)
            }
            return .refused(Authorise.trouble(error, at: now))
        }
    }
}
