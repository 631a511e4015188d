/// What tokens with a known beginning have in common.
enum Secret {
    static func isURLSafe(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }

    static func isWord(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte == UInt8(ascii: "_") }

    static func isAlphanumeric(_ byte: UInt8) -> Bool { byte.isAlphanumeric }

    static func isClientSecret(_ byte: UInt8) -> Bool {
        isURLSafe(byte) || byte == UInt8(ascii: "~") || byte == UInt8(ascii: ".")
    }

    /// Whether a line end or a tab that is written by an escape stands before a place: `"note:\nghp_…"`.
    static func isEscaped(before start: Int, in text: TextBytes) -> Bool {
        text[start - 2] == UInt8(ascii: "\\") && "nrt".utf8.contains(text[start - 1])
    }

    /// The token that begins with an anchor, its whole length within bounds; nil for one that is a part of something longer.
    static func token(
        _ text: TextBytes, _ anchor: Range<Int>, length: ClosedRange<Int>, of isMember: (UInt8) -> Bool
    ) -> Range<Int>? {
        let start = anchor.lowerBound
        guard !isWord(text[start - 1]) || text[start - 1] == UInt8(ascii: "_") || isEscaped(before: start, in: text)
        else {
            return nil
        }
        var end = anchor.upperBound
        while end - start <= length.upperBound, isMember(text[end]) { end += 1 }
        // Lines around it emphasise it.
        if text[start - 1] == UInt8(ascii: "_"), text[end - 1] == UInt8(ascii: "_"),
            Emphasis.opens(before: start, in: text)
        {
            end -= text[start - 2] == UInt8(ascii: "_") ? 2 : 1
        }
        guard length.contains(end - start), Randomness.isMixed(text, anchor.upperBound..<end),
            !Randomness.isPlaceholder(text, anchor.upperBound..<end)
        else { return nil }
        return start..<end
    }
}

/// Whether characters look drawn by lot: not `xxxxxxxx`, not a word.
enum Randomness {
    static func isMixed(_ text: TextBytes, _ range: Range<Int>) -> Bool {
        var seen = SeenBytes()
        for place in range { seen.insert(text[place]) }
        return seen.count >= min(8, range.count / 2)
    }

    /// Whether somebody wrote it to show where a token goes: one character many times, the alphabet, `YOUR_KEY_HERE`.
    static func isPlaceholder(_ text: TextBytes, _ range: Range<Int>) -> Bool {
        var (same, climbing) = (1, 1)
        for place in range.dropFirst() {
            same = text[place] == text[place - 1] ? same + 1 : 1
            climbing = text[place] == text[place - 1] &+ 1 ? climbing + 1 : 1
            if same >= 6 || climbing >= 8 { return true }
        }
        return range.contains { place in
            guard let word = word(beginningWith: text[place] | 0x20) else { return false }
            return place + word.utf8CodeUnitCount <= range.upperBound
                && (0..<word.utf8CodeUnitCount).allSatisfy { text[place + $0] | 0x20 == word.utf8Start[$0] }
        }
    }

    private static func word(beginningWith letter: UInt8) -> StaticString? {
        switch letter {
        case UInt8(ascii: "y"): "your"
        case UInt8(ascii: "e"): "example"
        case UInt8(ascii: "p"): "placeholder"
        case UInt8(ascii: "r"): "replace"
        case UInt8(ascii: "c"): "changeme"
        default: nil
        }
    }

    /// Small and capital letters and digits, and at least so many characters that differ.
    static func isMixed(_ value: Characters, distinct: Int) -> Bool {
        var seen = SeenBytes()
        var (hasUpper, hasLower, hasDigit) = (false, false, false)
        for place in 0..<value.count {
            let byte = value[place]
            seen.insert(byte)
            if byte.isUpper {
                hasUpper = true
            } else if byte.isLower {
                hasLower = true
            } else if byte.isDigit {
                hasDigit = true
            }
        }
        return hasUpper && hasLower && hasDigit && seen.count >= distinct
    }

    /// Whether three fifths of it are runs of three small letters and more, as in paths and identifiers made of words.
    static func hasWords(_ value: Characters) -> Bool {
        var (inRuns, run) = (0, 0)
        for place in 0..<value.count {
            run = value[place].isLower ? run + 1 : 0
            inRuns += run == 3 ? 3 : run > 3 ? 1 : 0
        }
        return inRuns * 5 >= value.count * 3
    }

    /// Whether it is a piece of a path or an address: two of the parts between slashes are words, of small letters or of capitals.
    static func isPath(_ value: Characters) -> Bool {
        var (words, start) = (0, 0)
        for place in 0...value.count where place == value.count || value[place] == UInt8(ascii: "/") {
            if isWord(value, start..<place) { words += 1 }
            start = place + 1
        }
        return words > 1
    }

    private static func isWord(_ value: Characters, _ range: Range<Int>) -> Bool {
        guard range.count > 2 else { return false }
        return range.dropFirst().allSatisfy { value[$0].isLower } && value[range.lowerBound].isLetter
            || range.allSatisfy { value[$0].isUpper }
    }
}

/// Which bytes of ASCII occurred.
private struct SeenBytes {
    private var bits = SIMD2<UInt64>()

    mutating func insert(_ byte: UInt8) { bits[Int(byte >> 6) & 1] |= 1 << UInt64(byte & 63) }
    var count: Int { bits[0].nonzeroBitCount + bits[1].nonzeroBitCount }
}
