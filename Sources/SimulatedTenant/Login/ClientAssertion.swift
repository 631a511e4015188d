import Crypto
import CryptoExtras
import Foundation
import SwiftASN1
import X509

/// A certificate that the app registration knows, ready to check client assertions.
struct RegisteredCertificate: Sendable {
    /// SHA-1 and SHA-256 of the DER form, as `x5t` and `x5t#S256` carry them.
    let sha1: String
    let sha256: String
    let notAfter: Date
    let key: _RSA.Signing.PublicKey

    /// The first certificate in PEM text; a private key beside it is not looked at.
    init(pem: String) throws {
        guard
            let document = try PEMDocument.parseMultiple(pemString: pem).first(where: {
                $0.discriminator == "CERTIFICATE"
            })
        else { throw CertificateFailure.noCertificate }
        let certificate = try Certificate(pemDocument: document)
        guard let key = _RSA.Signing.PublicKey(certificate.publicKey) else { throw CertificateFailure.notRSA }
        self.key = key
        notAfter = certificate.notValidAfter
        let der = Data(document.derBytes)
        sha1 = Base64URL.encode(Data(Insecure.SHA1.hash(data: der)))
        sha256 = Base64URL.encode(Data(SHA256.hash(data: der)))
    }
}

/// Why a certificate cannot be registered.
public enum CertificateFailure: Error, CustomStringConvertible {
    case noCertificate, notRSA
    public var description: String {
        switch self {
        case .noCertificate: "the PEM text holds no certificate"
        case .notRSA: "the certificate's key is not an RSA key"
        }
    }
}

/// A signed statement in place of a client secret (RFC 7523 §3).
/// <https://learn.microsoft.com/entra/identity-platform/certificate-credentials>
struct ClientAssertion {
    static let type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    /// Seconds that clocks may differ.
    private static let skew = 300.0

    private struct Header: Decodable {
        var alg: String?
        var x5t: String?
        var strongThumbprint: String?
        enum CodingKeys: String, CodingKey {
            case alg, x5t
            case strongThumbprint = "x5t#S256"
        }
    }
    private struct Claims: Decodable {
        var aud: String?
        var iss: String?
        var sub: String?
        var exp: Double?
        var nbf: Double?
        var iat: Double?
    }

    private let header: Header
    private let claims: Claims
    private let signed: Data
    private let signature: Data

    init(_ text: String) throws(SignInFailure) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, text.utf8.count < 16384,
            let header = Base64URL.decode(parts[0]), let claims = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2]),
            let readHeader = try? JSONDecoder().decode(Header.self, from: header),
            let readClaims = try? JSONDecoder().decode(Claims.self, from: claims)
        else { throw .badAssertion }
        self.header = readHeader
        self.claims = readClaims
        self.signature = signature
        signed = Data((parts[0] + "." + parts[1]).utf8)
    }

    /// The client it speaks for, where no `client_id` was sent.
    var subject: String? { claims.sub }

    /// Checks key, signature, audience, issuer and time.
    func verify(
        client: String, audiences: Set<String>, certificates: [RegisteredCertificate], now: Date
    ) throws(SignInFailure) {
        let certificate = try certificate(among: certificates)
        guard certificate.notAfter > now else { throw .assertionKey("The key used is expired.") }
        guard isSigned(by: certificate.key) else {
            throw .assertionKey("The key was found, but the signature is not valid.")
        }
        guard claims.iss == client, claims.sub == client else { throw .assertionIssuer }
        guard let audience = claims.aud, audiences.contains(audience) else { throw .assertionAudience }
        guard let expires = claims.exp, expires > now.timeIntervalSince1970 - Self.skew else {
            throw .assertionTime
        }
        let begins = claims.nbf ?? claims.iat ?? 0
        guard begins <= now.timeIntervalSince1970 + Self.skew else { throw .assertionTime }
    }

    private func certificate(among certificates: [RegisteredCertificate]) throws(SignInFailure) -> RegisteredCertificate
    {
        let strong = header.strongThumbprint
        let weak = header.x5t
        guard strong != nil || weak != nil else { throw .assertionKey("The header names no certificate.") }
        let found = certificates.first { strong == nil ? $0.sha1 == weak : $0.sha256 == strong }
        guard let found else { throw .assertionKey("The key was not found.") }
        return found
    }

    private func isSigned(by key: _RSA.Signing.PublicKey) -> Bool {
        let signature = _RSA.Signing.RSASignature(rawRepresentation: signature)
        switch header.alg {
        case "PS256": return key.isValidSignature(signature, for: SHA256.hash(data: signed), padding: .PSS)
        case "RS256":
            return key.isValidSignature(signature, for: SHA256.hash(data: signed), padding: .insecurePKCS1v1_5)
        default: return false
        }
    }
}
