/// Where the words of a line stand that at least two blanks part from others.
struct FixedLayout {
    /// Characters from the beginning of the line.
    var columns: [Range<Int>]
    let hasDigits: Bool
    /// Whether a label ends one of its parts: a line of a form.
    let isLabel: Bool

    /// Whether it is a line of prose, as none stands above or below a page.
    var isProse: Bool { columns.contains { $0.count > 60 } }

    /// Of a line whose words single blanks part.
    static let none = FixedLayout()

    private init() { (columns, hasDigits, isLabel) = ([], false, false) }

    init(_ line: Range<Int>, in text: TextBytes) {
        let runs = Self.runs(of: line, apart: 2, in: text)
        columns = Self.columns(runs, of: line, in: text)
        hasDigits = line.contains { text[$0].isDigit }
        isLabel = runs.contains { text[$0.upperBound - 1] == UInt8(ascii: ":") }
    }

    /// Whether two places are the same but for what a layout in characters makes of letters of different widths.
    static func isBeside(_ place: Int, _ other: Int) -> Bool { abs(place - other) <= 2 }

    /// Whether a line can be one of a table of these columns: a row, or what goes on with a cell.
    func fits(_ row: FixedLayout) -> Bool {
        guard !row.isLabel, let places = places(of: row) else { return false }
        guard row.columns.count == 1, let run = row.columns.first else { return true }
        // A line of text may stand below a column too: what goes on with a cell begins, ends or is centred as the cell does.
        let cell = columns[places[0].column]
        return Self.isBelow(run, cell)
    }

    /// Whether two lines can be of one table.
    func isAligned(with other: FixedLayout) -> Bool {
        !isLabel && !other.isLabel && (fits(other) || other.fits(self))
    }

    /// Whether a line is a row of a table of these columns beyond doubt.
    func isRow(_ row: FixedLayout) -> Bool {
        guard row.columns.count > 1, !row.isLabel, let places = places(of: row) else { return false }
        return places.count { $0.isExact } > 1
    }

    /// Whether a line goes on with one cell, other than the first, of a table of these columns.
    func hasAside(_ line: FixedLayout) -> Bool {
        guard let own = columns.first, let first = line.columns.first, let last = line.columns.last,
            first.lowerBound > own.upperBound
        else { return false }
        return line.columns.count == 1 || columns.count { $0.overlaps(first.lowerBound..<last.upperBound) } < 2
    }

    /// Whether another line has all the columns, each beginning, ending or centred where it does here.
    func isSame(as row: FixedLayout) -> Bool {
        guard row.columns.count == columns.count else { return false }
        return zip(columns, row.columns).allSatisfy { Self.isBelow($0, $1) }
    }

    /// Whether what stands in two lines begins, ends or is centred in one place.
    private static func isBelow(_ run: Range<Int>, _ cell: Range<Int>) -> Bool {
        isBeside(run.lowerBound, cell.lowerBound) || isBeside(run.upperBound, cell.upperBound)
            || abs(run.lowerBound + run.upperBound - cell.lowerBound - cell.upperBound) <= 4
    }

    /// The column below whose head a word begins or ends in a line whose cells no more than one blank parts: each column has such a word,
    /// at most two characters aside.
    func column(ofWordAt place: Int, in line: Range<Int>, of text: TextBytes) -> Int? {
        wordsInAll(of: line, in: text)?.firstIndex { $0.lowerBound == place }
    }

    /// Whether each column has a word that begins or ends below its head in a line whose cells no more than one blank parts.
    func hasWordsInAll(_ line: Range<Int>, of text: TextBytes) -> Bool { wordsInAll(of: line, in: text) != nil }

    /// For each column the word that begins or ends below its head, at most two characters aside; nil where one has none.
    private func wordsInAll(of line: Range<Int>, in text: TextBytes) -> [Range<Int>]? {
        guard columns.count > 2 else { return nil }
        let runs = Self.runs(of: line, apart: 1, in: text)
        guard runs.count <= columns.count * 4 else { return nil }
        var (found, at): ([Range<Int>], Int) = ([], 0)
        let words = Self.columns(runs, of: line, in: text)
        for head in columns {
            let next = words[at...].firstIndex {
                Self.isBeside($0.lowerBound, head.lowerBound) || Self.isBeside($0.upperBound, head.upperBound)
            }
            guard let next else { return nil }
            found.append(runs[next])
            at = next + 1
        }
        return found
    }

    /// Whether it can be a head above such a row.
    func isHead(of row: FixedLayout) -> Bool { !hasDigits && columns.count > 1 && columns.count >= row.columns.count }

    /// The columns in which the parts of a line stand, each in one of its own, and whether they surely do; nil where they do not.
    private func places(of row: FixedLayout) -> [(column: Int, isExact: Bool)]? {
        var places: [(column: Int, isExact: Bool)] = []
        for run in row.columns {
            guard let place = place(of: run) else { return nil }
            // What stands between two heads goes on with the cell before.
            let least = (places.last?.column ?? -1) + (place.isExact || places.isEmpty ? 1 : 0)
            guard place.column >= least else { return nil }
            places.append(place)
        }
        return places.isEmpty ? nil : places
    }

    private func place(of run: Range<Int>) -> (column: Int, isExact: Bool)? {
        let below = columns.indices.filter { columns[$0].overlaps(run) }
        guard below.count < 2 else { return nil }
        if let column = below.first { return (column, true) }
        return columns.lastIndex { $0.lowerBound <= run.lowerBound }.map { ($0, false) }
    }

    /// Whether two blanks or more stand between words of a line.
    static func isParted(_ line: Range<Int>, in text: TextBytes) -> Bool {
        var last = line.upperBound
        for at in line where text[at] > 32 {
            if at > last + 2 { return true }
            last = at
        }
        return false
    }

    /// The parts of a line that at least so many blanks part.
    static func runs(of line: Range<Int>, apart blanks: Int, in text: TextBytes) -> [Range<Int>] {
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
    static func place(of column: Int, in line: Range<Int>, _ text: TextBytes) -> Int {
        var (at, left) = (line.lowerBound, column)
        while at < line.upperBound, left > 0 {
            at += 1
            if text[at] & 0xC0 != 0x80 { left -= 1 }
        }
        return at
    }

    static func isBlank(_ line: Range<Int>, in text: TextBytes) -> Bool {
        line.allSatisfy { text[$0] <= 32 }
    }

    /// The characters of a line that its parts are.
    static func columns(_ runs: [Range<Int>], of line: Range<Int>, in text: TextBytes) -> [Range<Int>] {
        var (columns, at, column): ([Range<Int>], Int, Int) = ([], line.lowerBound, 0)
        for run in runs {
            let first = column + text.characters(in: at..<run.lowerBound)
            column = first + text.characters(in: run)
            at = run.upperBound
            columns.append(first..<column)
        }
        return columns
    }
}
