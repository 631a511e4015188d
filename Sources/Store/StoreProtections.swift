import Foundation
import Model

/// What may be changed about the Business Email Compromise list inside one transaction.
public struct ProtectionWriter {
    let connection: any SQLConnection
    let key: SecretKey

    /// Keeps an entry: a known one is replaced, and its reasons are added to those it had.
    public func keep(_ protection: Protection) throws {
        try connection.execute(
            """
            INSERT INTO protection (integration, kind, id, name, name_key, body) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (integration, kind, id) DO UPDATE SET
                name = excluded.name, name_key = excluded.name_key, body = excluded.body
            """,
            protection.key.sql + [
                .text(protection.name), .text(Protection.nameKey(protection.name)),
                .text(String(decoding: try BodyEncoder.encode(protection.person), as: UTF8.self)),
            ])
        for reason in protection.reasons { try keep(reason, of: protection.key) }
    }

    /// Adds a reason. The same reason again says anew when it ends, and its comment where it has one; who added it first, and when, stays.
    public func keep(_ reason: Protection.Reason, of key: Protection.Key) throws {
        try connection.execute(
            """
            INSERT INTO protection_reason (integration, kind, id, reason, comment, added_by, added_at, expires)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (integration, kind, id, reason) DO UPDATE SET
                comment = COALESCE(excluded.comment, protection_reason.comment), expires = excluded.expires
            """,
            key.sql + [
                .text(reason.text), .optional(reason.comment), .text(reason.by), reason.at.sql,
                .optional(reason.expires?.timeIntervalSince1970),
            ])
    }

    /// Takes an entry off the list, with all its reasons. Secondary emails stay: a group may still protect the person.
    /// - Returns: whether there was one.
    @discardableResult
    public func remove(_ key: Protection.Key) throws -> Bool {
        try connection.execute(
            "DELETE FROM protection_reason WHERE integration = $1 AND kind = $2 AND id = $3", key.sql)
        return try connection.execute(
            "DELETE FROM protection WHERE integration = $1 AND kind = $2 AND id = $3", key.sql) > 0
    }

    /// Keeps a secondary email; the same address again replaces what was said of it.
    public func keep(_ kept: KeptSecondaryEmail, in integration: Int?) throws {
        try connection.execute(
            """
            INSERT INTO secondary_email
                (integration, person, address_key, address, expires, needs_authentication, comment, added_by, added_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (integration, person, address_key) DO UPDATE SET
                address = excluded.address, expires = excluded.expires,
                needs_authentication = excluded.needs_authentication,
                comment = COALESCE(excluded.comment, secondary_email.comment), added_by = excluded.added_by,
                added_at = excluded.added_at
            """,
            [
                .int(integration ?? 0), .text(kept.person), .text(Protection.addressKey(kept.email.address)),
                .text(kept.email.address), .optional(kept.email.expires?.timeIntervalSince1970),
                .int(kept.email.needsAuthentication ? 1 : 0), .optional(kept.comment), .text(kept.by), kept.at.sql,
            ])
    }

    /// Forgets one secondary email of a person, or with nil all of them.
    /// - Returns: how many.
    @discardableResult
    public func forgetSecondary(_ address: String?, of person: String, in integration: Int?) throws -> Int {
        let whose: [SQLValue] = [.int(integration ?? 0), .text(person)]
        guard let address else {
            return try connection.execute("DELETE FROM secondary_email WHERE integration = $1 AND person = $2", whose)
        }
        return try connection.execute(
            "DELETE FROM secondary_email WHERE integration = $1 AND person = $2 AND address_key = $3",
            whose + [.text(Protection.addressKey(address))])
    }
}

extension Protection.Key {
    var sql: [SQLValue] { [.int(integration ?? 0), .text(kind.rawValue), .text(id)] }
}

extension Store {
    /// One transaction on the list: all of it is stored, or nothing.
    public func changeProtections<T>(_ body: (ProtectionWriter) throws -> T) throws -> T {
        try database.write { connection in
            let result = try body(ProtectionWriter(connection: connection, key: key))
            try connection.reviseMail()
            return result
        }
    }

