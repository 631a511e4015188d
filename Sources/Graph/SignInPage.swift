import Foundation

/// The pages of the sign-in service that a person's browser is sent to.
public struct SignInPage: Sendable, Hashable {
    public let endpoint: GraphEndpoint
    /// A tenant's id, or `organizations` where nobody knows yet who will sign in and the app is registered for several tenants.
    public let tenant: String
    public let clientID: String
    /// Exactly as registered.
    public let redirectURI: String

    public init(endpoint: GraphEndpoint, tenant: String, clientID: String, redirectURI: String) {
        self.endpoint = endpoint
        self.tenant = tenant
        self.clientID = clientID
        self.redirectURI = redirectURI
    }

    /// The address that signs somebody in: authorization code with PKCE, the answer in the query
    /// (<https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow>).
    /// - Parameters:
    ///   - scopes: `openid` for an id token, `offline_access` for a refresh token, permissions by name.
    ///   - prompt: `select_account`, `consent`, `login`.
    public func authorize(
        scopes: [String], state: String, nonce: String, verifier: CodeVerifier, prompt: String
    ) -> String {
        address(
            "oauth2/v2.0/authorize",
            [
                ("client_id", clientID), ("response_type", "code"), ("redirect_uri", redirectURI),
                ("response_mode", "query"), ("scope", scopes.joined(separator: " ")), ("state", state),
                ("nonce", nonce), ("code_challenge", verifier.challenge), ("code_challenge_method", "S256"),
                ("prompt", prompt),
            ])
    }

    /// The address at which an administrator grants every application permission that the registration lists. These can be asked for with
    /// `.default` alone (<https://learn.microsoft.com/entra/identity-platform/v2-admin-consent>).
    public func adminConsent(state: String) -> String {
        address(
            "v2.0/adminconsent",
            [
                ("client_id", clientID), ("scope", endpoint.graphURL + "/.default"), ("redirect_uri", redirectURI),
                ("state", state),
            ])
    }

    private func address(_ path: String, _ values: [(String, String)]) -> String {
        let query = values.map { "\($0.0)=\(formValue($0.1))" }.joined(separator: "&")
        return "\(endpoint.loginURL)/\(pathSegment(tenant))/\(path)?\(query)"
    }
}
