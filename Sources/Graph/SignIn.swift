import Foundation
import HTTPTypes

/// One sign-in at the token endpoint, tried again while the service is not well.
struct SignIn: Sendable {
    let endpoint: GraphEndpoint
    let tenantID: String
    let clientID: String
    let credential: Credential
    let exchange: Exchange
    let clock: GraphClock
    let userAgent: String

    var path: String { "/\(pathSegment(tenantID))/oauth2/v2.0/token" }

    /// What one attempt came to.
    private enum Outcome {
        case token(Token)
        /// The service is not well: seconds to wait where it says so.
        case transient(GraphError, Double?)
    }

    /// What a token is asked for with.
    enum Grant: Sendable {
        /// The app for itself.
        case app
        /// The delegated mode.
        case refreshToken(String)
        /// What a person brought back from the sign-in page.
        case code(String, redirectURI: String, verifier: CodeVerifier, scopes: [String])
    }

    func token(_ grant: Grant) async throws -> Token {
        var attempt = 1
        while true {
            try Task.checkCancellation()
            switch try await send(Array(try await form(grant).utf8)) {
            case .token(let token): return token
            case .transient(let error, let wait):
                guard attempt < clock.signInAttempts else { throw error }
                try await clock.sleep(wait ?? clock.backOff(attempt: attempt))
                attempt += 1
            }
        }
    }

    private func send(_ form: [UInt8]) async throws -> Outcome {
        let response: HTTPResponse
        let answer: [UInt8]
        do { (response, answer) = try await exchange(try request(), form) } catch let error as ExchangeError {
            return .transient(.unreachable(error.words), nil)
        }
        let status = response.status.code
        if status == 200 {
            if let token = Token(answer: answer, tenantID: tenantID, now: clock.now()) { return .token(token) }
            return .transient(.signIn(Self.noToken), nil)
        }
        let error = SignInError(status: status, body: answer)
        guard error.isTransient else { throw GraphError.signIn(error) }
        return .transient(.signIn(error), retryAfter(response.headerFields[.retryAfter], now: clock.now()))
    }

    private static let noToken = SignInError(
        error: "no_token", sentence: "the sign-in service answered without a token; check the login address",
        isTransient: true)

    private func request() throws -> HTTPRequest {
        guard let (origin, _) = Origin.split(endpoint.loginURL) else { throw GraphError.unreachable(endpoint.loginURL) }
        var fields = HTTPFields()
        fields[.contentType] = "application/x-www-form-urlencoded"
        fields[.accept] = "application/json"
        fields[.userAgent] = userAgent
        fields[.clientRequestID] = UUID().uuidString.lowercased()
        return HTTPRequest(
            method: .post, scheme: origin.scheme, authority: origin.authority, path: path, headerFields: fields)
    }

    private func form(_ grant: Grant) async throws -> String {
        var values = [("client_id", clientID)]
        switch grant {
        case .app: values += [("grant_type", "client_credentials"), ("scope", endpoint.graphURL + "/.default")]
        case .refreshToken(let token):
            values += [
                ("grant_type", "refresh_token"), ("refresh_token", token),
                ("scope", endpoint.graphURL + "/.default offline_access"),
            ]
        case .code(let code, let redirectURI, let verifier, let scopes):
            values += [
                ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirectURI),
                ("code_verifier", verifier.text), ("scope", scopes.joined(separator: " ")),
            ]
        }
        switch credential.client {
        case .secret(let secret): values.append(("client_secret", secret))
        case .certificate(let pem):
            let certificate: ClientCertificate
            do { certificate = try ClientCertificate(pem: pem) } catch { throw GraphError.signIn(error) }
            values.append(("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"))
            values.append(("client_assertion", try await assertion(of: certificate)))
        case nil: break
        }
        return values.map { "\($0.0)=\(formValue($0.1))" }.joined(separator: "&")
    }

    private func assertion(of certificate: ClientCertificate) async throws -> String {
        do {
            return try await certificate.assertion(
                clientID: clientID, audience: endpoint.loginURL + path, now: clock.now())
        } catch let error as SignInError { throw GraphError.signIn(error) }
    }
}
