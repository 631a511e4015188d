/// Telephone numbers that stand one behind the other, named before the first.
enum PhoneList {
    /// Bytes before a number in which the one before it in its list is looked for.
    private static let farthest = 64
    /// Bytes before a number that may hold what is no word.
    private static let widest = 240

    /// Whether the number before it in a list, or at the end of the line above, has as many digits as one that is dialled.
    static func holds(_ value: Range<Int>, in text: TextBytes) -> Bool {
        let line = text.lineStart(value.lowerBound, limit: farthest)
        if isLast(value.upperBound, in: text), line > 0, text[line - 1] == 10 {
            return isNumber(endingAt: end(before: line, in: text), in: text)
        }
        var at = value.lowerBound - 1
        while at > max(line, value.lowerBound - farthest), text[at] != UInt8(ascii: ";"), text[at] != UInt8(ascii: ",")
        {
            at -= 1
        }
        return at > line && isNumber(endingAt: at, in: text)
    }

    /// The bytes between a number and the last word before it: other numbers, leaders, what an element has for attributes.
    static func lead(before start: Int, in text: TextBytes) -> Int {
        var at = start
        if text[at - 1] == UInt8(ascii: ">") {
            while at > start - widest, text[at - 1] != UInt8(ascii: "<"), text[at - 1] != 10 { at -= 1 }
            guard text[at - 1] == UInt8(ascii: "<") else { return 0 }
        }
        while at > start - widest, text[at - 1] < 0x80, !text[at - 1].isLetter { at -= 1 }
        return start - at
    }

    private static func isLast(_ place: Int, in text: TextBytes) -> Bool {
        var at = place
        while at < place + 3, text[at] == 32 || text[at] == UInt8(ascii: ",") || text[at] == UInt8(ascii: ";") {
            at += 1
        }
        return text[at] == 10 || text[at] == 13 || at == text.count
    }

    /// Behind the last sign of the lines above that says something; one line may be empty.
    private static func end(before line: Int, in text: TextBytes) -> Int {
        var at = line
        while at > line - 6, " \r\n,;".utf8.contains(text[at - 1]) { at -= 1 }
        return at
    }

    private static func isNumber(endingAt end: Int, in text: TextBytes) -> Bool {
        let digits = PhoneDigits.groups(endingAt: end, partedBy: " -./()", within: 20, in: text).digits
        return end > 0 && text[end - 1].isDigit && (9...13).contains(digits)
    }
}
