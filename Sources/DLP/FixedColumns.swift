/// A place before which words are the heads of other columns: they do not name a value, though they are near.
struct WordFloor {
    var place: Int
    /// What those heads name.
    let names: DetectorMask
}

/// A table whose columns stand below each other: its head is the first lines of a paragraph, or stands at a line of dashes.
///
/// Paragraphs below belong to it as long as they begin with rows of its columns: programs that lay out pages leave lines blank between rows,
/// and pages have lines above and below.
struct FixedColumns {
    private(set) var start: Int
    /// After the last line that is known to belong to it.
    private(set) var end: Int
    /// After the last line that was looked at.
    private var seen: Int
    /// After the paragraph of the head: lines below it are rows only if they look like rows.
    private var close = Int.max
    private var cells: [Cell] = []
    private(set) var named = DetectorMask()
    private var isRuled = false
    /// Whether single blanks part the head's words: it is then believed for lines of as many words only.
    private var isTight = false
    /// The columns of the head; where there is none, those of the line that was asked for, if it has any.
    private var layout: FixedLayout
    /// What stands between the last line that belongs to it and the last that was looked at.
    private var gap = RowGap()
    /// Whether a page has begun since its last row: its columns may stand elsewhere there.
    private var isOnNewPage = false
    /// Most blank lines between two of its rows.
    private var padding = 0
    private var isOver = false
    /// Whether a row has words alone, as heads have.
    private var hasWordRows = false
    /// Whether it begins with a head, even where that names nothing.
    private(set) var isHeaded = false
    /// After the last line of a head that names something.
    private var headEnd = 0
    /// Where it stands below another table that names something: words of that are none of its columns'.
    var floor: WordFloor?
    /// Where it was looked for at the most.
    let least: Int

    /// Whether a line of more words may know of a head that the one that was asked for did not.
    var isPoor: Bool { named.isEmpty && layout.columns.count < 2 }

    private struct Cell {
        /// Characters from the beginning of the line.
        let columns: Range<Int>
        let names: DetectorMask
    }

    /// How a line stands to a table.
    enum Standing {
        case row
        /// Neither is it a row nor is the table over.
        case between
        case outside
    }

    private static let longestLine = 2_048
    private static let farthest = 64 * 1024

    /// The table that holds a line; one without a head where there is none, so that it is not looked for again.
    /// - Parameter floor: the table is known not to begin before it.
    init(around line: Range<Int>, notBefore floor: Int, in text: TextBytes, by scan: TextScan) {
        let line = PageBreak.behind(line, in: text)
        var (top, rule, at): (Range<Int>, Range<Int>?, Range<Int>) = (line, nil, line)
        while PageBreak.hasAbove(at, notBefore: floor, in: text), line.lowerBound - at.lowerBound < Self.farthest {
            at = Self.line(at: at.lowerBound - 1, in: text)
            guard at.count < Self.longestLine, !FixedLayout.isBlank(at, in: text) else { break }
            if TableHead.isRule(at, in: text) { rule = at }
            top = at
        }
        (start, end, seen) = (top.lowerBound, line.upperBound + 1, line.upperBound + 1)
        layout = FixedLayout.isParted(line, in: text) ? FixedLayout(line, in: text) : .none
        least = floor
        if let rule, line.lowerBound > top.lowerBound {
            read(rule: rule, top: top, line: line, in: text, by: scan)
        } else {
            readHead(from: top, to: line, in: text, by: scan)
            if named.isEmpty { lookAbove(top, of: line, notBefore: floor, in: text, by: scan) }
        }
    }

    /// Goes on with the lines down to this one, unless the table ends before it.
    mutating func standing(of line: Range<Int>, in text: TextBytes, by scan: TextScan) -> Standing {
        guard start <= line.lowerBound else { return .outside }
        while seen <= line.lowerBound, !isOver {
            if text[seen] == PageBreak.sign { isOnNewPage = true }
            let next = PageBreak.behind(seen..<text.lineEnd(seen, limit: Self.longestLine), in: text)
            seen = next.upperBound + 1
            look(at: next, in: text, by: scan)
        }
        return line.lowerBound < end ? .row : isOver ? .outside : .between
    }

