import Foundation

/// A policy on mail that was made in the dashboard or over the API; those of `reeve.yaml` stand beside them.
public struct MailPolicy: Sendable, Hashable, Identifiable {
    public enum Kind: String, Sendable, CaseIterable, Codable { case trustedDomain, allow, blocked }
    public enum PatternKind: String, Sendable, CaseIterable, Codable { case email, domain, network, regex }

    /// Random; names the policy in pages and the API.
    public var id: String
    public var kind: Kind
    public var patternKind: PatternKind
    public var pattern: String
    /// Of an allow policy: `trustedSender`, `exemptRecipient`, `acceptableSender`.
    public var effect: String?
    /// Of an allow policy: honoured only when the sender is proved.
    public var verifySender: Bool
    /// Of a trusted domain: silences the look-alike test.
    public var similarity: Bool
    /// Of a trusted domain: silences the domain-age test.
    public var recent: Bool
    public var comment: String?
    public var by: String
    public var at: Date
    /// From then on it holds no longer; nil for no end.
    public var expires: Date?

    public init(
        id: String = UUID().uuidString.lowercased(), _ kind: Kind, _ patternKind: PatternKind, _ pattern: String,
        effect: String? = nil, verifySender: Bool = true, similarity: Bool = true, recent: Bool = false,
        comment: String? = nil, by: String, at: Date, expires: Date? = nil
    ) {
        self.id = id
        self.kind = kind
        self.patternKind = patternKind
        self.pattern = pattern
        self.effect = effect
        self.verifySender = verifySender
        self.similarity = similarity
        self.recent = recent
        self.comment = comment
        self.by = by
        self.at = at
        self.expires = expires
    }

    public func isActive(at now: Date) -> Bool { expires.map { $0 > now } ?? true }
}

private let columns =
    "id, kind, pattern_kind, pattern, effect, verify_sender, similarity, recent, comment, added_by, added_at, expires"

extension Store {
    /// Every policy, the newest first: an organization has dozens, not thousands.
    public func mailPolicies() throws -> [MailPolicy] {
        try database.read {
            try $0.rows("SELECT \(columns) FROM mail_policy ORDER BY added_at DESC, id") { row in
                MailPolicy(
                    id: row.text(0), .init(rawValue: row.text(1)) ?? .blocked,
                    .init(rawValue: row.text(2)) ?? .email, row.text(3), effect: row.optionalText(4),
                    verifySender: row.int(5) == 1, similarity: row.int(6) == 1, recent: row.int(7) == 1,
                    comment: row.optionalText(8), by: row.text(9), at: Date(timeIntervalSince1970: row.real(10)),
                    expires: row.optionalReal(11).map { Date(timeIntervalSince1970: $0) })
            }
        }
    }

    /// Adds a policy and says so in the audit log.
    public func add(_ policy: MailPolicy, _ entry: AuditEntry) throws {
        try database.write { connection in
            try connection.execute(
                "INSERT INTO mail_policy (\(columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                [
                    .text(policy.id), .text(policy.kind.rawValue), .text(policy.patternKind.rawValue),
                    .text(policy.pattern), .optional(policy.effect), .int(policy.verifySender ? 1 : 0),
                    .int(policy.similarity ? 1 : 0), .int(policy.recent ? 1 : 0), .optional(policy.comment),
                    .text(policy.by), policy.at.sql, .optional(policy.expires?.timeIntervalSince1970),
                ])
            try connection.reviseMail()
            try connection.note(entry, key: key)
        }
    }

    /// Removes a policy and says so in the audit log.
    /// - Returns: whether there was one.
    public func removeMailPolicy(_ id: String, _ entry: AuditEntry) throws -> Bool {
        try database.write { connection in
            let count = try connection.execute("DELETE FROM mail_policy WHERE id = $1", [.text(id)])
            guard count > 0 else { return false }
            try connection.reviseMail()
            try connection.note(entry, key: key)
            return true
        }
    }
}
