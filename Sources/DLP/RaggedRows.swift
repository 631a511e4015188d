import CBytes

/// Rows of a table that have fewer cells than its head, because the last are empty, or more, because of a remark beside them. They
/// belong to it where rows with all of its cells stand on both sides.
extension TableReader {
    /// Rows, or runs of rows alike, between two that have all cells.
    private static let mostRuns = 8

    /// What is known to have no head: rows with so many delimiters up to a line.
    struct Barren {
        let delimiter: UInt8
        let count: Int
        let end: Int
    }

    /// The table with a head beyond doubt whose rows go on above such as have another number of cells.
    /// - Parameters:
    ///   - top: the first of the rows that are known to have as many cells as the line.
    mutating func tableOverRagged(
        _ top: Range<Int>, _ line: Range<Int>, _ delimiter: UInt8, _ wanted: Int, by scan: TextScan
    ) -> Table? {
        guard wanted > 0 else { return nil }
        var top = top
        let known = barren.flatMap { $0.delimiter == delimiter && $0.count == wanted ? $0.end : nil } ?? 0
        while top.lowerBound > known, line.lowerBound - top.lowerBound < Self.farthest, hasDigits(top),
            let row = regular(above: top, delimiter, wanted)
        {
            let next = climb(from: row, delimiter, wanted)
            top = next.top
            let table = headed(line, delimiter, wanted, next, by: scan)
            if let table, !table.named.isEmpty { return table.isSure ? table : nil }
        }
        barren = Barren(delimiter: delimiter, count: wanted, end: line.lowerBound)
        return nil
    }

    /// The table between two rows of which a line stands that has not as many cells as those.
    mutating func table(aroundRagged line: Range<Int>, by scan: TextScan) -> Table? {
        let inside = line.clamped(to: 0..<text.count)
        for delimiter in Self.delimiters where delimiter != UInt8(ascii: "|") && text.holds(delimiter, in: inside) {
            guard isRagged(line, delimiter), let row = regular(around: line, delimiter) else { continue }
            let wanted = count(delimiter, in: row.above)
            let (top, above) = climb(from: row.above, delimiter, wanted)
            let found = headed(row.above, delimiter, wanted, (top, above), by: scan)
            var table =
                found?.named.isEmpty == false ? found : tableOverRagged(top, row.above, delimiter, wanted, by: scan)
            guard table?.isSure == true else { continue }
            table?.end = row.end
            return table
        }
        return nil
    }

    /// The end of the rows with another number of cells of which this is the first, where those of the table go on behind them.
    func raggedEnd(_ line: Range<Int>, in table: Table) -> Int? {
        guard table.isSure, table.delimiter != UInt8(ascii: "|") else { return nil }
        if let end = regular(below: line, table.delimiter, where: { $0 == table.count }) { return end }
        let count = count(table.delimiter, in: line)
        guard Self.wider.contains(count - table.count), isRagged(line, table.delimiter) else { return nil }
        return rowsEnd(from: line, table.delimiter, count)
    }

    /// The table whose rows all have a cell or two more than its head: remarks, which no head names.
    /// - Parameter rows: the first of the rows that have as many delimiters, and the line above it.
    func tableOfWider(
        _ rows: (top: Range<Int>, above: Range<Int>), _ delimiter: UInt8, _ wanted: Int, end: Int, by scan: TextScan
    ) -> Table? {
        let (top, above) = rows
        guard wanted > 1, delimiter != UInt8(ascii: "|"), !above.isEmpty, hasDigits(top), !hasDigits(above),
            case let heads = count(delimiter, in: above), heads > 0, Self.wider.contains(wanted - heads),
            isParted(above, delimiter)
        else { return nil }
        let table = table(delimiter, wanted, top: above, cells: cells(of: above, delimiter), end: end, by: scan)
        return table.isSure ? table : nil
    }

    /// How many cells more rows may have than their head.
    private static let wider = 1...2

    /// The nearest rows on both sides that have the same number of cells; what stands between them has another.
    private func regular(around line: Range<Int>, _ delimiter: UInt8) -> (above: Range<Int>, end: Int)? {
        var at = climb(from: line, delimiter, count(delimiter, in: line)).top
        for _ in 0..<Self.mostRuns {
            guard isRagged(at, delimiter), at.lowerBound > 0 else { return nil }
            let above = self.line(at: at.lowerBound - 1)
            let wanted = count(delimiter, in: above)
            guard wanted > 0 else { return nil }
            if let end = regular(below: line, delimiter, where: { $0 == wanted }) { return (above, end) }
            at = climb(from: above, delimiter, wanted).top
        }
        return nil
    }

    /// The nearest row above others of other numbers of cells that has this one.
    private func regular(above line: Range<Int>, _ delimiter: UInt8, _ wanted: Int) -> Range<Int>? {
        var at = line
        for _ in 0..<Self.mostRuns {
            guard at.lowerBound > 0 else { return nil }
            at = self.line(at: at.lowerBound - 1)
            let count = count(delimiter, in: at)
            if count == wanted { return at }
            guard count > 0, isRagged(at, delimiter) else { return nil }
            at = climb(from: at, delimiter, count).top
            guard hasDigits(at) else { return nil }
        }
        return nil
    }

    /// The end of the rows from this one on before the first that has a wanted number of cells.
    private func regular(below line: Range<Int>, _ delimiter: UInt8, where isWanted: (Int) -> Bool) -> Int? {
        var at = line
        for _ in 0..<Self.mostRuns {
            let count = count(delimiter, in: at)
            if isWanted(count) { return at.lowerBound }
            guard count > 0, isRagged(at, delimiter) else { return nil }
            let end = rowsEnd(from: at, delimiter, count)
            guard end < text.count, end - line.lowerBound < Self.farthest else { return nil }
            at = self.line(at: end)
        }
        return nil
    }

    /// The end of the rows from this one on that have as many delimiters.
    private func rowsEnd(from line: Range<Int>, _ delimiter: UInt8, _ count: Int) -> Int {
        let most = min(text.count, line.lowerBound + Self.farthest)
        let end = bytes_rows_end(text.base, text.count, line.lowerBound, most, delimiter, count, Self.longestLine)
        return max(end, line.upperBound + 1)
    }

    /// Whether a line can be a row that has not as many cells as others: prose has blanks behind its signs, heads have no numbers.
    private func isRagged(_ line: Range<Int>, _ delimiter: UInt8) -> Bool {
        !line.isEmpty && canBelong(line) && isParted(line, delimiter) && hasDigits(line)
    }

    /// Whether no blank stands behind a line's signs, as behind those of prose.
    func isParted(_ line: Range<Int>, _ delimiter: UInt8) -> Bool {
        var at = delimiter == 9 ? line.upperBound : line.lowerBound
        while let sign = text.next(delimiter, from: at, to: min(line.upperBound, text.count)) {
            guard text[sign + 1] != 32 else { return false }
            at = sign + 1
        }
        return true
    }
}