    private mutating func look(at line: Range<Int>, in text: TextBytes, by scan: TextScan) {
        let isBlank = FixedLayout.isBlank(line, in: text)
        if isBlank { close = min(close, line.lowerBound) }
        if line.count >= Self.longestLine || isBlank && (isTight || layout.columns.count < 2) {
            isOver = true
        } else if isBlank {
            gap.add(blank: true)
            isOver = gap.isTooLong
        } else if isOnNewPage, beginsPage(with: line, in: text, by: scan) {
            isOnNewPage = false
        } else if gap.isNone, !isOnNewPage {
            goOn(with: line, in: text, by: scan)
        } else {
            let row = FixedLayout(line, in: text)
            guard layout.fits(row) || layout.hasWordsInAll(line, of: text) else {
                gap.add(blank: false)
                isOver = gap.isTooLong || row.isProse
                return
            }
            // By itself a short line may be the title of another table as well.
            guard row.columns.count > 1, !layout.hasAside(row) else {
                gap.add(title: row, below: layout)
                return
            }
            isOver = beginsOther(row, at: line, in: text, by: scan)
            guard !isOver else { return }
            guard !isWide || layout.isSame(as: row) || layout.hasWordsInAll(line, of: text) else {
                gap.add(blank: false)
                isOver = gap.isTooLong
                return
            }
            end = seen
            // The margins of pages are wider.
            if gap.strangers == 0 { padding = max(padding, gap.blanks) }
            if !row.hasDigits { hasWordRows = true }
            gap = RowGap()
        }
    }

    private var isWide: Bool { gap.isWide(padding) }

    /// Whether the page begins with this line: it is the head of its own table, or the first row that has as many columns as this one's
    /// head. Pages are laid out one by one, so that the columns of each may stand elsewhere.
    private mutating func beginsPage(with line: Range<Int>, in text: TextBytes, by scan: TextScan) -> Bool {
        let row = FixedLayout(line, in: text)
        guard row.columns.count > 1, !row.isLabel else { return false }
        guard row.hasDigits else {
            isOver =
                row.columns.count >= layout.columns.count
                || !scan.hits(in: line, of: text).allSatisfy { $0.names.isEmpty }
            return isOver
        }
        guard !named.isEmpty, !isTight, row.columns.count == cells.count else { return false }
        layout.columns = row.columns
        cells = zip(row.columns, cells).map { Cell(columns: $0, names: $1.names) }
        (end, gap) = (seen, RowGap())
        return true
    }

    /// Whether a line that could be a row is the head of another table.
    private func beginsOther(
        _ row: FixedLayout, at line: Range<Int>, in text: TextBytes, by scan: TextScan
    ) -> Bool {
        guard !row.hasDigits else { return false }
        if isWide || !hasWordRows, row.columns.count >= layout.columns.count { return true }
        return !scan.hits(in: line, of: text).allSatisfy { $0.names.isEmpty }
    }

    /// A line right below a row: it is one too, but where it has as many words as there are columns and they say that values are others.
    private mutating func goOn(with line: Range<Int>, in text: TextBytes, by scan: TextScan) {
        if !named.isEmpty, !line.contains(where: { text[$0].isDigit }) {
            let count = FixedLayout(line, in: text).columns.count
            isOver =
                count > 1 && count >= layout.columns.count
                && !scan.hits(in: line, of: text).allSatisfy { $0.denies.isEmpty }
            if count > 1 { hasWordRows = true }
        }
        if !isOver { end = seen }
    }

