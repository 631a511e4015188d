import Foundation
import Graph
import Model
import Store

/// Lets an administrator connect a tenant in the browser: sign-in, consent, proof, save. Until it is saved nothing exists
/// but the authorisation itself (graph.md 2.1 and 2.2 in the words of the documentation: authorization code flow, admin consent).
public struct Authorise: Sendable {
    let store: Store
    let origins: CloudOrigins
    /// `{public url}/oauth/callback`.
    let redirectURI: String
    let surroundings: Surroundings

    /// Seconds from the first click to Save.
    static let life = 3600.0

    public init(surroundings: Surroundings, origins: CloudOrigins, redirectURI: String) {
        store = surroundings.store
        self.surroundings = surroundings
        self.origins = origins
        self.redirectURI = redirectURI
    }

    /// Where the browser goes, and what it has to remember.
    public struct Departure: Sendable {
        public let id: String
        public let url: String
    }

    var now: Date { surroundings.clock.now() }

    /// Begins an authorisation.
    /// - Parameter browser: what the browser keeps in a cookie until it comes back.
    /// - Throws: `AuthoriseProblem`, `GraphEndpoint.InvalidOrigin`, `StoreError`.
    public func begin(_ draft: IntegrationDraft, browser: RandomSecret, _ deed: Deed) throws -> Departure {
        let pending = try pending(for: draft)
        let verifier = CodeVerifier()
        let (state, nonce) = (RandomSecret(), RandomSecret())
        let secret = AuthorisationSecret(verifier: verifier.text, nonce: nonce.text)
        try store.begin(
            pending, secret: secret, state: state, browser: browser, by: deed.actor, at: deed.at,
            expires: deed.at.addingTimeInterval(Self.life))
        try store.note(deed.entry("integration.authorise", draft.name))
        let url = try page(pending).authorize(
            scopes: scopes(of: pending), state: state.text, nonce: nonce.text, verifier: verifier,
            prompt: draft.isDelegated ? "consent" : "select_account")
        return Departure(id: pending.id, url: url)
    }

    /// An authorisation that nobody was sent anywhere for yet.
    func pending(for draft: IntegrationDraft) throws -> PendingAuthorisation {
        let known = try check(draft)
        let registration = try registration(for: draft, known)
        return PendingAuthorisation(
            id: RandomSecret().text, draft: draft, graphURL: registration.endpoint.graphURL,
            loginURL: registration.endpoint.loginURL, clientID: registration.clientID,
            askedTenant: known?.tenantID ?? registration.tenantID)
    }

    /// What a draft is checked for before anybody is sent anywhere.
    /// - Returns: the integration that is authorised again; nil for a new one.
    private func check(_ draft: IntegrationDraft) throws -> Integration? {
        if let id = draft.integration {
            guard let known = try store.integration(id: id) else { throw AuthoriseProblem.unknownIntegration }
            return known
        }
        try Self.check(name: draft.name)
        if let taken = try store.integrationName(like: draft.name) { throw AuthoriseProblem.nameTaken(taken) }
        return nil
    }

    static func check(name: String) throws(AuthoriseProblem) {
        guard Integration.isName(name) else { throw .badName(name) }
        // A page of the dashboard.
        guard name != "add" else { throw .nameReserved(name) }
    }

    private func registration(
        for draft: IntegrationDraft, _ known: Integration?
    ) throws -> (clientID: String, tenantID: String?, endpoint: GraphEndpoint) {
        if let known {
            let endpoint = try GraphEndpoint(graphURL: known.graphURL, loginURL: known.loginURL)
            return (known.clientID, known.tenantID, endpoint)
        }
        guard let cloud = GraphEndpoint.Cloud(rawValue: draft.cloud) else {
            throw AuthoriseProblem.unknownCloud(draft.cloud)
        }
        guard let found = try store.registration(of: draft.cloud), let clientID = found.clientID, found.hasCredential
        else { throw AuthoriseProblem.noRegistration(cloud: draft.cloud) }
        return (clientID, found.tenantID, try origins.endpoint(of: cloud))
    }

    func page(_ pending: PendingAuthorisation, tenant: String? = nil) throws -> SignInPage {
        SignInPage(
            endpoint: try GraphEndpoint(graphURL: pending.graphURL, loginURL: pending.loginURL),
            tenant: tenant ?? pending.askedTenant ?? "organizations", clientID: pending.clientID,
            redirectURI: redirectURI)
    }

    /// To sign in takes no permission; the limited mode asks for what the person shall lend.
    func scopes(of pending: PendingAuthorisation) -> [String] {
        let signIn = Permission.signIn.map(\.rawValue)
        guard pending.draft.isDelegated else { return signIn }
        return signIn + ["offline_access"] + pending.draft.permissions.map { "\(pending.graphURL)/\($0.rawValue)" }
    }

    /// The app's own credential: the integration's where it is authorised again with an app of its own, else the registration's.
    func credential(of pending: PendingAuthorisation) throws -> CredentialSecret {
        let registered = try store.registration(of: pending.draft.cloud)
        if registered?.clientID == pending.clientID, let secret = try store.secret(ofRegistration: pending.draft.cloud)
        {
            return secret
        }
        if let id = pending.draft.integration, let known = try store.integration(id: id) {
            return try store.secret(of: known)
        }
        throw AuthoriseProblem.noRegistration(cloud: pending.draft.cloud)
    }
}
