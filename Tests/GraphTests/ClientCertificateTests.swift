import Crypto
import CryptoExtras
import Foundation
import SwiftASN1
import Testing
import X509

@testable import Graph

struct ClientCertificateTests {
    private static let key = try? _RSA.Signing.PrivateKey(keySize: .bits2048)
    private static let otherKey = try? _RSA.Signing.PrivateKey(keySize: .bits2048)
    private let now = Date(timeIntervalSince1970: 1_800_000_000)

    private func certificate(_ key: _RSA.Signing.PrivateKey, days: Double = 30) throws -> Certificate {
        let name = try DistinguishedName { CommonName("reeve") }
        let own = Certificate.PrivateKey(key)
        return try Certificate(
            version: .v3, serialNumber: .init(), publicKey: own.publicKey,
            notValidBefore: now.addingTimeInterval(-86_400),
            notValidAfter: now.addingTimeInterval(days * 86_400), issuer: name, subject: name,
            signatureAlgorithm: .sha256WithRSAEncryption,
            extensions: try Certificate.Extensions {}, issuerPrivateKey: own)
    }

    private func pem(_ certificate: Certificate) throws -> String { try certificate.serializeAsPEM().pemString + "\n" }

    private func json(_ part: Substring) throws -> [String: Any] {
        let base64 = String(part.replacing("-", with: "+").replacing("_", with: "/"))
        let data = try #require(Data(base64Encoded: base64 + String(repeating: "=", count: (4 - base64.count % 4) % 4)))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test(arguments: [true, false])
    func `signs an assertion as Entra wants it, certificate first or key first`(certificateFirst: Bool) async throws {
        let key = try #require(Self.key)
        let certificate = try certificate(key)
        let parts = [try pem(certificate), key.pemRepresentation + "\n"]
        let text = (certificateFirst ? parts : parts.reversed()).joined()
        let assertion = try await ClientCertificate(pem: text).assertion(
            clientID: "c\"1", audience: "https://login/t/token", now: now)
        let pieces = assertion.split(separator: ".")
        #expect(pieces.count == 3)
        let header = try json(pieces[0])
        #expect(header["alg"] as? String == "PS256" && header["typ"] as? String == "JWT")
        var serializer = DER.Serializer()
        try serializer.serialize(certificate)
        #expect(header["x5t#S256"] as? String == base64URL(Array(SHA256.hash(data: serializer.serializedBytes))))
        let claims = try json(pieces[1])
        #expect(claims["aud"] as? String == "https://login/t/token")
        #expect(claims["iss"] as? String == "c\"1" && claims["sub"] as? String == "c\"1")
        #expect(UUID(uuidString: claims["jti"] as? String ?? "") != nil)
        #expect(claims["nbf"] as? Int == 1_800_000_000 - 120 && claims["exp"] as? Int == 1_800_000_000 + 600)
        let base64 = String(pieces[2].replacing("-", with: "+").replacing("_", with: "/")) + "=="
        let signature = _RSA.Signing.RSASignature(rawRepresentation: try #require(Data(base64Encoded: base64)))
        let signed = Data((pieces[0] + "." + pieces[1]).utf8)
        #expect(key.publicKey.isValidSignature(signature, for: SHA256.hash(data: signed), padding: .PSS))
    }

    @Test func `finds the certificate that fits among those of a chain`() throws {
        let (key, other) = (try #require(Self.key), try #require(Self.otherKey))
        let text = try pem(certificate(other)) + key.pemRepresentation + "\n" + pem(certificate(key))
        #expect(throws: Never.self) { try ClientCertificate(pem: text) }
    }

    @Test func `tells a credential that cannot work before anything is sent`() async throws {
        let (key, other) = (try #require(Self.key), try #require(Self.otherKey))
        let broken: [(String, String)] = [
            (try pem(certificate(key)) + other.pemRepresentation, "does not belong"),
            (try pem(certificate(key)), "no private key"),
            (key.pemRepresentation, "no certificate"), ("rubbish", "no private key"),
            (try pem(certificate(key)) + P256.Signing.PrivateKey().pemRepresentation, "no RSA key"),
            (try pem(certificate(key, days: -0.5)) + key.pemRepresentation, "has expired"),
            (
                try pem(certificate(key))
                    + "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n", "passphrase"
            ),
        ]
        for (text, word) in broken {
            let graph = ScriptedGraph { _, _ in .value() }
            let client = try graph.client(credential: .certificate(pem: text))
            let error = await #expect(throws: GraphError.self) { try await client.token() }
            #expect(error?.description.contains(word) == true, "\(error?.description ?? "")")
            #expect(error?.isFatal == true && graph.logins.isEmpty)
        }
        #expect(throws: SignInError.self) { try Credential.secret("").check() }
        #expect(throws: SignInError.self) { try Credential.refreshToken("", client: nil).check() }
        #expect(throws: Never.self) {
            try Credential.certificate(pem: pem(certificate(key)) + key.pemRepresentation).check()
        }
    }

    @Test func `sends the assertion in place of a secret`() async throws {
        let key = try #require(Self.key)
        let graph = ScriptedGraph { _, _ in .value() }
        _ = try await graph.client(credential: .certificate(pem: try pem(certificate(key)) + key.pemRepresentation))
            .token()
        let body = try #require(graph.logins.first?.body)
        #expect(body.contains("client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"))
        #expect(body.contains("&client_assertion=ey") && !body.contains("client_secret"))
    }
}
