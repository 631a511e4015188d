import Foundation
import Model

/// Which verdicts are wanted; nil and empty mean any.
public struct VerdictFilter: Sendable, Hashable {
    public var dispositions: [Disposition] = []
    public var door: String?
    /// An address, or a domain.
    public var sender: String?
    /// An address.
    public var recipient: String?
    public var queueID: String?
    /// The id of the protected person who was meant.
    public var person: String?
    /// Domains of which one has to be a recipient's.
    public var recipientDomains: [String] = []
    public var since: Date?
    public init() {}
}

extension VerdictPosition {
    var sql: [SQLValue] { [.real(received), .text(door), .text(mailKey)] }

    static func < (a: VerdictPosition, b: VerdictPosition) -> Bool {
        (a.received, a.door, a.mailKey) < (b.received, b.door, b.mailKey)
    }
}

extension Store {
    /// A page of verdicts, the newest first.
    public func verdicts(
        _ filter: VerdictFilter, of integration: Int? = nil, _ seek: Seek<VerdictPosition> = .start, limit: Int = 50
    ) throws -> Slice<KeptVerdict> {
        // One question for each disposition: together they would be read past all the harmless mail between them.
        let wanted: [Disposition?] = filter.dispositions.isEmpty ? [nil] : filter.dispositions
        var found: [KeptVerdict] = []
        for disposition in wanted {
            found += try verdicts(
                Self.verdictStatement(filter, disposition, of: integration ?? 0, seek, limit: limit))
        }
        if wanted.count > 1 {
            found.sort { a, b in
                seek.isBackward ? VerdictPosition(a) < VerdictPosition(b) : VerdictPosition(b) < VerdictPosition(a)
            }
        }
        return Slice(found, limit: limit, seek)
    }

    static func verdictStatement(
        _ filter: VerdictFilter, _ disposition: Disposition?, of integration: Int, _ seek: Seek<VerdictPosition>,
        limit: Int
    ) -> SQLText {
        let columns = [
            "integration", "door", "queue_id", "message_id", "received_at", "sender", "recipients", "subject",
            "verdict",
            "header", "envelope", "mail_key",
        ].map { "v.\($0)" }.joined(separator: ", ")
        // The rarest condition leads; a plus sign keeps the others from choosing an index.
        let sender = filter.sender.map { $0.lowercased().trimmingCharacters(in: .whitespaces) }
        let isByRecipient = filter.recipient != nil && filter.queueID == nil
        let leads = [
            filter.queueID.map { ("queue_id", $0) }, filter.person.map { ("matched_id", $0) },
            sender.map { $0.contains("@") ? ("sender_address", $0) : ("sender_domain", $0) },
            disposition.map { ("disposition", $0.rawValue) }, filter.door.map { ("door", $0) },
        ].compactMap(\.self)
        var text = SQLText("SELECT \(columns) FROM ")
        let first = isByRecipient ? "r" : "v"
        text.add(isByRecipient ? "mail_recipient r CROSS JOIN mail_verdict v" : "mail_verdict v")
        text.add(" WHERE \(first).integration = \(text.place(.int(integration)))")
        if isByRecipient, let recipient = filter.recipient {
            text.add(" AND r.address = \(text.place(.text(Protection.addressKey(recipient))))")
            text.add(" AND v.integration = r.integration AND v.door = r.door AND v.mail_key = r.mail_key")
        }
        for (place, lead) in leads.enumerated() {
            let plus = isByRecipient || place > 0 ? "+" : ""
            text.add(" AND \(plus)v.\(lead.0) = \(text.place(.text(lead.1)))")
        }
        if !isByRecipient, let recipient = filter.recipient {
            text.add(
                " AND v.recipients LIKE \(text.place(SQLText.containing("\"\(Protection.addressKey(recipient))\""))) ESCAPE '\\'"
            )
        }
        if !filter.recipientDomains.isEmpty {
            let matches = filter.recipientDomains.map {
                "v.recipients LIKE \(text.place(SQLText.containing("@\($0)\""))) ESCAPE '\\'"
            }
            text.add(" AND (\(matches.joined(separator: " OR ")))")
        }
        if let since = filter.since { text.add(" AND \(first).received_at >= \(text.place(since.sql))") }
        if let position = seek.position {
            text.add(" AND (\(first).received_at, \(first).door, \(first).mail_key) \(seek.isBackward ? ">" : "<") ")
            text.add(text.places(position.sql))
        }
        let order = seek.isBackward ? "ASC" : "DESC"
        text.add(
            " ORDER BY \(first).received_at \(order), \(first).door \(order), \(first).mail_key \(order) LIMIT \(limit + 1)"
        )
        return text
    }

    /// How often the names of these people were used by others since a moment, and when last.
    public func detections(
        of people: [String], since: Date, in integration: Int? = nil
    ) throws -> [String: (count: Int, last: Date)] {
        guard !people.isEmpty else { return [:] }
        var text = SQLText("SELECT matched_id, COUNT(*), MAX(received_at) FROM mail_verdict WHERE integration = ")
        text.add(text.place(.int(integration ?? 0)))
        text.add(" AND matched_id IN \(text.places(people.map { .text($0) }))")
        text.add(" AND received_at >= \(text.place(since.sql)) GROUP BY matched_id")
        let found = try database.read {
            try $0.rows(text.sql, text.arguments) {
                ($0.text(0), (count: $0.int(1), last: Date(timeIntervalSince1970: $0.real(2))))
            }
        }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }
}
