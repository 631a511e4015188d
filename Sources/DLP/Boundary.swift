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
        case UInt8(ascii: "."): return isStop(start - 1, in: text)
        case UInt8(ascii: ":"): return !further.isDigit || isLabel(endingAt: start - 1, in: text)
        case UInt8(ascii: "/"): return !further.isDigit || SlashList.hasItem(before: start - 1, in: text)
        case UInt8(ascii: "-"): return !further.isAlphanumeric
        case 0xA3, 0xA5: return further != 0xC2
        case 0x90...0x95: return !isDash(before, further, text[start - 3]) || isDashClean(before, text[start - 4])
        // The sign of the euro.
        case 0xAC: return further != 0x82 || text[start - 3] != 0xE2
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

    /// Whether these bytes, the last first, are a hyphen, a dash or the sign of minus, and no arrow, tick or box.
    private static func isDash(_ last: UInt8, _ middle: UInt8, _ first: UInt8) -> Bool {
        first == 0xE2 && (middle == 0x80 || (middle == 0x88 && last == 0x92))
    }

    /// Whether a full stop ends or shortens a word, or is one of several: `No.4539…`, `paid).4539…`, `card....4539…`. Behind anything else
    /// it begins a decimal that is written without its zero, as behind the words and commands of code after which one may stand:
    /// `[.4539…`, `return.4539…`, `"M.4539…`.
    private static func isStop(_ stop: Int, in text: TextBytes) -> Bool {
        let before = text[stop - 1]
        if before == UInt8(ascii: ".") || before == UInt8(ascii: ")") || before >= 0x80 { return true }
        guard before.isLetter else { return false }
        let further = text[stop - 2]
        if further.isLetter {
            return !text.holds("return", at: stop - 6) || text[stop - 7].isAlphanumeric
        }
        return !further.isDigit && further != UInt8(ascii: "\"") && further != UInt8(ascii: "'")
    }

    /// Whether a dash parts a value from what stands beyond it: an em dash stands between the parts of a sentence without blanks.
    private static func isDashClean(_ dash: UInt8, _ beyond: UInt8) -> Bool {
        dash >= 0x94 ? !beyond.isDigit : !beyond.isAlphanumeric
    }

    /// Whether the digits before a colon end a name or count lines, and are no part of a time: `ICD-10:`, `iban1:`,
    /// `users.csv:12:`.
    private static func isLabel(endingAt colon: Int, in text: TextBytes) -> Bool {
        var digits = colon
        while colon - digits < longestName, text[digits - 1].isDigit { digits -= 1 }
        let before = text[digits - 1]
        let further = text[digits - 2]
        // The tag of a field in messages between banks begins its line: `:25:`.
        if before == UInt8(ascii: ":"), further == 10 || further == 0 { return true }
        if before == UInt8(ascii: ":") || before == UInt8(ascii: "-") { return further.isLetter }
        var name = digits
        while colon - name < longestName, text[name - 1].isAlphanumeric || text[name - 1] == UInt8(ascii: "_") {
            name -= 1
        }
        return name == digits ? before == 10 || digits == 0 : text[name].isLetter && text[name - 1] != UInt8(ascii: ":")
    }

    /// Bytes that a name has at most, and more than numbers of lines have.
    private static let longestName = 32
}
