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
        case UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "$"), UInt8(ascii: "*"), UInt8(ascii: "~"),
            UInt8(ascii: "@"), UInt8(ascii: "\\"):
            return false
        case UInt8(ascii: "."), UInt8(ascii: ":"): return !further.isDigit
        case UInt8(ascii: "/"): return !further.isDigit || SlashList.hasItem(before: start - 1, in: text)
        case UInt8(ascii: "-"): return !further.isAlphanumeric
        case 0xA3, 0xA5: return further != 0xC2
        case 0x90...0x95: return text[start - 3] != 0xE2 || !text[start - 4].isAlphanumeric
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
        case UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "*"), UInt8(ascii: "@"), UInt8(ascii: "~"): return false
        case UInt8(ascii: "."), UInt8(ascii: ":"): return !further.isDigit
        case UInt8(ascii: "/"):
            return !further.isDigit || SlashList.hasItem(after: end, in: text)
                || SlashList.hasExpiry(after: end, in: text)
        case UInt8(ascii: "-"): return !further.isAlphanumeric
        case 0xE2:
            return further != 0x80 || !(0x90...0x95).contains(text[end + 2]) || !text[end + 3].isAlphanumeric
        default: return !here.isAlphanumeric
        }
    }
}
