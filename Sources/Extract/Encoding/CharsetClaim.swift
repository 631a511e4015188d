/// The character set that a document says it is in, as far as its bytes bear that out.
///
/// Programs copy the name from elsewhere: a page that says UTF-16 in letters of ASCII is none, as browsers know
/// (<https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding>).
struct CharsetClaim {
    /// What iconv calls it; nil where the bytes are to be looked at alone.
    let name: String?
    /// Named so often without thought that UTF-8 is looked for first.
    let isCommon: Bool
    let unit: TextUnit

    private static let common: Set<String> = ["us-ascii", "ascii", "utf-8", "utf8", "iso-8859-1", "latin1"]

    init(_ claimed: String?, of bytes: [UInt8]) {
        let key = (claimed ?? "").lowercased().filter { $0 != " " && $0 != "\"" && $0 != "'" }
        guard !key.isEmpty, !Self.common.contains(key) else {
            (name, isCommon, unit) = (key.isEmpty ? nil : "WINDOWS-1252", !key.isEmpty, .byte)
            return
        }
        let claimed = TextUnit(claimed: key)
        let alias = claimed.charset ?? TextEncoding.alias(key)
        let isBelieved = Self.holdsASCII(alias) ? !Self.isUTF8(bytes) : !Self.isPlain(bytes)
        (name, isCommon) = (isBelieved ? alias : nil, false)
        unit = isBelieved ? claimed : .byte
    }

    /// Whether letters and digits are those of ASCII; true for names that nobody knows.
    private static func holdsASCII(_ name: String) -> Bool {
        let letters = Array("AZaz 0189".utf8)
        return TextEncoding.convert(letters[...], from: name).map { $0 == letters } ?? true
    }

    /// Whether it is UTF-8 for certain: a few letters of another set may look so.
    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        TextEncoding.isUTF8(bytes) && bytes.lazy.filter { $0 >= 0xC0 }.prefix(4).count == 4
    }

    /// Whether it is text of one byte a character: hardly a zero, and most bytes those of ASCII, or blanks as often as between words. UTF-16 without
    /// letters of ASCII has neither, and no more has EBCDIC.
    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        let sample = bytes.prefix(65_536)
        var (zeros, plain, blanks) = (0, 0, 0)
        for byte in sample {
            if byte == 0 { zeros += 1 }
            if byte == 0x20 || byte == 0x0A { blanks += 1 }
            if (0x20..<0x7F).contains(byte) || byte == 0x0A || byte == 0x0D || byte == 0x09 { plain += 1 }
        }
        guard zeros * 50 <= sample.count else { return false }
        return plain * 10 >= sample.count * 7 || blanks * 12 >= sample.count || TextEncoding.isUTF8(bytes)
    }
}
