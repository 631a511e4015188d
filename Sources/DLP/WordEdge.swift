/// Where a word begins and ends, also within `socialSecurityNumber` and `social_security_number`.
enum WordEdge {
    /// What may stand between the words of a phrase.
    static func joins(_ byte: UInt8) -> Bool {
        switch byte {
        case 32, 9, 10, 13, 0xC2, 0xA0, UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "'"): true
        default: false
        }
    }

    static func isStart(_ place: Int, in text: TextBytes) -> Bool {
        let (here, before) = (text[place], text[place - 1])
        // Scripts without spaces, and those whose articles are written as a part of the word.
        if here >= 0xD6 { return true }
        if before.isAlphanumeric {
            return (before.isLower && here.isUpper) || GluedWord.isPrefix(endingAt: place, in: text)
        }
        return before < 0x80 || isPunctuation(endingAt: place, in: text)
            || (here < 0x80 && !isLatin(endingAt: place, in: text))
    }

    /// The end of a word that may go on with what names of fields go on with (`number`, `no`, `id`); nil within a word.
    static func end(_ place: Int, in text: TextBytes) -> Int? {
        guard canBeginSuffix(text[place]) else { return isEnd(place, in: text) ? place : nil }
        if text[place] | 0x20 == UInt8(ascii: "n"), text.endsFolded(with: "nummer", place - 6..<place),
            isEnd(place + 1, in: text)
        {
            return place + 1
        }
        var end = GluedWord.end(of: place, in: text) ?? place
        if end == place, let suffix = suffixes.first(where: { follows($0, place, in: text) }) {
            end += suffix.utf8CodeUnitCount
        }
        return isEnd(end, in: text) ? end : isEnd(place, in: text) ? place : nil
    }

    /// Whether one of the suffixes begins with a byte.
    private static func canBeginSuffix(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case UInt8(ascii: "n"), UInt8(ascii: "i"), UInt8(ascii: "c"), UInt8(ascii: "k"), UInt8(ascii: "s"),
            UInt8(ascii: "t"), UInt8(ascii: "h"), UInt8(ascii: "p"), UInt8(ascii: "e"), UInt8(ascii: "u"):
            true
        default: false
        }
    }

    private static func isEnd(_ place: Int, in text: TextBytes) -> Bool {
        let (here, before) = (text[place], text[place - 1])
        if before >= 0xE0 || text[place - 3] >= 0xE0 { return true }
        if here.isLetter { return before.isLower && here.isUpper }
        guard here >= 0x80 else { return true }
        return here != 0xC3 && here != 0xC4 && here != 0xC5
    }

    /// What names of fields go on with, small letters.
    static let suffixes: [StaticString] = [
        "numbers", "number", "nummer", "numero", "numer", "num", "nos", "nr", "no", "ids", "id", "codes", "code", "key",
        "s",
    ]

    private static func follows(_ suffix: StaticString, _ place: Int, in text: TextBytes) -> Bool {
        (0..<suffix.utf8CodeUnitCount).allSatisfy {
            let byte = text[place + $0]
            return (byte.isUpper ? byte | 0x20 : byte) == suffix.utf8Start[$0]
        }
    }

    /// Whether the name of a field stands here: a part of an identifier, or followed by what parts a name from its value.
    static func isField(_ range: Range<Int>, in text: TextBytes) -> Bool {
        let before = text[range.lowerBound - 1]
        if before == UInt8(ascii: "_") || before == UInt8(ascii: "<") || before.isLower { return true }
        var at = range.upperBound
        if text[at].isUpper || text[at] == UInt8(ascii: "_") { return true }
        while at < range.upperBound + 3, text[at] == 32 { at += 1 }
        // A cell of a table whose columns stand below each other.
        if at > range.upperBound + 1 { return true }
        switch text[at] {
        case UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ">"),
            UInt8(ascii: "|"),
            UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "#"), UInt8(ascii: "`"), UInt8(ascii: "&"), 9, 0:
            return true
        case UInt8(ascii: "]"): return before == UInt8(ascii: "[")
        // The last of a list of columns.
        case UInt8(ascii: ")"): return isListed(range.lowerBound, in: text)
        // `sin1 = "…"`, `! name !! sin`, `name & sin \\`.
        case 48...57: return at == range.upperBound ? text[at + 1] == 32 : isInThrees(at, in: text)
        case UInt8(ascii: "!"): return text[at + 1] == text[at]
        case UInt8(ascii: "\\"): return text[at + 1] == text[at] || text[at + 1] == UInt8(ascii: "\"")
        // `nie -> …`, `.sin("…")`.
        case UInt8(ascii: "-"): return text[at + 1] == UInt8(ascii: ">")
        case UInt8(ascii: "("): return text[at + 1] == UInt8(ascii: "\"") || text[at + 1] == UInt8(ascii: "'")
        case 0xE2: return text.holds("→", at: at) || text.holds("⇒", at: at)
        case UInt8(ascii: "i") where text.holds("is ", at: at): return isCoded(at + 3, in: text)
        case 10, 13: return isLastCell(range.lowerBound, in: text)
        default:
            return text.holds("</", at: at) || isColumn(followedAt: at, in: text)
                || (text[at].isUpper && isCoded(at, in: text))
        }
    }

    /// Whether three groups of three digits follow behind a word, parted by hyphens: `sin 782-602-676`.
    private static func isInThrees(_ place: Int, in text: TextBytes) -> Bool {
        let sign = text[place + 3]
        guard text[place - 1] == 32, sign == UInt8(ascii: "-"), text[place + 7] == sign,
            !text[place + 11].isAlphanumeric
        else { return false }
        return (0..<11).allSatisfy { $0 % 4 == 3 || text[place + $0].isDigit }
    }

    /// Whether a value of capitals and digits begins here, behind a word: `pan LGHPQ7877R`.
    private static func isCoded(_ place: Int, in text: TextBytes) -> Bool {
        guard text[place - 1] == 32 else { return false }
        var (at, digits, capitals) = (place, 0, 0)
        while at < place + 16, text[at].isAlphanumeric {
            if text[at].isDigit { digits += 1 } else if text[at].isUpper { capitals += 1 } else { return false }
            at += 1
        }
        return digits > 2 && capitals > 0 && digits + capitals > 7
    }

    /// Whether a column of SQL is what stands before a place: its type or a list of its values follows.
    private static func isColumn(followedAt place: Int, in text: TextBytes) -> Bool {
        guard text[place - 1] == 32 else { return false }
        let words: [StaticString] = [
            "in (", "in(", "varchar", "char", "nvarchar", "text", "int", "bigint", "numeric", "string",
        ]
        return words.contains { word in
            (0..<word.utf8CodeUnitCount).allSatisfy { text[place + $0] | 0x20 == word.utf8Start[$0] | 0x20 }
                && !text[place + word.utf8CodeUnitCount].isLetter
        }
    }

    /// Whether a word at the end of a line is the last cell of a table's head, or stands alone.
    private static func isLastCell(_ place: Int, in text: TextBytes) -> Bool {
        guard text[place - 1] == 32 else { return true }
        switch text[place - 2] {
        case 32, UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: ","), UInt8(ascii: "#"):
            return true
        // `- name: sin`, its value on the next line.
        case UInt8(ascii: ":"):
            let keys: [StaticString] = ["name", "key", "field"]
            return keys.contains { text.holds($0, at: place - 2 - $0.utf8CodeUnitCount) }
        default: return false
        }
    }

    private static func isListed(_ place: Int, in text: TextBytes) -> Bool {
        var at = place - 1
        while at > place - 3, text[at] == 32 || text[at] == UInt8(ascii: "\"") || text[at] == UInt8(ascii: "`") {
            at -= 1
        }
        return text[at] == UInt8(ascii: "(") || text[at] == UInt8(ascii: ",")
    }

    /// Whether a letter of Latin script with a mark ends here.
    private static func isLatin(endingAt place: Int, in text: TextBytes) -> Bool {
        (0xC3...0xC9).contains(text[place - 2])
    }

    /// A character of Latin-1's signs or of general or CJK punctuation ends here.
    private static func isPunctuation(endingAt place: Int, in text: TextBytes) -> Bool {
        if text[place - 2] == 0xC2 { return true }
        let lead = text[place - 3]
        if lead == 0xE2 && text[place - 2] <= 0x81 { return true }
        return lead >= 0xE3
    }
}
