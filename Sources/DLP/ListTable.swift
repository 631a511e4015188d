/// A table that is written as a list of lists, as in reStructuredText: a row begins with `* - `, each other cell of it with a `- ` below,
/// and the first row names the columns.
struct ListTable {
    /// Where its first row begins.
    private(set) var start: Int
    /// After the last line that is known to belong to it.
    private(set) var end: Int
    /// The blanks before its rows.
    private let indent: Int
    private var cells: [DetectorMask] = []
    /// The cell that was asked for last: where its line begins, and the number of its column.
    private var last: (line: Int, column: Int?)?
    /// Whether it was asked for within its first row, which is then not known as a whole.
    private var isInHead = false

    private static let longestLine = 2_048
    private static let farthest = 64 * 1024
    /// Cells of a row at most.
    private static let mostCells = 200

    /// All that its first row names.
    var named: DetectorMask { cells.reduce(into: DetectorMask()) { $0.formUnion($1) } }

    /// The table around a line that begins a cell; nil where the line begins none.
    init?(around line: Range<Int>, in text: TextBytes, by scan: TextScan) {
        guard let cell = Self.cell(line, in: text) else { return nil }
        indent = cell.isFirst ? cell.indent : cell.indent - 2
        (start, end) = (line.lowerBound, line.upperBound + 1)
        var (top, at): (Range<Int>?, Range<Int>) = (cell.isFirst ? line : nil, line)
        while at.lowerBound > 0, line.lowerBound - at.lowerBound < Self.farthest {
            at = Self.line(at: at.lowerBound - 1, in: text)
            guard belongs(at, in: text) else { break }
            if Self.cell(at, in: text)?.isFirst == true { top = at }
        }
        guard let top else { return }
        start = top.lowerBound
        read(head: top, before: line.lowerBound, in: text, by: scan)
    }

    /// Goes on with the lines down to this one, unless the table ends before it.
    mutating func reaches(_ line: Range<Int>, in text: TextBytes) -> Bool {
        guard start <= line.lowerBound else { return false }
        while end <= line.lowerBound {
            let next = Self.line(at: end, in: text)
            guard belongs(next, in: text), !isInHead || Self.cell(next, in: text)?.isFirst != true else { return false }
            end = next.upperBound + 1
        }
        return true
    }

    /// What the first row names above the cell that a line begins; nil where there is no such column.
    mutating func names(of line: Range<Int>, in text: TextBytes) -> DetectorMask? {
        let column = column(of: line, in: text)
        last = (line.lowerBound, column)
        return column.flatMap { cells.indices.contains($0) ? cells[$0] : nil }
    }

    /// The number of cells before the one that a line begins: those up to the first of its row, or to the one that is known.
    private func column(of line: Range<Int>, in text: TextBytes) -> Int? {
        var (count, at) = (0, line)
        while let cell = Self.cell(at, in: text), !cell.isFirst || cell.indent != indent {
            repeat {
                guard at.lowerBound > max(start, 0) else { return nil }
                at = Self.line(at: at.lowerBound - 1, in: text)
            } while !isCell(at, in: text)
            count += 1
            guard count < cells.count else { return nil }
            if let last, last.line == at.lowerBound { return last.column.map { $0 + count } }
        }
        return count
    }

    /// Whether the text before a place is the beginning of a cell, and nothing else.
    static func begins(_ place: Int, in line: Range<Int>, of text: TextBytes) -> Bool {
        guard let cell = cell(line, in: text) else { return false }
        return place >= cell.start && place - cell.start <= 2
            && (cell.start..<place).allSatisfy { !text[$0].isAlphanumeric }
    }

    /// The first row, where it ends before the line that asks.
    private mutating func read(head: Range<Int>, before limit: Int, in text: TextBytes, by scan: TextScan) {
        var (places, at): ([Range<Int>], Range<Int>) = ([], head)
        repeat {
            if let cell = Self.cell(at, in: text), cell.isFirst == places.isEmpty {
                places.append(cell.start..<at.upperBound)
                guard places.count <= Self.mostCells else { return }
            }
            at = Self.line(at: at.upperBound + 1, in: text)
            isInHead = at.lowerBound > limit
            guard !isInHead else { return }
        } while Self.cell(at, in: text)?.isFirst != true
        if places.count > 1 { cells = scan.names(in: places, of: text) }
    }

    private func isCell(_ line: Range<Int>, in text: TextBytes) -> Bool {
        guard let cell = Self.cell(line, in: text) else { return false }
        return cell.indent == (cell.isFirst ? indent : indent + 2)
    }

    /// Whether a line begins a cell, goes on with one, or is empty.
    private func belongs(_ line: Range<Int>, in text: TextBytes) -> Bool {
        guard line.count < Self.longestLine else { return false }
        let first = line.first { text[$0] > 32 } ?? line.upperBound
        return first == line.upperBound || first - line.lowerBound > indent || isCell(line, in: text)
    }

    /// The cell that a line begins: where its text is, and whether it is the first of its row.
    private static func cell(_ line: Range<Int>, in text: TextBytes) -> (indent: Int, start: Int, isFirst: Bool)? {
        var at = line.lowerBound
        while at < line.upperBound, text[at] == 32 { at += 1 }
        let indent = at - line.lowerBound
        let isFirst = text[at] == UInt8(ascii: "*") && text[at + 1] == 32
        if isFirst { at += 2 }
        guard text[at] == UInt8(ascii: "-"), text[at + 1] == 32 || at + 1 == line.upperBound, isFirst || indent > 1
        else { return nil }
        return (indent, min(at + 2, line.upperBound), isFirst)
    }

    private static func line(at place: Int, in text: TextBytes) -> Range<Int> {
        text.line(at: place, limit: longestLine)
    }
}
