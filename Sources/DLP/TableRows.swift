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
}
