import Foundation

/// Where a verdict is kept, and for whom the message was.
struct MailPlace {
    var integration: Int
    var door: String
    var mailKey: String
    var received: Double
    var recipients: [String]

    /// A crowd is found by its first members.
    static let mostRecipients = 100

    init(_ kept: KeptVerdict) {
        integration = kept.integration ?? 0
        door = kept.door
        mailKey = kept.mailKey
        received = kept.received.timeIntervalSince1970
        recipients = kept.recipients
    }

    fileprivate init(_ row: any SQLRow, _ decoder: JSONDecoder) throws {
        integration = row.int(0)
        door = row.text(1)
        mailKey = row.text(2)
        received = row.real(3)
        recipients = try decoder.decode([String].self, from: Data(row.text(4).utf8))
    }

    fileprivate var addresses: Set<String> { Set(recipients.prefix(Self.mostRecipients).map(Protection.addressKey)) }
    fileprivate var key: [SQLValue] { [.int(integration), .text(door), .text(mailKey)] }

    /// Verdicts from before there were ids and recipients to find them by get them.
    static func nameAll(_ connection: any SQLConnection) throws {
        while true {
            let page = try connection.mailPlaces("id IS NULL LIMIT 500", [])
            guard !page.isEmpty else { return }
            for place in page {
                try connection.execute(
                    "UPDATE mail_verdict SET id = $1 WHERE integration = $2 AND door = $3 AND mail_key = $4",
                    [.text(KeptVerdict.id(integration: place.integration, door: place.door, mailKey: place.mailKey))]
                        + place.key)
                try connection.keepRecipients(of: place)
            }
        }
    }
}

extension SQLConnection {
    func mailPlaces(_ condition: String, _ arguments: [SQLValue]) throws -> [MailPlace] {
        let decoder = StoredEntity.decoder()
        return try rows(
            "SELECT integration, door, mail_key, received_at, recipients FROM mail_verdict WHERE \(condition)",
            arguments
        ) { try MailPlace($0, decoder) }
    }

    func keepRecipients(of place: MailPlace) throws {
        for address in place.addresses {
            try execute(
                """
                INSERT INTO mail_recipient (integration, address, received_at, door, mail_key) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (integration, address, received_at, door, mail_key) DO NOTHING
                """,
                [
                    .int(place.integration), .text(address), .real(place.received), .text(place.door),
                    .text(place.mailKey),
                ])
        }
    }

    func forgetRecipients(of place: MailPlace) throws {
        for address in place.addresses {
            try execute(
                """
                DELETE FROM mail_recipient
                WHERE integration = $1 AND address = $2 AND received_at = $3 AND door = $4 AND mail_key = $5
                """,
                [
                    .int(place.integration), .text(address), .real(place.received), .text(place.door),
                    .text(place.mailKey),
                ])
        }
    }

    /// Forgets the oldest verdicts on messages from before a moment.
    /// - Returns: how many.
    @discardableResult
    func forgetVerdicts(of integration: Int, before horizon: Date, atMost limit: Int) throws -> Int {
        let old = try mailPlaces(
            "integration = $1 AND received_at < $2 ORDER BY received_at LIMIT \(limit)",
            [.int(integration), horizon.sql])
        for place in old {
            try forgetRecipients(of: place)
            try execute("DELETE FROM mail_verdict WHERE integration = $1 AND door = $2 AND mail_key = $3", place.key)
        }
        return old.count
    }
}
