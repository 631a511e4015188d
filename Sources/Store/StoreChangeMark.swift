import Foundation

/// How far everything has come that open pages show: two equal marks saw the same. Other processes change it as much as this one.
public struct ChangeMark: Sendable, Hashable {
    /// What is known of integrations: findings, runs, directories, domains.
    public var integrations: [[Int]]
    /// The last line of the audit log: everything that somebody decided.
    public var deeds: Int
    /// How often the list of protected people and the policies have changed.
    public var people: Int
    /// When the newest verdict on mail was received.
    public var mail: Double
}

extension Store {
    /// A few steps into indexes, however much is kept.
    public func changeMark() throws -> ChangeMark {
        try database.read { connection in
            ChangeMark(
                integrations: try connection.rows(
                    "SELECT id, number, directory, domains FROM integration_change ORDER BY id"
                ) { row in (0..<4).map(row.int) },
                deeds: try connection.first("SELECT COALESCE(MAX(id), 0) FROM audit") { $0.int(0) } ?? 0,
                people: try connection.first("SELECT COALESCE(MAX(number), 0) FROM mail_revision") { $0.int(0) } ?? 0,
                mail: try connection.first(
                    "SELECT COALESCE(MAX(received_at), 0) FROM mail_verdict WHERE integration = 0"
                ) { $0.real(0) } ?? 0)
        }
    }
}
