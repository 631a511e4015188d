import Foundation
import Synchronization

/// What the tokens say.
extension SimulatedLogin {
    /// The object id of the app's service principal in the tenant.
    private var servicePrincipalID: String { Mix.guid("service principal \(configuration.clientID)") }

    /// An application token. Without `roles` before consent has arrived.
    func applicationToken(now: Date) throws(SignInFailure) -> String {
        let arrived = configuration.consentArrives.map { $0 <= now } ?? true
        let permissions = arrived && state.withLock({ $0.isConsented }) ? configuration.permissions : []
        var claims = accessClaims(now: now)
        claims["appidacr"] = "1"
        claims["idtyp"] = "app"
        claims["oid"] = .string(servicePrincipalID)
        if !permissions.isEmpty { claims["roles"] = .array(permissions.sorted().map(JSON.string)) }
        claims["sub"] = .string(servicePrincipalID)
        return try keep(claims, as: SimulatedCaller(permissions: permissions), now: now)
    }

    /// A token for the app in a person's name.
    func delegatedToken(
        _ account: SignInAccount, _ scopes: DelegatedScopes, now: Date
    ) throws(SignInFailure) -> String {
        var claims = accessClaims(now: now)
        claims["idtyp"] = "user"
        claims["name"] = .string(account.name)
        claims["oid"] = .string(account.id)
        claims["scp"] = .string(scopes.names.filter { $0 != "offline_access" }.joined(separator: " "))
        claims["sub"] = .string(Mix.guid("pairwise \(account.id) \(configuration.clientID)"))
        claims["upn"] = .string(account.address)
        // The role template of Global Administrator, and the one every member has.
        let member: JSON = "b79fbf4d-3ef9-4689-8143-76b194e85509"
        claims["wids"] = .array(account.isAdministrator ? ["62e90394-69f5-4237-9190-012177145e10", member] : [member])
        let caller = SimulatedCaller(
            permissions: scopes.permissions, delegatedUserID: account.id, directoryRoles: account.directoryRoles)
        return try keep(claims, as: caller, now: now)
    }

    /// Who signed in (OpenID Connect Core §2).
    func idToken(_ account: SignInAccount, nonce: String?, now: Date) throws(SignInFailure) -> String {
        let seconds = Int(now.timeIntervalSince1970)
        var claims: JSON = [
            "aud": .string(configuration.clientID), "iss": .string(issuer), "iat": .int(seconds), "nbf": .int(seconds),
            "exp": .int(seconds + 3600), "name": .string(account.name), "oid": .string(account.id),
            "preferred_username": .string(account.address),
            "sub": .string(Mix.guid("pairwise \(account.id) \(configuration.clientID)")),
            "tid": .string(configuration.tenantID), "ver": "2.0",
        ]
        if let nonce { claims["nonce"] = .string(nonce) }
        return try sign(claims)
    }

    /// `iss` of id tokens and of the discovery document.
    var issuer: String { "\(configuration.origin)/\(configuration.tenantID)/v2.0" }

    private func accessClaims(now: Date) -> JSON {
        let seconds = Int(now.timeIntervalSince1970)
        let number = state.withLock { state in
            state.issued += 1
            return state.issued
        }
        return [
            "aud": "https://graph.microsoft.com", "iss": .string("https://sts.windows.net/\(configuration.tenantID)/"),
            "iat": .int(seconds), "nbf": .int(seconds), "exp": .int(seconds + Int(configuration.tokenLife)),
            "app_displayname": "Reeve", "appid": .string(configuration.clientID),
            "tid": .string(configuration.tenantID),
            "uti": .string(Mix.guid("token \(number)")), "ver": "1.0",
        ]
    }

    private func keep(_ claims: JSON, as caller: SimulatedCaller, now: Date) throws(SignInFailure) -> String {
        let token = try sign(claims)
        let expires = now + configuration.tokenLife
        state.withLock {
            $0.forgetOldTokens(now: now)
            $0.accessTokens[token] = .init(caller: caller, expires: expires)
        }
        return token
    }

    private func sign(_ claims: JSON) throws(SignInFailure) -> String {
        guard let token = try? mint?.token(claims) else { throw .server }
        return token
    }
}
