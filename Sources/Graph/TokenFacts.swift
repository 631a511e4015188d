import Foundation
import JSONPull
import Model

/// What an access token says of itself. For diagnostics only: the signature is not checked, and Graph alone decides.
public struct TokenFacts: Sendable, Hashable {
    /// Application permissions (`roles`) or delegated ones (`scp`); what may be written may also be read
    /// (`Files.ReadWrite.All` brings `Files.Read.All`). Empty until an administrator has consented.
    public internal(set) var permissions: Set<Permission> = []
    /// True where it acts for a person, false where the app acts for itself.
    public internal(set) var isDelegated = false
    /// The claim `tid`, or the tenant that was asked where it has none.
    public internal(set) var tenantID: String
    /// The object id (`oid`) of the person, or of the app's service principal.
    public internal(set) var userObjectID: String?
    public internal(set) var appID: String?
    public internal(set) var expiresAt: Date
    public internal(set) var issuedAt: Date
    /// True where it is no JWT: it may work, but nobody can say what it may do.
    public internal(set) var isOpaque = true

    /// A token was issued, but nobody has consented to anything (or the consent has not spread yet).
    public var isConsentMissing: Bool { !isOpaque && permissions.isEmpty }

    init(token: String, tenantID: String, issuedAt: Date, expiresAt: Date) {
        self.tenantID = tenantID
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let claims = Self.decoded(parts[1]) else { return }
        var facts = self
        let isRead: Void? = try? JSONReader.read(claims) { (reader) throws(JSONError) in
            try reader.object { (reader, key) throws(JSONError) in try facts.read(&reader, key) }
        }
        guard isRead != nil else { return }
        facts.isOpaque = false
        self = facts
    }

    private mutating func read(_ reader: inout JSONReader, _ key: JSONKey) throws(JSONError) {
        switch key {
        case "roles": grant(try reader.strings())
        case "scp":
            let scopes = try reader.optionalString()?.split(separator: " ").map(String.init) ?? []
            grant(scopes)
            isDelegated = !scopes.isEmpty
        case "tid": tenantID = try reader.optionalString() ?? tenantID
        case "oid": userObjectID = try reader.optionalString()
        case "appid": appID = try reader.optionalString()
        case "idtyp": if try reader.optionalString() == "user" { isDelegated = true }
        default: break
        }
    }

    private mutating func grant(_ names: [String]) {
        for name in names {
            permissions.insert(Permission(name))
            if name.contains(".ReadWrite") {
                permissions.insert(Permission(name.replacing(".ReadWrite", with: ".Read")))
            }
        }
    }

    static func decoded(_ part: Substring) -> [UInt8]? {
        let base64 = part.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - base64.count % 4) % 4)
        return Data(base64Encoded: base64 + padding).map(Array.init)
    }
}
