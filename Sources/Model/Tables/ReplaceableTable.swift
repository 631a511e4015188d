import Synchronization

/// A list that the product ships and that an administrator may replace by a newer one: a file of its name in `REEVE_HOME/tables`.
public struct ReplaceableTable: Sendable {
    /// The name of the file, and the table's name everywhere else.
    public let name: String
    /// Where the list that ships comes from.
    public let builtIn: TableOrigin
    /// What one row is, for whoever wrote a wrong one.
    public let row: String
    /// Whether a line can be a row.
    private let fits: @Sendable (Substring) -> Bool

    public init(
        _ name: String, builtIn: TableOrigin, row: String, fits: @escaping @Sendable (Substring) -> Bool
    ) {
        self.name = name
        self.builtIn = builtIn
        self.row = row
        self.fits = fits
    }

    /// Where the list in use comes from.
    public var origin: TableOrigin { own?.origin ?? builtIn }

    public var isReplaced: Bool { own != nil }

    /// The rows of the file that stands in its place; nil where the list that ships is in use.
    public var ownRows: [Substring]? { own.map { $0.rows.map(\.text) } }

    /// The words of such rows.
    public var ownWords: [Substring]? { ownRows?.flatMap { $0.split(whereSeparator: \.isWhitespace) } }

    /// Puts a file in the list's place. What reads the list does so once, so this has to come before: at the start of a command.
    /// - Parameter text: the whole file.
    /// - Throws: `TableMistake` for a file that is no such list; the list that ships then stays.
    public func replace(by text: String) throws(TableMistake) {
        let table = try checked(text)
        Self.shelf.withLock { $0[name] = table }
    }

    /// A file's text as a table, every row looked at.
    public func checked(_ text: String) throws(TableMistake) -> OwnTable {
        let table = try OwnTable(text)
        for entry in table.rows where !fits(entry.text) {
            throw TableMistake(line: entry.line, "\"\(entry.text.prefix(60))\" is not \(row)")
        }
        return table
    }

    private var own: OwnTable? { Self.shelf.withLock { $0[name] } }

    private static let shelf = Mutex<[String: OwnTable]>([:])
}
