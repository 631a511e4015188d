/// Spaces, hyphens and apostrophes as somebody would type them: programs write wider, longer and curved ones for them.
enum TypedSign {
    /// What is typed for a character; nil for one that is typed itself, or cannot be.
    static func byte(of code: UInt32) -> UInt8? {
        switch code {
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F: 32
        case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
        // Acute accents, letters of their own, curved, primes, of full width.
        case 0xB4, 0x2BC, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07: UInt8(ascii: "'")
        default: nil
        }
    }

    static func change(at place: Int, in text: TextBytes) -> PlainText.Changed? {
        let (first, second, third) = (UInt32(text[place]), UInt32(text[place + 1]), UInt32(text[place + 2]))
        guard second & 0xC0 == 0x80 else { return nil }
        let (code, length): (UInt32, Int) =
            switch first {
            case 0xC2, 0xCA: ((first & 0x1F) << 6 | second & 0x3F, 2)
            case 0xE2, 0xEF: (third & 0xC0 == 0x80 ? (first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F : 0, 3)
            default: (0, 1)
            }
        return byte(of: code).map { (place..<place + length, .byte($0)) }
    }
}

extension PlainText.Change {
    /// What a character becomes that is written by its number or name, where somebody would type it.
    init?(typed code: UInt32) {
        if let byte = TypedSign.byte(of: code) {
            self = .byte(byte)
        } else if let change = PlainText.Change(character: code) {
            self = change
        } else if code >= 0x20, let character = Unicode.Scalar(code) {
            self = .bytes(Array(String(character).utf8))
        } else {
            return nil
        }
    }
}

extension String {
    /// With spaces, hyphens and apostrophes as somebody would type them.
    var typed: String {
        guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
        return String(
            UnicodeScalarView(unicodeScalars.map { TypedSign.byte(of: $0.value).map { Unicode.Scalar($0) } ?? $0 }))
    }
}
