import Foundation
import Model

/// Who signed in, as the id token proves it.
public struct SignedInPerson: Sendable, Hashable {
    /// The claim `tid`: the tenant that the account belongs to, lower case.
    public let tenantID: String
    /// The claim `oid`: the person in that tenant.
    public let objectID: String
    /// `preferred_username`: for showing, never for deciding.
    public let address: String?
    public let name: String?
}

/// What a redeemed code gives.
public struct RedeemedCode: Sendable {
    public let person: SignedInPerson
    /// Where `offline_access` was asked for and given.
    public let refreshToken: String?
    /// The delegated permissions that came with it.
    public let permissions: Set<Permission>
}

/// Redeems the code that a person brought back, and checks the id token that comes for it.
public struct CodeRedemption: Sendable {
    let page: SignInPage
    let credential: Credential
    let exchange: Exchange
    let clock: GraphClock
    let userAgent: String
    let keys: SigningKeys

    /// - Parameter keys: what was asked before; another one asks anew.
    public init(
        page: SignInPage, credential: Credential, exchange: @escaping Exchange, clock: GraphClock = .live,
        userAgent: String, keys: SigningKeys = SigningKeys()
    ) {
        self.page = page
        self.credential = credential
        self.exchange = exchange
        self.clock = clock
        self.userAgent = userAgent
        self.keys = keys
    }

    /// - Parameters:
    ///   - scopes: as the person was sent to the sign-in page with.
    ///   - nonce: the one that was sent along.
    /// - Throws: `GraphError`, `IdentityProblem`, `CancellationError`.
    public func redeem(
        _ code: String, scopes: [String], nonce: String, verifier: CodeVerifier
    ) async throws -> RedeemedCode {
        let token = try await SignIn(
            endpoint: page.endpoint, tenantID: page.tenant, clientID: page.clientID, credential: credential,
            exchange: exchange, clock: clock, userAgent: userAgent
        ).token(.code(code, redirectURI: page.redirectURI, verifier: verifier, scopes: scopes))
        guard let idToken = token.idToken else { throw IdentityProblem.noToken }
        let provider = OpenIDProvider(page: page, exchange: exchange, userAgent: userAgent)
        let issuer = try await keys.description(
            of: provider, signing: IdentityToken.keyID(of: idToken), at: clock.now())
        let person = try await IdentityToken(
            issuer: issuer, clientID: page.clientID, nonce: nonce, now: clock.now()
        ).check(idToken)
        return RedeemedCode(
            person: person, refreshToken: token.refreshToken, permissions: token.facts.permissions)
    }
}

/// Why nobody knows who signed in.
public enum IdentityProblem: Error, Sendable, Hashable, CustomStringConvertible {
    case noToken
    /// The provider's description or its keys cannot be had.
    case provider(String)
    /// Signature, issuer, audience, nonce, time or tenant do not fit.
    case notProved(String)

    public var description: String {
        switch self {
        case .noToken:
            "Microsoft sent no id token; turn on ID tokens under Authentication of the app registration, then authorize again"
        case .provider(let why): "the keys of the sign-in service cannot be had: \(why); check the login address"
        case .notProved(let why): "the id token does not prove who signed in: \(why); authorize again in one window"
        }
    }
}
