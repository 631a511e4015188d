/// The name of the field whose value begins at a place: a JSON key, an XML tag, what stands before `=` or `:` on the line, or the
/// line above that ends with a colon.
struct FieldName {
    /// The bytes that hold the name.
    let range: Range<Int>
    /// Whether the syntax says that this is the name and nothing else.
    let isStrict: Bool

    /// Bytes that a name has at most.
    private static let longest = 96

    init?(before place: Int, in text: TextBytes) {
        let end = Self.afterSign(place, in: text)
        let sign = text[end - 1]
        switch sign {
        case UInt8(ascii: ">"):
            guard let open = Self.tag(endingAt: end - 1, in: text) else { return nil }
            (range, isStrict) = (open, true)
        case UInt8(ascii: "="), UInt8(ascii: ":"):
            let isQuoted = text[end - 2] == UInt8(ascii: "\"")
            let start = Self.start(of: end - 1, in: text)
            guard start < end - 1 else { return nil }
            (range, isStrict) = (start..<(end - 1), isQuoted || sign == UInt8(ascii: "="))
        case 9:
            let start = Self.start(of: end - 1, in: text)
            guard start < end - 1 else { return nil }
            (range, isStrict) = (start..<(end - 1), false)
        case 10:
            guard let above = Self.lineAbove(end - 1, in: text) else { return nil }
            (range, isStrict) = (above, false)
        default: return nil
        }
    }

    /// Whether a word stands in the name of the element whose tag this is, before the tag's attributes.
    func isElement(named word: Range<Int>, in text: TextBytes) -> Bool {
        guard text[range.upperBound] == UInt8(ascii: ">"), word.lowerBound >= range.lowerBound else { return false }
        return !(range.lowerBound..<word.lowerBound).contains { text[$0].isBlank }
    }

    /// Back over what may stand between a name's sign and the value.
    private static func afterSign(_ place: Int, in text: TextBytes) -> Int {
        var at = place
        let least = max(0, place - 24)
        while at > least {
            switch text[at - 1] {
            case 32, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "\\"),
                UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: "`"):
                at -= 1
            case 13: at -= 1
            default: return at
            }
        }
        return at
    }

    private static func tag(endingAt end: Int, in text: TextBytes) -> Range<Int>? {
        var at = end
        let least = max(0, end - longest)
        while at > least, text[at - 1] != UInt8(ascii: "<") {
            guard text[at - 1] != UInt8(ascii: ">"), text[at - 1] != 10 else { return nil }
            at -= 1
        }
        guard text[at - 1] == UInt8(ascii: "<"), text[at] != UInt8(ascii: "/"), at < end else { return nil }
        return at..<end
    }

    private static func start(of end: Int, in text: TextBytes) -> Int {
        var at = end
        let least = max(0, end - longest)
        while at > least {
            switch text[at - 1] {
            case 10, UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "?"),
                UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "|"):
                return at
            case 32 where text[at - 2] == UInt8(ascii: ".") && text[at - 3].isLower && text[at - 4].isLower: return at
            default: at -= 1
            }
        }
        return at
    }

    /// The line before a line end, where it ends with a colon.
    private static func lineAbove(_ end: Int, in text: TextBytes) -> Range<Int>? {
        var last = end
        while last > 0, text[last - 1] == 13 || text[last - 1] == 32 { last -= 1 }
        guard text[last - 1] == UInt8(ascii: ":") else { return nil }
        let start = text.lineStart(last - 1, limit: longest)
        return start < last ? start..<last : nil
    }
}
