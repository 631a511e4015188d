import Foundation

/// How far the list, the directories and the integrations have come: while two marks are equal, nobody has to be read again.
public struct MailMark: Sendable, Hashable {
    let counts: [Int]
    let times: [Double]
}

extension Store {
    /// The mark at a moment; an entry that ends by then changes it, as an addition does. It counts rows and reads nobody.
    public func mailMark(at now: Date) throws -> MailMark {
        try database.read { connection in
            let mark = try connection.first(
                """
                SELECT
                    (SELECT COUNT(*) FROM integration), (SELECT COALESCE(MAX(id), 0) FROM integration),
                    (SELECT COUNT(*) FROM run WHERE finished_at IS NOT NULL),
                    (SELECT COUNT(*) FROM protection), (SELECT COUNT(*) FROM protection_reason),
                    (SELECT COUNT(*) FROM protection_reason WHERE expires <= $1), (SELECT COUNT(*) FROM secondary_email),
                    (SELECT COALESCE(MAX(number), 0) FROM mail_revision), (SELECT COUNT(*) FROM mail_policy WHERE expires <= $1),
                    (SELECT COALESCE(MAX(finished_at), 0) FROM run),
                    (SELECT COALESCE(MAX(added_at), 0) FROM protection_reason),
                    (SELECT COALESCE(MAX(added_at), 0) FROM secondary_email)
                """, [now.sql]
            ) { row in MailMark(counts: (0..<9).map(row.int), times: (9..<12).map(row.real)) }
            return mark ?? MailMark(counts: [], times: [])
        }
    }

    /// Whether any mail was ever counted; where none was, nobody can tell who is a stranger.
    public func countsMail() throws -> Bool {
        try database.read { try $0.first("SELECT 1 FROM correspondence LIMIT 1") { $0.int(0) } } != nil
    }
}

extension SQLConnection {
    /// Says that the list or the policies have changed, in the transaction that changes them.
    func reviseMail() throws {
        try execute(
            """
            INSERT INTO mail_revision (id, number) VALUES (1, 1)
            ON CONFLICT (id) DO UPDATE SET number = mail_revision.number + 1
            """, [])
    }
}
