import Model

/// The rows of a table that is to be exact data, piece by piece: what could only be kept shifted, or never be found, is left out and counted.
/// Written as `DataSetReader` reads: RFC 4180, with the sign between cells that the header has most of.
struct TableRows {
    /// Of more or fewer cells than the header.
    private(set) var uneven = EntryBulk.LeftOut()
    /// Without any of the cells that support the first one.
    private(set) var bare = EntryBulk.LeftOut()

    private let supporting: Set<Int>
    private let needsSupport: Bool
    private let fewest: Int
    private let most: Int
    private let delimiter: UInt8
    private static let quote = UInt8(ascii: "\"")

    private var row: [UInt8] = []
    /// Of the row that is being read.
    private var (cell, lastFilled) = (0, -1)
    private var (isCellEmpty, hasSupport) = (true, false)
    private var (isInQuotes, wasQuote) = (false, false)
    private var (line, begins) = (1, 1)
    private var isHeader = true

    /// - Parameters:
    ///   - header: the cells of the first line.
    ///   - supporting: the places of the columns of which a row needs at least one; empty where it needs none.
    init(header: [String], line: [UInt8], supporting: Set<Int>) {
        self.supporting = supporting
        needsSupport = !supporting.isEmpty
        most = header.count
        fewest = (header.lastIndex { !$0.isEmpty } ?? 0) + 1
        let signs = [UInt8(ascii: ","), UInt8(ascii: ";"), 9]
        let counts = signs.map { sign in line.count { $0 == sign } }
        delimiter = zip(signs, counts).max { $0.1 < $1.1 }?.0 ?? signs[0]
    }

    /// - Returns: the rows that ended in the piece and are kept.
    mutating func add(_ piece: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(piece.count)
        for byte in piece where take(byte) { end(&kept) }
        return kept
    }

    /// What no line end ended. A quote that is never closed is for the reader to tell.
    mutating func finish() -> [UInt8] {
        var kept: [UInt8] = []
        guard !row.isEmpty else { return kept }
        if isInQuotes, !wasQuote { return row }
        end(&kept)
        return kept
    }

    /// - Returns: whether the byte ends a row.
    private mutating func take(_ byte: UInt8) -> Bool {
        row.append(byte)
        if byte == 10 { line += 1 }
        if isInQuotes {
            guard wasQuote else {
                if byte == Self.quote { wasQuote = true } else { note(byte) }
                return false
            }
            wasQuote = false
            if byte == Self.quote {
                note(byte)
                return false
            }
            isInQuotes = false
        } else if byte == Self.quote, isCellEmpty {
            isInQuotes = true
            return false
        }
        switch byte {
        case delimiter:
            cell += 1
            isCellEmpty = true
        case 10: return true
        case 13: break
        default: note(byte)
        }
        return false
    }

    private mutating func note(_ byte: UInt8) {
        isCellEmpty = false
        guard byte > 0x20 else { return }
        lastFilled = cell
        if !hasSupport, byte.isASCIILetterOrDigit || byte >= 0x80 { hasSupport = supporting.contains(cell) }
    }

    private mutating func end(_ kept: inout [UInt8]) {
        defer {
            row.removeAll(keepingCapacity: true)
            (cell, lastFilled, isCellEmpty, hasSupport) = (0, -1, true, false)
            (isInQuotes, wasQuote, isHeader, begins) = (false, false, false, line)
        }
        // A line without anything is none. Empty cells behind the last column shift nothing.
        if !isHeader, lastFilled >= 0 {
            guard cell + 1 >= fewest, lastFilled < most else { return uneven.add(begins) }
            guard hasSupport || !needsSupport else { return bare.add(begins) }
        }
        kept += row
    }
}
