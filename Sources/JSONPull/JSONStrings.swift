extension JSONReader {
    /// The bytes between two quotes.
    @usableFromInline
    struct Span {
        @usableFromInline var start: Int
        @usableFromInline var count: Int
        @usableFromInline var isEscaped: Bool

        @usableFromInline
        init(start: Int, count: Int, isEscaped: Bool) {
            self.start = start
            self.count = count
            self.isEscaped = isEscaped
        }
    }

    /// A string; another kind of value is an error.
    public mutating func string() throws(JSONError) -> String {
        guard try peek() == UInt8(ascii: "\"") else { throw JSONError(.wrongKind, at: position) }
        return text(try scanString())
    }

    /// A string; nil for null and for any other kind of value, which is skipped.
    public mutating func optionalString() throws(JSONError) -> String? {
        guard try peek() == UInt8(ascii: "\"") else {
            if !passesNull() { try skip() }
            return nil
        }
        return text(try scanString())
    }

    /// What `parse` makes of a string's bytes (escapes resolved), without a `String` in between;
    /// nil for null and for any other kind of value, which is skipped.
    public mutating func optionalString<Value>(_ parse: (UnsafeBufferPointer<UInt8>) -> Value?) throws(JSONError)
        -> Value?
    {
        guard try peek() == UInt8(ascii: "\"") else {
            try skip()
            return nil
        }
        let span = try scanString()
        if span.isEscaped { return unescaped(span).withUnsafeBufferPointer(parse) }
        return parse(UnsafeBufferPointer(start: base + span.start, count: span.count))
    }

    private func text(_ span: Span) -> String {
        guard span.isEscaped else {
            return String(decoding: UnsafeBufferPointer(start: base + span.start, count: span.count), as: UTF8.self)
        }
        return String(unsafeUninitializedCapacity: span.count) { unescape(span, into: $0) }
    }

    @usableFromInline
    func unescaped(_ span: Span) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: span.count) { buffer, count in count = unescape(span, into: buffer) }
    }

    /// Passes a string, 8 bytes a step over plain ASCII, and checks its escapes and its UTF-8. The reader stands at the opening quote.
    @usableFromInline
    mutating func scanString() throws(JSONError) -> Span {
        let start = position &+ 1
        var at = start
        var isEscaped = false
        while true {
            while at &+ 8 <= end {
                let stops = Self.stops(UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self))
                if stops != 0 {
                    at &+= stops.trailingZeroBitCount &>> 3
                    break
                }
                at &+= 8
            }
            guard at < end else { throw JSONError(.unexpectedEnd, at: end) }
            let byte = base[at]
            if byte == UInt8(ascii: "\"") {
                position = at &+ 1
                return Span(start: start, count: at &- start, isEscaped: isEscaped)
            }
            if byte == UInt8(ascii: "\\") {
                isEscaped = true
                at = try endOfEscape(at)
            } else if byte >= 0x80 {
                at = try endOfMultibyte(at)
            } else if byte < 0x20 {
                throw JSONError(.controlCharacter, at: at)
            } else {
                at &+= 1
            }
        }
    }

    /// The high bit of each byte that is a quote, a backslash, a control character or not ASCII. Bits above the lowest one set
    /// may be wrong (a borrow runs upwards); only the lowest is used.
    @inline(__always)
    private static func stops(_ word: UInt64) -> UInt64 {
        let word = UInt64(littleEndian: word)
        let quote = word ^ 0x2222_2222_2222_2222
        let slash = word ^ 0x5C5C_5C5C_5C5C_5C5C
        let found =
            ((quote &- 0x0101_0101_0101_0101) & ~quote) | ((slash &- 0x0101_0101_0101_0101) & ~slash)
            | ((word &- 0x2020_2020_2020_2020) & ~word) | word
        return found & 0x8080_8080_8080_8080
    }

    /// Passes a run of multi-byte sequences (RFC 3629 §4: no overlong forms, no surrogates, nothing above U+10FFFF).
    private func endOfMultibyte(_ start: Int) throws(JSONError) -> Int {
        var at = start
        while at < end, base[at] >= 0x80 {
            let lead = base[at]
            let length: Int
            var second: ClosedRange<UInt8> = 0x80...0xBF
            switch lead {
            case 0xC2...0xDF: length = 2
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: length = 3
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            case 0xF1...0xF3: length = 4
            default: throw JSONError(.badUTF8, at: at)
            }
            guard at &+ length <= end else { throw JSONError(.unexpectedEnd, at: end) }
            guard second.contains(base[at &+ 1]) else { throw JSONError(.badUTF8, at: at) }
            for index in 2..<max(2, length) where base[at &+ index] & 0xC0 != 0x80 { throw JSONError(.badUTF8, at: at) }
            at &+= length
        }
        return at
    }
}
