/// Characters of ASCII in percent-encoding (RFC 3986, section 2.1), as addresses and forms have them: `%40`, `%22`.
enum PercentEncoding {
    /// The encoded character that begins with a percent sign; nil where it stays: between digits it is rather a part of a hundred.
    static func change(at sign: Int, in text: TextBytes) -> PlainText.Changed? {
        guard let high = digit(text[sign + 1]), let low = digit(text[sign + 2]), case let code = high << 4 | low,
            (0x20...0x7E).contains(code) || code == 9 || code == 10 || code == 13,
            !(text[sign - 1].isDigit && text[sign + 3].isDigit)
        else { return nil }
        return (sign..<sign + 3, .byte(code))
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        if byte.isDigit { return byte - 48 }
        return (byte | 0x20) &- 97 < 6 ? (byte & 7) + 9 : nil
    }
}
