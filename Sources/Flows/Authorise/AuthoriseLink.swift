import Foundation
import Graph
import Model
import Store

/// Consent of somebody else: who connects a tenant often may not consent to application permissions there (graph.md 2.2: Privileged Role
/// Administrator or Global Administrator). A link leads that person straight to Microsoft's page; they need no account here.
extension Authorise {
    /// Seconds that a link works: somebody else answers when they get to it.
    static let linkLife = 3 * 86_400.0

    /// Makes a link for a draft, without anybody having signed in.
    /// - Parameter tenantID: of a sign-in before, where an id token proved it; nil leaves the registration's tenant.
    /// - Returns: the id of the authorisation that waits.
    /// - Throws: `AuthoriseProblem`.
    public func link(_ draft: IntegrationDraft, tenantID: String? = nil, _ deed: Deed) throws -> String {
        var pending = try pending(for: draft)
        pending.tenantID = tenantID
        try checkLink(pending)
        let secret = AuthorisationSecret(verifier: "", nonce: "")
        try store.begin(
            pending, secret: secret, state: RandomSecret(), browser: RandomSecret(), by: deed.actor, at: deed.at,
            expires: deed.at.addingTimeInterval(Self.life))
        try handOut(&pending, secret, deed)
        return pending.id
    }

    /// Makes a link, or another one in place of the first, for an authorisation that began otherwise.
    /// - Throws: `AuthoriseProblem`.
    public func link(_ id: String, _ deed: Deed) throws {
        guard var pending = try store.pendingAuthorisation(id, by: deed.actor, at: deed.at),
            let secret = try store.secret(ofAuthorisation: id)
        else { throw AuthoriseProblem.gone }
        try checkLink(pending)
        try handOut(&pending, secret, deed)
    }

    private func checkLink(_ pending: PendingAuthorisation) throws {
        guard !pending.draft.isDelegated else { throw AuthoriseProblem.linkOfPerson }
        guard pending.tenantID ?? pending.askedTenant != nil else { throw AuthoriseProblem.tenantUnknown }
    }

    private func handOut(_ pending: inout PendingAuthorisation, _ secret: AuthorisationSecret, _ deed: Deed) throws {
        let (state, expires) = (RandomSecret(), deed.at.addingTimeInterval(Self.linkLife))
        var secret = secret
        secret.linkState = state.text
        pending.tenantID = (pending.tenantID ?? pending.askedTenant)?.lowercased()
        (pending.step, pending.linkExpires, pending.trouble) = (.elsewhere, expires, nil)
        try store.awaitElsewhere(pending, secret: secret, state: state, until: expires)
        try store.note(deed.entry("integration.link", pending.draft.name, "tenant \(pending.tenantID ?? "")"))
    }

    /// The link to hand on; nil where this authorisation waits for nobody else.
    public func linkAddress(of pending: PendingAuthorisation) throws -> String? {
        guard pending.step == .elsewhere, let state = try store.secret(ofAuthorisation: pending.id)?.linkState else {
            return nil
        }
        return try page(pending, tenant: pending.tenantID).adminConsent(state: state)
    }

    /// What somebody who followed a link is told.
    public struct LinkArrival: Sendable, Hashable {
        /// Of the authorisation.
        public let id: String
        /// Whose it is.
        public let owner: String
        /// Nil where Microsoft took the consent.
        public let trouble: PendingAuthorisation.Trouble?
        /// The link waits for somebody else's answer still.
        public var isOpen = false
    }

    /// Takes the answer that somebody else's browser came back with.
    /// - Parameter address: that browser's.
    /// - Returns: nil where its state belongs to no link, or to one that was used or is over.
    public func receiveByLink(query: (String) -> String?, from address: String?) async throws -> LinkArrival? {
        let answer = RedirectAnswer(query)
        if let arrival = try await otherTenant(answer, from: address) { return arrival }
        guard let state = answer.state, let taken = try store.takeElsewhere(state: state, at: now) else { return nil }
        var pending = taken.pending
        let owner = taken.owner
        let deed = Deed(by: "reeve", at: now, from: address)
        do {
            switch answer.content {
            case .refused(let error): throw error
            case .consent(let tenant): try await consented(&pending, tenant: tenant)
            default: throw AuthoriseProblem.notAwaited
            }
        } catch let error as CancellationError {
            throw error
        } catch {
            let trouble = Self.trouble(error, at: now)
            (pending.step, pending.trouble) = (.refused, trouble)
            try store.keep(pending)
            try await store.note(
                deed.entry("integration.refuse", pending.draft.name, "by the link of \(owner): \(trouble.code)"))
            return LinkArrival(id: pending.id, owner: owner, trouble: trouble)
        }
        try await store.note(
            deed.entry(
                "integration.consent", pending.draft.name, "by the link of \(owner), tenant \(pending.tenantID ?? "")"))
        return LinkArrival(id: pending.id, owner: owner, trouble: nil)
    }

    /// An answer that names another tenant than the link is for. Whoever knows the link can send one, so that it does not use up the link.
    private func otherTenant(_ answer: RedirectAnswer, from address: String?) async throws -> LinkArrival? {
        guard let state = answer.state, case .consent(let tenant) = answer.content,
            let waiting = try store.awaitedElsewhere(state: state, at: now),
            let expected = waiting.pending.tenantID, tenant.lowercased() != expected
        else { return nil }
        var pending = waiting.pending
        let problem = AuthoriseProblem.otherTenantByLink(expected: expected, found: String(tenant.prefix(64)))
        let trouble = Self.trouble(problem, at: now)
        // Once: somebody may send it as often as they like.
        if pending.trouble?.code != trouble.code {
            pending.trouble = trouble
            try store.update(pending)
            try await store.note(
                Deed(by: "reeve", at: now, from: address).entry(
                    "integration.refuse", pending.draft.name, "by the link of \(waiting.owner): \(trouble.code)"))
        }
        return LinkArrival(id: pending.id, owner: waiting.owner, trouble: trouble, isOpen: true)
    }

    /// Looks whether the consent is there although nobody came back: the other browser may not reach this machine. The link goes on working
    /// until the tenant answers with everything that is needed.
    func lookElsewhere(_ pending: inout PendingAuthorisation) async throws {
        let (facts, organization): (TokenFacts, Organization?)
        do {
            (facts, organization) = try await ask(pending)
        } catch let error as CancellationError {
            throw error
        } catch {
            pending.trouble = Self.trouble(error, at: now)
            return try store.update(pending)
        }
        // Where the tenant itself does not answer, nothing is there yet.
        pending.granted = facts.isOpaque || organization == nil ? nil : facts.permissions
        pending.trouble = nil
        guard organization != nil, pending.missing?.isEmpty ?? true else { return try store.update(pending) }
        pending.consentedAt = now
        do { try conclude(&pending, facts, organization) } catch {
            pending.trouble = Self.trouble(error, at: now)
            try store.update(pending)
        }
    }

    /// Ends the waiting for somebody else with what the tenant grants now.
    /// - Throws: `AuthoriseProblem`, `GraphError`.
    public func goOnWithout(_ id: String, _ deed: Deed) async throws {
        guard var pending = try store.pendingAuthorisation(id, by: deed.actor, at: deed.at) else {
            throw AuthoriseProblem.gone
        }
        guard pending.step == .elsewhere else { return }
        let (facts, organization) = try await ask(pending)
        guard organization != nil else { throw AuthoriseProblem.notAuthorised }
        try conclude(&pending, facts, organization)
    }
}
