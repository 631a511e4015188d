import Foundation
import HTTPTypes
import Synchronization

/// The sign-in service of the simulated tenant: authorize, token and consent pages, as Microsoft Entra ID answers them.
public final class SimulatedLogin: Sendable {
    let configuration: SimulatedConfiguration
    let registration: AppRegistration
    let graph: SimulatedGraph
    let mint = TokenMint()
    let state: Mutex<LoginState>

    init(_ configuration: SimulatedConfiguration, registration: AppRegistration, graph: SimulatedGraph) {
        self.configuration = configuration
        self.registration = registration
        self.graph = graph
        // A PEM text that cannot be read registers nothing: the first assertion then says that its key was not found.
        let certificates = configuration.certificates.compactMap { try? RegisteredCertificate(pem: $0) }
        state = Mutex(LoginState(certificates: certificates, isConsented: registration.isConsented))
    }

    /// Lets a certificate's key sign client assertions from now on.
    /// - Parameter certificate: PEM text; a private key in it is ignored.
    public func register(certificate: String) throws {
        let certificate = try RegisteredCertificate(pem: certificate)
        state.withLock { $0.certificates.append(certificate) }
    }

    /// Ends every refresh token that a person has given so far.
    public func revoke(accountID: String) {
        let now = configuration.now()
        state.withLock { $0.revoked[accountID] = now }
    }

    /// Forgets one refresh token, as a client that deletes the old one after a rotation expects it to be.
    public func forget(refreshToken: String) {
        state.withLock { $0.refreshTokens[refreshToken] = nil }
    }

    /// People who can sign in, administrators first.
    public var accounts: [SignInAccount] { SignInAccount.all(of: graph) }

    /// What an access token lets its bearer do; the reason where it is worth nothing.
    func caller(bearing token: String) -> Result<SimulatedCaller, TokenRefusal> {
        let now = configuration.now()
        guard let access = state.withLock({ $0.accessTokens[token] }) else {
            return .failure(token.isEmpty ? .missing : .unknown)
        }
        return access.expires > now ? .success(access.caller) : .failure(.expired)
    }

    enum TokenRefusal: Error { case missing, unknown, expired }

    /// Answers a path of the sign-in service; nil where it has no such path.
    /// - Parameter path: segments without the query: `["{tenant}", "oauth2", "v2.0", "token"]`.
    func answer(_ request: HTTPRequest, path: [String], query: FormFields, body: [UInt8]) -> SimulatedAnswer? {
        guard let tenant = path.first else { return nil }
        let rest = path.dropFirst().map { $0.lowercased() }
        let exchange = LoginExchange(
            tenant: tenant, request: request, query: query, body: body, now: configuration.now())
        switch rest {
        case ["oauth2", "v2.0", "token"]: return token(exchange)
        case ["oauth2", "v2.0", "authorize"]: return authorize(exchange)
        case ["v2.0", "adminconsent"]: return adminConsent(exchange, version: .second)
        case ["adminconsent"]: return adminConsent(exchange, version: .first)
        case ["v2.0", ".well-known", "openid-configuration"], [".well-known", "openid-configuration"]:
            return discovery(exchange)
        case ["discovery", "v2.0", "keys"]: return keys(exchange)
        default: return nil
        }
    }

    /// The tenant that a path names: its id or one of its domains; `common` and `organizations` for apps of many tenants.
    func check(tenant: String) throws(SignInFailure) {
        let name = tenant.lowercased()
        if ["common", "organizations"].contains(name) {
            guard registration.isMultitenant else { throw .notMultitenant }
        } else if name != configuration.tenantID.lowercased(), !registration.tenantDomains.contains(name) {
            throw .tenantNotFound(tenant)
        }
    }

    /// Origins whose `/.default` means Graph: Microsoft's clouds and this server.
    var resources: Set<String> {
        [
            "https://graph.microsoft.com", "https://graph.microsoft.us", "https://dod-graph.microsoft.us",
            "https://microsoftgraph.chinacloudapi.cn", configuration.origin,
        ]
    }
}

/// One request to the sign-in service.
struct LoginExchange {
    var tenant: String
    var request: HTTPRequest
    var query: FormFields
    var body: [UInt8]
    var now: Date

    var isPost: Bool { request.method == .post }
    /// Form fields of a POST, the query of a GET.
    var fields: FormFields { isPost ? FormFields(String(decoding: body, as: UTF8.self)) : query }
    /// `client-request-id` comes back as the correlation id.
    var correlation: String? {
        HTTPField.Name("client-request-id").flatMap { request.headerFields[$0] }
    }
}
