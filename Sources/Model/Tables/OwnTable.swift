/// The text of a file that stands in place of a list that the product ships.
///
/// Lines that begin with `#` or `//` are remarks, empty ones count for nothing, all others are rows. The remarks before the first row
/// say `source:`, `version:`, `date:` and `licence:`.
public struct OwnTable: Sendable {
    public let origin: TableOrigin
    public let rows: [Row]

    /// One line without the blanks around it.
    public struct Row: Sendable {
        /// Counted from 1.
        public let line: Int
        public let text: Substring
    }

    /// - Throws: `TableMistake` where the first lines do not say where the list comes from, and where there is no row.
    public init(_ text: String) throws(TableMistake) {
        var rows: [Row] = []
        var said: [String: String] = [:]
        // By bytes: a carriage return and a line feed are one character to Swift.
        for (at, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        {
            let line = Substring(line).trimmed
            if Self.isRemark(line.utf8) {
                if rows.isEmpty { Self.read(line, into: &said) }
            } else if !line.isEmpty {
                rows.append(Row(line: at + 1, text: line))
            }
        }
        if let missing = TableOrigin.names.first(where: { said[$0] == nil }) {
            throw TableMistake(line: nil, "a line such as \"# \(missing): …\" is missing above the first row")
        }
        origin = TableOrigin(
            source: said["source"] ?? "", version: said["version"] ?? "", date: said["date"] ?? "",
            licence: said["licence"] ?? "")
        guard TableOrigin.isDate(origin.date) else {
            throw TableMistake(line: nil, "the date \"\(origin.date)\" is not written as 2026-10-22")
        }
        guard !rows.isEmpty else { throw TableMistake(line: nil, "it has no row") }
        self.rows = rows
    }

    private static func isRemark(_ line: Substring.UTF8View) -> Bool {
        line.first == UInt8(ascii: "#") || (line.first == UInt8(ascii: "/") && line.dropFirst().first == line.first)
    }

    /// The first remark of a name counts; lists that others publish may have such lines of their own further down.
    private static func read(_ remark: Substring, into said: inout [String: String]) {
        let words = remark.drop { $0 == "#" || $0 == "/" }
        guard let colon = words.firstIndex(of: ":") else { return }
        var name = words[..<colon].trimmed.lowercased()
        if name == "license" { name = "licence" }
        let value = words[words.index(after: colon)...].trimmed
        if TableOrigin.names.contains(name), said[name] == nil, !value.isEmpty { said[name] = String(value) }
    }
}

/// Why a file cannot stand in place of a list.
public struct TableMistake: Error, Hashable {
    /// Counted from 1; nil where the whole file is meant.
    public let line: Int?
    public let reason: String

    init(line: Int?, _ reason: String) {
        self.line = line
        self.reason = reason
    }
}

extension Substring {
    /// Without blanks, tabs and carriage returns at both ends. By bytes: tables have a hundred thousand lines.
    fileprivate var trimmed: Substring {
        var rest = utf8[...]
        while let first = rest.first, first <= 32 { rest.removeFirst() }
        while let last = rest.last, last <= 32 { rest.removeLast() }
        return Substring(rest)
    }
}
