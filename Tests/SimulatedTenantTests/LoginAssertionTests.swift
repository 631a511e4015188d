import Crypto
import CryptoExtras
import Foundation
import SwiftASN1
import Testing
import X509

@testable import SimulatedTenant

/// A key with its self-signed certificate, made once: RSA keys are slow to make.
private struct Signer: Sendable {
    let key: _RSA.Signing.PrivateKey
    let pem: String
    let sha1: String
    let sha256: String

    init() throws {
        key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        let name = try DistinguishedName { CommonName("Reeve") }
        let begin = Date(timeIntervalSince1970: 1_795_000_000)
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: .init(key.publicKey), notValidBefore: begin,
            notValidAfter: begin + 30 * 86400, issuer: name, subject: name,
            signatureAlgorithm: .sha256WithRSAEncryption,
            extensions: .init(), issuerPrivateKey: .init(key))
        let document = try certificate.serializeAsPEM()
        pem = document.pemString
        sha1 = Base64URL.encode(Data(Insecure.SHA1.hash(data: document.derBytes)))
        sha256 = Base64URL.encode(Data(SHA256.hash(data: document.derBytes)))
    }

    func sign(_ header: JSON, _ claims: JSON) throws -> String {
        let text = Base64URL.encode(header) + "." + Base64URL.encode(claims)
        let padding: _RSA.Signing.Padding = header["alg"] == "PS256" ? .PSS : .insecurePKCS1v1_5
        let signature = try key.signature(for: SHA256.hash(data: Data(text.utf8)), padding: padding)
        return text + "." + Base64URL.encode(signature.rawRepresentation)
    }

    static let registered = Result { try Signer() }
    static let stranger = Result { try Signer() }
}

struct LoginAssertionTests {
    private let visit: DoorVisit
    private let signer: Signer

    init() throws {
        let signer = try Signer.registered.get()
        self.signer = signer
        visit = DoorVisit { $0.certificates = [signer.pem] }
    }

    private var claims: JSON {
        let configuration = visit.tenant.configuration
        return [
            "aud": .string("http://127.0.0.1:9400/\(configuration.tenantID)/oauth2/v2.0/token"),
            "iss": .string(configuration.clientID), "sub": .string(configuration.clientID), "jti": "1",
            "nbf": 1_795_599_990, "iat": 1_795_599_990, "exp": 1_795_600_600,
        ]
    }

    private func send(_ assertion: String) async throws -> DoorVisit.Answer {
        var form = visit.form
        form["client_secret"] = nil
        form["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
        form["client_assertion"] = assertion
        return try await visit.post(form: form)
    }

    @Test func `takes PS256 with the SHA-256 of the certificate and RS256 with the SHA-1`() async throws {
        let strong: JSON = ["alg": "PS256", "typ": "JWT", "x5t#S256": .string(signer.sha256)]
        #expect(try await send(signer.sign(strong, claims)).status == 200)
        let old: JSON = ["alg": "RS256", "typ": "JWT", "x5t": .string(signer.sha1)]
        #expect(try await send(signer.sign(old, claims)).status == 200)
    }

    @Test func `refuses what is addressed, issued, dated or signed wrongly`() async throws {
        let header: JSON = ["alg": "PS256", "typ": "JWT", "x5t#S256": .string(signer.sha256)]
        var wrong = claims
        wrong["aud"] = "https://login.microsoftonline.com/other/oauth2/v2.0/token"
        #expect(try await send(signer.sign(header, wrong)).signInCode == 700_023)
        wrong = claims
        wrong["iss"] = "somebody"
        #expect(try await send(signer.sign(header, wrong)).signInCode == 700_021)
        wrong = claims
        wrong["exp"] = 1_795_590_000
        #expect(try await send(signer.sign(header, wrong)).signInCode == 700_024)
        wrong = claims
        wrong["nbf"] = 1_795_609_000
        #expect(try await send(signer.sign(header, wrong)).signInCode == 700_024)
        let stranger = try Signer.stranger.get()
        #expect(try await send(stranger.sign(header, claims)).signInCode == 700_027)
        let unknown: JSON = ["alg": "PS256", "typ": "JWT", "x5t#S256": .string(stranger.sha256)]
        #expect(try await send(stranger.sign(unknown, claims)).signInCode == 700_027)
        let none: JSON = ["alg": "none", "typ": "JWT", "x5t#S256": .string(signer.sha256)]
        #expect(try await send(signer.sign(none, claims)).signInCode == 700_027)
    }

    @Test func `takes a certificate registered at run time and refuses an expired one`() async throws {
        let stranger = try Signer.stranger.get()
        let header: JSON = ["alg": "PS256", "typ": "JWT", "x5t#S256": .string(stranger.sha256)]
        try visit.tenant.login.register(certificate: stranger.pem)
        #expect(try await send(stranger.sign(header, claims)).status == 200)
        visit.clock.advance(by: 40 * 86400)
        var later = claims
        later["nbf"] = 1_799_056_000
        later["exp"] = 1_799_056_600
        #expect(try await send(stranger.sign(header, later)).signInCode == 700_027)
    }

    @Test func `says what is wrong with a PEM text`() {
        #expect(throws: CertificateFailure.self) {
            try visit.tenant.login.register(certificate: signer.key.pemRepresentation)
        }
    }
}
