/// The schema's history: each element brings the version before it one further. Nothing older is ever edited.
enum Schema {
    static let versions: [[String]] = [
        schema0001, schema0002, schema0003, schema0004, schema0005, schema0006, schema0007, schema0008, schema0009,
        schema0010, schema0011, schema0012, schema0013, schema0014, schema0015, schema0016,
        schema0017, schema0018, schema0019, schema0020, schema0021, schema0022, schema0023,
    ]

    /// Brings a database to the newest version, in one transaction.
    /// - Throws: `StoreError.newer` where a newer Reeve wrote it.
    static func migrate(_ connection: any SQLConnection) throws {
        try connection.execute("CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)", [])
        let found = try connection.first("SELECT version FROM schema_version") { $0.int(0) }
        guard (found ?? 0) <= versions.count else { throw StoreError.newer(found: found ?? 0, known: versions.count) }
        for statements in versions.dropFirst(found ?? 0) {
            for statement in statements { try connection.execute(statement, []) }
        }
        if let found, found < 8 { try DirectoryKeysBackfill.run(connection) }
        if let found, found < 9 { try MailPlace.nameAll(connection) }
        if let found, found < 22 { try ContentWords.fill(connection) }
        if found == nil {
            try connection.execute("INSERT INTO schema_version (version) VALUES ($1)", [.int(versions.count)])
        } else if found != versions.count {
            try connection.execute("UPDATE schema_version SET version = $1", [.int(versions.count)])
        }
    }
}
