/// Whether a word is what the value behind it is called: nothing stands between them but what goes on a name or parts it from its value.
enum DirectName {
    static func reaches(from end: Int, to start: Int, in text: TextBytes) -> Bool {
        var (at, lineEnds, hasSign) = (isShortened(endingAt: end, in: text) ? end + 1 : end, 0, false)
        while at < start {
            let byte = text[at]
            switch byte {
            case 32, 9, 13, 0xC2, 0xA0, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "*"),
                UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\\"),
                UInt8(ascii: "|"), 0xBA, 0xB0, UInt8(ascii: ")"):
                at += 1
            case UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "#"), UInt8(ascii: ">"):
                hasSign = true
                at += 1
            case 10:
                lineEnds += 1
                // The head of a table is no name of what stands first below it.
                guard lineEnds == 1, hasSign else { return false }
                at += 1
            case UInt8(ascii: "<"):
                guard let cell = nextCell(at, in: text) else { return false }
                at = cell
            default:
                guard let word = continuation(at, in: text) else { return false }
                at = word
            }
        }
        return at == start
    }

    /// Whether a full stop that ends no sentence follows: `no.`, `nr.`, `inv.`.
    private static func isShortened(endingAt end: Int, in text: TextBytes) -> Bool {
        text[end] == UInt8(ascii: ".")
            && (text.isFolded("no", end - 2..<end) || text.isFolded("nr", end - 2..<end)
                || text.isFolded("inv", end - 3..<end))
    }

    /// Words with which a name goes on, small letters; a full stop may follow.
    private static let continuations: [StaticString] =
        WordEdge.suffixes + ["n", "reference", "ref", "is", "was", "field", "value"]

    /// The end of a word, and of its full stop, with which a name goes on.
    private static func continuation(_ place: Int, in text: TextBytes) -> Int? {
        var end = place
        while text[end].isLetter { end += 1 }
        guard end > place, !text[end].isDigit,
            continuations.contains(where: { text.isFolded($0, place..<end) })
        else { return nil }
        return text[end] == UInt8(ascii: ".") ? end + 1 : end
    }

    /// Where the next cell begins behind the end of a cell, or the text behind a title: `</dt><dd>`, `</td><td>`, `</b> `.
    private static func nextCell(_ place: Int, in text: TextBytes) -> Int? {
        guard text[place + 1] == UInt8(ascii: "/") else {
            guard text.isFolded("td", place + 1..<place + 3) || text.isFolded("dd", place + 1..<place + 3),
                text[place + 3] == UInt8(ascii: ">")
            else { return nil }
            return place + 4
        }
        var end = place + 2
        while text[end].isLetter { end += 1 }
        guard text[end] == UInt8(ascii: ">"), !text.isFolded("tr", place + 2..<end) else { return nil }
        return end + 1
    }
}
