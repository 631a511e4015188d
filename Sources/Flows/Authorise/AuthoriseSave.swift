import Foundation
import Graph
import Model
import Store

extension Authorise {
    /// Makes an integration of a proved authorisation, or gives an integration its new credential and features. The authorisation is used up.
    /// - Throws: `AuthoriseProblem`, `StoreError`.
    public func save(_ id: String, _ deed: Deed) throws -> Integration {
        guard let pending = try store.pendingAuthorisation(id, by: deed.actor, at: deed.at) else {
            throw AuthoriseProblem.gone
        }
        guard pending.step == .authorised, let tenantID = pending.tenantID else { throw AuthoriseProblem.notAuthorised }
        let secret = try secret(of: pending)
        let new = integration(pending, tenantID: tenantID, secret: secret, at: deed.at)
        let saved: Integration
        if let known = try pending.draft.integration.flatMap({ try store.integration(id: $0) }) {
            guard known.tenantID == tenantID else {
                throw AuthoriseProblem.otherTenant(expected: known.tenantID, found: tenantID)
            }
            guard try store.forgetAuthorisation(id) else { throw AuthoriseProblem.gone }
            var renewed = new
            (renewed.dns, renewed.dlpProfiles) = (known.dns, known.dlpProfiles)
            try store.replace(known, with: renewed, secret: secret)
            // What failed before failed with the old credential.
            var schedule = try store.schedule(of: known.id)
            (schedule.failures, schedule.trouble, schedule.failedAt) = (0, nil, nil)
            try store.set(schedule, of: known.id)
            saved = try store.integration(id: known.id) ?? known
        } else {
            if let taken = try store.integrationName(like: new.name) { throw AuthoriseProblem.nameTaken(taken) }
            guard try store.forgetAuthorisation(id) else { throw AuthoriseProblem.gone }
            saved = try store.add(new, secret: secret)
        }
        try store.noteGranted(pending.granted, to: saved.id, at: deed.at)
        let what = pending.draft.integration == nil ? "integration.add" : "integration.reauthorise"
        try store.note(deed.entry(what, saved.name, "tenant \(tenantID), by \(pending.account ?? "somebody")"))
        return saved
    }

    /// What the integration signs in with from now on: a copy of its own, so that it lives on when the registration is changed.
    private func secret(of pending: PendingAuthorisation) throws -> CredentialSecret {
        var secret = try credential(of: pending)
        (secret.refreshToken, secret.lentBy) = (nil, nil)
        if pending.draft.isDelegated {
            secret.lentBy = pending.account
            secret.refreshToken = try store.secret(ofAuthorisation: pending.id)?.refreshToken
        }
        return secret
    }

    private func integration(
        _ pending: PendingAuthorisation, tenantID: String, secret: CredentialSecret, at now: Date
    ) -> Integration {
        Integration(
            name: pending.draft.name, tenantID: tenantID, clientID: pending.clientID, graphURL: pending.graphURL,
            loginURL: pending.loginURL, dns: surroundings.dns, mode: pending.draft.mode,
            dlpProfiles: pending.draft.dlpProfiles ?? [],
            credential: pending.draft.isDelegated ? .refreshToken : secret.kind,
            tenantName: pending.tenantName, createdAt: now, syncFrequency: pending.draft.syncFrequency,
            features: pending.draft.features)
    }
}
