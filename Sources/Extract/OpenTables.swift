/// The tables of a text that are open, one in a cell of the other. Rows are lines, in the order in which they are read; of a row that holds
/// a table, what stands before it is a line above the table's, and what comes behind it one below, each cell in its column.
///
/// Whoever reads the text tells a table by lines of as many cells, the first of them its head: where another table comes between, an empty
/// line parts the two, and the head of the outer one is written again before it goes on.
struct OpenTables {
    private struct Table {
        var number: Int
        /// Tabs in the longest of its rows.
        var tabs = 0
        var hasRows = false
        /// Whether a table in one of its cells has rows since its last one.
        var isCut = false
        /// The first row, where it may be a head.
        var head: [UInt8] = []
    }

    /// A row that was written last; what is no row parts tables by itself.
    private struct Row {
        var table: Int
        var depth: Int
        var hasTabs: Bool
    }

    private var tables: [Table] = []
    private var last: Row?
    private var begun = 0

    /// Bytes of a head that is written again at most.
    private static let longestHead = 512

    var depth: Int { tables.count }

    mutating func begin() {
        begun += 1
        tables.append(Table(number: begun))
    }

    mutating func end() { _ = tables.popLast() }

    /// A line that is none of a table has been written.
    mutating func passLine() { last = nil }

    /// - Parameters:
    ///   - row: of the innermost table; it gets the tabs that it lacks where it is a part of one.
    ///   - isPart: whether a table in one of its cells comes next.
    /// - Returns: what to write before it.
    mutating func lead(_ row: inout [UInt8], isPart: Bool) -> [UInt8] {
        guard let place = tables.indices.last else { return [] }
        var table = tables[place]
        var tabs = 0
        for byte in row { tabs = byte == 0x0A ? 0 : tabs + (byte == 0x09 ? 1 : 0) }
        let isNewHead = !table.hasRows && !row.contains { (0x30...0x39).contains($0) }
        if isPart, tabs < table.tabs {
            row += [UInt8](repeating: 0x09, count: table.tabs - tabs)
            tabs = table.tabs
        }
        var lead: [UInt8] = []
        if let last, last.table != table.number {
            if last.depth == tables.count ? isNewHead : last.hasTabs { lead.append(0x0A) }
        }
        if table.isCut, tabs > 0, !table.head.isEmpty {
            lead += table.head
            lead.append(0x0A)
        }
        if isNewHead, !isPart, row.count <= Self.longestHead, Self.isHead(row) { table.head = row }
        (table.hasRows, table.isCut, table.tabs) = (true, false, max(table.tabs, tabs))
        tables[place] = table
        for outer in 0..<place where !tables[outer].isCut { tables[outer].isCut = true }
        last = Row(table: table.number, depth: tables.count, hasTabs: tabs > 0)
        return lead
    }

    /// Whether more than one cell has words, and none an address.
    private static func isHead(_ row: [UInt8]) -> Bool {
        row.split(separator: 0x09).count { $0.contains { $0 > 0x20 } } > 1 && !row.contains(UInt8(ascii: "@"))
    }
}
