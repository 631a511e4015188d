import Crypto
import CryptoExtras
import Foundation
import JWTKit
import SwiftASN1
import X509

/// A certificate with its private key, and the assertions it signs (RFC 7523 §2.2, Entra's "certificate credentials").
struct ClientCertificate: Sendable {
    private let key: _RSA.Signing.PrivateKey
    /// SHA-256 of the certificate's DER, base64url.
    let thumbprint: String
    let der: [UInt8]
    let notValidAfter: Date

    /// Reads PEM text with a certificate and an RSA key, in either order; of a chain the certificate that fits the key.
    init(pem: String) throws(SignInError) {
        let documents: [PEMDocument]
        do { documents = try PEMDocument.parseMultiple(pemString: pem) } catch {
            throw .credential("the certificate file is not PEM text; export certificate and key as PEM")
        }
        key = try Self.key(in: documents)
        let publicDER = key.publicKey.derRepresentation
        let candidates = documents.filter { $0.discriminator == "CERTIFICATE" }
        guard !candidates.isEmpty else {
            throw .credential("the file holds no certificate; put certificate and key into one file")
        }
        for document in candidates {
            guard let certificate = try? Certificate(pemDocument: document),
                let own = _RSA.Signing.PublicKey(certificate.publicKey), own.derRepresentation == publicDER
            else { continue }
            thumbprint = base64URL(Array(SHA256.hash(data: document.derBytes)))
            der = document.derBytes
            notValidAfter = certificate.notValidAfter
            return
        }
        throw .credential("the private key does not belong to the certificate; put the two that fit into one file")
    }

    private static func key(in documents: [PEMDocument]) throws(SignInError) -> _RSA.Signing.PrivateKey {
        if documents.contains(where: { $0.discriminator == "ENCRYPTED PRIVATE KEY" }) {
            throw .credential("the private key is protected by a passphrase; export it without one")
        }
        guard let document = documents.first(where: { $0.discriminator.hasSuffix("PRIVATE KEY") }) else {
            throw .credential("there is no private key beside the certificate; give both in one PEM text")
        }
        do { return try _RSA.Signing.PrivateKey(pemRepresentation: document.pemString) } catch {
            throw .credential(
                "the private key is no RSA key of 2048 bits or more; make an RSA key, Entra takes no other kind")
        }
    }

    /// A signed assertion for one sign-in: PS256, valid for ten minutes, and a little before now in case the clocks differ.
    /// - Parameter audience: the token endpoint's URL.
    func assertion(clientID: String, audience: String, now: Date) async throws -> String {
        guard notValidAfter > now else {
            throw SignInError.credential(
                "the certificate has expired; make a new one and upload its public part to the app registration")
        }
        let issued = Int(now.timeIntervalSince1970)
        let claims = AssertionClaims(
            aud: audience, iss: clientID, sub: clientID, jti: UUID().uuidString.lowercased(), nbf: issued - 120,
            iat: issued,
            exp: issued + 600)
        do {
            let keys = await JWTKeyCollection().add(
                pss: try Insecure.RSA.PrivateKey(backing: key), digestAlgorithm: .sha256)
            return try await keys.sign(claims, header: ["typ": "JWT", "x5t#S256": .string(thumbprint)])
        } catch {
            throw SignInError.credential("the private key cannot sign; make a new certificate")
        }
    }
}

/// What an assertion claims (RFC 7523 §3); times in seconds since 1970.
private struct AssertionClaims: JWTPayload {
    let aud: String
    let iss: String
    let sub: String
    let jti: String
    let nbf: Int
    let iat: Int
    let exp: Int

    /// Only Entra verifies these.
    func verify(using algorithm: some JWTAlgorithm) {}
}

/// RFC 4648 §5, without padding.
func base64URL(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
}
