import Crypto
import Foundation
import HTTPTypes
import Synchronization

/// `POST /{tenant}/oauth2/v2.0/token`.
extension SimulatedLogin {
    func token(_ exchange: LoginExchange) -> SimulatedAnswer {
        do throws(SignInFailure) {
            return .json(try grant(exchange))
        } catch {
            return error.answer(correlation: exchange.correlation, at: exchange.now)
        }
    }

    private func grant(_ exchange: LoginExchange) throws(SignInFailure) -> JSON {
        guard exchange.isPost else { throw .postOnly }
        let form = exchange.fields
        guard let grantType = form["grant_type"] else { throw .missing("grant_type") }
        try check(tenant: exchange.tenant)
        let isConfidential = try authenticate(exchange, form)
        if isConfidential, exchange.request.headerFields[.origin] != nil { throw .crossOrigin }
        switch grantType {
        case "client_credentials":
            guard isConfidential else { throw .noCredential }
            return try application(form, exchange)
        case "authorization_code": return try redeem(form, exchange)
        case "refresh_token": return try refresh(form, exchange)
        default: throw .unsupportedGrant
        }
    }

    /// Proves the client by secret (form or Basic) or assertion.
    /// - Returns: false for a public client, which has neither.
    private func authenticate(_ exchange: LoginExchange, _ form: FormFields) throws(SignInFailure) -> Bool {
        let basic = try Self.basicCredentials(exchange.request.headerFields[.authorization])
        let assertion: ClientAssertion? =
            if let text = form["client_assertion"] { try ClientAssertion(text) } else { nil }
        guard let client = form["client_id"] ?? basic?.client ?? assertion?.subject else { throw .missing("client_id") }
        guard client.lowercased() == configuration.clientID.lowercased() else { throw .appNotFound(client) }
        let secret = form["client_secret"] ?? basic?.secret
        if registration.isPublicClient {
            guard secret == nil, assertion == nil else { throw .publicWithSecret }
            return false
        }
        if let assertion {
            guard form["client_assertion_type"] == ClientAssertion.type else { throw .badAssertion }
            let certificates = state.withLock { $0.certificates }
            try assertion.verify(
                client: client, audiences: audiences(exchange), certificates: certificates, now: exchange.now)
        } else {
            guard let secret else { throw .noCredential }
            guard secret == configuration.clientSecret else { throw .wrongSecret }
            if let expires = configuration.secretExpires, expires <= exchange.now { throw .expiredSecret }
        }
        return true
    }

    /// What an assertion may be addressed to: this endpoint under any of its names.
    private func audiences(_ exchange: LoginExchange) -> Set<String> {
        var origins: Set<String> = [configuration.origin, "https://login.microsoftonline.com"]
        if let scheme = exchange.request.scheme, let authority = exchange.request.authority {
            origins.insert("\(scheme)://\(authority)")
        }
        return Set(
            origins.flatMap { origin in
                [exchange.tenant, configuration.tenantID].flatMap { tenant in
                    ["\(origin)/\(tenant)/oauth2/v2.0/token", "\(origin)/\(tenant)/v2.0"]
                }
            })
    }

    private static func basicCredentials(
        _ header: String?
    ) throws(SignInFailure) -> (client: String, secret: String)? {
        guard let header, header.lowercased().hasPrefix("basic ") else { return nil }
        guard let data = Data(base64Encoded: String(header.dropFirst(6))) else { throw .malformed }
        let parts = String(decoding: data, as: UTF8.self).split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { throw .malformed }
        return (FormFields.decoded(parts[0].utf8), FormFields.decoded(parts[1].utf8))
    }

    private func application(_ form: FormFields, _ exchange: LoginExchange) throws(SignInFailure) -> JSON {
        guard let scope = form["scope"] else { throw .missing("scope") }
        guard scope.hasSuffix("/.default"), !scope.contains(" ") else { throw .notDefaultScope(scope) }
        let resource = String(scope.dropLast("/.default".count))
        let known = resources.contains(resource) || resources.contains(String(resource.dropLast()))
        guard known || resource == "00000003-0000-0000-c000-000000000000" else { throw .noResource(resource) }
        let token = try applicationToken(now: exchange.now)
        let life = JSON.int(Int(configuration.tokenLife))
        return ["token_type": "Bearer", "expires_in": life, "ext_expires_in": life, "access_token": .string(token)]
    }

