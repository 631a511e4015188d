import Foundation
import Graph
import Model
import Store

extension Authorise {
    /// Where the browser goes after it came back from Microsoft.
    public enum Arrival: Sendable, Hashable {
        /// On to the consent page.
        case goOn(url: String)
        /// To the panel of this authorisation, which says how it went.
        case panel(id: String)
    }

    /// Takes an answer of the sign-in service from the query of the address that the browser came back to.
    /// - Parameter browser: what the browser has in its cookie.
    public func receive(
        query: (String) -> String?, browser: String?, _ deed: Deed
    ) async throws -> Arrival {
        try await receive(RedirectAnswer(query), browser: browser, deed)
    }

    /// Takes an answer of the sign-in service.
    /// - Parameter browser: what the browser has in its cookie.
    /// - Throws: `AuthoriseProblem.notAwaited` where the state is not one that was given to this browser and person, or was used.
    func receive(_ answer: RedirectAnswer, browser: String?, _ deed: Deed) async throws -> Arrival {
        guard let state = answer.state,
            var pending = try store.take(state: state, browser: browser, by: deed.actor, at: deed.at)
        else { throw AuthoriseProblem.notAwaited }
        do {
            return try await advance(&pending, with: answer.content)
        } catch let error as CancellationError {
            throw error
        } catch {
            pending.step = .refused
            pending.trouble = Self.trouble(error, at: now)
            try store.keep(pending)
            try await store.note(deed.entry("integration.refuse", pending.draft.name, pending.trouble?.code))
            return .panel(id: pending.id)
        }
    }

    private func advance(
        _ pending: inout PendingAuthorisation, with content: RedirectAnswer.Content
    ) async throws -> Arrival {
        switch (pending.step, content) {
        case (_, .refused(let error)): throw error
        case (.signIn, .code(let code)): return try await signedIn(&pending, code)
        case (.consent, .consent(let tenant)):
            try await consented(&pending, tenant: tenant)
            return .panel(id: pending.id)
        default: throw AuthoriseProblem.notAwaited
        }
    }

    /// Microsoft is said to have taken a consent.
    func consented(_ pending: inout PendingAuthorisation, tenant: String) async throws {
        // What stands in the address may be forged: it has to be the tenant that is known, and Graph has the last word.
        guard tenant.lowercased() == pending.tenantID else {
            throw AuthoriseProblem.otherConsent(expected: pending.tenantID ?? "", found: String(tenant.prefix(64)))
        }
        pending.consentedAt = now
        pending.step = .spreading
        try store.keep(pending)
        try await prove(&pending)
    }

    private func signedIn(_ pending: inout PendingAuthorisation, _ code: String) async throws -> Arrival {
        guard var secret = try store.secret(ofAuthorisation: pending.id) else { throw AuthoriseProblem.gone }
        let (page, scopes, known) = (try page(pending), scopes(of: pending), try credential(of: pending))
        guard let client = known.client else { throw AuthoriseProblem.noRegistration(cloud: pending.draft.cloud) }
        let (nonce, verifier) = (secret.nonce, CodeVerifier(kept: secret.verifier))
        let redeemed = try await surroundings.withExchange { exchange in
            try await CodeRedemption(
                page: page, credential: Credential(client), exchange: exchange, clock: surroundings.clock,
                userAgent: surroundings.userAgent
            ).redeem(code, scopes: scopes, nonce: nonce, verifier: verifier)
        }
        if let asked = pending.askedTenant?.lowercased(), asked != redeemed.person.tenantID {
            throw AuthoriseProblem.otherTenant(expected: asked, found: redeemed.person.tenantID)
        }
        pending.tenantID = redeemed.person.tenantID
        pending.account = redeemed.person.address ?? redeemed.person.name
        guard pending.draft.isDelegated else {
            let state = RandomSecret()
            pending.step = .consent
            try store.keep(pending, state: state)
            let tenant = redeemed.person.tenantID
            return .goOn(url: try self.page(pending, tenant: tenant).adminConsent(state: state.text))
        }
        guard let refreshToken = redeemed.refreshToken else { throw IdentityProblem.noToken }
        secret.refreshToken = refreshToken
        try store.keep(pending, secret: secret)
        try await prove(&pending)
        return .panel(id: pending.id)
    }

    /// An error in the words of the panel.
    static func trouble(_ error: any Error, at now: Date) -> PendingAuthorisation.Trouble {
        switch error {
        case GraphError.signIn(let refusal), let refusal as SignInError:
            .init(code: refusal.code, sentence: sentence(refusal.sentence), answer: refusal.answer, at: now)
        case let problem as AuthoriseProblem: .init(code: problem.word, sentence: "\(problem)", at: now)
        case let problem as IdentityProblem:
            .init(code: "id token", sentence: sentence("\(problem)"), at: now)
        default: .init(code: "no answer", sentence: sentence("\(error)"), at: now)
        }
    }

    static func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
    }
}

extension AuthoriseProblem {
    /// For the audit log, where whole sentences are too much.
    var word: String {
        switch self {
        case .otherTenant, .otherConsent, .otherTenantByLink: "another tenant"
        case .notAwaited: "no sign-in waits for it"
        default: "not possible"
        }
    }
}