    public func protection(_ key: Protection.Key) throws -> Protection? {
        try protections("integration = $1 AND kind = $2 AND id = $3", key.sql).first
    }

    /// Up to `limit` entries of some kinds after an id, in the order of kind and id; `integration` nil is the local directory.
    public func protections(
        _ kind: Protection.Kind, in integration: Int?, after id: String = "", limit: Int = 500
    ) throws -> [Protection] {
        try protections(
            "integration = $1 AND kind = $2 AND id > $3 ORDER BY id LIMIT \(limit)",
            [.int(integration ?? 0), .text(kind.rawValue), .text(id)])
    }

    /// The entries of that name, compared as `Protection.nameKey` does.
    public func protections(named name: String, in integration: Int?) throws -> [Protection] {
        try protections(
            "integration = $1 AND name_key = $2 ORDER BY kind, id",
            [.int(integration ?? 0), .text(Protection.nameKey(name))])
    }

    /// How many entries a directory has, by kind.
    public func protectionCounts(in integration: Int?) throws -> [Protection.Kind: Int] {
        let pairs = try database.read {
            try $0.rows(
                "SELECT kind, COUNT(*) FROM protection WHERE integration = $1 GROUP BY kind", [.int(integration ?? 0)]
            ) { (Protection.Kind(rawValue: $0.text(0)), $0.int(1)) }
        }
        return Dictionary(pairs.compactMap { kind, count in kind.map { ($0, count) } }, uniquingKeysWith: +)
    }

    /// The secondary emails of the people whose ids lie between two (both included), by person and address.
    public func secondaryEmails(from first: String, to last: String, in integration: Int?) throws
        -> [KeptSecondaryEmail]
    {
        try database.read {
            try $0.rows(
                """
                SELECT person, address, expires, needs_authentication, comment, added_by, added_at FROM secondary_email
                WHERE integration = $1 AND person >= $2 AND person <= $3 ORDER BY person, address_key
                """, [.int(integration ?? 0), .text(first), .text(last)]
            ) { row in
                let expires = row.optionalReal(2).map { Date(timeIntervalSince1970: $0) }
                return KeptSecondaryEmail(
                    of: row.text(0),
                    .init(address: row.text(1), expires: expires, needsAuthentication: row.int(3) == 1),
                    comment: row.optionalText(4), by: row.text(5), at: Date(timeIntervalSince1970: row.real(6)))
            }
        }
    }

    func protections(_ condition: String, _ arguments: [SQLValue]) throws -> [Protection] {
        try database.read { connection in
            let decoder = StoredEntity.decoder()
            let found = try connection.rows(
                "SELECT integration, kind, id, body FROM protection WHERE \(condition)", arguments
            ) { row in
                let key = Protection.Key(
                    integration: row.int(0) == 0 ? nil : row.int(0), kind: .init(rawValue: row.text(1)) ?? .person,
                    id: row.text(2))
                return Protection(key, person: try decoder.decode(ProtectedPerson.self, from: Data(row.text(3).utf8)))
            }
            return try Self.withReasons(found, connection)
        }
    }

    /// One look at the primary key for each entry.
    private static func withReasons(_ found: [Protection], _ connection: any SQLConnection) throws -> [Protection] {
        var found = found
        for (place, protection) in found.enumerated() {
            found[place].reasons = try connection.rows(
                """
                SELECT reason, comment, added_by, added_at, expires FROM protection_reason
                WHERE integration = $1 AND kind = $2 AND id = $3 ORDER BY reason
                """, protection.key.sql, Self.reason)
        }
        return found
    }

    static func reason(_ row: any SQLRow) -> Protection.Reason {
        Protection.Reason(
            row.text(0), comment: row.optionalText(1), by: row.text(2), at: Date(timeIntervalSince1970: row.real(3)),
            expires: row.optionalReal(4).map { Date(timeIntervalSince1970: $0) })
    }
}
