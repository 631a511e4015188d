extension JSONReader {
    /// Checks the escape that starts at `at` (RFC 8259 §7) and gives the offset after it.
    func endOfEscape(_ at: Int) throws(JSONError) -> Int {
        guard at &+ 1 < end else { throw JSONError(.unexpectedEnd, at: end) }
        switch base[at &+ 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"),
            UInt8(ascii: "r"), UInt8(ascii: "t"):
            return at &+ 2
        case UInt8(ascii: "u"):
            for index in 2..<6 {
                guard at &+ index < end else { throw JSONError(.unexpectedEnd, at: end) }
                guard Self.hexValue(base[at &+ index]) < 16 else { throw JSONError(.badEscape, at: at) }
            }
            return at &+ 6
        default:
            throw JSONError(.badEscape, at: at)
        }
    }

    /// Writes the string with its escapes resolved and gives its length in bytes, which is never more than it takes escaped.
    /// The span was checked by `scanString`.
    func unescape(_ span: Span, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var at = span.start
        let stop = span.start &+ span.count
        var length = 0
        while at < stop {
            let byte = base[at]
            if byte != UInt8(ascii: "\\") {
                buffer[length] = byte
                length &+= 1
                at &+= 1
            } else if base[at &+ 1] == UInt8(ascii: "u") {
                let scalar = unicodeEscape(&at, stop)
                for unit in UTF8.encode(scalar)! {
                    buffer[length] = unit
                    length &+= 1
                }
            } else {
                buffer[length] = Self.simpleEscape(base[at &+ 1])
                length &+= 1
                at &+= 2
            }
        }
        return length
    }

    /// The scalar of one `\u` escape or of a surrogate pair of two; U+FFFD for half a pair.
    private func unicodeEscape(_ at: inout Int, _ stop: Int) -> Unicode.Scalar {
        let high = codeUnit(at)
        at &+= 6
        guard 0xD800...0xDBFF ~= high else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
        guard at &+ 6 <= stop, base[at] == UInt8(ascii: "\\"), base[at &+ 1] == UInt8(ascii: "u") else {
            return "\u{FFFD}"
        }
        let low = codeUnit(at)
        guard 0xDC00...0xDFFF ~= low else { return "\u{FFFD}" }
        at &+= 6
        return Unicode.Scalar(0x10000 &+ ((high &- 0xD800) &<< 10) &+ (low &- 0xDC00)) ?? "\u{FFFD}"
    }

    private func codeUnit(_ at: Int) -> UInt32 {
        (2..<6).reduce(0) { $0 &<< 4 | UInt32(Self.hexValue(base[at &+ $1])) }
    }

    private static func simpleEscape(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: letter
        }
    }

    /// 16 for what is no hexadecimal digit.
    private static func hexValue(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte &- UInt8(ascii: "A") &+ 10
        default: 16
        }
    }
}
