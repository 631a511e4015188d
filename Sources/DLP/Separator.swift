/// What may stand between the groups of a number.
struct Separator: OptionSet, Sendable {
    let rawValue: UInt8
    /// A space, also a no-break or thin one.
    static let space = Separator(rawValue: 1)
    /// A hyphen or a dash of any length.
    static let dash = Separator(rawValue: 2)
    static let dot = Separator(rawValue: 4)
    static let slash = Separator(rawValue: 8)
    /// One line end, with what indents the next line.
    static let lineEnd = Separator(rawValue: 16)

    /// How many kinds there are.
    static let count = 5

    /// What a byte behind a word says of the separator there.
    enum Class {
        static let count = 8
        static let space: UInt8 = 1
        static let dash: UInt8 = 2
        static let lineEnd: UInt8 = 5
        static let wide: UInt8 = 6
        /// The separators that each class may be.
        static let kinds: [RawValue] = [
            0, Separator.space.rawValue | Separator.dash.rawValue, Separator.dash.rawValue, dot.rawValue,
            slash.rawValue, Separator.lineEnd.rawValue,
            Separator.space.rawValue | Separator.dash.rawValue, 0,
        ]

        /// The class of each byte. Lives as long as the program; `nonisolated(unsafe)`, because it is written here,
        /// before anybody has the pointer.
        nonisolated(unsafe) static let table: UnsafePointer<UInt8> = {
            let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
            table.initialize(repeating: 0, count: 256)
            for (place, bytes) in [[], [32], [45], [46], [47], [10, 13], [0xC2, 0xE2]].enumerated() {
                for byte in bytes { table[byte] = UInt8(place) }
            }
            return UnsafePointer(table)
        }()
    }

    /// The separator at a place: what it is and how many bytes it has; nil where none stands.
    @inline(__always)
    static func at(_ place: Int, in text: TextBytes) -> (kind: Separator, length: Int)? {
        switch text[place] {
        case UInt8(ascii: " "): blank(place, in: text)
        case UInt8(ascii: "-"): (.dash, 1 + lineEndLength(place + 1, in: text))
        case UInt8(ascii: "."): (.dot, 1)
        case UInt8(ascii: "/"): (.slash, 1)
        case 10, 13: lineEnd(place, in: text)
        case 0xC2: text[place + 1] == 0xA0 ? (.space, 2) : text[place + 1] == 0xAD ? (.dash, 2) : nil
        case 0xE2: wide(place, in: text)
        default: nil
        }
    }

    private static let dashSign = UInt8(ascii: "-")

    @inline(__always)
    private static func blank(_ place: Int, in text: TextBytes) -> (kind: Separator, length: Int) {
        let next = text[place + 1]
        if next == dashSign, text[place + 2] == 32 { return (.dash, 3) }
        // Lines that were wrapped by a mail program end with a blank (RFC 3676, section 4.1).
        guard next.isLineEnd, let end = lineEnd(place + 1, in: text) else { return (.space, 1) }
        return (.lineEnd, end.length + 1)
    }

    /// Whether a separator can begin with a byte.
    @inline(__always)
    static func canBegin(_ byte: UInt8) -> Bool {
        byte == 32 || (byte >= 45 && byte <= 47) || byte == 10 || byte == 13 || byte == 0xC2 || byte == 0xE2
    }

    /// The separator that ends before a place.
    static func before(_ place: Int, in text: TextBytes) -> (kind: Separator, length: Int)? {
        if text[place - 1] == 32, text[place - 2] == dashSign, text[place - 3] == 32 { return (.dash, 3) }
        if let one = at(place - 1, in: text), one.length == 1 { return one }
        if text[place - 2] == 0xC2, let two = at(place - 2, in: text), two.length == 2 { return two }
        if text[place - 3] == 0xE2, let three = at(place - 3, in: text), three.length == 3 { return three }
        return nil
    }

    private static func lineEnd(_ place: Int, in text: TextBytes) -> (kind: Separator, length: Int)? {
        var at = place
        if text[at] == 13 { at += 1 }
        guard text[at] == 10 else { return nil }
        at += 1
        // Mail marks the lines it quotes.
        let most = at + 8
        while at < most, text[at].isBlank || text[at] == UInt8(ascii: ">") { at += 1 }
        return (.lineEnd, at - place)
    }

    /// Bytes of the line end behind a hyphen at which a value was parted; 0 where none stands.
    private static func lineEndLength(_ place: Int, in text: TextBytes) -> Int {
        text[place].isLineEnd ? lineEnd(place, in: text)?.length ?? 0 : 0
    }

    /// Of U+2000 to U+20FF and U+2212: spaces, hyphens and dashes; a character without width joins like a space.
    private static func wide(_ place: Int, in text: TextBytes) -> (kind: Separator, length: Int)? {
        let (second, third) = (text[place + 1], text[place + 2])
        switch (second, third) {
        case (0x80, 0x80...0x8D), (0x80, 0xAF), (0x81, 0xA0), (0x81, 0x9F): return (.space, 3)
        case (0x80, 0x90...0x95), (0x88, 0x92): return (.dash, 3)
        default: return nil
        }
    }
}
