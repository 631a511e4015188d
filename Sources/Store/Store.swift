import Foundation
import Model

/// Everything remembered: integrations, entities, cursors, coverage, instances and their history.
public final class Store: Sendable {
    let database: SQLiteDatabase
    let key: SecretKey

    /// Where the data lives (`REEVE_DATABASE`).
    public enum Location: Sendable, Hashable {
        case sqlite(path: String)
        /// Gone with the process: tests and `reeve demo --once`.
        case memory

        /// `sqlite:PATH`.
        public init(_ text: String) throws {
            guard text.hasPrefix("sqlite:"), text.count > 7 else {
                throw StoreError.unsupported(
                    scheme: text.split(separator: ":", maxSplits: 1).first.map(String.init) ?? "")
            }
            self = .sqlite(path: String(text.dropFirst(7)))
        }
    }

    /// Opens the database, makes it where there is none, and brings its schema to this version.
    public init(_ location: Location, key: SecretKey) throws {
        switch location {
        case .memory: database = try SQLiteDatabase(path: nil)
        case .sqlite(let path): database = try SQLiteDatabase(path: path)
        }
        self.key = key
        let isCurrent = try database.read { connection in
            let tables = try connection.rows("SELECT name FROM sqlite_master WHERE name = 'schema_version'") {
                $0.text(0)
            }
            guard !tables.isEmpty else { return false }
            let found = try connection.first("SELECT version FROM schema_version") { $0.int(0) } ?? 0
            guard found <= Schema.versions.count else {
                throw StoreError.newer(found: found, known: Schema.versions.count)
            }
            return found == Schema.versions.count
        }
        if !isCurrent { try database.write { try Schema.migrate($0) } }
    }

    /// The same database with another key, as after a key file was exchanged.
    init(sharing other: Store, key: SecretKey) {
        database = other.database
        self.key = key
    }

    /// One transaction for one integration: all of it is stored, or nothing.
    public func write<T: Sendable>(_ integration: Int, _ body: @escaping @Sendable (StoreWriter) throws -> T)
        async throws -> T
    {
        let key = key
        return try await database.write {
            let writer = StoreWriter(connection: $0, integration: integration, key: key)
            let result = try body(writer)
            try writer.settleTallies()
            return result
        }
    }

    /// What the body reads is all of one moment, whatever is written meanwhile. It must not write.
    public func atOneMoment<T>(_ body: () throws -> T) throws -> T { try database.readAtOnce(body) }

    /// Waits until nobody else writes, and writes a page that changes nothing: a transaction without one would go well on a full disk.
    public func takeTurnToWrite() async throws { try await database.writePage() }

    public func close() throws { try database.close() }
}

/// What may be changed inside one transaction of one integration.
public struct StoreWriter {
    let connection: any SQLConnection
    let integration: Int
    let key: SecretKey
    /// What the transaction has done to the counts of findings so far.
    let tallies = Tallies()
    var scope: SQLValue { .int(integration) }
}

extension Date {
    var sql: SQLValue { .real(timeIntervalSince1970) }
}
