/// References to characters as HTML and XML write them, for what parts values or makes them up: `&nbsp;`, `&#45;`, `&#x2011;`.
///
/// Those that stand for signs of the markup itself, and for line ends, are left as they are.
enum CharacterReferences {
    /// The reference that begins with a sign, and what it becomes; nil where it stays.
    static func change(at sign: Int, in text: TextBytes) -> PlainText.Changed? {
        guard let end = end(of: sign, in: text), let change = change(sign..<end, in: text) else { return nil }
        return (sign..<end, change)
    }

    /// As somebody would type what it stands for, markup and all.
    static func typed(at sign: Int, in text: TextBytes) -> PlainText.Changed? {
        guard let end = end(of: sign, in: text) else { return nil }
        let name = sign + 1..<end - 1
        let code =
            text[name.lowerBound] == UInt8(ascii: "#")
            ? number(name.dropFirst(), in: text) : NamedCharacters.code(text.string(name))
        return code.flatMap(PlainText.Change.init(typed:)).map { (sign..<end, $0) }
    }

    private static func change(_ reference: Range<Int>, in text: TextBytes) -> PlainText.Change? {
        let name = reference.lowerBound + 1..<reference.upperBound - 1
        if text[name.lowerBound] == UInt8(ascii: "#") {
            return number(name.dropFirst(), in: text).flatMap(PlainText.Change.init(character:))
        }
        return names.first { $0.name.utf8CodeUnitCount == name.count && text.holds($0.name, at: name.lowerBound) }?
            .change
    }

    /// Bytes of the longest name.
    private static let longest = 16

    /// The end of a reference, its semicolon included.
    private static func end(of sign: Int, in text: TextBytes) -> Int? {
        guard text[sign + 1] == UInt8(ascii: "#") || text[sign + 1].isLetter else { return nil }
        var at = sign + 2
        while at < sign + longest, text[at].isAlphanumeric { at += 1 }
        return text[at] == UInt8(ascii: ";") && at > sign + 2 ? at + 1 : nil
    }

    private static func number(_ digits: Range<Int>, in text: TextBytes) -> UInt32? {
        let isHexadecimal = text[digits.lowerBound] | 0x20 == UInt8(ascii: "x")
        let digits = isHexadecimal ? digits.dropFirst() : digits
        return UInt32(text.string(digits), radix: isHexadecimal ? 16 : 10)
    }

    private static let names: [(name: StaticString, change: PlainText.Change)] = [
        ("nbsp", .byte(32)), ("ensp", .byte(32)), ("emsp", .byte(32)), ("thinsp", .byte(32)), ("numsp", .byte(32)),
        ("ndash", .byte(45)), ("mdash", .emDash), ("minus", .byte(45)), ("hyphen", .byte(45)), ("dash", .byte(45)),
        ("shy", .removed), ("zwnj", .removed), ("ZeroWidthSpace", .removed), ("NoBreak", .removed),
        ("commat", .byte(64)), ("period", .byte(46)), ("sol", .byte(47)), ("colon", .byte(58)), ("plus", .byte(43)),
    ]
}

extension PlainText.Change {
    /// It parts words without blanks, which a hyphen joins.
    fileprivate static let emDash = Self.bytes([0xE2, 0x80, 0x94])

    /// What a character becomes that is written by its number; nil for signs of markup, and for what is no part of values.
    init?(character code: UInt32) {
        switch code {
        case 38, 60, 62: return nil
        case 32...126: self = .byte(UInt8(code))
        case 0xA0, 0x2000...0x200A, 0x202F: self = .byte(32)
        case 0x2014, 0x2015: self = .emDash
        case 0x2010...0x2013, 0x2212: self = .byte(UInt8(ascii: "-"))
        case 0xAD, 0x200B...0x200D, 0x2060: self = .removed
        // Letters: Latin with marks, Greek, Cyrillic, Hebrew, Arabic, Indian; Chinese, Japanese and Korean.
        case 0xC0...0x2FF, 0x370...0x9FF, 0x3041...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3:
            guard let character = Unicode.Scalar(code) else { return nil }
            self = .bytes(Array(String(character).utf8))
        default: return nil
        }
    }
}
