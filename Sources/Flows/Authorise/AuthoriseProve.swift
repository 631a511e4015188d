import Foundation
import Graph
import Model
import Store

extension Authorise {
    /// For how long a consent may take to arrive before it counts as incomplete.
    static let patience = 600.0

    /// Asks Microsoft once whether the tenant is the one that was named and what may be read there; keeps the answer.
    ///
    /// The proof: an app-only token of that tenant, and `GET /organization` answering with its id.
    /// - Throws: `GraphError` for a refusal; a consent that has not arrived yet is none.
    func prove(_ pending: inout PendingAuthorisation) async throws {
        let (facts, organization) = try await ask(pending)
        try conclude(&pending, facts, organization)
    }

    /// Keeps what Microsoft answered.
    func conclude(_ pending: inout PendingAuthorisation, _ facts: TokenFacts, _ organization: Organization?) throws {
        pending.granted = facts.isOpaque ? nil : facts.permissions
        guard let organization else {
            pending.step = .spreading
            try store.keep(pending)
            return
        }
        guard organization.id.lowercased() == pending.tenantID else {
            throw AuthoriseProblem.otherTenant(expected: pending.tenantID ?? "", found: organization.id)
        }
        pending.tenantName = organization.displayName
        pending.provedAt = now
        pending.step = .authorised
        pending.trouble = nil
        try store.keep(pending)
    }

    /// - Returns: nil for the organization while the token may not read it.
    func ask(_ pending: PendingAuthorisation) async throws -> (TokenFacts, Organization?) {
        let client = try client(of: pending)
        return try await surroundings.withExchange { exchange in
            // A client of its own each time: it must not have the token of a moment ago.
            let graph = GraphClient(
                tenantID: pending.tenantID ?? "", clientID: pending.clientID, endpoint: try page(pending).endpoint,
                credential: client, exchange: exchange, clock: surroundings.clock, userAgent: surroundings.userAgent,
                onRotatedRefreshToken: { rotated in
                    guard var secret = try store.secret(ofAuthorisation: pending.id) else { return }
                    secret.refreshToken = rotated
                    try store.keep(pending, secret: secret)
                })
            let facts = try await graph.token()
            guard !facts.isConsentMissing else { return (facts, nil) }
            do {
                return (facts, try await graph.page(of: .organization, for: ()).kept.first)
            } catch GraphError.refused(_, 401...403, _, _) {
                return (facts, nil)
            }
        }
    }

    private func client(of pending: PendingAuthorisation) throws -> Credential {
        let own = try credential(of: pending)
        if pending.draft.isDelegated, let token = try store.secret(ofAuthorisation: pending.id)?.refreshToken {
            return .refreshToken(token, client: own.client)
        }
        guard let client = own.client else { throw AuthoriseProblem.noRegistration(cloud: pending.draft.cloud) }
        return Credential(client)
    }

    /// Looks once more whether the consent has arrived: the button "Check again".
    /// - Throws: `AuthoriseProblem.gone`.
    public func checkAgain(_ id: String, _ deed: Deed) async throws {
        guard var pending = try store.pendingAuthorisation(id, by: deed.actor, at: deed.at) else {
            throw AuthoriseProblem.gone
        }
        if pending.step == .elsewhere { return try await lookElsewhere(&pending) }
        guard [.spreading, .authorised].contains(pending.step), pending.tenantID != nil else { return }
        await checkOnce(&pending)
    }

    /// Waits for a consent to arrive, with longer and longer pauses, ten minutes in all.
    /// - Parameter onChange: told after each look.
    public func awaitConsent(_ id: String, by actor: String, onChange: @Sendable () -> Void) async {
        let start = now
        var pause = 2.0
        while var pending = try? store.pendingAuthorisation(id, by: actor, at: now), pending.step == .spreading {
            guard now.timeIntervalSince(start) < Self.patience else {
                pending.trouble = .init(
                    code: "consent incomplete",
                    sentence:
                        "Microsoft accepted the consent, but ten minutes later the app still holds no permission. Check that the app registration lists application permissions (not only delegated ones), then authorize again.",
                    at: now)
                pending.step = .refused
                try? store.keep(pending)
                return onChange()
            }
            guard (try? await surroundings.clock.sleep(pause)) != nil else { return }
            pause = min(60, pause * 2)
            await checkOnce(&pending)
            onChange()
        }
    }

    /// One look; trouble is kept for the panel.
    private func checkOnce(_ pending: inout PendingAuthorisation) async {
        do { try await prove(&pending) } catch is CancellationError {
        } catch {
            pending.step = .refused
            pending.trouble = Self.trouble(error, at: now)
            try? store.keep(pending)
        }
    }
}
