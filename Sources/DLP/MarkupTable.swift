import CBytes

/// A table in HTML, or of a spreadsheet in XML: its first row names the columns of the cells below it.
struct MarkupTable {
    /// The place of its `<table`.
    let start: Int
    /// The cells of its first row, and what each says of its column.
    let places: [Range<Int>]
    let cells: [TableReader.Column]
    let named: DetectorMask
    /// Where its first row ends, as far as it was looked at.
    let headerEnd: Int
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
            if Self.isEnd(of: "table", at: at, in: text) { return nil }
            at -= 1
        }
        guard Self.isTag("table", at: at, in: text) else { return nil }
        start = at
        var row = Self.row(after: at, until: place, in: text)
        if Self.isTitle(row, in: text) { row = Self.row(after: row.upperBound, until: place, in: text) }
        headerEnd = row.upperBound
        let words = scan.hits(in: row, of: text)
        places = Self.cells(of: row, in: text)
        cells = words.columns(in: places)
        named = cells.reduce(into: DetectorMask()) { $0.formUnion($1.names) }
        seen = place
    }

    /// Whether the table, found at an earlier place, is still open at this one.
    mutating func isOpen(at place: Int, in text: TextBytes) -> Bool {
        guard start < place else { return false }
        while seen < place {
            if text[seen] == UInt8(ascii: "<"), Self.isEnd(of: "table", at: seen, in: text) { return false }
            seen += 1
        }
        return true
    }

    /// The column of the cell that holds a place; nil beyond those of the header.
    func column(of place: Int, in text: TextBytes) -> Int? {
        var (column, at) = (-1, place)
        let least = max(start, place - Self.longestRow)
        while at > least, !Self.isRow(at, in: text) {
            if Self.isCell(at, in: text) { column += 1 }
            at -= 1
        }
        return cells.indices.contains(column) ? column : nil
    }

    /// Whether the nearest tag before a place begins a cell; tags that only dress its text do not count.
    static func isInCell(_ place: Int, of text: TextBytes) -> Bool {
        var at = place
        let least = max(0, place - longestTag)
        while least < at, let sign = memrchr(text.base + least, Int32(UInt8(ascii: "<")), at - least) {
            at = UnsafeRawPointer(sign) - UnsafeRawPointer(text.base)
            if isCell(at, in: text) { return true }
            guard isDress(at, in: text) else { return false }
        }
        return false
    }

    /// Where the last cell begins before a place, in the row of that place.
    static func cellStart(before place: Int, notBefore least: Int, in text: TextBytes) -> Int? {
        var at = place
        while least < at, let sign = memrchr(text.base + least, Int32(UInt8(ascii: "<")), at - least) {
            at = UnsafeRawPointer(sign) - UnsafeRawPointer(text.base)
            if isCell(at, in: text) { return at }
            guard !isRow(at, in: text) else { return nil }
        }
        return nil
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

    /// Bytes of the tag of a cell, and of those behind it that dress its text, that are looked at.
    private static let longestTag = 192

    /// The first row behind a place.
    private static func row(after start: Int, until place: Int, in text: TextBytes) -> Range<Int> {
        let most = min(place, start + longestRow)
        let first = (min(start, most)..<most).first { isRow($0, in: text) } ?? most
        return
            first..<((first..<most).first { isEnd(of: "tr", at: $0, in: text) || isEnd(of: "row", at: $0, in: text) }
            ?? most)
    }

    /// Whether a row is one cell over several columns: what the table is called.
    private static func isTitle(_ row: Range<Int>, in text: TextBytes) -> Bool {
        let starts = row.filter { isCell($0, in: text) }
        return starts.count == 1 && columns(ofCellAt: starts[0], in: text) > 1
    }

    /// The cells by their columns: one that reaches over several stands for each of them.
    private static func cells(of row: Range<Int>, in text: TextBytes) -> [Range<Int>] {
        let starts = row.filter { isCell($0, in: text) }
        return zip(starts, starts.dropFirst() + [row.upperBound]).flatMap { start, end in
            let first = min(content(ofCellAt: start, in: text), end)
            let last = (first..<end).first { place in
                ["td", "th", "cell"].contains { isEnd(of: $0, at: place, in: text) }
            }
            return repeatElement(first..<(last ?? end), count: columns(ofCellAt: start, in: text))
        }
    }

    /// Behind the tag of a cell, and those that dress its text: what they are called is no name of a column.
    static func content(ofCellAt place: Int, in text: TextBytes) -> Int {
        var at = place
        repeat {
            guard let end = text.next(UInt8(ascii: ">"), from: at, to: min(text.count, at + longestTag)) else {
                return at
            }
            at = end + 1
        } while isDress(at, in: text)
        return at
    }

    /// Over how many columns a cell reaches (`colspan="2"`).
    private static func columns(ofCellAt place: Int, in text: TextBytes) -> Int {
        let end = text.next(UInt8(ascii: ">"), from: place, to: min(text.count, place + longestTag)) ?? place
        guard var at = (place..<end).first(where: { text.holds("colspan=", at: $0) }) else { return 1 }
        at += 8
        if text[at] == UInt8(ascii: "\"") || text[at] == UInt8(ascii: "'") { at += 1 }
        var count = 0
        while text[at].isDigit, count < 10 { (count, at) = (count * 10 + Int(text[at] - 48), at + 1) }
        return max(1, min(count, 99))
    }

    private static func isRow(_ place: Int, in text: TextBytes) -> Bool {
        isTag("tr", at: place, in: text) || isTag("row", at: place, in: text)
    }

    private static func isCell(_ place: Int, in text: TextBytes) -> Bool {
        isTag("td", at: place, in: text) || isTag("th", at: place, in: text) || isTag("cell", at: place, in: text)
    }

    /// Elements that say how the text of a cell looks, or of what type it is.
    private static let dress: [StaticString] = [
        "span", "b", "strong", "font", "p", "div", "a", "i", "em", "code", "small", "u", "tt", "nobr", "data",
    ]

    /// Whether such an element begins or ends at a place.
    private static func isDress(_ place: Int, in text: TextBytes) -> Bool {
        dress.contains { isTag($0, at: place, in: text) || isEnd(of: $0, at: place, in: text) }
    }

    private static func isEnd(of name: StaticString, at place: Int, in text: TextBytes) -> Bool {
        guard text[place] == UInt8(ascii: "<"), text[place + 1] == UInt8(ascii: "/") else { return false }
        return isName(name, at: place + 2, in: text)
    }

    private static func isTag(_ name: StaticString, at place: Int, in text: TextBytes) -> Bool {
        text[place] == UInt8(ascii: "<") && isName(name, at: place + 1, in: text)
    }

    private static func isName(_ name: StaticString, at place: Int, in text: TextBytes) -> Bool {
        (0..<name.utf8CodeUnitCount).allSatisfy { text[place + $0] | 0x20 == name.utf8Start[$0] }
            && !text[place + name.utf8CodeUnitCount].isAlphanumeric
    }
}
