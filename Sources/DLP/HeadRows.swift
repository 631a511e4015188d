/// The head of a table with delimiters over some rows: titles over groups of columns, or the words of a name below each other.
struct HeadRows {
    /// The lowest words over each column.
    let places: [Range<Int>]
    private let columns: [Column]

    private struct Column {
        /// The topmost first.
        var words: [Range<Int>] = []
        /// The words of the group that the column is one of.
        var title: Range<Int>?
    }

    private static let most = 3
    /// Bytes of a cell of a head at most.
    private static let longest = 48

    /// Nil where the first row is the head by itself.
    /// - Parameters:
    ///   - rows: the first row with as many cells as the others, and the line above it.
    ///   - line: the one that is asked for.
    ///   - table: with the first row for its head.
    init?(
        from rows: (top: Range<Int>, above: Range<Int>), before line: Range<Int>, of table: TableReader.Table,
        in reader: TableReader
    ) {
        let hasAbove = table.named.isEmpty && !rows.above.isEmpty && !reader.hasDigits(rows.above)
        let below = reader.line(at: rows.top.upperBound + 1)
        let hasBelow = below.lowerBound < line.lowerBound && !reader.hasDigits(below)
        guard hasAbove || hasBelow else { return nil }
        // A title with a number stands above the names of the columns.
        let isTitled = table.named.isEmpty && hasBelow && reader.hasDigits(rows.top)
        let top = isTitled ? below : rows.top
        var heads: [Row] = []
        if hasAbove, !isTitled { heads = Self.rows(endingWith: rows.above, above: rows.top, table, in: reader) }
        let own = Row(top, table, in: reader)
        guard own != nil || reader.hasDigits(top), let first = own ?? heads.last else { return nil }
        if let own { heads.append(own) }
        let least = heads.count + (table.named.isEmpty || first.isFull ? 1 : 0)
        var next = top
        while own != nil, heads.count < Self.most, heads.count < least || !Row.isFull(heads) {
            next = reader.line(at: next.upperBound + 1)
            guard next.lowerBound < line.lowerBound, let row = Row(next, table, in: reader) else { break }
            heads.append(row)
        }
        // The only cell of a row is what the table is called.
        while heads.count > 1, table.count > 1, heads[0].filled == [0] { heads.removeFirst() }
        guard isTitled || heads.count > 1 || heads[0].cells != first.cells else { return nil }
        columns = Self.columns(heads)
        places = zip(columns, first.cells).map { $0.words.last ?? $1 }
    }

    /// A line that has not all cells, because the last of a head are empty; where it stands right above the values, those above it too.
    private static func rows(
        endingWith last: Range<Int>, above top: Range<Int>, _ table: TableReader.Table, in reader: TableReader
    ) -> [Row] {
        let most = reader.hasDigits(top) ? Self.most : 1
        var (rows, line): ([Row], Range<Int>) = ([], last)
        while rows.count < most, most == 1 || reader.isParted(line, table.delimiter),
            let row = Row(above: line, table, in: reader) ?? Row(line, table, in: reader)
        {
            rows.insert(row, at: 0)
            guard line.lowerBound > 0 else { break }
            line = reader.line(at: line.lowerBound - 1)
        }
        return rows
    }

    private struct Row {
        let cells: [Range<Int>]
        /// The columns in which it has words.
        let filled: [Int]

        var isFull: Bool { filled.count == cells.count }

        static func isFull(_ rows: [Row]) -> Bool {
            Set(rows.flatMap(\.filled)).count == rows[0].cells.count
        }

        /// Nil for a line that is none of a head.
        init?(_ line: Range<Int>, _ table: TableReader.Table, in reader: TableReader) {
            guard reader.count(table.delimiter, in: line) == table.count else { return nil }
            self.init(reader.cells(of: line, table.delimiter), of: line, in: reader)
        }

        /// A line above the others, the last cells of which may be left out.
        init?(above line: Range<Int>, _ table: TableReader.Table, in reader: TableReader) {
            let cells = reader.cells(of: line, table.delimiter)
            guard cells.count > 1, cells.count <= table.count else { return nil }
            let nothing = line.upperBound..<line.upperBound
            self.init(
                cells + repeatElement(nothing, count: table.count + 1 - cells.count), of: line, in: reader)
        }

        private init?(_ cells: [Range<Int>], of line: Range<Int>, in reader: TableReader) {
            guard !reader.hasDigits(line), !TableHead.isRule(line, in: reader.text),
                cells.allSatisfy({ $0.count <= HeadRows.longest })
            else { return nil }
            self.cells = cells
            filled = cells.indices.filter { cells[$0].contains { reader.text[$0] > 32 } }
        }

        /// Where the words of each column stand: those that have none of their own may be one of a group with those before.
        func titles(above lower: [Row]) -> [Int: Range<Int>] {
            let below = Set(lower.flatMap(\.filled))
            let isGrouped = filled.count * 2 <= cells.count || filled.contains { !below.contains($0) }
            guard isGrouped, filled != [0] else { return [:] }
            var titles: [Int: Range<Int>] = [:]
            for (place, column) in filled.enumerated() {
                let next = place + 1 < filled.count ? filled[place + 1] : cells.count
                for other in column + 1..<max(column + 1, next) where below.contains(other) {
                    titles[other] = cells[column]
                }
            }
            return titles
        }
    }

    private static func columns(_ rows: [Row]) -> [Column] {
        var columns = [Column](repeating: Column(), count: rows[0].cells.count)
        for row in rows {
            for column in row.filled { columns[column].words.append(row.cells[column]) }
        }
        for (column, title) in rows[0].titles(above: Array(rows.dropFirst())) { columns[column].title = title }
        return columns
    }

    /// What each column is called: by the lowest words over it, also together with those above, else by those above alone.
    func columns(by scan: TextScan, in text: TextBytes) -> [TableReader.Column] {
        var (bytes, parts, lowest): ([UInt8], [Range<Int>], [Int]) = ([], [], [])
        for column in columns {
            let start = bytes.count
            var last = start
            for word in (column.title.map { [$0] } ?? []) + column.words {
                if bytes.count > start { bytes.append(32) }
                last = bytes.count
                bytes += text.slice(word)
            }
            parts.append(start..<bytes.count)
            lowest.append(last)
            bytes += " | ".utf8
        }
        return bytes.withUnsafeBufferPointer { joined in
            guard let base = joined.baseAddress else { return [] }
            let hits = scan.words(in: parts, of: TextBytes(base: base, count: joined.count))
            return hits.columns(in: parts).enumerated().map { place, column in
                let own = hits.reduce(into: DetectorMask()) { names, hit in
                    let isOfIt = parts[place].lowerBound <= hit.start && hit.end <= parts[place].upperBound
                    if isOfIt, hit.end > lowest[place] { names.formUnion(hit.names) }
                }
                return own.isEmpty ? column : TableReader.Column(names: own, denies: column.denies)
            }
        }
    }
}
