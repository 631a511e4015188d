/// What delimiters part in one line of a table.
extension TableReader {
    func cells(of line: Range<Int>, _ delimiter: UInt8) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = line.lowerBound
        eachDelimiter(delimiter, in: line) { place in
            cells.append(start..<place)
            start = place + 1
        }
        return cells + [start..<line.upperBound]
    }

    func count(_ delimiter: UInt8, in line: Range<Int>) -> Int {
        let line = line.clamped(to: 0..<text.count)
        let (all, quotes) = text.count(delimiter, in: line)
        guard all > 0 else { return 0 }
        let isTuple = isTuple(line)
        guard quotes > 0 || isTuple else { return all }
        var count = 0
        eachDelimiter(delimiter, in: line) { _ in count += 1 }
        // The comma behind a row of SQL parts it from the next one.
        let isWhole = line.upperBound == text.count || text[line.upperBound].isLineEnd
        return isTuple && isWhole && text[line.upperBound - 1] == delimiter ? count - 1 : count
    }

    /// A row of values in SQL.
    private func isTuple(_ line: Range<Int>) -> Bool {
        var at = line.lowerBound
        while at < line.upperBound, text[at].isBlank { at += 1 }
        return text[at] == UInt8(ascii: "(")
    }

    /// The delimiters outside double quotes, in a row of SQL outside single ones.
    private func eachDelimiter(_ delimiter: UInt8, in line: Range<Int>, _ body: (Int) -> Void) {
        var isQuoted = false
        let quote = isTuple(line) ? UInt8(ascii: "'") : UInt8(ascii: "\"")
        let line = line.clamped(to: 0..<text.count)
        for start in stride(from: line.lowerBound, to: line.upperBound, by: 64) {
            let part = TextBytes.bits(from: start, before: line.upperBound)
            let quotes = text.marks(of: quote, from: start)
            var marks = (quotes | text.marks(of: delimiter, from: start)) & part
            while marks != 0 {
                let offset = marks.trailingZeroBitCount
                marks &= marks &- 1
                if quotes & (1 &<< UInt64(offset)) != 0 {
                    isQuoted.toggle()
                } else if !isQuoted {
                    body(start + offset)
                }
            }
        }
    }

    /// Where the row begins that holds a place: the lines over which its quoted cells reach belong to it (RFC 4180, section 2).
    func rowStart(of place: Int, in table: Table) -> Int {
        let line = line(at: place)
        guard let whole = row(endingWith: line), count(table.delimiter, in: whole) == table.count else {
            return line.lowerBound
        }
        return whole.lowerBound
    }

    /// A row whose last line this is, from the line on in which its quoted cell begins; nil where none ends here.
    func row(endingWith line: Range<Int>) -> Range<Int>? {
        guard isOpen(line) else { return nil }
        var above = line
        for _ in 0..<Self.mostLines where above.lowerBound > 0 {
            above = self.line(at: above.lowerBound - 1)
            if isOpen(above) { return above.lowerBound..<line.upperBound }
        }
        return nil
    }

    /// A row whose first line this is, to the end of the line in which its quoted cell ends; nil where none begins here.
    func row(beginningWith line: Range<Int>) -> Range<Int>? {
        guard isOpen(line) else { return nil }
        var below = line
        for _ in 0..<Self.mostLines where below.upperBound + 1 < text.count {
            below = self.line(at: below.upperBound + 1)
            if isOpen(below) { return line.lowerBound..<below.upperBound }
        }
        return nil
    }

    /// Lines over which a cell reaches at most.
    private static let mostLines = 64

    /// Whether a cell is quoted that does not end in its line, or one that did not begin in it.
    private func isOpen(_ line: Range<Int>) -> Bool {
        text.count(UInt8(ascii: "\""), in: line.clamped(to: 0..<text.count)).quotes % 2 == 1
    }

    /// Whether the first part of a line that commas or semicolons part is a name with its value: `"phone": "…",`, `ssn = '…';`. Such lines
    /// have as many delimiters as each other, but the first of them is no header.
    func isKeyed(_ cells: [Range<Int>], _ delimiter: UInt8) -> Bool {
        guard delimiter == UInt8(ascii: ",") || delimiter == UInt8(ascii: ";"),
            let cell = cells.first(where: { $0.contains { text[$0].isAlphanumeric } }),
            let first = cell.first(where: { text[$0] > 32 })
        else { return false }
        for at in first + 1..<max(first + 1, cell.upperBound) {
            if isCall(at) { return true }
            if isKeySign(at), (at + 1..<cell.upperBound).contains(where: { text[$0] > 32 }) {
                // In parentheses a header says what it means.
                return !(first..<at).contains { text[$0] == UInt8(ascii: "(") }
            }
        }
        return false
    }

    /// Whether a parenthesis opens before a text in quotes: `IN ('…`, `setPhone("…`.
    private func isCall(_ place: Int) -> Bool {
        guard text[place] == UInt8(ascii: "("), case let quote = text[place + 1] else { return false }
        return (quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")) && text[place + 2] != quote
    }

    /// Whether a sign parts a name from its value.
    private func isKeySign(_ place: Int) -> Bool {
        if text[place] == UInt8(ascii: "=") { return true }
        let (before, after) = (text[place - 1], text[place + 1])
        return text[place] == UInt8(ascii: ":")
            && (after.isBlank || after == UInt8(ascii: "\"") || after == UInt8(ascii: "'")
                || before == UInt8(ascii: "\"")
                || before == UInt8(ascii: "'"))
    }
}