    private func redeem(_ form: FormFields, _ exchange: LoginExchange) throws(SignInFailure) -> JSON {
        guard let code = form["code"] else { throw .missing("code") }
        let grant = try use(code: code, at: exchange.now)
        guard form["redirect_uri"] == grant.redirectURI else { throw .otherRedirect }
        try check(verifier: form["code_verifier"], against: grant)
        let scopes = try narrowed(grant.scopes, to: form["scope"])
        return try delegated(grant.account, scopes, granted: grant.scopes, nonce: grant.nonce, exchange)
    }

    /// A code is good for one use within ten minutes.
    private func use(code: String, at now: Date) throws(SignInFailure) -> LoginState.Grant {
        let found = state.withLock { state -> LoginState.Grant? in
            let grant = state.codes[code]
            state.codes[code]?.isUsed = true
            return grant
        }
        guard let found else { throw .badCode }
        guard !found.isUsed else { throw .codeUsed }
        guard now < found.issued + 600 else { throw .codeExpired }
        return found
    }

    private func check(verifier: String?, against grant: LoginState.Grant) throws(SignInFailure) {
        guard let challenge = grant.challenge else { return }
        guard let verifier else { throw .verifierMismatch }
        guard (43...128).contains(verifier.utf8.count) else { throw .verifierSize }
        let hash = Base64URL.encode(Data(SHA256.hash(data: Data(verifier.utf8))))
        guard challenge == (grant.isPlainChallenge ? verifier : hash) else { throw .verifierMismatch }
    }

    private func refresh(_ form: FormFields, _ exchange: LoginExchange) throws(SignInFailure) -> JSON {
        guard let token = form["refresh_token"] else { throw .missing("refresh_token") }
        let now = exchange.now
        let (found, revoked) = state.withLock { state -> (LoginState.Refresh?, Date?) in
            let found = state.refreshTokens[token]
            return (found, found.flatMap { state.revoked[$0.account.id] })
        }
        guard let found else { throw .badRefreshToken }
        if let revoked, found.issued <= revoked { throw .revoked }
        guard now < found.lastUsed + 90 * 86400 else { throw .refreshIdle }
        state.withLock { $0.refreshTokens[token]?.lastUsed = now }
        let scopes = try narrowed(found.scopes, to: form["scope"])
        return try delegated(found.account, scopes, granted: found.scopes, nonce: nil, exchange)
    }

    /// A later request may ask for less than was granted, not for more.
    private func narrowed(_ granted: DelegatedScopes, to text: String?) throws(SignInFailure) -> DelegatedScopes {
        guard let text else { return granted }
        // With a grant in hand `.default` stands for what was granted.
        let permissions = text.split(separator: " ").filter { !DelegatedScopes.openID.contains(String($0)) }
        if permissions.count == 1, permissions[0].hasSuffix("/.default") { return granted }
        let asked = try DelegatedScopes(text, resources: resources)
        guard Set(asked.names).subtracting(DelegatedScopes.openID).isSubset(of: granted.names) else {
            throw .notConsented
        }
        var narrowed = asked
        narrowed.names += granted.names.filter { $0 == "offline_access" && !asked.names.contains($0) }
        return narrowed
    }

    private func delegated(
        _ account: SignInAccount, _ scopes: DelegatedScopes, granted: DelegatedScopes, nonce: String?,
        _ exchange: LoginExchange
    ) throws(SignInFailure) -> JSON {
        let life = JSON.int(Int(configuration.tokenLife))
        var answer: JSON = [
            "token_type": "Bearer", "scope": .string(scopes.reported(resource: "https://graph.microsoft.com")),
            "expires_in": life, "ext_expires_in": life,
            "access_token": .string(try delegatedToken(account, scopes, now: exchange.now)),
        ]
        if granted.names.contains("offline_access") {
            answer["refresh_token"] = .string(newRefreshToken(account, granted, now: exchange.now))
        }
        if scopes.names.contains("openid") {
            answer["id_token"] = .string(try idToken(account, nonce: nonce, now: exchange.now))
        }
        return answer
    }

    /// The old token goes on working: Microsoft does not revoke it when it gives a new one.
    private func newRefreshToken(_ account: SignInAccount, _ scopes: DelegatedScopes, now: Date) -> String {
        let token = "0.A" + Self.opaqueText()
        state.withLock {
            $0.refreshTokens[token] = .init(account: account, scopes: scopes, issued: now, lastUsed: now)
        }
        return token
    }

    /// 64 characters that nobody guesses.
    static func opaqueText() -> String {
        var random = SystemRandomNumberGenerator()
        return Base64URL.encode(Data((0..<48).map { _ in UInt8.random(in: 0...255, using: &random) }))
    }
}
