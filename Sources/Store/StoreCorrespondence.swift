import Foundation
import Model

/// Which way a message went, as seen from the organisation.
public enum MailDirection: Sendable, Hashable { case inbound, outbound }

/// A verdict that is to be kept, and with whom its message counts as mail.
public struct MailRecord: Sendable, Hashable {
    public var verdict: KeptVerdict
    public var direction: MailDirection
    /// Outside addresses.
    public var correspondents: [String]

    public init(_ verdict: KeptVerdict, _ direction: MailDirection, with correspondents: [String]) {
        self.verdict = verdict
        self.direction = direction
        self.correspondents = correspondents
    }
}

extension Store {
    /// Counts one message to or from an outside address. `integration` nil is the whole installation.
    public func countMail(
        _ direction: MailDirection, with address: String, of integration: Int? = nil, at moment: Date
    ) throws {
        try database.write { try Self.count(direction, with: address, of: integration, at: moment, on: $0) }
    }

    static func count(
        _ direction: MailDirection, with address: String, of integration: Int? = nil, at moment: Date,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO correspondence (integration, address, inbound, outbound, first_seen, last_seen)
            VALUES ($1, $2, $3, $4, $5, $5)
            ON CONFLICT (integration, address) DO UPDATE SET
                inbound = correspondence.inbound + excluded.inbound,
                outbound = correspondence.outbound + excluded.outbound,
                first_seen = CASE WHEN excluded.first_seen < correspondence.first_seen
                    THEN excluded.first_seen ELSE correspondence.first_seen END,
                last_seen = CASE WHEN excluded.last_seen > correspondence.last_seen
                    THEN excluded.last_seen ELSE correspondence.last_seen END
            """,
            [
                .int(integration ?? 0), .text(Protection.addressKey(address)), .int(direction == .inbound ? 1 : 0),
                .int(direction == .outbound ? 1 : 0), moment.sql,
            ])
    }

    /// Forgets outside addresses with whom there was no mail since a moment.
    /// - Returns: how many; fewer than `limit` means that none is left.
    public func forgetCorrespondence(
        of integration: Int? = nil, before horizon: Date, atMost limit: Int = 500
    ) async throws -> Int {
        try await database.write {
            try $0.execute(
                """
                DELETE FROM correspondence WHERE integration = $1 AND address IN (
                    SELECT address FROM correspondence WHERE integration = $1 AND last_seen < $2
                    ORDER BY last_seen LIMIT \(limit))
                """, [.int(integration ?? 0), horizon.sql])
        }
    }

    /// What was exchanged with an address before a moment: nothing gives zeros and no first day.
    public func mailHistory(
        with address: String, of integration: Int? = nil, at moment: Date
    ) throws -> Envelope.History {
        let found = try database.read {
            try $0.first(
                "SELECT inbound, outbound, first_seen FROM correspondence WHERE integration = $1 AND address = $2",
                [.int(integration ?? 0), .text(Protection.addressKey(address))]
            ) { row in
                let days = (moment.timeIntervalSince1970 - row.real(2)) / 86_400
                return Envelope.History(inbound: row.int(0), outbound: row.int(1), firstSeenDays: max(0, Int(days)))
            }
        }
        return found ?? Envelope.History(inbound: 0, outbound: 0)
    }
}
