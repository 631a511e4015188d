import Foundation
import JSONPull
import Model

/// An access token with what is known of it.
struct Token: Sendable, Hashable {
    let value: String
    let facts: TokenFacts
    /// From when on a new one is asked for: 80 % of its life, or soon where it can do nothing.
    let renewsAt: Date
    /// Given with it; nil where the grant has none.
    let refreshToken: String?
    /// Says who signed in; nil where nobody did. To be checked before it is believed.
    let idToken: String?

    /// Reads a token endpoint's answer; nil where it holds no bearer token.
    init?(answer body: [UInt8], tenantID: String, now: Date) {
        var value: String?
        var refreshToken: String?
        var idToken: String?
        var life = 3_599.0
        _ = try? JSONReader.read(body) { (reader) throws(JSONError) in
            try reader.optionalObject { (reader, key) throws(JSONError) in
                switch key {
                case "access_token": value = try reader.optionalString()
                case "refresh_token": refreshToken = try reader.optionalString()
                case "id_token": idToken = try reader.optionalString()
                case "expires_in": life = try Self.seconds(&reader) ?? life
                default: break
                }
            }
        }
        guard let value, Self.isSendable(value) else { return nil }
        self.value = value
        self.refreshToken = refreshToken
        self.idToken = idToken
        life = min(max(0, life), 86_400)
        facts = TokenFacts(token: value, tenantID: tenantID, issuedAt: now, expiresAt: now.addingTimeInterval(life))
        // Consent spreads in seconds to minutes: a token without any permission is worth asking anew.
        renewsAt = now.addingTimeInterval(facts.isConsentMissing ? min(30, life * 0.8) : life * 0.8)
    }

    /// `3599` or `"3599"` (the older endpoint's form).
    private static func seconds(_ reader: inout JSONReader) throws(JSONError) -> Double? {
        if try reader.kind() == .string { return Double(try reader.string()) }
        return try reader.optionalDouble()
    }

    /// A token goes into a header line: RFC 6750 §2.1 allows these characters and no others.
    private static func isSendable(_ token: String) -> Bool {
        !token.isEmpty && token.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}
