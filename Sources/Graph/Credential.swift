/// How the app proves who it is.
public enum ClientCredential: Sendable, Hashable {
    case secret(String)
    /// PEM text with the certificate and its private key, in either order.
    case certificate(pem: String)
}

/// How a token is got.
public enum Credential: Sendable, Hashable {
    /// The app for itself, by client secret.
    case secret(String)
    /// The app for itself, by certificate: PEM text with the certificate and its private key, in either order.
    case certificate(pem: String)
    /// On behalf of a person who signed in once (the limited, delegated mode). A public client has no credential of its own.
    case refreshToken(String, client: ClientCredential?)

    var client: ClientCredential? {
        switch self {
        case .secret(let secret): .secret(secret)
        case .certificate(let pem): .certificate(pem: pem)
        case .refreshToken(_, let client): client
        }
    }

    /// Tells whether it can work at all: a certificate and a key that fit each other, no empty secret. Sends nothing.
    public func check() throws(SignInError) {
        switch client {
        case .certificate(let pem): _ = try ClientCertificate(pem: pem)
        case .secret(let secret) where secret.isEmpty:
            throw .credential("the client secret is empty; give the secret's value")
        default: break
        }
        if case .refreshToken(let token, _) = self, token.isEmpty {
            throw .credential("the refresh token is empty; authorize the integration again")
        }
    }
}

extension Credential {
    /// The app for itself.
    public init(_ client: ClientCredential) {
        self =
            switch client {
            case .secret(let secret): .secret(secret)
            case .certificate(let pem): .certificate(pem: pem)
            }
    }
}
