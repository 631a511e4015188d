/// Values in a row that slashes part: `6011…/4556…`. A path, a date and a fraction are none.
enum SlashList {
    /// Digits that what stands beyond a slash has at least.
    private static let fewest = 8
    /// Bytes of it that are looked at.
    private static let longest = 40

    /// Whether a value ends at a slash.
    static func hasItem(before slash: Int, in text: TextBytes) -> Bool {
        var (at, digits) = (slash, 0)
        while at > slash - longest {
            let byte = text[at - 1]
            if byte.isDigit {
                digits += 1
            } else if !byte.isUpper, !parts(byte) || !text[at - 2].isDigit || !text[at].isDigit {
                break
            }
            at -= 1
        }
        guard digits >= fewest else { return false }
        let before = text[at - 1]
        return before == UInt8(ascii: "/") ? text[at - 2].isDigit : isEdge(before)
    }

    /// Whether a value begins behind a slash.
    static func hasItem(after slash: Int, in text: TextBytes) -> Bool {
        var (at, digits) = (slash + 1, 0)
        while at < slash + longest {
            let byte = text[at]
            if byte.isDigit {
                digits += 1
            } else if !byte.isUpper, !parts(byte) || !text[at + 1].isDigit || !text[at - 1].isDigit {
                break
            }
            at += 1
        }
        guard digits >= fewest else { return false }
        return text[at] == UInt8(ascii: "/") ? text[at + 1].isDigit : isEdge(text[at])
    }

    /// Whether the month and the year until which a card of that number is good follow: `/09/27`, `/09/2027`.
    static func hasExpiry(after slash: Int, in text: TextBytes) -> Bool {
        let month = slash + 1
        guard text[month].isDigit, text[month + 1].isDigit, text[month + 2] == UInt8(ascii: "/"),
            text[month] == 48 ? text[month + 1] != 48 : text[month] == 49 && text[month + 1] <= 50
        else { return false }
        var end = month + 3
        while end < month + 8, text[end].isDigit { end += 1 }
        guard end - month == 5 || end - month == 7, !text[end].isAlphanumeric else { return false }
        var (at, digits) = (slash, 0)
        while at > slash - longest, text[at - 1].isDigit || (parts(text[at - 1]) && text[at - 2].isDigit) {
            if text[at - 1].isDigit { digits += 1 }
            at -= 1
        }
        return digits >= 13
    }

    private static func parts(_ byte: UInt8) -> Bool {
        byte == 32 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    /// Whether a value may begin or end here: not within a word, an address or a path.
    private static func isEdge(_ byte: UInt8) -> Bool {
        byte <= 32
            || (!byte.isAlphanumeric && byte != UInt8(ascii: "_") && byte != UInt8(ascii: "/") && byte < 0x80
                && byte != UInt8(ascii: "%") && byte != UInt8(ascii: "@"))
    }
}