    /// What the head of the column names in which a value stands; nil where it stands in none.
    func header(at place: Int, in text: TextBytes) -> (names: DetectorMask, isSure: Bool)? {
        guard !named.isEmpty else { return nil }
        var line = text.lineStart(place, limit: Self.longestLine)
        if text[line] == PageBreak.sign { line += 1 }
        let isApart = place == line || text[place - 1] == 32 && (isRuled || text[place - 2] == 32 || place - 1 == line)
        guard isApart || text[place - 1] == 32 else { return nil }
        let whole = line..<text.lineEnd(place, limit: Self.longestLine)
        if isTight {
            let row = FixedLayout.runs(of: whole, apart: 1, in: text)
            guard row.count == cells.count, let at = row.firstIndex(where: { $0.lowerBound == place }) else {
                return nil
            }
            return (cells[at].names, false)
        }
        let isFar = line >= close
        if isFar, !layout.isRow(FixedLayout(whole, in: text)), !layout.hasWordsInAll(whole, of: text) { return nil }
        let first = text.characters(in: line..<place)
        var stop = place
        while text[stop] > 32 || (text[stop] == 32 && text[stop + 1] > 32) { stop += 1 }
        let last = first + text.characters(in: place..<stop)
        let exact = cells.first { $0.columns.lowerBound == first || (isApart && $0.columns.upperBound == last) }
        if let exact { return (exact.names, isApart) }
        guard isApart else {
            let isBelow = cells.contains { FixedLayout.isBeside(first, $0.columns.lowerBound) }
            let column = isBelow ? layout.column(ofWordAt: place, in: whole, of: text) : nil
            return column.map { (cells[$0].names, true) } ?? namesOfCell(around: place, in: whole, of: text)
        }
        let below = cells.filter { $0.columns.overlaps(first..<max(last, first + 1)) }
        if below.count == 1 { return (below[0].names, isRuled) }
        if let column = layout.column(ofWordAt: place, in: whole, of: text) { return (cells[column].names, true) }
        guard !isFar, let cell = cells.last(where: { $0.columns.lowerBound <= first }) else { return nil }
        return (cell.names, isRuled)
    }

    /// What the head names of the cell in which a value stands behind other words; nil where the cell is not below one head alone.
    private func namesOfCell(
        around place: Int, in line: Range<Int>, of text: TextBytes
    ) -> (names: DetectorMask, isSure: Bool)? {
        let runs = FixedLayout.runs(of: line, apart: 2, in: text)
        guard let at = runs.firstIndex(where: { $0.contains(place) }) else { return nil }
        let run = FixedLayout.columns(runs, of: line, in: text)[at]
        let above = cells.filter { $0.columns.overlaps(run) }
        return above.count == 1 ? (above[0].names, false) : nil
    }

    /// The head in the first lines of a paragraph.
    private mutating func readHead(
        from top: Range<Int>, to line: Range<Int>, in text: TextBytes, by scan: TextScan
    ) {
        let lines = Self.beginning(from: top, to: line, in: text)
        let words = lines.prefix { line in !line.contains { text[$0].isDigit } }
        if words.count > 1, words.contains(where: { FixedLayout.isParted($0, in: text) }) {
            read(lines: Array(words), in: text, by: scan)
        }
        for head in lines where named.isEmpty { read(head: head, above: line, in: text, by: scan) }
    }

    /// The first lines of a paragraph that stand above one of it.
    private static func beginning(from top: Range<Int>, to line: Range<Int>, in text: TextBytes) -> [Range<Int>] {
        var (lines, next): ([Range<Int>], Range<Int>) = ([], top)
        while lines.count < 3, next.lowerBound < line.lowerBound {
            lines.append(next)
            next = Self.line(at: next.upperBound + 1, in: text)
        }
        return lines
    }

