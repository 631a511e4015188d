/// The tables of an HTML document that are open, with row and cell. End tags of rows and cells may be left out.
struct HTMLRows {
    private struct Table {
        var isRow = false
        var isCell = false
    }

    private var tables: [Table] = []
    private var openRows = 0

    /// Whether what follows stands in a row, of whichever table.
    var isInRow: Bool { openRows > 0 }

    mutating func table(isEnd: Bool) {
        if !isEnd {
            // Nobody sees tables so deep.
            if tables.count < 512 { tables.append(Table()) }
        } else if let table = tables.popLast(), table.isRow {
            openRows -= 1
        }
    }

    /// A row begins or ends.
    mutating func row(isEnd: Bool) {
        if tables.isEmpty { tables.append(Table()) }
        let last = tables.count - 1
        openRows += (isEnd ? 0 : 1) - (tables[last].isRow ? 1 : 0)
        tables[last] = Table(isRow: !isEnd, isCell: false)
    }

    /// A cell begins or ends.
    /// - Returns: whether a cell ended.
    mutating func cell(isEnd: Bool) -> Bool {
        if tables.isEmpty { tables.append(Table()) }
        let last = tables.count - 1
        let wasCell = tables[last].isCell
        tables[last].isCell = !isEnd
        return isEnd || wasCell
    }
}
