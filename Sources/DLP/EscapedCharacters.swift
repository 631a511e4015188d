/// Characters that are written by escapes, for what parts values or makes them up: `\n`, `\u00a0`, `\/`, as JSON (RFC 8259, section 7),
/// dumps of SQL and calendars (RFC 5545, section 3.3.11) have them.
///
/// A quotation mark keeps a backslash before it, and the backslash itself is left as it is. What colours the output of a terminal is left
/// out.
struct EscapedCharacters {
    /// Whether the text is written so as a whole. In others a small letter behind `\n` may make it a command: `\normalsize`.
    let isEverywhere: Bool

    /// The escape that begins with a backslash, and what it becomes; nil where it stays.
    func change(at sign: Int, in text: TextBytes) -> PlainText.Changed? {
        guard let (length, change): (Int, PlainText.Change) = change(at: sign, in: text) else { return nil }
        return (sign..<sign + length, change)
    }

    /// As somebody would type what is beyond ASCII.
    static func typed(at sign: Int, in text: TextBytes) -> PlainText.Changed? {
        guard text[sign + 1] == UInt8(ascii: "u"), let code = code(sign + 2..<sign + 6, in: text), code >= 0x80 else {
            return nil
        }
        return PlainText.Change(typed: code).map { (sign..<sign + 6, $0) }
    }

    private func change(at sign: Int, in text: TextBytes) -> (length: Int, change: PlainText.Change)? {
        switch text[sign + 1] {
        case UInt8(ascii: "n"): isEscape(sign, in: text) ? (2, .byte(10)) : nil
        case UInt8(ascii: "r"): isEscape(sign, in: text) ? (2, .byte(13)) : nil
        case UInt8(ascii: "t"): isEscape(sign, in: text) ? (2, .byte(9)) : nil
        case UInt8(ascii: "/"): (2, .byte(UInt8(ascii: "/")))
        case UInt8(ascii: "-"): (2, .byte(UInt8(ascii: "-")))
        case UInt8(ascii: "u"): byNumber(sign, digits: 4, in: text)
        case UInt8(ascii: "x"): byNumber(sign, digits: 2, in: text)
        case UInt8(ascii: "e"): TerminalColour.length(at: sign + 2, in: text).map { (2 + $0, .removed) }
        case UInt8(ascii: "0"):
            text.holds("33", at: sign + 2)
                ? TerminalColour.length(at: sign + 4, in: text).map { (4 + $0, .removed) } : nil
        default: nil
        }
    }

    private func byNumber(_ sign: Int, digits: Int, in text: TextBytes) -> (length: Int, change: PlainText.Change)? {
        let end = sign + 2 + digits
        guard let code = Self.code(sign + 2..<end, in: text) else { return nil }
        if code == 0x1B { return TerminalColour.length(at: end, in: text).map { (2 + digits + $0, .removed) } }
        // Of bytes, those that are no characters by themselves stay.
        guard digits == 4 || code == 0xA0 || code == 34 || Self.isMarkup(code) else { return nil }
        return Self.change(code).map { (2 + digits, $0) }
    }

    /// Whether a backslash and a letter are an escape and not the beginning of a command.
    private func isEscape(_ sign: Int, in text: TextBytes) -> Bool {
        let next = text[sign + 2]
        return isEverywhere || !next.isLetter || next.isUpper
    }

    /// The number that hexadecimal digits write.
    private static func code(_ digits: Range<Int>, in text: TextBytes) -> UInt32? {
        var code: UInt32 = 0
        for place in digits {
            let byte = text[place]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): code = code << 4 | UInt32(byte & 15)
            case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"):
                code = code << 4 | UInt32((byte & 7) + 9)
            default: return nil
            }
        }
        return code
    }

    /// Whether a character is `<`, `>` or `&`.
    private static func isMarkup(_ code: UInt32) -> Bool { code == 60 || code == 62 || code == 38 }

    private static func change(_ code: UInt32) -> PlainText.Change? {
        switch code {
        case 9, 10, 13: .byte(UInt8(code))
        case 34: .bytes([UInt8(ascii: "\\"), UInt8(ascii: "\"")])
        case 92: nil
        // By escapes they are what they are: writers of JSON write them so for pages of HTML.
        case _ where isMarkup(code): .byte(UInt8(code))
        default: PlainText.Change(character: code)
        }
    }
}

extension PlainText {
    /// Whether a text is JSON or lines of it, by its first bytes.
    static func isJSON(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let head = text.prefix(256).lazy.filter { $0 > 0x20 }.prefix(2)
        guard let first = head.first, let second = head.dropFirst().first else { return false }
        return first == UInt8(ascii: "{")
            ? second == UInt8(ascii: "\"") : first == UInt8(ascii: "[") && "{[\"".utf8.contains(second)
    }
}