    /// The head above blank lines between rows: the nearest line without digits that names something.
    private mutating func lookAbove(
        _ top: Range<Int>, of line: Range<Int>, notBefore floor: Int, in text: TextBytes, by scan: TextScan
    ) {
        let row = layout
        guard row.columns.count > 1 else { return }
        // What begins with a head of its own has none above.
        let first = Self.beginning(from: top, to: line, in: text).map { FixedLayout($0, in: text) }
        isHeaded = first.prefix { !$0.hasDigits }.contains { $0.isHead(of: row) }
        guard !isHeaded else { return }
        var last = first.first { $0.columns.count > 1 && !row.hasAside($0) } ?? row
        var (at, gap, padding): (Range<Int>, RowGap, Int?) = (top, RowGap(), nil)
        if let first = first.first, row.hasAside(first) { gap.add(title: first, below: row) }
        while PageBreak.hasAbove(at, notBefore: floor, in: text), line.lowerBound - at.lowerBound < Self.farthest {
            at = Self.line(at: at.lowerBound - 1, in: text)
            let isBlank = FixedLayout.isBlank(at, in: text)
            let now = FixedLayout(at, in: text)
            let isTightly = !isBlank && now.hasWordsInAll(line, of: text)
            let isAligned = isBlank || gap.isNone || row.isAligned(with: now) || isTightly
            if !isBlank, isAligned, row.hasAside(now) || (!gap.isNone && now.columns.count == 1) {
                gap.add(title: now, below: row)
                continue
            }
            if isBlank || !isAligned {
                gap.add(blank: isBlank)
                let isWide = gap.strangers > 0 || gap.blanks > padding ?? .max
                guard !gap.isTooLong, !now.isProse, !(isWide && last.isHead(of: row)) else { return }
                continue
            }
            // Behind a wider gap than those below it another table has ended, unless its last row is as full as the first one here.
            guard !gap.isWide(padding ?? 0) || (last.hasDigits && (now.isSame(as: last) || isTightly)) else {
                gap.add(blank: false)
                guard !gap.isTooLong, !now.isProse, !last.isHead(of: row) else { return }
                continue
            }
            let isTitle = now.columns.count == 1 && last.isHead(of: row)
            guard at.count < Self.longestLine, !isTitle else { return }
            if gap.strangers == 0 { padding = max(padding ?? 0, gap.blanks) }
            (gap, last, start) = (RowGap(), now, at.lowerBound)
            guard now.columns.count > 1, !now.hasDigits, !TableHead.isRule(at, in: text) else { continue }
            read(lines: words(endingWith: at, notBefore: floor, in: text), in: text, by: scan)
            if named.isEmpty {
                isHeaded = isHeaded || now.isHead(of: row)
                continue
            }
            let isRow = layout.isRow(row) || layout.hasWordsInAll(line, of: text)
            if isRow { (close, self.padding) = (at.upperBound + 1, padding ?? 0) } else { forget(row) }
            return
        }
    }

    /// A line and those right above it that may be of the same head.
    private func words(endingWith line: Range<Int>, notBefore floor: Int, in text: TextBytes) -> [Range<Int>] {
        var lines = [line]
        while lines.count < 3, PageBreak.hasAbove(lines[0], notBefore: floor, in: text) {
            let above = Self.line(at: lines[0].lowerBound - 1, in: text)
            guard !FixedLayout.isBlank(above, in: text), !above.contains(where: { text[$0].isDigit }) else { break }
            lines.insert(above, at: 0)
        }
        return lines
    }

    private mutating func forget(_ row: FixedLayout) { (cells, named, layout) = ([], DetectorMask(), row) }

