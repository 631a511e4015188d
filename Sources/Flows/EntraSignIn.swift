import Foundation
import Graph
import Store

/// Sign-in of Reeve's own users with Microsoft Entra: OpenID Connect, authorization code with PKCE, the id token checked by signature, issuer,
/// audience, nonce and tenant. It says who somebody is; what they may do, an administrator said before.
public struct EntraSignIn: Sendable {
    /// Exchanges requests with the sign-in service.
    public typealias WayOut =
        @Sendable (_ body: @Sendable (@escaping Exchange) async throws -> RedeemedCode)
        async throws -> RedeemedCode

    /// The one tenant whose people may sign in; lower case.
    public let tenantID: String
    private let endpoint: GraphEndpoint
    private let clientID: String
    private let credential: Credential
    private let clock: GraphClock
    private let userAgent: String
    private let wayOut: WayOut
    /// Asked for once for many sign-ins.
    private let keys: SigningKeys

    private static let scopes = ["openid", "profile"]

    public init(
        tenantID: String, clientID: String, credential: Credential, endpoint: GraphEndpoint, clock: GraphClock = .live,
        userAgent: String, keys: SigningKeys = SigningKeys(), wayOut: @escaping WayOut
    ) {
        self.tenantID = tenantID.lowercased()
        self.clientID = clientID
        self.credential = credential
        self.endpoint = endpoint
        self.clock = clock
        self.userAgent = userAgent
        self.keys = keys
        self.wayOut = wayOut
    }

    /// What the browser keeps in a cookie until it comes back: whoever comes back without it began somewhere else.
    public struct Pending: Sendable, Codable, Hashable {
        public let state: String
        let nonce: String
        let verifier: String
        /// The page that was asked for.
        public let next: String?
        let begun: Date
    }

    /// Seconds that somebody may take at the sign-in page.
    public static let life = 600.0

    /// Where the browser goes.
    /// - Parameter redirectURI: exactly as registered.
    public func begin(redirectURI: String, next: String?) -> (url: String, pending: Pending) {
        let verifier = CodeVerifier()
        let pending = Pending(
            state: RandomSecret().text, nonce: RandomSecret().text, verifier: verifier.text, next: next,
            begun: clock.now())
        let url = page(redirectURI).authorize(
            scopes: Self.scopes, state: pending.state, nonce: pending.nonce, verifier: verifier,
            prompt: "select_account")
        return (url, pending)
    }

    /// Who came back.
    /// - Parameter query: the values of the address that the browser came back to.
    /// - Throws: `EntraSignInProblem`, `CancellationError`.
    public func finish(
        _ query: (String) -> String?, pending: Pending?, redirectURI: String
    ) async throws -> EntraIdentity {
        let answer = RedirectAnswer(query)
        guard let pending, let state = answer.state, areAlike(state.utf8, pending.state.utf8),
            clock.now() < pending.begun.addingTimeInterval(Self.life)
        else { throw EntraSignInProblem.notAwaited }
        let code: String
        switch answer.content {
        case .code(let text): code = text
        case .refused(let error):
            // What is said of the consent of an app is not meant here: somebody pressed Cancel.
            let isCancelled = error.error == "access_denied" && (error.codes.isEmpty || error.codes == [65004])
            throw isCancelled ? EntraSignInProblem.cancelled : .refused(error.sentence)
        case .consent, .meaningless: throw EntraSignInProblem.notAwaited
        }
        let person = try await redeem(code, pending, redirectURI)
        guard person.tenantID == tenantID else { throw EntraSignInProblem.otherTenant }
        return EntraIdentity(tenant: person.tenantID, object: person.objectID, address: person.address)
    }

    private func redeem(_ code: String, _ pending: Pending, _ redirectURI: String) async throws -> SignedInPerson {
        let (page, credential, clock, userAgent, keys) = (page(redirectURI), credential, clock, userAgent, keys)
        do {
            return try await wayOut { exchange in
                try await CodeRedemption(
                    page: page, credential: credential, exchange: exchange, clock: clock, userAgent: userAgent,
                    keys: keys
                ).redeem(
                    code, scopes: Self.scopes, nonce: pending.nonce, verifier: CodeVerifier(kept: pending.verifier))
            }.person
        } catch let error as IdentityProblem {
            throw EntraSignInProblem.notProved("\(error)")
        } catch let error as GraphError {
            throw EntraSignInProblem.refused("\(error)")
        }
    }

    private func page(_ redirectURI: String) -> SignInPage {
        SignInPage(endpoint: endpoint, tenant: tenantID, clientID: clientID, redirectURI: redirectURI)
    }
}

/// Why nobody is signed in with Microsoft.
public enum EntraSignInProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The answer belongs to no sign-in that this browser began lately.
    case notAwaited
    case cancelled
    case refused(String)
    case notProved(String)
    case otherTenant

    public var description: String {
        switch self {
        case .notAwaited: "this answer belongs to no sign-in that this browser began in the last ten minutes"
        case .cancelled: "the sign-in with Microsoft was cancelled, or not allowed there"
        case .refused(let why): "Microsoft says no: \(why)"
        case .notProved(let why): why
        case .otherTenant: "this Microsoft account belongs to another organisation"
        }
    }
}
