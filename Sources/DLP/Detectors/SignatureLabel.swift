/// The letter or two that say in a signature how a number is used: `T: +44 20 7063 0868  |  M: 07729 327993`, `Ph (02) 9554 9498`.
enum SignatureLabel {
    private static let letters = "TMPDFC".utf8

    /// Whether a part of a text has such a letter with a colon, before a plus sign or bracket, or behind a bar.
    static func areIn(_ text: TextBytes, _ part: Range<Int>) -> Bool {
        for sign in ":+(|".utf8 {
            var at = part.lowerBound
            while let place = text.next(sign, from: at, to: part.upperBound) {
                if place > part.lowerBound, isLabel(at: place, sign, in: text) { return true }
                at = place + 1
            }
        }
        return false
    }

    private static func isLabel(at place: Int, _ sign: UInt8, in text: TextBytes) -> Bool {
        switch sign {
        case UInt8(ascii: ":"): return isName(endingAt: place, in: text)
        case UInt8(ascii: "|"):
            let start = text[place + 1] == 32 ? place + 2 : place + 1
            return letters.contains(text[start]) && text[start + 1] == 32
        default: return text[place - 1] == 32 && isName(endingAt: place - 1, in: text)
        }
    }

    private static func isName(endingAt end: Int, in text: TextBytes) -> Bool {
        if text.isFolded("ph", end - 2..<end) { return isFirst(end - 2, in: text) }
        return letters.contains(text[end - 1]) && isFirst(end - 1, in: text)
    }

    /// Whether such a letter stands alone before a telephone number that says by itself that it is one: with a country's code, or in groups
    /// of which the first begins with zero.
    static func stands(before value: Range<Int>, in text: TextBytes) -> Bool {
        guard isDialled(value, in: text) else { return false }
        var at = value.lowerBound
        while at > value.lowerBound - 3, " \t".utf8.contains(text[at - 1]) { at -= 1 }
        let hasBlank = at < value.lowerBound
        let hasSign = ":.".utf8.contains(text[at - 1])
        if hasSign { at -= 1 }
        return (hasSign || hasBlank) && isName(endingAt: at, in: text)
    }

    private static func isDialled(_ value: Range<Int>, in text: TextBytes) -> Bool {
        if text[value.lowerBound] == UInt8(ascii: "+") { return true }
        let first = text[value.lowerBound] == UInt8(ascii: "(") ? value.lowerBound + 1 : value.lowerBound
        return text[first] == UInt8(ascii: "0") && value.contains { text[$0] == 32 }
    }

    /// Whether a place begins a line, or what a bar, a dot or blanks part from what stands before.
    private static func isFirst(_ place: Int, in text: TextBytes) -> Bool {
        guard place > 0, text[place - 1] != 10 else { return true }
        guard text[place - 1] == 32 else { return text[place - 1] == 9 || text[place - 1] == UInt8(ascii: "|") }
        let before = text[place - 2]
        return before == 32 || before == 10 || "|;,/".utf8.contains(before) || text.holds("·", at: place - 3)
            || text.holds("•", at: place - 4)
    }
}
