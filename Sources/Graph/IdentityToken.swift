import Foundation
import JSONPull
import JWTKit

/// The rules an id token has to keep before anybody is believed to have signed in (OpenID Connect Core §3.1.3.7; Entra's "ID tokens").
struct IdentityToken: Sendable {
    let issuer: OpenIDProvider.Description
    let clientID: String
    let nonce: String
    let now: Date

    /// Seconds by which clocks may differ.
    private static let skew = 300.0

    /// The id of the key that a token says it is signed with (RFC 7515 §4.1.4); nil where it says none. Not checked: anybody may write it.
    static func keyID(of token: String) -> String? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let head = TokenFacts.decoded(parts[0]) else { return nil }
        var id: String?
        let isRead: Void? = try? JSONReader.read(head) { (reader) throws(JSONError) in
            try reader.object { (reader, key) throws(JSONError) in
                if case "kid" = key { id = try reader.optionalString() }
            }
        }
        return isRead == nil ? nil : id
    }

    /// - Throws: `IdentityProblem.notProved`.
    func check(_ token: String) async throws -> SignedInPerson {
        let claims = try await verified(token)
        guard let tenant = claims.tid?.lowercased(), UUID(uuidString: tenant) != nil, let object = claims.oid else {
            throw IdentityProblem.notProved("it names no tenant")
        }
        let expected = issuer.issuer.replacing("{tenantid}", with: tenant)
        guard claims.iss == expected, expected.lowercased().contains(tenant) else {
            throw IdentityProblem.notProved("it was issued by somebody else")
        }
        guard claims.aud == clientID else { throw IdentityProblem.notProved("it is meant for another app") }
        guard claims.nonce == nonce else { throw IdentityProblem.notProved("it belongs to another sign-in") }
        let time = now.timeIntervalSince1970
        guard claims.exp + Self.skew > time, (claims.nbf ?? 0) - Self.skew < time else {
            throw IdentityProblem.notProved("it is not valid now; check the clock of this machine")
        }
        return SignedInPerson(
            tenantID: tenant, objectID: object, address: claims.preferred_username, name: claims.name)
    }

    /// The key says which algorithm is meant, not the token: RS256 and nothing else.
    private func verified(_ token: String) async throws -> Claims {
        do {
            let keys = JWTKeyCollection()
            for key in issuer.keys {
                await keys.add(
                    rsa: try Insecure.RSA.PublicKey(modulus: key.modulus, exponent: key.exponent),
                    digestAlgorithm: .sha256, kid: JWKIdentifier(string: key.id))
            }
            return try await keys.verify(token, as: Claims.self)
        } catch {
            throw IdentityProblem.notProved("its signature is not that of the sign-in service")
        }
    }

    /// The claims that count, by their names on the wire.
    private struct Claims: JWTPayload {
        let iss: String
        let aud: String
        let exp: Double
        let nbf: Double?
        let nonce: String?
        let tid: String?
        let oid: String?
        let preferred_username: String?
        let name: String?

        /// Every claim is compared with what was expected by `check`, which knows it.
        func verify(using algorithm: some JWTAlgorithm) {}
    }
}
