import CSQLite
import Foundation
import GRDB
import GRDBSQLite

/// SQLite in WAL mode: one writer, many readers (GRDB's `DatabasePool`). Its query interface is not used.
struct SQLiteDatabase: Sendable {
    let path: String
    private let writer: any DatabaseWriter

    /// Set once, before anything of SQLite is used.
    private static let isLean = sqlite3_leave_memory_uncounted() == 0

    /// - Parameter path: a file, made where it does not exist; nil for a database in memory (tests).
    init(path: String?) throws {
        self.path = path ?? ":memory:"
        _ = Self.isLean
        var configuration = Configuration()
        configuration.busyMode = .timeout(8)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            // A crash of the process loses nothing in WAL; only a power cut may lose the last transactions, never corrupt.
            try database.execute(sql: "PRAGMA synchronous = NORMAL")
            // Ids are random, so a page of entities touches leaves all over an index: 16 MB hold the inner nodes and the warm leaves
            // of 100,000 users, and a checkpoint every 16 MB of log writes each of them once in place of four times.
            try database.execute(sql: "PRAGMA cache_size = -16000")
            try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
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

    /// - Throws: `StoreError`; `CancellationError` where the task is cancelled, even in the middle of a statement. Nothing is written then.
    func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        do {
            return try await writer.write { try body(SQLiteConnection(database: $0)) }
        } catch {
            throw Self.translated(error, path: path)
        }
    }

    /// A transaction that writes one page, though nothing in it is another than before: the number that is an application's own.
    func writePage() async throws {
        try await write { connection in
            let known = try connection.first("PRAGMA user_version") { $0.int(0) } ?? 0
            try connection.execute("PRAGMA user_version = \(known)", [])
        }
    }

    func read<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        do {
            guard Self.held == ObjectIdentifier(writer) else {
                return try writer.read { try body(SQLiteConnection(database: $0)) }
            }
            return try writer.unsafeReentrantRead { try body(SQLiteConnection(database: $0)) }
        } catch {
            throw Self.translated(error, path: path)
        }
    }

    /// The database of which this task holds one transaction for all that it reads.
    @TaskLocal private static var held: ObjectIdentifier?

    /// Everything that the body reads is of one transaction. A transaction of its own costs a read more than its statement does.
    func readAtOnce<T>(_ body: () throws -> T) throws -> T {
        guard Self.held != ObjectIdentifier(writer) else { return try body() }
        do {
            return try writer.read { _ in try Self.$held.withValue(ObjectIdentifier(writer), operation: body) }
        } catch {
            throw Self.translated(error, path: path)
        }
    }

    func close() throws { try writer.close() }

    private static func translated(_ error: any Error, path: String) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        let why = error.message ?? "\(error.resultCode)"
        switch error.resultCode {
        // What GRDB does to a statement of a task that was cancelled (`sqlite3_interrupt`): nobody is to restore a backup for it.
        case .SQLITE_INTERRUPT, .SQLITE_ABORT: return CancellationError()
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
    var likeInAnyCase: String { "LIKE" }

    /// Binds and steps through SQLite's own calls: GRDB's argument values cost a box each, a tenth of a whole sync.
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        try step(sql, arguments) { _ in }
        return database.changesCount
    }

    func query(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Void) throws {
        try step(sql, arguments) { try body(SQLiteRow(statement: $0)) }
    }

    private func step(_ sql: String, _ arguments: [SQLValue], _ body: (OpaquePointer) throws -> Void) throws {
        let statement = try database.cachedStatement(sql: sql).sqliteStatement
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        sqlite3_reset(statement)
        for (place, argument) in zip(Int32(1)..., arguments) {
            try check(argument.bind(to: statement, at: place), sql)
        }
        var answer = sqlite3_step(statement)
        while answer == SQLITE_ROW {
            try body(statement)
            answer = sqlite3_step(statement)
        }
        try check(answer == SQLITE_DONE ? SQLITE_OK : answer, sql)
    }

    private func check(_ code: Int32, _ sql: String) throws {
        guard code != SQLITE_OK else { return }
        let message = sqlite3_errmsg(database.sqliteConnection).map { String(cString: $0) }
        throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: sql)
    }
}

/// The row on which a statement stands.
private struct SQLiteRow: SQLRow {
    let statement: OpaquePointer

    func text(_ column: Int) -> String { optionalText(column) ?? "" }
    func optionalText(_ column: Int) -> String? {
        guard let start = sqlite3_column_text(statement, Int32(column)) else { return nil }
        let count = Int(sqlite3_column_bytes(statement, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
    func int(_ column: Int) -> Int { Int(sqlite3_column_int64(statement, Int32(column))) }
    func real(_ column: Int) -> Double { sqlite3_column_double(statement, Int32(column)) }
    func optionalReal(_ column: Int) -> Double? {
        sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL ? nil : real(column)
    }
    func blob(_ column: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(statement, Int32(column)) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column)))))
    }
}

extension SQLValue {
    /// - Returns: a result code of SQLite.
    fileprivate func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
        /// SQLite copies the bytes before the call returns (`SQLITE_TRANSIENT`, a macro that is not imported).
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch self {
        case .null: return sqlite3_bind_null(statement, place)
        case .integer(let value): return sqlite3_bind_int64(statement, place, value)
        case .real(let value): return sqlite3_bind_double(statement, place, value)
        case .text(var text):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    guard let start = $0.baseAddress else {
                        return sqlite3_bind_text(statement, place, "", 0, transient)
                    }
                    return sqlite3_bind_text64(
                        statement, place, start, UInt64($0.count), transient, UInt8(SQLITE_UTF8))
                }
            }
        case .blob(let bytes):
            return bytes.isEmpty
                ? sqlite3_bind_zeroblob(statement, place, 0)
                : sqlite3_bind_blob64(statement, place, bytes, UInt64(bytes.count), transient)
        }
    }
}
