import CBytes
import Pattern

/// Finds the header of the column in which a value stands: lines with the same number of the same delimiter, the topmost of them the header.
/// What is known of a table is kept, so that each of its lines is read once.
struct TableReader {
    let text: TextBytes
    private(set) var table: Table?
    /// The line up to which no table was found.
    private(set) var bare: Range<Int>?
    private(set) var markup: MarkupTable?
    /// No table of markup that begins before this place is open behind it.
    private var unmarked = 0
    private var far = FarNames()
    /// Whether the table has no head that names anything, and rows of other numbers of cells were not asked for one.
    private var isHasty = false
    /// Rows above which no head was found.
    var barren: Barren?

    struct Table {
        let delimiter: UInt8
        let count: Int
        var start: Int
        /// After the last line that is known to belong to it.
        var end: Int
        /// The cells of the header, by the number of delimiters before them in a row.
        let places: [Range<Int>]
        let cells: [Column]
        let named: DetectorMask
        /// Whether the header is one beyond doubt, so that a column that it calls something else is something else.
        let isSure: Bool
    }

    /// What a cell of the header says its column is, and what not.
    struct Column {
        let names: DetectorMask
        let denies: DetectorMask
    }

    /// What a column's header says.
    enum Header {
        /// There is no table.
        case none
        /// It names these detectors and says of others that its values are none of theirs; when `isSure`, nothing else in the row can name.
        case cell(DetectorMask, denies: DetectorMask, isSure: Bool)
    }

