import Foundation

/// What the sign-in service remembers.
struct LoginState: Sendable {
    /// What a person agreed to on the consent page; waits behind a code for the app to fetch it.
    struct Grant: Sendable {
        var account: SignInAccount
        var scopes: DelegatedScopes
        var redirectURI: String
        /// PKCE (RFC 7636): what the verifier must turn into; nil where none was sent.
        var challenge: String?
        var isPlainChallenge = false
        var nonce: String?
        var issued: Date
        var isUsed = false
    }
    struct Refresh: Sendable {
        var account: SignInAccount
        var scopes: DelegatedScopes
        var issued: Date
        var lastUsed: Date
    }
    /// What an access token stands for.
    struct Access: Sendable {
        var caller: SimulatedCaller
        var expires: Date
    }

    var codes: [String: Grant] = [:]
    var refreshTokens: [String: Refresh] = [:]
    var accessTokens: [String: Access] = [:]
    /// When each person's grants were revoked: whatever is older is dead.
    var revoked: [String: Date] = [:]
    var certificates: [RegisteredCertificate] = []
    var isConsented: Bool
    /// Counts tokens, so that no two are alike.
    var issued = 0

    /// Tokens that ran out a day ago are forgotten: by then "expired" and "never heard of" are the same answer.
    mutating func forgetOldTokens(now: Date) {
        guard accessTokens.count > 1000 else { return }
        accessTokens = accessTokens.filter { $0.value.expires > now - 86400 }
    }
}
