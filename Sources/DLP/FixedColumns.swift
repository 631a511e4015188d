/// A table whose columns stand below each other: its head is the first line of a paragraph, or stands at a line of dashes.
struct FixedColumns {
    private(set) var start: Int
    /// After the last line that is known to belong to it.
    private(set) var end: Int
    private var cells: [Cell] = []
    private(set) var named = DetectorMask()
    private var isRuled = false
    /// Whether single blanks part the head's words: it is then believed for lines of as many words only.
    private var isTight = false

    private struct Cell {
        /// Characters from the beginning of the line.
        let columns: Range<Int>
        let names: DetectorMask
    }

    private static let longestLine = 2_048
    private static let farthest = 64 * 1024

    /// The table that holds a line; one without a head where there is none, so that it is not looked for again.
    init(around line: Range<Int>, in text: TextBytes, by scan: TextScan) {
        var (top, rule, at): (Range<Int>, Range<Int>?, Range<Int>) = (line, nil, line)
        while at.lowerBound > 0, line.lowerBound - at.lowerBound < Self.farthest {
            at = Self.line(at: at.lowerBound - 1, in: text)
            guard at.count < Self.longestLine, !Self.isBlank(at, in: text) else { break }
            if TableHead.isRule(at, in: text) { rule = at }
            top = at
        }
        (start, end) = (top.lowerBound, line.upperBound + 1)
        guard line.lowerBound > top.lowerBound else { return }
        if let rule {
            read(rule: rule, top: top, line: line, in: text, by: scan)
        } else {
            var head = top
            for _ in 0..<3 where named.isEmpty && head.lowerBound < line.lowerBound {
                read(head: head, in: text, by: scan)
                head = Self.line(at: head.upperBound + 1, in: text)
            }
        }
    }

    /// Goes on with the lines down to this one, unless the paragraph ends before it.
    mutating func reaches(_ line: Range<Int>, in text: TextBytes) -> Bool {
        guard start <= line.lowerBound else { return false }
        while end <= line.lowerBound {
            let next = end..<text.lineEnd(end, limit: Self.longestLine)
            guard next.count < Self.longestLine, !Self.isBlank(next, in: text) else { return false }
            end = next.upperBound + 1
        }
        return true
    }

    mutating func move(by bytes: Int) {
        start -= bytes
        end -= bytes
    }

    /// What the head of the column names in which a value stands; nil where it stands in none.
    func header(at place: Int, in text: TextBytes) -> (names: DetectorMask, isSure: Bool)? {
        guard !named.isEmpty else { return nil }
        let line = text.lineStart(place, limit: Self.longestLine)
        let isApart = place == line || text[place - 1] == 32 && (isRuled || text[place - 2] == 32 || place - 1 == line)
        guard isApart || text[place - 1] == 32 else { return nil }
        if isTight {
            let row = Self.runs(of: line..<text.lineEnd(place, limit: Self.longestLine), apart: 1, in: text)
            guard row.count == cells.count, let at = row.firstIndex(where: { $0.lowerBound == place }) else {
                return nil
            }
            return (cells[at].names, false)
        }
        let first = text.characters(in: line..<place)
        var stop = place
        while text[stop] > 32 || (text[stop] == 32 && text[stop + 1] > 32) { stop += 1 }
        let last = first + text.characters(in: place..<stop)
        let exact = cells.first { $0.columns.lowerBound == first || (isApart && $0.columns.upperBound == last) }
        if let exact { return (exact.names, isApart) }
        guard isApart else { return nil }
        let below = cells.filter { $0.columns.overlaps(first..<max(last, first + 1)) }
        guard let cell = below.count == 1 ? below[0] : cells.last(where: { $0.columns.lowerBound <= first }) else {
            return nil
        }
        return (cell.names, isRuled)
    }

    private mutating func read(
        rule: Range<Int>, top: Range<Int>, line: Range<Int>, in text: TextBytes, by scan: TextScan
    ) {
        let head = Self.line(at: rule == top ? rule.upperBound + 1 : rule.lowerBound - 1, in: text)
        guard head.lowerBound < line.lowerBound else { return }
        let groups = Self.runs(of: rule, apart: 1, in: text)
        // Dashes that end before the last heads do not say where the columns are.
        guard groups.count > 1, groups.count >= Self.runs(of: head, apart: 2, in: text).count else {
            return read(head: head, in: text, by: scan)
        }
        let starts = groups.map { text.characters(in: rule.lowerBound..<$0.lowerBound) }
        var cells: [Range<Int>] = []
        for (place, column) in starts.enumerated() {
            let first = Self.place(of: column, in: head, text)
            let next = place + 1 < starts.count ? Self.place(of: starts[place + 1], in: head, text) : head.upperBound
            cells.append(first..<max(first, next))
        }
        isRuled = true
        take(cells, columns: zip(starts, groups).map { $0..<($0 + $1.count) }, in: text, by: scan)
    }

    private mutating func read(head: Range<Int>, in text: TextBytes, by scan: TextScan) {
        guard head.count < 1_024 else { return }
        var cells: [Range<Int>]
        if Self.isParted(head, in: text) {
            cells = Self.runs(of: head, apart: 2, in: text)
        } else {
            guard head.count <= 80 else { return }
            cells = Self.runs(of: head, apart: 1, in: text)
            guard cells.count <= 8 else { return }
            isTight = true
        }
        let digits = head.count { text[$0].isDigit }
        let isLabel = cells.contains { text[$0.upperBound - 1] == UInt8(ascii: ":") }
        guard cells.count > 1, cells.count < 200, digits <= cells.count, !isLabel else { return }
        let columns = cells.map { cell in
            let first = text.characters(in: head.lowerBound..<cell.lowerBound)
            return first..<(first + text.characters(in: cell))
        }
        take(cells, columns: columns, in: text, by: scan)
    }

    private mutating func take(_ places: [Range<Int>], columns: [Range<Int>], in text: TextBytes, by scan: TextScan) {
        let names = scan.names(in: places, of: text)
        cells = zip(columns, names).map { Cell(columns: $0, names: $1) }
        named = names.reduce(into: DetectorMask()) { $0.formUnion($1) }
    }

    /// Whether two blanks or more stand between words of a line.
    private static func isParted(_ line: Range<Int>, in text: TextBytes) -> Bool {
        var last = line.upperBound
        for at in line where text[at] > 32 {
            if at > last + 1 { return true }
            last = at
        }
        return false
    }

    /// The parts of a line that at least so many blanks part.
    private static func runs(of line: Range<Int>, apart blanks: Int, in text: TextBytes) -> [Range<Int>] {
        var (runs, start, end): ([Range<Int>], Int?, Int) = ([], nil, line.lowerBound)
        for at in line where text[at] > 32 {
            if let first = start, at - end >= blanks {
                runs.append(first..<end)
                start = at
            }
            start = start ?? at
            end = at + 1
        }
        return runs + (start.map { [$0..<end] } ?? [])
    }

    /// The byte at which a character of a line begins.
    private static func place(of column: Int, in line: Range<Int>, _ text: TextBytes) -> Int {
        var (at, left) = (line.lowerBound, column)
        while at < line.upperBound, left > 0 {
            at += 1
            if text[at] & 0xC0 != 0x80 { left -= 1 }
        }
        return at
    }

    private static func isBlank(_ line: Range<Int>, in text: TextBytes) -> Bool {
        line.allSatisfy { text[$0] <= 32 }
    }

    private static func line(at place: Int, in text: TextBytes) -> Range<Int> {
        text.lineStart(place, limit: longestLine)..<text.lineEnd(place, limit: longestLine)
    }
}
