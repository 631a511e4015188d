/// Whether a value begins and ends where it seems to, or is a piece of something longer: a decimal, a time, an identifier, an amount.
enum Boundary {
    @inline(__always)
    static func isClean(before start: Int, in text: TextBytes) -> Bool {
        let before = text[start - 1]
        if before == 32 || before == 10 || before == 0 || before == UInt8(ascii: "\"") { return true }
        return isCleanSign(before, start, in: text)
    }

    private static func isCleanSign(_ before: UInt8, _ start: Int, in text: TextBytes) -> Bool {
        let further = text[start - 2]
        switch before {
        case UInt8(ascii: "+"), UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: "\\"): return false
        case UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "~"): return Emphasis.opens(before: start, in: text)
        case UInt8(ascii: "."): return !further.isDigit
        case UInt8(ascii: ":"): return !further.isDigit || isLabel(endingAt: start - 1, in: text)
        case UInt8(ascii: "/"): return !further.isDigit || SlashList.hasItem(before: start - 1, in: text)
        case UInt8(ascii: "-"): return !further.isAlphanumeric
        case 0xA3, 0xA5: return further != 0xC2
        case 0x90...0x95: return text[start - 3] != 0xE2 || isDashClean(before, text[start - 4])
        case 0xAC: return text[start - 3] != 0xE2
        default: return !before.isAlphanumeric
        }
    }

    @inline(__always)
    static func isClean(after end: Int, in text: TextBytes) -> Bool {
        let here = text[end]
        if here == 32 || here == 10 || here == 0 || here == UInt8(ascii: ",") { return true }
        return isCleanTail(here, end, in: text)
    }

    private static func isCleanTail(_ here: UInt8, _ end: Int, in text: TextBytes) -> Bool {
        let further = text[end + 1]
        switch here {
        case UInt8(ascii: "@"): return false
        case UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "~"): return Emphasis.closes(after: end, in: text)
        // The rest of a pattern of SQL.
        case UInt8(ascii: "%"): return further == UInt8(ascii: "'") || further == UInt8(ascii: "\"")
        case UInt8(ascii: "."), UInt8(ascii: ":"): return !further.isDigit
        case UInt8(ascii: "/"):
            return !further.isDigit || SlashList.hasItem(after: end, in: text)
                || SlashList.hasExpiry(after: end, in: text)
        case UInt8(ascii: "-"): return !further.isAlphanumeric
        case 0xE2:
            return further != 0x80 || !(0x90...0x95).contains(text[end + 2])
                || isDashClean(text[end + 2], text[end + 3])
        default: return !here.isAlphanumeric
        }
    }

    /// Whether a dash parts a value from what stands beyond it: an em dash stands between the parts of a sentence without blanks.
    private static func isDashClean(_ dash: UInt8, _ beyond: UInt8) -> Bool {
        dash >= 0x94 ? !beyond.isDigit : !beyond.isAlphanumeric
    }

    /// Whether the digits before a colon end a name or count lines, and are no part of a time: `ICD-10:`, `iban1:`, `users.csv:12:`.
    private static func isLabel(endingAt colon: Int, in text: TextBytes) -> Bool {
        var digits = colon
        while colon - digits < longestName, text[digits - 1].isDigit { digits -= 1 }
        let before = text[digits - 1]
        if before == UInt8(ascii: ":") || before == UInt8(ascii: "-") { return text[digits - 2].isLetter }
        var name = digits
        while colon - name < longestName, text[name - 1].isAlphanumeric || text[name - 1] == UInt8(ascii: "_") {
            name -= 1
        }
        return name == digits ? before == 10 || digits == 0 : text[name].isLetter && text[name - 1] != UInt8(ascii: ":")
    }

    /// Bytes that a name has at most, and more than numbers of lines have.
    private static let longestName = 32
}
