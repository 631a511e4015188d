import Crypto
import CryptoExtras
import Foundation
import SwiftASN1
import X509

/// A certificate made here for the app registration: the key never leaves, the public part is uploaded to Entra.
public struct NewCertificate: Sendable {
    /// Certificate and private key.
    public let pem: String
    /// The certificate alone.
    public let publicPEM: String

    /// A self-signed certificate with an RSA key of 3072 bits (NIST SP 800-57 part 1, beyond 2030), signed with SHA-256.
    /// - Parameters:
    ///   - name: its common name.
    ///   - days: how long it is valid; Entra takes any, tenants may have a policy of their own.
    public init(named name: String, days: Int, at now: Date) throws {
        let rsa = try _RSA.Signing.PrivateKey(keySize: .bits3072)
        let key = Certificate.PrivateKey(rsa)
        let subject = try DistinguishedName { CommonName(name) }
        let certificate = try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey,
            notValidBefore: now.addingTimeInterval(-3600), notValidAfter: now.addingTimeInterval(Double(days) * 86_400),
            issuer: subject, subject: subject, signatureAlgorithm: .sha256WithRSAEncryption,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true))
            }, issuerPrivateKey: key)
        publicPEM = try certificate.serializeAsPEM().pemString + "\n"
        pem = publicPEM + rsa.pkcs8PEMRepresentation + "\n"
    }
}

/// What can be shown of a certificate with its key.
public struct CertificateFacts: Sendable, Hashable {
    /// The certificate alone, as PEM text: what is uploaded to the app registration.
    public let publicPEM: String
    /// The same as DER, base64: what a manifest or a command takes.
    public let base64: String
    /// SHA-1 of the DER in capital hex, as Entra's pages show it.
    public let thumbprint: String
    public let expires: Date

    /// - Parameter pem: PEM text with the certificate and its private key.
    /// - Throws: `SignInError` where the two cannot sign in.
    public init(pem: String) throws(SignInError) {
        let certificate = try ClientCertificate(pem: pem)
        let document = PEMDocument(type: "CERTIFICATE", derBytes: certificate.der)
        publicPEM = document.pemString + "\n"
        base64 = Data(certificate.der).base64EncodedString()
        thumbprint = Insecure.SHA1.hash(data: certificate.der).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
        expires = certificate.notValidAfter
    }
}
