/// How many columns the rows of a sheet have: that of the head, though the last cells of most may be empty. Whoever reads the text tells a
/// table by lines of as many cells.
struct TableWidth {
    /// Columns of the last row that may be a head.
    private var columns = 0
    /// Whether rows of numbers stand below it: a longer one is then a row with a remark beside it.
    private var hasRows = false

    /// Bytes of the only cell of a row that is one of a table; a longer one is a remark below it.
    private static let longestCell = 40

    /// Gives a row that ends early the columns of its head. One behind a gap that may be the head of another table of as many columns gets
    /// a row of nothing before it, which parts the two.
    /// - Parameters:
    ///   - row: cells with tabs between them.
    ///   - isBehindGap: whether rows of nothing stand before it, so that it may be the head of another table.
    mutating func fill(_ row: inout [UInt8], isBehindGap: Bool) {
        var (own, cells, digits, isFilled) = (1, 0, 0, false)
        for byte in row {
            if byte == 0x09 { own += 1 }
            if byte != 0x09, !isFilled { cells += 1 }
            isFilled = byte != 0x09
            if (0x30...0x39).contains(byte) { digits += 1 }
        }
        if cells > 1, digits <= cells, own > columns && !hasRows || isBehindGap {
            if own == columns, own > 1, hasRows { row = [UInt8](repeating: 0x09, count: own - 1) + [0x0A] + row }
            (columns, hasRows) = (own, false)
            return
        }
        if digits > cells { hasRows = true }
        if own < columns, cells > 1 || own > 1 || (digits > 0 && row.count <= Self.longestCell) {
            row += [UInt8](repeating: 0x09, count: columns - own)
        }
    }
}
