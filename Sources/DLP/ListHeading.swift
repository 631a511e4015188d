/// A list of values, one on a line, below a line that names them: `pesel`, `# PESEL`, `PESEL numbers:`, `"pesel": [`.
struct ListHeading {
    private(set) var start: Int
    /// After the last line that is known to belong to it.
    private(set) var end: Int
    private(set) var named = DetectorMask()

    private static let longestItem = 160
    private static let longestHeading = 160
    private static let farthest = 64 * 1024

    /// The list around a line; nil where the line is no item.
    init?(around line: Range<Int>, in text: TextBytes, by scan: TextScan) {
        guard Self.item(line, in: text) != nil else { return nil }
        var (at, isBlank) = (line, false)
        (start, end) = (line.lowerBound, line.upperBound + 1)
        while at.lowerBound > 0, line.lowerBound - at.lowerBound < Self.farthest {
            at = Self.line(at: at.lowerBound - 1, in: text)
            if Self.item(at, in: text) != nil, !isBlank {
                start = at.lowerBound
            } else if at.allSatisfy({ text[$0] <= 32 }), !isBlank {
                isBlank = true
            } else {
                break
            }
        }
        guard at.lowerBound < start, Self.isHeading(at, afterBlank: isBlank, in: text),
            !Self.isRow(at, with: line, in: text)
        else { return }
        for hit in scan.hits(in: at, of: text) { named.formUnion(hit.names) }
    }

    mutating func reaches(_ line: Range<Int>, in text: TextBytes) -> Bool {
        guard start <= line.lowerBound else { return false }
        while end <= line.lowerBound {
            let next = Self.line(at: end, in: text)
            guard Self.item(next, in: text) != nil else { return false }
            end = next.upperBound + 1
        }
        return true
    }

    /// Whether the value that begins at a place is what its line is there for.
    static func begins(_ place: Int, in text: TextBytes) -> Bool {
        item(line(at: place, in: text), in: text).map { place - $0.lowerBound <= 2 } ?? false
    }

    static func line(at place: Int, in text: TextBytes) -> Range<Int> {
        text.line(at: place, limit: longestItem * 2)
    }

    /// The value of a line, without what marks it as one of a list; nil for a line of prose.
    private static func item(_ line: Range<Int>, in text: TextBytes) -> Range<Int>? {
        guard line.count <= longestItem, line.count > 4 else { return nil }
        var (start, end) = (line.lowerBound, line.upperBound)
        while start < end, isMark(text[start]) { start += 1 }
        // `12. ` or `12) `
        var number = start
        while number < start + 4, text[number].isDigit { number += 1 }
        if number > start, text[number] == UInt8(ascii: ".") || text[number] == UInt8(ascii: ")"),
            text[number + 1] == 32
        {
            start = number + 2
            while start < end, isMark(text[start]) { start += 1 }
        }
        while end > start, isMark(text[end - 1]) || isTail(text[end - 1]) { end -= 1 }
        guard end - start >= 5 else { return nil }
        var (digits, blanks, small) = (0, 0, 0)
        for at in start..<end {
            let byte = text[at]
            if byte.isDigit { digits += 1 }
            if byte == 32 { blanks += 1 }
            if byte.isLower { small += 1 }
            if byte == UInt8(ascii: ":") || byte == UInt8(ascii: ",") || byte == 9 { return nil }
        }
        let isToken = blanks == 0 && (digits > 0 || small == 0)
        return isToken || (digits > 1 && small == 0 && blanks < 10) ? start..<end : nil
    }

    /// A line that names: a title, or one that ends with a sign that something follows.
    private static func isHeading(_ line: Range<Int>, afterBlank: Bool, in text: TextBytes) -> Bool {
        var end = line.upperBound
        while end > line.lowerBound, text[end - 1] <= 32 { end -= 1 }
        guard end > line.lowerBound, line.count <= longestHeading else { return false }
        switch text[end - 1] {
        case UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "="), UInt8(ascii: "|"),
            UInt8(ascii: ">"):
            return true
        default: break
        }
        var start = line.lowerBound
        while text[start].isBlank { start += 1 }
        if text[start] == UInt8(ascii: "#") || text[start] == UInt8(ascii: "*") { return true }
        let words = (start..<end).count { text[$0] == 32 } + 1
        let digits = (start..<end).count { text[$0].isDigit }
        let isStatement = text.holds("VALUES", at: end - 6) || text.holds("values", at: end - 6)
        return isStatement || (!afterBlank && words <= 5 && digits <= 4 && text[end - 1] != UInt8(ascii: "."))
    }

    /// Whether a line and an item are two rows of a table: the sign that ends the item parts the line into cells.
    private static func isRow(_ line: Range<Int>, with item: Range<Int>, in text: TextBytes) -> Bool {
        var end = item.upperBound
        while end > item.lowerBound, text[end - 1] <= 32 || text[end - 1] == UInt8(ascii: "\"") { end -= 1 }
        let sign = text[end - 1]
        guard sign == UInt8(ascii: ",") || sign == UInt8(ascii: ";") else { return false }
        var last = line.upperBound
        while last > line.lowerBound, !text[last - 1].isAlphanumeric { last -= 1 }
        return line.count { text[$0] == sign } == 1
            && (line.lowerBound..<last).contains { text[$0] == sign }
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case 32, 9, UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ">"), UInt8(ascii: "\""),
            UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "`"), 0xE2, 0x80, 0xA2:
            true
        default: false
        }
    }

    private static func isTail(_ byte: UInt8) -> Bool {
        switch byte {
        case 13, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): true
        default: false
        }
    }
}
