/// What names a value from farther away than words count, other than the head of a table with delimiters: the head of columns that stand
/// below each other, the line above a list, what stands before a bracket, the first cell of a long row.
struct FarNames {
    private var columns: FixedColumns?
    private var rows: ListTable?
    private var list: ListHeading?
    private var brackets = BracketList()
    private var row: (line: Int, names: DetectorMask)?
    private var lastLine: Range<Int>?
    private var last: (place: Int, answer: Answer)?

    struct Answer {
        var names = DetectorMask()
        var isSure = false
        var floor: WordFloor?
    }

    private static let longestLine = 64 * 1024

    init() {}

    /// What names the value that begins at a place.
    /// - Parameter isInCell: whether a table with delimiters is known that holds it.
    mutating func names(at place: Int, isInCell: Bool, in text: TextBytes, by scan: TextScan) -> Answer {
        if let last, last.place == place { return last.answer }
        var answer = Answer()
        let line = self.line(at: place, in: text)
        let isApart =
            place == line.lowerBound || (text[place - 1] == 32 && (text[place - 2] == 32 || line.count <= 200))
        if line.count < 2_048, ListTable.begins(place, in: line, of: text) {
            if rows?.reaches(line, in: text) != true { rows = ListTable(around: line, in: text, by: scan) }
            if let found = rows?.names(of: line, in: text), let rows {
                answer = Answer(names: found, isSure: !rows.named.isEmpty)
                last = (place, answer)
                return answer
            }
        }
        if isApart, line.count < 2_048, !isInCell || place > line.lowerBound || FixedLayout.isParted(line, in: text) {
            answer = column(at: place, of: line, in: text, by: scan)
            if place == line.lowerBound, answer.names.isEmpty, !answer.isSure, answer.floor == nil {
                answer.floor = CellParagraphs.floor(at: place, in: text, by: scan)
            }
        }
        if answer.names.isEmpty, line.count < 320, ListHeading.begins(place, in: text) {
            if list?.reaches(line, in: text) != true { list = ListHeading(around: line, in: text, by: scan) }
            if let list { answer.names.formUnion(list.named) }
        }
        if let found = brackets.names(at: place, in: text, by: scan) {
            answer.names.formUnion(found)
            answer.isSure = answer.isSure || brackets.isInRow
        }
        if place - line.lowerBound > 200, Self.beginsCell(place, in: text) {
            answer.names.formUnion(firstCell(of: line, in: text, by: scan))
        }
        last = (place, answer)
        return answer
    }

    /// What the head names of the column in which the value stands that begins at a place.
    private mutating func column(
        at place: Int, of line: Range<Int>, in text: TextBytes, by scan: TextScan
    ) -> Answer {
        var standing = columns?.standing(of: line, in: text, by: scan) ?? .outside
        if let columns, columns.isPoor, FixedLayout.isParted(line, in: text) { standing = .outside }
        if standing != .row {
            // What is known of the lines above is not looked for again.
            let floor = columns.map { $0.start > line.lowerBound ? 0 : $0.isPoor ? $0.least : $0.end } ?? 0
            var other = FixedColumns(around: line, notBefore: floor, in: text, by: scan)
            if other.isHeaded, let columns, columns.start <= line.lowerBound {
                let names = columns.named.isEmpty ? columns.floor?.names : columns.named
                other.floor = names.map { WordFloor(place: columns.end, names: $0) }
            }
            guard standing == .outside || !other.named.isEmpty else { return Answer(floor: other.floor) }
            columns = other
        }
        guard let columns else { return Answer() }
        let found = columns.header(at: place, in: text)
        if let found, found.isSure { return Answer(names: found.names, isSure: true) }
        return Answer(names: found?.names ?? DetectorMask(), floor: columns.otherFloor(at: place, in: text))
    }

    /// Before which place words are none of the value's that was asked for last.
    func floor(at place: Int) -> WordFloor? { last.flatMap { $0.place == place ? $0.answer.floor : nil } }

    /// What may name values from a place on, as far as is known.
    mutating func open(at place: Int, in text: TextBytes, by scan: TextScan) -> DetectorMask {
        let line = text.line(at: place, limit: 2_048)
        var names = brackets.open
        if let known = columns, !known.named.isEmpty, let standing = columns?.standing(of: line, in: text, by: scan),
            standing != .outside
        {
            names.formUnion(known.named)
        }
        if rows?.reaches(line, in: text) == true, let rows { names.formUnion(rows.named) }
        if list?.reaches(line, in: text) == true, let list { names.formUnion(list.named) }
        if let row, row.line == self.line(at: place, in: text).lowerBound { names.formUnion(row.names) }
        return names
    }

    /// What the head names of columns at the end of a part of the text: the words of a name that stand below each other are no word of it.
    func names(atEndOf part: Range<Int>, in text: TextBytes, by scan: TextScan) -> DetectorMask {
        let row = text.lastLine(of: part, limit: 2_048) { line in
            FixedLayout.isParted(line, in: text) && line.contains { text[$0].isDigit }
        }
        guard let row else { return DetectorMask() }
        return FixedColumns(around: row, notBefore: part.lowerBound, in: text, by: scan).named
    }

    /// The line that holds a place, looked for once: of a long one, from where it was first asked for.
    private mutating func line(at place: Int, in text: TextBytes) -> Range<Int> {
        var start: Int?
        if let lastLine, lastLine.lowerBound <= place {
            if place < lastLine.upperBound { return lastLine }
            let gap = lastLine.upperBound..<place
            if gap.lowerBound >= 0, gap.count < Self.longestLine,
                text.next(10, from: gap.lowerBound, to: place + 1) == nil
            {
                start = lastLine.lowerBound
            }
        }
        let line =
            (start ?? text.lineStart(place, limit: Self.longestLine))..<text.lineEnd(place, limit: Self.longestLine)
        lastLine = line
        return line
    }

    /// Whether a sign that parts cells stands before a place.
    private static func beginsCell(_ place: Int, in text: TextBytes) -> Bool {
        var at = place - 1
        while at > place - 3, text[at] == 32 || text[at] == UInt8(ascii: "\"") { at -= 1 }
        return text[at].partsCells
    }

    /// `TFN,…,…,…`: one field of many records in a row.
    private mutating func firstCell(of line: Range<Int>, in text: TextBytes, by scan: TextScan) -> DetectorMask {
        if row?.line != line.lowerBound {
            // Of a longer line the beginning is not known.
            guard line.lowerBound == 0 || text[line.lowerBound - 1] == 10 else { return DetectorMask() }
            let end = (line.lowerBound..<min(line.lowerBound + 64, line.upperBound)).first { text[$0].partsCells }
            let cell = line.lowerBound..<(end ?? line.lowerBound)
            let hits =
                cell.isEmpty || cell.contains { text[$0] == UInt8(ascii: "{") } ? [] : scan.hits(in: cell, of: text)
            row = (line.lowerBound, hits.reduce(into: DetectorMask()) { $0.formUnion($1.names) })
        }
        return row?.names ?? DetectorMask()
    }
}
