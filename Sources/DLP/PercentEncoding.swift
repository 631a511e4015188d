/// Characters of ASCII in percent-encoding (RFC 3986, section 2.1), as addresses and forms have them: `%40`, `%22`.
enum PercentEncoding {
    /// The encoded character that begins with a percent sign; nil where it stays: between digits it is rather a part of a hundred, unless it
    /// parts groups: `4556%207375%208689%209855`.
    static func change(at sign: Int, in text: TextBytes) -> PlainText.Changed? {
        if let character = character(at: sign, in: text) { return character }
        guard let high = digit(text[sign + 1]), let low = digit(text[sign + 2]), case let code = high << 4 | low,
            (0x20...0x7E).contains(code) || code == 9 || code == 10 || code == 13,
            !(text[sign - 1].isDigit && text[sign + 3].isDigit) || isInGroups(sign, in: text),
            !isWildcard(sign, before: code, in: text)
        else { return nil }
        return (sign..<sign + 3, .byte(code))
    }

    /// Whether the same three bytes part one more group of up to six letters and digits from the group before or behind a place.
    private static func isInGroups(_ sign: Int, in text: TextBytes) -> Bool {
        func isSame(_ place: Int) -> Bool { (0..<3).allSatisfy { text[place + $0] == text[sign + $0] } }
        var end = sign + 3
        while end < sign + 9, text[end].isAlphanumeric { end += 1 }
        // Before it stand the two digits of the other sign and two to six of the group.
        return isSame(end) || (5...9).contains { text[sign - $0] == text[sign] && isSame(sign - $0) }
    }

    /// A letter beyond ASCII, which two or three bytes write: `%C5%81`.
    private static func character(at sign: Int, in text: TextBytes) -> PlainText.Changed? {
        guard let first = byte(at: sign, in: text), let second = byte(at: sign + 3, in: text), second & 0xC0 == 0x80
        else { return nil }
        switch first {
        case 0xC3...0xDF: return (sign..<sign + 6, .bytes([first, second]))
        // Not those of punctuation, of what has no width, and what is no character.
        case 0xE0 where second >= 0xA0, 0xE1, 0xE4...0xEC:
            guard let third = byte(at: sign + 6, in: text), third & 0xC0 == 0x80 else { return nil }
            return (sign..<sign + 9, .bytes([first, second, third]))
        default: return nil
        }
    }

    /// Spaces, hyphens and apostrophes beyond ASCII, which two or three bytes write, as somebody would type them: `%E2%80%99`.
    static func typed(at sign: Int, in text: TextBytes) -> PlainText.Changed? {
        var bytes: [UInt8] = []
        while bytes.count < 3, let byte = byte(at: sign + 3 * bytes.count, in: text) { bytes.append(byte) }
        guard let first = bytes.first, first >= 0xC2 else { return nil }
        let character = bytes.prefix(first < 0xE0 ? 2 : 3)
        guard let scalar = String(validating: character, as: UTF8.self)?.unicodeScalars.first,
            let byte = TypedSign.byte(of: scalar.value)
        else { return nil }
        return (sign..<sign + 3 * character.count, .byte(byte))
    }

    private static func byte(at sign: Int, in text: TextBytes) -> UInt8? {
        guard text[sign] == UInt8(ascii: "%"), let high = digit(text[sign + 1]), let low = digit(text[sign + 2]) else {
            return nil
        }
        return high << 4 | low
    }

    /// Whether the sign stands for any characters before a number, in a pattern of SQL: `LIKE '%4539…'`. What would be encoded there is a
    /// character that never is, or another such sign ends the pattern.
    private static func isWildcard(_ sign: Int, before code: UInt8, in text: TextBytes) -> Bool {
        guard text[sign - 1] == UInt8(ascii: "'") || text[sign - 1] == UInt8(ascii: "\""), text[sign + 1].isDigit,
            text[sign + 2].isDigit, text[sign + 3].isDigit
        else { return false }
        guard code < 0x30 else { return true }
        var end = sign + 3
        while end < sign + longestNumber, text[end].isDigit || " .-/".utf8.contains(text[end]) { end += 1 }
        return text[end] == UInt8(ascii: "%") && text[end + 1] == text[sign - 1]
    }

    /// Bytes of a number in such a pattern.
    private static let longestNumber = 40

    private static func digit(_ byte: UInt8) -> UInt8? {
        if byte.isDigit { return byte - 48 }
        return (byte | 0x20) &- 97 < 6 ? (byte & 7) + 9 : nil
    }
}
