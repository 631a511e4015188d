/// The tables of an HTML document that are open, with row and cell. End tags of rows and cells may be left out.
struct HTMLRows {
    private struct Table {
        var isRow = false
        var isCell = false
        /// Of the cell that is open, or of the next one.
        var column = 0
        /// Columns of the cell that is open.
        var width = 1
        /// Rows to which cells reach down, this one with them, by column.
        var down: [Int] = []
    }

    private var tables: [Table] = []
    private var openRows = 0
    private var lines = OpenTables()

    /// No row is wider, as it is read.
    private static let mostColumns = 512
    private static let widestCell = 64
    /// HTML's own limit.
    private static let longestCell = 65_534

    /// Whether what follows stands in a row, of whichever table.
    var isInRow: Bool { openRows > 0 }
    /// Whether it stands in a row of the innermost table.
    var isRow: Bool { tables.last?.isRow == true }
    var isInTable: Bool { !tables.isEmpty }
    /// Tabs before the cell that is open.
    var tabs: Int { isRow ? tables[tables.count - 1].column : 0 }

    mutating func beginTable() {
        // Nobody sees tables so deep.
        guard tables.count < 512 else { return }
        tables.append(Table())
        lines.begin()
    }

    mutating func endTable() {
        guard let table = tables.popLast() else { return }
        if table.isRow { openRows -= 1 }
        lines.end()
    }

    mutating func beginRow() {
        if tables.isEmpty { beginTable() }
        let last = tables.count - 1
        openRows += tables[last].isRow ? 0 : 1
        (tables[last].isRow, tables[last].isCell, tables[last].column) = (true, false, 0)
    }

    /// - Returns: the tabs of its last cell, and of those that reach down into the columns behind it.
    mutating func endRow() -> Int {
        guard isRow, case let last = tables.count - 1 else { return 0 }
        var tabs = endCell()
        if let end = tables[last].down.lastIndex(where: { $0 > 0 }) { tabs += max(0, end + 1 - tables[last].column) }
        tables[last].isRow = false
        openRows -= 1
        if !tables[last].down.isEmpty {
            for column in tables[last].down.indices where tables[last].down[column] > 0 {
                tables[last].down[column] -= 1
            }
        }
        return tabs
    }

    /// A group of rows begins or ends: no cell reaches out of it.
    mutating func passGroup() {
        if let last = tables.indices.last { tables[last].down = [] }
    }

    /// - Returns: the tabs before the cell, for those that reach down from above.
    mutating func beginCell(_ tag: HTMLTag) -> Int {
        if tables.isEmpty { beginTable() }
        let last = tables.count - 1
        let start = tables[last].column
        while tables[last].column < tables[last].down.count, tables[last].down[tables[last].column] > 0 {
            tables[last].column += 1
        }
        let column = tables[last].column
        let (columns, rows) = Self.reach(tag)
        tables[last].isCell = true
        tables[last].width = max(1, min(columns, Self.mostColumns - column))
        if rows > 1, case let end = column + tables[last].width, end <= Self.mostColumns {
            let missing = end - tables[last].down.count
            if missing > 0 { tables[last].down += [Int](repeating: 0, count: missing) }
            for place in column..<end { tables[last].down[place] = rows }
        }
        return column - start
    }

    /// - Returns: the tabs behind the cell; none where no cell is open.
    mutating func endCell() -> Int {
        guard let last = tables.indices.last, tables[last].isCell else { return 0 }
        tables[last].isCell = false
        tables[last].column += tables[last].width
        return tables[last].width
    }

    /// A line that is no row has been written.
    mutating func passLine() { lines.passLine() }

    /// What to write before a row: see `OpenTables`.
    mutating func lead(_ row: inout [UInt8], isPart: Bool) -> [UInt8] { lines.lead(&row, isPart: isPart) }

    /// Over how many columns and rows a cell reaches; none rows are all of its group.
    private static func reach(_ tag: HTMLTag) -> (columns: Int, rows: Int) {
        var (columns, rows) = (1, 1)
        for (key, value) in tag.attributes {
            if key == "colspan" { columns = min(number(value) ?? 1, widestCell) }
            if key == "rowspan" { rows = min(number(value).map { $0 == 0 ? longestCell : $0 } ?? 1, longestCell) }
        }
        return (columns, rows)
    }

    private static func number(_ value: String) -> Int? {
        let digits = value.utf8.drop { $0 <= 0x20 }.prefix { (0x30...0x39).contains($0) }.prefix(9)
        return digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
