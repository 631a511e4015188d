/// The rows of a CSV file (RFC 4180), byte by byte; commas, semicolons or tabs, whichever the first line has most of.
struct DelimitedRows {
    private var row: [[UInt8]] = []
    private var cell: [UInt8] = []
    private var header: [UInt8] = []
    private var delimiter: UInt8?
    private var isInQuotes = false
    /// After a quote within quotes: another one stands for itself, anything else ends them.
    private var wasQuote = false

    /// Whether a quote was opened and not closed so far.
    var isUnclosed: Bool { isInQuotes && !wasQuote }

    /// Bytes of a cell that are kept: what is longer is not looked for anyway.
    private static let longestCell = 4_096
    private static let quote = UInt8(ascii: "\"")

    /// Takes a byte.
    /// - Returns: the row that it ends.
    mutating func add(_ byte: UInt8) -> [[UInt8]]? {
        guard delimiter != nil else { return addToHeader(byte) }
        return take(byte)
    }

    /// The row that no line end ended.
    mutating func finish() -> [[UInt8]]? {
        if delimiter == nil, !header.isEmpty {
            if let row = addToHeader(10) { return row }
        }
        return row.isEmpty && cell.isEmpty ? nil : endRow()
    }

    /// The first line is held until it ends: only then is the delimiter known.
    private mutating func addToHeader(_ byte: UInt8) -> [[UInt8]]? {
        header.append(byte)
        if byte == Self.quote { isInQuotes.toggle() }
        guard byte == 10, !isInQuotes else { return nil }
        let signs = [UInt8(ascii: ","), UInt8(ascii: ";"), 9]
        let counts = signs.map { sign in header.count { $0 == sign } }
        delimiter = zip(signs, counts).max { $0.1 < $1.1 }?.0
        let line = header
        header = []
        var ended: [[UInt8]]?
        for byte in line { ended = take(byte) ?? ended }
        return ended
    }

    private mutating func take(_ byte: UInt8) -> [[UInt8]]? {
        if isInQuotes {
            if wasQuote {
                wasQuote = false
                if byte != Self.quote {
                    isInQuotes = false
                    return take(byte)
                }
            } else if byte == Self.quote {
                wasQuote = true
                return nil
            }
        } else if byte == Self.quote, cell.isEmpty {
            isInQuotes = true
            return nil
        } else if byte == delimiter {
            endCell()
            return nil
        } else if byte == 10 {
            return endRow()
        } else if byte == 13 {
            return nil
        }
        if cell.count < Self.longestCell { cell.append(byte) }
        return nil
    }

    private mutating func endCell() {
        row.append(cell)
        cell.removeAll(keepingCapacity: true)
    }

    private mutating func endRow() -> [[UInt8]] {
        endCell()
        defer { row = [] }
        return row
    }
}
