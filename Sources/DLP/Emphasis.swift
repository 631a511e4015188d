/// Signs that emphasise a value, or draw the line it is written on, and belong to no longer name and no sum: `**v**`, `_v_`, `~~v~~`,
/// `v*`, `____v____`.
enum Emphasis {
    /// Signs in a row at most.
    private static let longest = 40
    /// Bytes of the line within which the other end of a pair is looked for.
    private static let reach = 160

    /// Whether the signs before a place emphasise what begins there.
    static func opens(before start: Int, in text: TextBytes) -> Bool {
        var at = start
        while start - at < longest, isSign(text[at - 1]) { at -= 1 }
        guard isStart(text[at - 1]) else { return false }
        switch strength(of: at..<start, in: text) {
        case .alone: return true
        case .paired: return isClosed(from: start, by: text[start - 1], in: text)
        case .none: return false
        }
    }

    /// Whether the signs from a place on emphasise what ends there.
    static func closes(after end: Int, in text: TextBytes) -> Bool {
        var at = end
        while at - end < longest, isSign(text[at]) { at += 1 }
        guard isEnd(at, in: text) else { return false }
        switch strength(of: end..<at, in: text) {
        case .alone: return true
        case .paired: return isOpened(before: end, by: text[end], in: text)
        case .none: return false
        }
    }

    private enum Strength {
        /// They need no other end.
        case alone
        case paired
        case none
    }

    /// A name may begin with `_`, what is about so much with `~`, and more stars than three hide digits.
    private static func strength(of signs: Range<Int>, in text: TextBytes) -> Strength {
        let count = { (sign: UInt8) in signs.count { text[$0] == sign } }
        let (stars, lines, tildes) = (count(UInt8(ascii: "*")), count(UInt8(ascii: "_")), count(UInt8(ascii: "~")))
        guard stars <= 3, tildes <= 2 else { return .none }
        return lines == 1 || lines == 2 || tildes == 1 ? .paired : .alone
    }

    private static func isClosed(from start: Int, by sign: UInt8, in text: TextBytes) -> Bool {
        var at = start
        while at < start + reach, text[at] != 0, !text[at].isLineEnd {
            if text[at] == sign {
                var end = at
                while isSign(text[end]) { end += 1 }
                if !isSpace(text[at - 1]), isEnd(end, in: text) { return true }
                at = end
            } else {
                at += 1
            }
        }
        return false
    }

    private static func isOpened(before end: Int, by sign: UInt8, in text: TextBytes) -> Bool {
        var at = end
        while at > end - reach, text[at - 1] != 0, !text[at - 1].isLineEnd {
            if text[at - 1] == sign {
                var start = at - 1
                while isSign(text[start - 1]) { start -= 1 }
                if !isSpace(text[at]), isStart(text[start - 1]) { return true }
                at = start
            } else {
                at -= 1
            }
        }
        return false
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~")
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte <= 32 }

    /// What may stand before the signs that open.
    private static func isStart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "'"),
            UInt8(ascii: "`"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "="),
            UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "#"):
            true
        default: isSpace(byte) || byte >= 0x80
        }
    }

    /// Whether what stands behind the signs that close may stand there.
    private static func isEnd(_ place: Int, in text: TextBytes) -> Bool {
        switch text[place] {
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "'"),
            UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: ","),
            UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"):
            true
        case UInt8(ascii: "."): !text[place + 1].isDigit
        default: isSpace(text[place]) || text[place] >= 0x80
        }
    }
}
