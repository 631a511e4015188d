import Model

/// Words of a text for comparing: runs of letters and digits; in scripts without blanks between words each character by itself.
struct TextTokens: Sequence, IteratorProtocol {
    let text: TextBytes
    private var at: Int
    private let end: Int

    /// - Parameter range: tokens that begin here; a run that began before is none.
    init(of text: TextBytes, in range: Range<Int>) {
        self.text = text
        at = range.lowerBound
        end = range.upperBound
        if at > 0, Self.isPart(at, of: text), Self.isPart(Self.before(at, in: text), of: text) {
            at = Self.end(at, in: text)
        }
    }

    mutating func next() -> Range<Int>? {
        while at < end {
            switch Self.kind(at, of: text) {
            case .gap(let length): at += length
            case .single(let length):
                defer { at += length }
                return at..<Swift.min(at + length, text.count)
            case .part:
                let start = at
                at = Self.end(at, in: text)
                return start..<at
            }
        }
        return nil
    }

    private enum Kind {
        case part
        /// A character that is a token by itself, and one that is none, with their bytes.
        case single(Int)
        case gap(Int)
    }

    @inline(__always)
    private static func kind(_ place: Int, of text: TextBytes) -> Kind {
        let byte = text[place]
        if byte < 0x80 { return byte.isAlphanumeric ? .part : .gap(1) }
        return wideKind(byte, place, of: text)
    }

    private static func wideKind(_ byte: UInt8, _ place: Int, of text: TextBytes) -> Kind {
        let second = text[place + 1]
        switch byte {
        case 0x80..<0xC2: return .gap(1)
        case 0xC2: return .gap(2)
        // Thai, Lao, Tibetan; Myanmar, Khmer.
        case 0xE0 where second >= 0xB8, 0xE1 where (0x80...0x82).contains(second) || (0x9E...0x9F).contains(second):
            return .single(3)
        case 0xE2: return .gap(3)
        case 0xE3 where second == 0x80: return .gap(3)
        case 0xE3...0xEF: return .single(3)
        case 0xF0...: return .single(4)
        default: return .part
        }
    }

    static func isPart(_ place: Int, of text: TextBytes) -> Bool {
        if case .part = kind(place, of: text) { return true }
        return false
    }

    /// The end of the run of letters and digits that holds a place.
    private static func end(_ place: Int, in text: TextBytes) -> Int {
        let classes = ByteClass.table
        var at = place
        while at < text.count {
            if classes[Int(text.base[at])] & ByteClass.alphanumeric != 0 {
                at &+= 1
                continue
            }
            guard text.base[at] >= 0x80, isPart(at, of: text) else { break }
            at += 1
            while at < text.count, text.base[at] & 0xC0 == 0x80 { at += 1 }
        }
        return at
    }

    /// The beginning of the character before a place.
    static func before(_ place: Int, in text: TextBytes) -> Int {
        var at = place - 1
        while at > 0, place - at < 4, text[at] & 0xC0 == 0x80 { at -= 1 }
        return at
    }

    /// The token that begins at a place; nil where none does.
    static func token(at place: Int, in text: TextBytes) -> Range<Int>? {
        switch kind(place, of: text) {
        case .gap: nil
        case .single(let length): place + length <= text.count ? place..<(place + length) : nil
        case .part: place < text.count ? place..<end(place, in: text) : nil
        }
    }

    /// The token that ends at a place; nil where none does, or one that is longer than any word that is looked for: text without a blank is
    /// not gone through again from each place in it.
    static func token(endingAt place: Int, in text: TextBytes) -> Range<Int>? {
        guard place > 0 else { return nil }
        var start = before(place, in: text)
        guard isPart(start, of: text) else {
            return token(at: start, in: text).flatMap { $0.upperBound == place ? $0 : nil }
        }
        guard place == text.count || !isPart(place, of: text) else { return nil }
        while start > 0, isPart(before(start, in: text), of: text) {
            start = before(start, in: text)
            guard place - start <= CustomEntry.Limits.wordLength else { return nil }
        }
        return start..<place
    }
}

extension TextBytes {
    /// The bytes of a token in small letters, added to `bytes`.
    @inline(__always)
    func fold(_ token: Range<Int>, into bytes: inout [UInt8]) {
        let start = bytes.count
        var isPlain = true
        for place in token {
            let byte = base[place]
            if byte >= 0x80 { isPlain = false }
            bytes.append(byte.isUpper ? byte | 0x20 : byte)
        }
        guard !isPlain else { return }
        bytes.removeSubrange(start...)
        bytes.append(contentsOf: Array(string(token).lowercased().utf8))
    }

    func folded(_ token: Range<Int>) -> [UInt8] {
        var bytes: [UInt8] = []
        fold(token, into: &bytes)
        return bytes
    }
}

/// Gives the bytes of a string to a body as a text; nil for the empty string.
func withText<Result>(_ string: String, _ body: (TextBytes) throws -> Result) rethrows -> Result? {
    var string = string
    return try string.withUTF8 { bytes in
        try bytes.baseAddress.map { try body(TextBytes(base: $0, count: bytes.count)) }
    }
}