    private mutating func read(
        rule: Range<Int>, top: Range<Int>, line: Range<Int>, in text: TextBytes, by scan: TextScan
    ) {
        let head = Self.line(at: rule == top ? rule.upperBound + 1 : rule.lowerBound - 1, in: text)
        guard head.lowerBound < line.lowerBound else { return }
        let groups = FixedLayout.runs(of: rule, apart: 1, in: text)
        // Dashes that end before the last heads do not say where the columns are.
        guard groups.count > 1, groups.count >= FixedLayout.runs(of: head, apart: 2, in: text).count else {
            return read(head: head, above: line, in: text, by: scan)
        }
        let starts = groups.map { text.characters(in: rule.lowerBound..<$0.lowerBound) }
        var cells: [Range<Int>] = []
        for (place, column) in starts.enumerated() {
            let first = FixedLayout.place(of: column, in: head, text)
            let next =
                place + 1 < starts.count ? FixedLayout.place(of: starts[place + 1], in: head, text) : head.upperBound
            cells.append(first..<max(first, next))
        }
        isRuled = true
        headEnd = max(head.upperBound, rule.upperBound)
        take(scan.names(in: cells, of: text), columns: zip(starts, groups).map { $0..<($0 + $1.count) })
    }

    private mutating func read(
        head: Range<Int>, above line: Range<Int>, in text: TextBytes, by scan: TextScan
    ) {
        guard head.count < 1_024 else { return }
        let isTight = !FixedLayout.isParted(head, in: text)
        // Wrapped words of a cell may stand above a row whose columns more than one blank parts.
        let isParted = FixedLayout.isParted(line, in: text)
        guard !isTight || !isParted && head.count <= 80 && Self.haveSameWords(head, line, in: text) else { return }
        let cells = FixedLayout.runs(of: head, apart: isTight ? 1 : 2, in: text)
        let digits = head.count { text[$0].isDigit }
        let isLabel = cells.contains { text[$0.upperBound - 1] == UInt8(ascii: ":") }
        guard cells.count > 1, cells.count < 200, digits <= cells.count, !isLabel else { return }
        headEnd = head.upperBound
        take(scan.names(in: cells, of: text), columns: FixedLayout.columns(cells, of: head, in: text))
        self.isTight = isTight && !named.isEmpty
    }

    /// Whether two lines have as many words, eight at most.
    private static func haveSameWords(_ head: Range<Int>, _ line: Range<Int>, in text: TextBytes) -> Bool {
        let counts = [head, line].map { part in part.lazy.filter { text[$0] > 32 && text[$0 + 1] <= 32 }.prefix(9).count
        }
        return counts[0] == counts[1] && counts[0] < 9
    }

    /// A head over some lines: the words of one column stand above each other.
    private mutating func read(lines: [Range<Int>], in text: TextBytes, by scan: TextScan) {
        guard let head = FixedHead(lines, in: text) else { return }
        isTight = false
        headEnd = lines.last?.upperBound ?? 0
        take(head.names(by: scan, in: text), columns: head.cells.map(\.columns))
    }

    private mutating func take(_ names: [DetectorMask], columns: [Range<Int>]) {
        cells = zip(columns, names).map { Cell(columns: $0, names: $1) }
        named = names.reduce(into: DetectorMask()) { $0.formUnion($1) }
        if !named.isEmpty { layout.columns = columns }
    }

    /// What other columns name that hold numbers in the row of a value: their heads are none of its own.
    func otherFloor(at place: Int, in text: TextBytes) -> WordFloor? {
        guard !named.isEmpty, place > headEnd else { return floor }
        let line = Self.line(at: place, in: text)
        let runs = FixedLayout.runs(of: line, apart: isTight ? 1 : 2, in: text)
        let columns = FixedLayout.columns(runs, of: line, in: text)
        guard !isTight || runs.count == cells.count else { return nil }
        var names = DetectorMask()
        for (number, run) in runs.enumerated() where !run.contains(place) && run.contains(where: { text[$0].isDigit }) {
            let below = isTight ? [cells[number]] : cells.filter { $0.columns.overlaps(columns[number]) }
            if below.count == 1 { names.formUnion(below[0].names) }
        }
        return names.isEmpty ? nil : WordFloor(place: headEnd, names: names)
    }

    private static func line(at place: Int, in text: TextBytes) -> Range<Int> {
        PageBreak.behind(text.line(at: place, limit: longestLine), in: text)
    }
}
