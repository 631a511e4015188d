import Foundation
import HTTPTypes
import JSONPull

/// The sign-in service's description of itself and its keys (OpenID Connect Discovery 1.0 §4, RFC 7517).
struct OpenIDProvider: Sendable {
    let page: SignInPage
    let exchange: Exchange
    let userAgent: String

    /// What an id token has to come from and be signed with.
    struct Description: Sendable {
        /// With `{tenantid}` in it where the tenant was not named.
        var issuer: String
        var keys: [Key]
    }

    /// An RSA key by its id; the numbers in base64url.
    struct Key: Sendable, Hashable {
        var id: String
        var modulus: String
        var exponent: String
    }

    /// What it says, and for how many seconds that may be kept; nil where it does not say.
    /// - Throws: `IdentityProblem.provider`.
    func describe() async throws -> (Description, life: Double?) {
        let base = "\(page.endpoint.loginURL)/\(pathSegment(page.tenant))"
        var issuer: String?
        var address: String?
        let (body, life) = try await get(base + "/v2.0/.well-known/openid-configuration")
        try read(body) { (reader) throws(JSONError) in
            try reader.object { (reader, key) throws(JSONError) in
                switch key {
                case "issuer": issuer = try reader.optionalString()
                case "jwks_uri": address = try reader.optionalString()
                default: break
                }
            }
        }
        guard let issuer, let address else { throw IdentityProblem.provider("its description names no issuer or keys") }
        let (keys, keyLife) = try await keys(at: address)
        return (Description(issuer: issuer, keys: keys), [life, keyLife].compactMap(\.self).min())
    }

    private func keys(at address: String) async throws -> ([Key], life: Double?) {
        guard let own = Origin.split(page.endpoint.loginURL)?.origin, Origin.split(address)?.origin == own else {
            throw IdentityProblem.provider("they are said to be at another host")
        }
        var keys: [Key] = []
        let (body, life) = try await get(address)
        try read(body) { (reader) throws(JSONError) in
            try reader.object { (reader, key) throws(JSONError) in
                guard case "keys" = key else { return }
                try reader.optionalArray { (reader) throws(JSONError) in
                    if let key = try Self.key(&reader) { keys.append(key) }
                }
            }
        }
        return (keys, life)
    }

    /// Nil for keys of another kind: Entra signs id tokens with RSA (RS256).
    private static func key(_ reader: inout JSONReader) throws(JSONError) -> Key? {
        var (type, id, modulus, exponent): (String?, String?, String?, String?)
        try reader.optionalObject { (reader, key) throws(JSONError) in
            switch key {
            case "kty": type = try reader.optionalString()
            case "kid": id = try reader.optionalString()
            case "n": modulus = try reader.optionalString()
            case "e": exponent = try reader.optionalString()
            default: break
            }
        }
        guard type == "RSA", let id, let modulus, let exponent else { return nil }
        return Key(id: id, modulus: modulus, exponent: exponent)
    }

    private func read(_ body: [UInt8], _ parse: (inout JSONReader) throws(JSONError) -> Void) throws {
        do { try JSONReader.read(body, parse) } catch {
            throw IdentityProblem.provider("its answer is no JSON")
        }
    }

    private func get(_ address: String) async throws -> ([UInt8], life: Double?) {
        guard let (origin, rest) = Origin.split(address) else { throw IdentityProblem.provider("\(address)") }
        var fields = HTTPFields()
        fields[.accept] = "application/json"
        fields[.userAgent] = userAgent
        let request = HTTPRequest(
            method: .get, scheme: origin.scheme, authority: origin.authority, path: String(rest), headerFields: fields)
        do {
            let (response, body) = try await exchange(request, [])
            guard response.status.code == 200 else {
                throw IdentityProblem.provider("the service answered \(response.status.code)")
            }
            return (body, response.headerFields.life)
        } catch let error as ExchangeError {
            throw IdentityProblem.provider(error.words)
        }
    }
}
