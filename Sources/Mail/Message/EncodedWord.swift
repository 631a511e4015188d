/// An encoded word (RFC 2047 §2) and where it lies.
struct EncodedWord {
    /// From "=?" to "?=", both included.
    var range: Range<Int>
    /// The charset as written, without the language of RFC 2231 §5.
    var charset: Range<Int>
    var isBase64: Bool
    var text: Range<Int>
}

/// Finds encoded words, more leniently than RFC 2047: blanks in the text, any length, no blank around.
struct EncodedWordReader {
    private let bytes: [UInt8]
    /// No "?=" stands from here on, so that nobody need look again.
    private var unclosedFrom = Int.max

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Where the next "=?" stands.
    func mark(from start: Int) -> Int? {
        var place = start
        while place + 1 < bytes.count {
            if bytes[place] == UInt8(ascii: "="), bytes[place + 1] == UInt8(ascii: "?") { return place }
            place += 1
        }
        return nil
    }

    /// The word that begins at a mark; nil where none does.
    mutating func word(at mark: Int) -> EncodedWord? {
        let start = mark + 2
        var place = start
        var charsetEnd: Int?
        while place < bytes.count, bytes[place] != UInt8(ascii: "?") {
            guard bytes[place] > 0x20, place - start < 80 else { return nil }
            if bytes[place] == UInt8(ascii: "*"), charsetEnd == nil { charsetEnd = place }
            place += 1
        }
        guard place + 2 < bytes.count, place > start, bytes[place + 2] == UInt8(ascii: "?") else { return nil }
        let encoding = HeaderBlock.lowered(bytes[place + 1])
        guard encoding == UInt8(ascii: "b") || encoding == UInt8(ascii: "q") else { return nil }
        guard let close = closer(from: place + 3) else { return nil }
        return EncodedWord(
            range: mark..<(close + 2), charset: start..<(charsetEnd ?? place), isBase64: encoding == UInt8(ascii: "b"),
            text: (place + 3)..<close)
    }

    private mutating func closer(from start: Int) -> Int? {
        guard start < unclosedFrom else { return nil }
        var place = start
        while place + 1 < bytes.count {
            if bytes[place] == UInt8(ascii: "?"), bytes[place + 1] == UInt8(ascii: "=") { return place }
            place += 1
        }
        unclosedFrom = start
        return nil
    }
}

/// Adjacent encoded words: the bytes of equal charsets are put together before they are decoded, because mailers split
/// words inside a character.
struct EncodedRun {
    private var charsetName: [UInt8] = []
    private var octets: [UInt8] = []
    private(set) var isEmpty = true
    /// Base64 digits that alone make no octet: the word was split between them.
    private var leftover: ArraySlice<UInt8> = []

    mutating func add(_ word: EncodedWord, of bytes: [UInt8], to text: inout String) {
        let name = bytes[word.charset].map(HeaderBlock.lowered)
        if !isEmpty, name != charsetName { flush(into: &text) }
        isEmpty = false
        charsetName = name
        guard word.isBase64 else { return Self.unquote(bytes[word.text], into: &octets) }
        let digits = leftover + bytes[word.text].filter(Self.isDigit)
        let whole = digits.count % 4 == 1 ? digits.count - 1 : digits.count
        Self.decode(digits.prefix(whole), into: &octets)
        leftover = digits.dropFirst(whole)
    }

    mutating func flush(into text: inout String) {
        guard !isEmpty else { return }
        if charsetName.elementsEqual("utf-8".utf8) {
            text += String(decoding: octets, as: UTF8.self)
        } else {
            text += Charset(named: String(decoding: charsetName, as: UTF8.self)).decode(octets)
        }
        self = EncodedRun()
    }

    /// RFC 2047 §4.2; "=" without two hexadecimal digits stands for itself.
    private static func unquote(_ text: ArraySlice<UInt8>, into octets: inout [UInt8]) {
        var place = text.startIndex
        while place < text.endIndex {
            let byte = text[place]
            if byte == UInt8(ascii: "="), place + 2 < text.endIndex, let high = hex(text[place + 1]),
                let low = hex(text[place + 2])
            {
                octets.append(high << 4 | low)
                place += 3
            } else {
                octets.append(byte == UInt8(ascii: "_") ? 0x20 : byte)
                place += 1
            }
        }
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    /// Base64 without regard to padding.
    private static func decode(_ digits: ArraySlice<UInt8>, into octets: inout [UInt8]) {
        var bits: UInt32 = 0
        var count = 0
        for digit in digits {
            bits = bits << 6 | UInt32(value(digit))
            count += 6
            if count >= 8 {
                count -= 8
                octets.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { value(byte) < 64 }

    private static func value(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x41...0x5A: byte - 0x41
        case 0x61...0x7A: byte - 0x47
        case 0x30...0x39: byte + 4
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"): 63
        default: 64
        }
    }
}
