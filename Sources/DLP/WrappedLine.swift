/// Whether lines of prose end between two places because they were full, and their sentence goes on.
enum WrappedLine {
    /// Words that a line of prose has at least before it ends.
    private static let words = 4
    /// Lines that may end between a value and its word.
    private static let most = 2
    /// Bytes of a line that are looked at.
    private static let longest = 400

    /// - Parameters:
    ///   - end: where a value ends.
    ///   - later: a place behind it.
    static func joins(_ end: Int, _ later: Int, in text: TextBytes) -> Bool {
        var (at, lines) = (end, 0)
        while let lineEnd = (at..<later).first(where: { text[$0] == 10 }) {
            guard lines < most, endsOpen(lineEnd, in: text), let next = nextLine(from: lineEnd + 1, in: text),
                next <= later, isProse(before: lineEnd, in: text)
            else { return false }
            (at, lines) = (next, lines + 1)
        }
        guard lines > 0 else { return false }
        // No sentence, and no field of a form, ends or begins before the word.
        for at in end..<later {
            if text[at].isDigit { return false }
            switch text[at] {
            case UInt8(ascii: "|"), UInt8(ascii: "="), UInt8(ascii: "{"), UInt8(ascii: "<"), 9: return false
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"):
                if text[at + 1] <= 32 { return false }
            default: break
            }
        }
        return true
    }

    /// Whether a line ends within a sentence: with a letter, a digit, a comma.
    private static func endsOpen(_ lineEnd: Int, in text: TextBytes) -> Bool {
        var last = lineEnd - 1
        while text[last] == 13 || text[last] == 32 { last -= 1 }
        return text[last].isAlphanumeric || text[last] >= 0x80 || text[last] == UInt8(ascii: ",")
            || text[last] == UInt8(ascii: ")")
    }

    /// The first letter of a line, behind the marks of a quotation; nil where a line does not begin with one.
    private static func nextLine(from start: Int, in text: TextBytes) -> Int? {
        var at = start
        while at < start + 16, text[at] == 32 || text[at] == UInt8(ascii: ">") { at += 1 }
        return text[at].isLetter || text[at] >= 0x80 || text[at] == UInt8(ascii: "(") ? at : nil
    }

    /// Whether the line that ends at a place has words enough, parted by single blanks, and no signs of tables, fields or code.
    private static func isProse(before lineEnd: Int, in text: TextBytes) -> Bool {
        let line = text.lineStart(lineEnd, limit: longest)..<lineEnd
        var count = 0
        for at in line {
            let byte = text[at]
            switch byte {
            case UInt8(ascii: "|"), UInt8(ascii: "="), UInt8(ascii: "{"), UInt8(ascii: "<"), 9: return false
            case 32: if text[at + 1] == 32 { return false }
            default: break
            }
            if byte.isLower, text[at + 1].isLower,
                !text[at - 1].isLetter || (text[at - 1].isUpper && !text[at - 2].isLetter)
            {
                count += 1
            }
        }
        return count >= words
    }
}
