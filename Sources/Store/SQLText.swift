/// A statement under construction: values get their places in the order in which they are first named, as both engines number them.
struct SQLText {
    private(set) var sql = ""
    private(set) var arguments: [SQLValue] = []

    init(_ start: String = "", _ arguments: [SQLValue] = []) {
        sql = start
        self.arguments = arguments
    }

    /// Adds text as it is.
    mutating func add(_ text: String) { sql += text }

    /// The place of a value; each call makes one.
    mutating func place(_ value: SQLValue) -> String {
        arguments.append(value)
        return "$\(arguments.count)"
    }

    /// A list of places, `($4, $5)`.
    mutating func places(_ values: [SQLValue]) -> String {
        "(" + values.map { place($0) }.joined(separator: ", ") + ")"
    }

    /// A pattern for `LIKE ... ESCAPE '\'` that finds a text anywhere.
    static func containing(_ text: String) -> SQLValue {
        .text("%" + text.unicodeScalars.map(escaped).joined() + "%")
    }

    /// A letter for a pattern of `LIKE ... ESCAPE '\'`: its own signs taken as they stand.
    static func escaped(_ letter: Unicode.Scalar) -> String {
        letter == "%" || letter == "_" || letter == "\\" ? "\\\(letter)" : String(letter)
    }
}
