import Foundation
import GRDB

/// SQLite in WAL mode: one writer, many readers (GRDB's `DatabasePool`). Its query interface is not used.
struct SQLiteDatabase: Sendable {
    let path: String
    private let writer: any DatabaseWriter

    /// - Parameter path: a file, made where it does not exist; nil for a database in memory (tests).
    init(path: String?) throws {
        self.path = path ?? ":memory:"
        var configuration = Configuration()
        configuration.busyMode = .timeout(8)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            // A crash of the process loses nothing in WAL; only a power cut may lose the last transactions, never corrupt.
            try database.execute(sql: "PRAGMA synchronous = NORMAL")
            try database.execute(sql: "PRAGMA cache_size = -8000")
        }
        do {
            if let path {
                writer = try DatabasePool(path: path, configuration: configuration)
            } else {
                writer = try DatabaseQueue(configuration: configuration)
            }
        } catch {
            throw Self.translated(error, path: path ?? ":memory:")
        }
    }

    func write<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        do {
            return try writer.write { try body(SQLiteConnection(database: $0)) }
        } catch {
            throw Self.translated(error, path: path)
        }
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        do {
            return try await writer.write { try body(SQLiteConnection(database: $0)) }
        } catch {
            throw Self.translated(error, path: path)
        }
    }

    func read<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        do {
            return try writer.read { try body(SQLiteConnection(database: $0)) }
        } catch {
            throw Self.translated(error, path: path)
        }
    }

    func close() throws { try writer.close() }

    private static func translated(_ error: any Error, path: String) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        let why = error.message ?? "\(error.resultCode)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: return StoreError.locked(path: path)
        case .SQLITE_FULL: return StoreError.full(path: path)
        case .SQLITE_IOERR where why.contains("disk"): return StoreError.full(path: path)
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM: return StoreError.unreadable(path: path, why: why)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: return StoreError.corrupt(path: path, why: why)
        default: return StoreError.failed(what: "run a statement", why: why)
        }
    }
}

private struct SQLiteConnection: SQLConnection {
    let database: GRDB.Database

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        let statement = try database.cachedStatement(sql: sql)
        statement.setUncheckedArguments(StatementArguments(arguments.map(\.databaseValue)))
        try statement.execute()
        return database.changesCount
    }

    func query(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Void) throws {
        let statement = try database.cachedStatement(sql: sql)
        let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(arguments.map(\.databaseValue)))
        while let row = try cursor.next() { try body(SQLiteRow(row: row)) }
    }
}

private struct SQLiteRow: SQLRow {
    let row: Row
    func text(_ column: Int) -> String { row[column] }
    func optionalText(_ column: Int) -> String? { row[column] }
    func int(_ column: Int) -> Int { row[column] }
    func real(_ column: Int) -> Double { row[column] }
    func optionalReal(_ column: Int) -> Double? { row[column] }
    func blob(_ column: Int) -> [UInt8] { [UInt8](row[column] as Data) }
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let value): value.databaseValue
        case .real(let value): value.databaseValue
        case .text(let value): value.databaseValue
        case .blob(let value): Data(value).databaseValue
        }
    }
}
