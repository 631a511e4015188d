/// A value in a statement or a row: the types that every engine has.
enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    static func optional(_ text: String?) -> SQLValue { text.map { .text($0) } ?? .null }
    static func optional(_ real: Double?) -> SQLValue { real.map { .real($0) } ?? .null }
    static func int(_ value: Int) -> SQLValue { .integer(Int64(value)) }
}

/// One open transaction. SQL is written once for all engines: `$1` placeholders in the order of their first use, `ON CONFLICT ... DO UPDATE SET x = excluded.x`.
protocol SQLConnection {
    /// Runs a statement and says how many rows it changed.
    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int
    /// Runs a query and hands each row over; the row is valid during the call only.
    func query(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Void) throws
    /// The operator that compares with a pattern whatever the case of ASCII letters.
    var likeInAnyCase: String { get }
}

/// One row of an answer, columns by position.
protocol SQLRow {
    func text(_ column: Int) -> String
    func optionalText(_ column: Int) -> String?
    func int(_ column: Int) -> Int
    func real(_ column: Int) -> Double
    func optionalReal(_ column: Int) -> Double?
    func blob(_ column: Int) -> [UInt8]
}

extension SQLConnection {
    /// The rows of a query, each made into a value.
    func rows<T>(_ sql: String, _ arguments: [SQLValue] = [], _ make: (any SQLRow) throws -> T) throws -> [T] {
        var all: [T] = []
        try query(sql, arguments) { all.append(try make($0)) }
        return all
    }

    /// The first row of a query; nil where it has none.
    func first<T>(_ sql: String, _ arguments: [SQLValue] = [], _ make: (any SQLRow) throws -> T) throws -> T? {
        try rows(sql, arguments, make).first
    }
}
