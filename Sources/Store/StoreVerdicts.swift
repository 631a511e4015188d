import Crypto
import Foundation
import Model

/// A verdict as it is kept: what was judged, when and where, and what came out. The body of the message is not kept.
public struct KeptVerdict: Sendable, Hashable {
    /// The directory's integration; nil where the door serves the whole installation.
    public var integration: Int?
    /// `milter`, `http`, `stored`.
    public var door: String
    public var queueID: String?
    public var messageID: String?
    public var received: Date
    /// The address in the From field, as a person would see it.
    public var sender: String
    public var recipients: [String]
    public var subject: String?
    public var verdict: Verdict
    /// What the message was judged by; nil for verdicts that were kept before there was room for it.
    public var basis: VerdictBasis?
    /// The key under which it lies, where that is another one than is made today.
    private var earlierKey: String?

    public init(
        integration: Int? = nil, door: String, queueID: String?, messageID: String?, received: Date, sender: String,
        recipients: [String], subject: String?, verdict: Verdict, basis: VerdictBasis? = nil
    ) {
        self.integration = integration
        self.door = door
        self.queueID = queueID
        self.messageID = messageID
        self.received = received
        self.sender = sender
        self.recipients = recipients
        self.subject = subject
        self.verdict = verdict
        self.basis = basis
    }

    /// The address in `sender`; nil where there is none.
    public var senderAddress: EmailAddress? {
        let text = sender.hasSuffix(">") ? sender.dropLast().split(separator: "<").last.map(String.init) : sender
        return text.flatMap { EmailAddress($0) }
    }

    /// What tells the verdict from others, in addresses of pages: 32 hexadecimal digits.
    public var id: String { Self.id(integration: integration ?? 0, door: door, mailKey: mailKey) }

    static func id(integration: Int, door: String, mailKey: String) -> String {
        let digest = SHA256.hash(data: Data("\(integration)\u{1f}\(door)\u{1f}\(mailKey)".utf8)).prefix(16)
        return hexadecimal(digest)
    }

    /// Whether a second message of this key is the same one.
    var isIdentified: Bool { !(queueID ?? "").isEmpty || !(messageID ?? "").isEmpty }

    /// Queue id and message id, else message id, first recipient, sender and subject: a message that is handed in twice is kept once. MTAs use
    /// short queue ids again, and a sender chooses the message id, so neither tells alone.
    var mailKey: String { earlierKey ?? freshKey }

    private var freshKey: String {
        if let queueID, !queueID.isEmpty { return Self.bounded("queue \(queueID) \(messageID ?? "")") }
        let parts = [recipients.first.map(Protection.addressKey) ?? "", sender, subject ?? ""]
        return Self.bounded("message \(messageID ?? "") \(parts.joined(separator: "\u{1f}"))")
    }

    /// As it was read from where it is kept under a key.
    func kept(as key: String) -> KeptVerdict {
        var kept = self
        kept.earlierKey = key == freshKey ? nil : key
        return kept
    }

    /// A message id is as long as a stranger likes; keys stand in indexes and links.
    private static func bounded(_ key: String) -> String {
        guard key.utf8.count > 400 else { return key }
        return String(key.prefix(200)) + " " + hexadecimal(SHA256.hash(data: Data(key.utf8)))
    }
}

/// A place in the list of verdicts: the last one read.
public struct VerdictPosition: Sendable, Hashable, Codable {
    let received: Double
    let door: String
    let mailKey: String

    public init(_ verdict: KeptVerdict) {
        received = verdict.received.timeIntervalSince1970
        door = verdict.door
        mailKey = verdict.mailKey
    }
}

/// A verdict in the form in which it is written.
private struct VerdictBody: Codable {
    var disposition: Disposition
    var attributes: [String]
    var reason: String?
    var matched: Verdict.Match?
    var reasons: [Verdict.Reason]
    var clearedBy: [String]
    var notEvaluated: [String]

    init(_ verdict: Verdict) {
        disposition = verdict.disposition
        attributes = verdict.attributes
        reason = verdict.reason
        matched = verdict.matched
        reasons = verdict.reasons
        clearedBy = verdict.clearedBy
        notEvaluated = verdict.notEvaluated
    }

    var verdict: Verdict {
        Verdict(
            disposition: disposition, attributes: attributes, reason: reason, matched: matched, reasons: reasons,
            clearedBy: clearedBy, notEvaluated: notEvaluated)
    }
}

private let columns =
    "integration, door, queue_id, message_id, received_at, sender, recipients, subject, verdict, header, envelope"

extension Store {
    /// Keeps a verdict; one on the same message at the same door replaces the one before, unless it is milder: a harmless message under
    /// an old message id must not wipe out what was found.
    public func record(_ kept: KeptVerdict) throws {
        _ = try database.write { try VerdictRow(kept).write(to: $0) }
    }

    /// Keeps verdicts, and counts their messages as mail with somebody: all of it in one transaction. A message that is handed in again at
    /// the same door counts once.
    public func record(_ records: [MailRecord]) async throws {
        let rows = try records.map { (row: try VerdictRow($0.verdict), record: $0) }
        try await database.write { connection in
            for (row, record) in rows where try row.write(to: connection) || !record.verdict.isIdentified {
                for address in record.correspondents {
                    try Self.count(record.direction, with: address, at: record.verdict.received, on: connection)
                }
            }
        }
    }

    /// Forgets the oldest verdicts on messages from before a moment, with what finds them.
    /// - Returns: how many; fewer than `limit` means that none is left.
    public func forgetVerdicts(
        of integration: Int? = nil, before horizon: Date, atMost limit: Int = 500
    ) async throws -> Int {
        try await database.write {
            try $0.forgetVerdicts(of: integration ?? 0, before: horizon, atMost: limit)
        }
    }

