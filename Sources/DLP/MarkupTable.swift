import CBytes

/// A table in HTML: its first row names the columns of the cells below it.
struct MarkupTable {
    /// The place of its `<table`.
    private(set) var start: Int
    /// The cells of its first row, and what each says of its column.
    let places: [Range<Int>]
    let cells: [TableReader.Column]
    let named: DetectorMask
    /// Where its first row ends, as far as it was looked at.
    private(set) var headerEnd: Int
    /// Up to here no end of the table was seen.
    private(set) var seen: Int

    /// Bytes that are looked at above a cell for the beginning of its table, and of its row.
    static let farthest = 64 * 1024
    private static let longestRow = 8 * 1024

    /// The table around a place; nil where none is open there.
    /// - Parameter floor: nothing before it is looked at.
    init?(around place: Int, floor: Int, in text: TextBytes, by scan: TextScan) {
        var at = place
        let least = max(floor, place - Self.farthest)
        while at > least, !Self.isTag("table", at: at, in: text) {
            if text.holds("</table", at: at) { return nil }
            at -= 1
        }
        guard Self.isTag("table", at: at, in: text) else { return nil }
        start = at
        let row = Self.headerRow(after: at, until: place, in: text)
        headerEnd = row.upperBound
        let words = scan.hits(in: row, of: text)
        places = Self.cells(of: row, in: text)
        cells = words.columns(in: places)
        named = cells.reduce(into: DetectorMask()) { $0.formUnion($1.names) }
        seen = place
    }

    /// The same in a text that begins so many bytes later. The words of its header can no longer be asked for.
    func moved(by bytes: Int) -> MarkupTable {
        var moved = self
        moved.start -= bytes
        moved.headerEnd -= bytes
        moved.seen -= bytes
        return moved
    }

    /// Whether the table, found at an earlier place, is still open at this one.
    mutating func isOpen(at place: Int, in text: TextBytes) -> Bool {
        guard start < place else { return false }
        while seen < place {
            if text[seen] == UInt8(ascii: "<"), text.holds("</table", at: seen) { return false }
            seen += 1
        }
        return true
    }

    /// The column of the cell that holds a place; nil beyond those of the header.
    func column(of place: Int, in text: TextBytes) -> Int? {
        var (column, at) = (-1, place)
        let least = max(start, place - Self.longestRow)
        while at > least, !Self.isTag("tr", at: at, in: text) {
            if Self.isCell(at, in: text) { column += 1 }
            at -= 1
        }
        return cells.indices.contains(column) ? column : nil
    }

    /// Whether the nearest tag before a place begins a cell.
    static func isInCell(_ place: Int, of text: TextBytes) -> Bool {
        let least = max(0, place - longestTag)
        guard least < place, let sign = memrchr(text.base + least, Int32(UInt8(ascii: "<")), place - least) else {
            return false
        }
        return isCell(UnsafeRawPointer(sign) - UnsafeRawPointer(text.base), in: text)
    }

    /// Whether a cell begins whose value can be in a part of the text.
    static func hasCell(in part: Range<Int>, of text: TextBytes) -> Bool {
        var at = max(0, part.lowerBound - longestTag)
        while let sign = text.next(UInt8(ascii: "<"), from: at, to: part.upperBound) {
            if isCell(sign, in: text) { return true }
            at = sign + 1
        }
        return false
    }

    /// Bytes of a tag of a cell that are looked at.
    private static let longestTag = 64

    private static func headerRow(after start: Int, until place: Int, in text: TextBytes) -> Range<Int> {
        let most = min(place, start + longestRow)
        let first = (start..<most).first { isTag("tr", at: $0, in: text) } ?? most
        return first..<((first..<most).first { text.holds("</tr", at: $0) } ?? most)
    }

    private static func cells(of row: Range<Int>, in text: TextBytes) -> [Range<Int>] {
        let starts = row.filter { isCell($0, in: text) }
        return zip(starts, starts.dropFirst() + [row.upperBound]).map { $0..<max($0, $1) }
    }

    private static func isCell(_ place: Int, in text: TextBytes) -> Bool {
        isTag("td", at: place, in: text) || isTag("th", at: place, in: text)
    }

    private static func isTag(_ name: StaticString, at place: Int, in text: TextBytes) -> Bool {
        guard text[place] == UInt8(ascii: "<") else { return false }
        let end = place + 1 + name.utf8CodeUnitCount
        return (0..<name.utf8CodeUnitCount).allSatisfy { text[place + 1 + $0] | 0x20 == name.utf8Start[$0] }
            && !text[end].isAlphanumeric
    }
}