    static let delimiters: [UInt8] = [9, UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: ",")]
    /// A longer line is no line of a table.
    static let longestLine = 16 * 1024
    /// Lines that are looked at above a value whose table is not known.
    static let farthest = 64 * 1024

    init(text: TextBytes) { self.text = text }

    /// The detectors that the header of the table at a place names; none where there is no table.
    mutating func named(at place: Int, by scan: TextScan) -> DetectorMask {
        guard place > 0 else { return DetectorMask() }
        if markup?.isOpen(at: place, in: text) == true, let markup { return markup.named }
        return (table(at: place, by: scan)?.named ?? DetectorMask()).union(far.open(at: place, in: text, by: scan))
    }

    /// The detectors that are named by the headers of tables that begin before a part of the text: that in markup, and that of the
    /// part's first line that can be one of a table.
    mutating func named(in part: Range<Int>, by scan: TextScan) -> DetectorMask {
        var names = DetectorMask()
        if MarkupTable.hasCell(in: part, of: text) { names = markupNames(at: part.lowerBound, by: scan) }
        var at = part.lowerBound
        while at < part.upperBound {
            let line = self.line(at: at)
            guard !canBelong(line) else {
                if line.lowerBound > 0, let table = table(at: at, by: scan, ragged: false) {
                    names.formUnion(table.named)
                }
                break
            }
            at = line.upperBound + 1
        }
        let isFirst = part.lowerBound == 0
        if isFirst, names.isEmpty { names = namesOfLast(in: part, by: scan) }
        if isFirst || text.next(PageBreak.sign, from: part.lowerBound, to: part.upperBound) != nil {
            names.formUnion(far.names(atEndOf: part, in: text, by: scan))
        }
        return names.union(far.open(at: part.lowerBound, in: text, by: scan))
    }

    /// What the header names of a table that begins in the first part of the text and reaches about to its end: words that stand below
    /// each other name nothing by themselves.
    private mutating func namesOfLast(in part: Range<Int>, by scan: TextScan) -> DetectorMask {
        let row = text.lastLine(of: part, limit: Self.longestLine) { line in
            canBelong(line) && line.contains { text[$0].partsCells }
        }
        guard let row else { return DetectorMask() }
        let known = table
        let last = table(at: row.lowerBound, by: scan)
        // The lines above it may not be its rows.
        if let last, last.start >= part.lowerBound { table = known }
        return last?.named ?? DetectorMask()
    }

    /// Whether the header of the column that holds a place names a detector.
    mutating func isNamed(_ detector: Int, at place: Int, by scan: TextScan) -> Bool {
        guard case .cell(let mask, _, _) = header(at: place, by: scan) else { return false }
        return mask[detector]
    }

    private mutating func markupNames(at place: Int, by scan: TextScan) -> DetectorMask {
        if markup?.isOpen(at: place, in: text) != true {
            let found = MarkupTable(around: place, floor: floor(at: place), in: text, by: scan)
            // Within the header's row not all of it is known: it is asked for again from the first value on.
            if let found, found.headerEnd >= place { return found.named }
            (markup, unmarked) = (found, place)
        }
        return markup?.named ?? DetectorMask()
    }

    /// What is known of the text before a place says nothing of the places before that.
    private func floor(at place: Int) -> Int { place < unmarked ? 0 : unmarked }

    private mutating func findMarkup(around place: Int, by scan: TextScan) {
        (markup, unmarked) = (MarkupTable(around: place, floor: floor(at: place), in: text, by: scan), place)
    }

    /// JSON and markup have lines that look alike, but no header.
    func canBelong(_ line: Range<Int>) -> Bool {
        let first = text[line.lowerBound]
        return line.count < Self.longestLine && first != UInt8(ascii: "{") && first != UInt8(ascii: "<")
            && first != UInt8(ascii: "[")
    }

    /// The header of the column, or of the list, that holds a place.
    mutating func header(at place: Int, by scan: TextScan) -> Header {
        let near = column(at: place, by: scan)
        if case .cell(_, _, isSure: true) = near { return near }
        var isInCell = false
        if case .cell = near { isInCell = true }
        let far = far.names(at: place, isInCell: isInCell, in: text, by: scan)
        guard case .cell(let mask, let denies, _) = near else {
            guard !far.names.isEmpty || far.isSure else { return .none }
            return .cell(far.names, denies: DetectorMask(), isSure: far.isSure)
        }
        return .cell(mask.union(far.names), denies: denies, isSure: far.isSure)
    }

    /// Before which place words are the heads of other columns than the one that holds a value; after `header` was asked for it.
    func floor(at place: Int) -> WordFloor? { far.floor(at: place) }

    private mutating func column(at place: Int, by scan: TextScan) -> Header {
        if MarkupTable.isInCell(place, of: text) { return markupHeader(at: place, by: scan) }
        guard let table = table(at: place, by: scan) else { return .none }
        let column = count(table.delimiter, in: rowStart(of: place, in: table)..<place)
        guard table.cells.indices.contains(column) else { return .none }
        return .cell(table.cells[column].names, denies: table.cells[column].denies, isSure: table.isSure)
    }

    private mutating func markupHeader(at place: Int, by scan: TextScan) -> Header {
        if markup?.isOpen(at: place, in: text) != true { findMarkup(around: place, by: scan) }
        guard let markup, let column = markup.column(of: place, in: text) else { return .none }
        return .cell(
            markup.cells[column].names, denies: markup.cells[column].denies, isSure: !markup.named.isEmpty)
    }

    /// The words in the header of the column that holds a place.
    mutating func headerWords(at place: Int, by scan: TextScan) -> [WordIndex.Hit] {
        guard case .cell = header(at: place, by: scan) else { return [] }
        if MarkupTable.isInCell(place, of: text) {
            guard let markup, let column = markup.column(of: place, in: text) else { return [] }
            return scan.hits(in: markup.places[column], of: text)
        }
        guard let table = table(at: place, by: scan) else { return [] }
        let column = count(table.delimiter, in: rowStart(of: place, in: table)..<place)
        return table.places.indices.contains(column) ? scan.hits(in: table.places[column], of: text) : []
    }

    /// - Parameter ragged: whether rows with other numbers of cells than their table has are looked for where none is known.
    private mutating func table(at place: Int, by scan: TextScan, ragged: Bool = true) -> Table? {
        guard bare?.contains(place) != true else { return nil }
        let line = self.line(at: place)
        guard canBelong(line) else {
            bare = line
            return nil
        }
        if let known = table, known.start <= line.lowerBound, !(ragged && isHasty) {
            if line.upperBound <= known.end { return known }
            if let longer = extended(known, to: line, by: scan) {
                table = longer
                return longer
            }
        }
        table = find(line, by: scan, ragged: ragged)
        if table == nil, ragged { bare = line }
        isHasty = !ragged && table?.named.isEmpty == true
        return table
    }

    func line(at place: Int) -> Range<Int> {
        text.line(at: place, limit: Self.longestLine)
    }

    private func extended(_ table: Table, to line: Range<Int>, by scan: TextScan) -> Table? {
        var at = table.end
        while at <= line.lowerBound {
            at = bytes_rows_end(
                text.base, text.count, at, line.lowerBound, table.delimiter, table.count, Self.longestLine)
            guard at <= line.lowerBound else { break }
            var next = self.line(at: at)
            if !TableHead.isRule(next, in: text), count(table.delimiter, in: next) != table.count {
                if let whole = row(beginningWith: next), count(table.delimiter, in: whole) == table.count {
                    next = whole
                } else if let end = raggedEnd(next, in: table) {
                    at = end
                    continue
                } else {
                    return nil
                }
            }
            at = next.upperBound + 1
        }
        let known = max(table.start, rowAbove(table.end) - 1)
        let next = nextHead(in: known..<line.lowerBound, table.delimiter, table.count, by: scan)
        guard next.map({ $0.lowerBound <= table.start }) ?? true else { return nil }
        var longer = table
        longer.end = max(line.upperBound + 1, at)
        return longer
    }

    /// Where the line before the last one begins before a place.
    private func rowAbove(_ place: Int) -> Int {
        let last = line(at: max(0, place - 1)).lowerBound
        return last > 0 ? line(at: last - 1).lowerBound : 0
    }

    private mutating func find(_ line: Range<Int>, by scan: TextScan, ragged: Bool) -> Table? {
        for whole in [row(endingWith: line), row(beginningWith: line)].compactMap(\.self) {
            for delimiter in Self.delimiters where text.holds(delimiter, in: whole.clamped(to: 0..<text.count)) {
                let table = find(whole, delimiter, count(delimiter, in: whole), by: scan)
                if let table, !table.named.isEmpty { return table }
            }
        }
        let inside = line.clamped(to: 0..<text.count)
        var found: Table?
        for delimiter in Self.delimiters where text.holds(delimiter, in: inside) {
            let wanted = count(delimiter, in: line)
            if let table = find(line, delimiter, wanted, by: scan) {
                found = table
                break
            }
        }
        if let found, !found.named.isEmpty { return found }
        if ragged, let table = table(aroundRagged: line, by: scan) { return table }
        if let found { return found }
        // The rows of a table in TeX end with two backslashes.
        var end = line.upperBound
        while end > line.lowerBound, text[end - 1] <= 32 { end -= 1 }
        let sign = UInt8(ascii: "&")
        guard text.holds("\\\\", at: end - 2), case let wanted = count(sign, in: line), wanted > 0 else { return nil }
        return find(line, sign, wanted, by: scan)
    }

    private mutating func find(_ line: Range<Int>, _ delimiter: UInt8, _ wanted: Int, by scan: TextScan) -> Table? {
        let (top, above) = climb(from: line, delimiter, wanted)
        let table = headed(line, delimiter, wanted, (top, above), by: scan)
        guard table?.named.isEmpty ?? true, delimiter != UInt8(ascii: "|"), !above.isEmpty else { return table }
        return tableOverRagged(top, line, delimiter, wanted, by: scan) ?? table
    }

    /// The first of the rows above a line that have as many delimiters, and the line above it; an empty one where none is known.
    func climb(from line: Range<Int>, _ delimiter: UInt8, _ wanted: Int) -> (top: Range<Int>, above: Range<Int>) {
        let start = bytes_rows_start(
            text.base, text.count, line.lowerBound, Self.farthest, delimiter, wanted, Self.longestLine)
        var top = start < line.lowerBound ? self.line(at: start) : line
        var above = top
        repeat {
            guard above.lowerBound > 0, line.lowerBound - above.lowerBound < Self.farthest else { return (top, 0..<0) }
            above = self.line(at: above.lowerBound - 1)
            if TableHead.isRule(above, in: text) { continue }
            guard !above.isEmpty else { return (top, above) }
            if count(delimiter, in: above) != wanted {
                guard let whole = row(endingWith: above), count(delimiter, in: whole) == wanted else {
                    return (top, above)
                }
                above = whole
            }
            top = above
        } while true
    }

    /// The table whose rows reach up to `top`, from a line of it.
    func headed(
        _ line: Range<Int>, _ delimiter: UInt8, _ wanted: Int, _ rows: (top: Range<Int>, above: Range<Int>),
        by scan: TextScan
    ) -> Table? {
        let (top, above, end) = (rows.top, rows.above, line.upperBound + 1)
        if let head = nextHead(in: top.lowerBound..<line.lowerBound, delimiter, wanted, by: scan) {
            return table(delimiter, wanted, top: head, cells: cells(of: head, delimiter), end: end, by: scan)
        }
        let head = TableHead.cells(above, above: delimiter, in: text)
        if !head.isEmpty { return table(delimiter, wanted, top: top, cells: head, end: end, by: scan) }
        // Rows that end with a delimiter below a head that does not.
        if wanted > 1, !above.isEmpty, endsWith(delimiter, top), count(delimiter, in: above) == wanted - 1 {
            return table(delimiter, wanted, top: above, cells: cells(of: above, delimiter), end: end, by: scan)
        }
        if let table = tableOfWider(rows, delimiter, wanted, end: end, by: scan) { return table }
        let isFirst = top.lowerBound == line.lowerBound
        guard !isFirst || !above.isEmpty && count(delimiter, in: above) > 0 && !hasDigits(above) else { return nil }
        let table = table(delimiter, wanted, top: top, cells: cells(of: top, delimiter), end: end, by: scan)
        let heads = HeadRows(from: rows, before: line, of: table, in: self)
        guard let headed = heads.flatMap({ self.table(table, headedBy: $0, by: scan) }) else {
            return isFirst ? nil : table
        }
        // What stands below a row that names something by itself may be a row of values: only names make a head of it.
        let namesMore = zip(headed.cells, table.cells).contains { !$0.names.isSubset(of: $1.names) }
        return namesMore ? headed : isFirst ? nil : table
    }

    private func endsWith(_ delimiter: UInt8, _ line: Range<Int>) -> Bool {
        var end = line.upperBound
        while end > line.lowerBound, text[end - 1] == 13 || text[end - 1] == 32 { end -= 1 }
        return text[end - 1] == delimiter
    }

    /// The same with what its head says over some rows.
    private func table(_ table: Table, headedBy heads: HeadRows, by scan: TextScan) -> Table? {
        guard !isKeyed(heads.places, table.delimiter) else { return nil }
        let columns = heads.columns(by: scan, in: text)
        let named = columns.reduce(into: DetectorMask()) { $0.formUnion($1.names) }
        return Table(
            delimiter: table.delimiter, count: table.count, start: table.start, end: table.end, places: heads.places,
            cells: columns, named: named, isSure: !named.isEmpty && isNameable(heads.places))
    }

    /// Whether cells are short enough, and have no more digits than there are cells, as those of a head.
    private func isNameable(_ cells: [Range<Int>]) -> Bool {
        cells.reduce(0) { $0 + $1.count { text[$0].isDigit } } <= cells.count
            && cells.allSatisfy { $0.count { text[$0] > 32 } <= 48 }
    }

    /// Of two cells alone a sentence may have a comma between; then a blank follows upon it.
    func table(
        _ delimiter: UInt8, _ count: Int, top: Range<Int>, cells: [Range<Int>], end: Int, by scan: TextScan
    ) -> Table {
        let isHeader = !isKeyed(cells, delimiter)
        let columns = isHeader ? scan.words(in: cells, of: text).columns(in: cells) : []
        let named = columns.reduce(into: DetectorMask()) { $0.formUnion($1.names) }
        let isSure =
            !named.isEmpty && isNameable(cells)
            && (count > 1 || delimiter != UInt8(ascii: ",") || text[cells[cells.count - 1].lowerBound] > 32)
        return Table(
            delimiter: delimiter, count: count, start: top.lowerBound, end: end, places: cells,
            cells: columns, named: named, isSure: isSure)
    }
}

extension TextScan {
    /// The words in a small part of a text.
    func hits(in range: Range<Int>, of text: TextBytes) -> [WordIndex.Hit] {
        var (found, anchors, memory): ([WordIndex.Hit], [Gate.Anchor], [LiteralHit]) = ([], [], [])
        words.find(in: range, of: text, words: &found, anchors: &anchors, memory: &memory)
        return found
    }
}
