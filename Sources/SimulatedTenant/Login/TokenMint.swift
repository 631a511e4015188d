import Crypto
import CryptoExtras
import Foundation

/// Signs tokens as JSON Web Tokens (RFC 7519, RS256) and publishes the key that checks them.
struct TokenMint: Sendable {
    /// One key a process: to make one takes a tenth of a second, and nothing here is secret.
    private static let shared = try? _RSA.Signing.PrivateKey(keySize: .bits2048)

    private let key: _RSA.Signing.PrivateKey
    /// Key id, a hash of the public key.
    let keyID: String

    /// Nil where the machine could not make a key.
    init?() {
        guard let key = Self.shared else { return nil }
        self.key = key
        keyID = Base64URL.encode(Data(Insecure.SHA1.hash(data: key.publicKey.derRepresentation)))
    }

    func token(_ claims: JSON) throws -> String {
        let header: JSON = ["typ": "JWT", "alg": "RS256", "x5t": .string(keyID), "kid": .string(keyID)]
        let text = Base64URL.encode(header) + "." + Base64URL.encode(claims)
        let signature = try key.signature(for: SHA256.hash(data: Data(text.utf8)), padding: .insecurePKCS1v1_5)
        return text + "." + Base64URL.encode(signature.rawRepresentation)
    }

    /// The key set (RFC 7517) behind `jwks_uri`.
    func keySet(issuer: String) throws -> JSON {
        let numbers = try key.publicKey.getKeyPrimitives()
        return [
            "keys": [
                [
                    "kty": "RSA", "use": "sig", "kid": .string(keyID), "x5t": .string(keyID), "alg": "RS256",
                    "n": .string(Base64URL.encode(numbers.modulus)),
                    "e": .string(Base64URL.encode(numbers.publicExponent)),
                    "issuer": .string(issuer),
                ]
            ]
        ]
    }
}

/// Base 64 with the URL alphabet and without padding (RFC 4648 §5).
enum Base64URL {
    static func encode(_ data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    static func encode(_ json: JSON) -> String {
        var bytes: [UInt8] = []
        json.write(to: &bytes)
        return encode(Data(bytes))
    }

    /// Nil where the text has other characters.
    static func decode(_ text: some StringProtocol) -> Data? {
        guard text.utf8.allSatisfy({ $0 != 43 && $0 != 47 && $0 != 61 }) else { return nil }
        let plain = String(text).replacing("-", with: "+").replacing("_", with: "/")
        return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4))
    }
}