    /// Verdicts, the newest first, up to `limit` behind a position; `dispositions` empty means any.
    public func verdicts(
        _ dispositions: [Disposition] = [], of integration: Int? = nil, after position: VerdictPosition? = nil,
        limit: Int = 100
    ) throws -> [KeptVerdict] {
        var filter = VerdictFilter()
        filter.dispositions = dispositions
        return try verdicts(filter, of: integration, position.map { .after($0) } ?? .start, limit: limit).elements
    }

    /// How many verdicts of a disposition there are since a moment, over all doors; counting ends at `most`.
    public func verdictCount(
        _ disposition: Disposition, since: Date, of integration: Int? = nil, upTo most: Int
    ) throws -> Int {
        try database.read {
            try $0.first(
                """
                SELECT COUNT(*) FROM (
                    SELECT 1 FROM mail_verdict WHERE integration = $1 AND disposition = $2 AND received_at >= $3
                    LIMIT \(most)) AS counted
                """, [.int(integration ?? 0), .text(disposition.rawValue), since.sql]
            ) { $0.int(0) }
        } ?? 0
    }

    /// One verdict by its id.
    public func verdict(id: String) throws -> KeptVerdict? { try verdicts("id = $1", [.text(id)]).first }

    /// The verdicts on the message that an MTA keeps under this name: several where several doors saw it.
    public func verdicts(queueID: String, of integration: Int? = nil) throws -> [KeptVerdict] {
        try verdicts(
            "integration = $1 AND queue_id = $2 ORDER BY received_at DESC, door",
            [.int(integration ?? 0), .text(queueID)])
    }

    private func verdicts(_ condition: String, _ arguments: [SQLValue]) throws -> [KeptVerdict] {
        try verdicts(SQLText("SELECT \(columns), mail_key FROM mail_verdict WHERE \(condition)", arguments))
    }

    func verdicts(_ statement: SQLText) throws -> [KeptVerdict] {
        let decoder = StoredEntity.decoder()
        return try database.read {
            try $0.rows(statement.sql, statement.arguments) { row in
                KeptVerdict(
                    integration: row.int(0) == 0 ? nil : row.int(0), door: row.text(1), queueID: row.optionalText(2),
                    messageID: row.optionalText(3), received: Date(timeIntervalSince1970: row.real(4)),
                    sender: row.text(5), recipients: try decoder.decode([String].self, from: Data(row.text(6).utf8)),
                    subject: row.optionalText(7),
                    verdict: try decoder.decode(VerdictBody.self, from: Data(row.text(8).utf8)).verdict,
                    basis: try row.optionalText(10).map { envelope in
                        VerdictBasis(
                            header: row.blob(9),
                            envelope: try decoder.decode(VerdictBasis.Known.self, from: Data(envelope.utf8)))
                    }
                ).kept(as: row.text(11))
            }
        }
    }
}

/// A verdict as a row, encoded before the transaction begins.
private struct VerdictRow: Sendable {
    private let kept: KeptVerdict
    private let values: [SQLValue]

    init(_ kept: KeptVerdict) throws {
        self.kept = kept
        let recipients = String(decoding: try BodyEncoder.encode(kept.recipients), as: UTF8.self)
        let body = String(decoding: try BodyEncoder.encode(VerdictBody(kept.verdict)), as: UTF8.self)
        let envelope = try kept.basis.map { String(decoding: try BodyEncoder.encode($0.envelope), as: UTF8.self) }
        values = [
            .int(kept.integration ?? 0), .text(kept.door), .optional(kept.queueID), .optional(kept.messageID),
            kept.received.sql, .text(kept.sender), .text(recipients), .optional(kept.subject), .text(body),
            kept.basis.map { .blob($0.header) } ?? .null, .optional(envelope), .text(kept.mailKey),
            .text(kept.verdict.disposition.rawValue), .real(kept.verdict.score),
            .optional(kept.verdict.reason), .optional(kept.verdict.matched?.id),
            .optional(kept.verdict.matched?.name), .text(kept.id),
            .optional(kept.senderAddress?.description.lowercased()), .optional(kept.senderAddress?.domain),
        ]
    }

    /// - Returns: whether the message was not known at this door.
    func write(to connection: any SQLConnection) throws -> Bool {
        let earlier = try connection.mailPlaces(
            "integration = $1 AND door = $2 AND mail_key = $3",
            [.int(kept.integration ?? 0), .text(kept.door), .text(kept.mailKey)])
        let isKept = try connection.execute(
            """
            INSERT INTO mail_verdict
                (\(columns), mail_key, disposition, score, reason, matched_id, matched_name, id, sender_address, sender_domain)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
            ON CONFLICT (integration, door, mail_key) DO UPDATE SET
                queue_id = excluded.queue_id, message_id = excluded.message_id, received_at = excluded.received_at,
                sender = excluded.sender, recipients = excluded.recipients, subject = excluded.subject,
                verdict = excluded.verdict, disposition = excluded.disposition, score = excluded.score,
                reason = excluded.reason, matched_id = excluded.matched_id, matched_name = excluded.matched_name,
                header = excluded.header, envelope = excluded.envelope, id = excluded.id,
                sender_address = excluded.sender_address, sender_domain = excluded.sender_domain
            WHERE excluded.score >= mail_verdict.score
            """, values)
        guard isKept > 0 else { return earlier.isEmpty }
        for place in earlier { try connection.forgetRecipients(of: place) }
        try connection.keepRecipients(of: MailPlace(kept))
        return earlier.isEmpty
    }
}
