extension JSONReader {
    /// A number's bytes and whether it is written as an integer.
    struct Digits {
        var start: Int
        var end: Int
        var isInteger: Bool
    }

    /// A whole number that fits; another kind of value, or another number, is an error.
    public mutating func int() throws(JSONError) -> Int {
        let start = position
        guard try kind() == .number, let value = try optionalInt() else { throw JSONError(.wrongKind, at: start) }
        return value
    }

    /// A whole number (`3`, also `3.0` and `3e0`); nil for null, for a number that is none or does not fit, and for any other
    /// kind of value, which is skipped.
    public mutating func optionalInt() throws(JSONError) -> Int? {
        guard try kind() == .number else {
            try skip()
            return nil
        }
        let digits = try scanNumber()
        if digits.isInteger { return integer(digits) }
        return Double(text(digits)).flatMap { Int(exactly: $0) }
    }

    /// A number; another kind of value is an error.
    public mutating func double() throws(JSONError) -> Double {
        let start = position
        guard try kind() == .number, let value = try optionalDouble() else { throw JSONError(.wrongKind, at: start) }
        return value
    }

    /// A number (infinite where it is too large); nil for null and for any other kind of value, which is skipped.
    public mutating func optionalDouble() throws(JSONError) -> Double? {
        guard try kind() == .number else {
            try skip()
            return nil
        }
        return Double(text(try scanNumber()))
    }

    /// Passes a number: `-? (0 | [1-9] digit*) (. digit+)? ([eE] [+-]? digit+)?` (RFC 8259 §6).
    mutating func scanNumber() throws(JSONError) -> Digits {
        let start = position
        if base[position] == UInt8(ascii: "-") { position &+= 1 }
        guard position < end else { throw JSONError(.unexpectedEnd, at: end) }
        if base[position] == UInt8(ascii: "0") {
            position &+= 1
            if position < end, Self.isDigit(base[position]) { throw JSONError(.badNumber, at: start) }
        } else {
            try passDigits(from: start)
        }
        var isInteger = true
        if position < end, base[position] == UInt8(ascii: ".") {
            isInteger = false
            position &+= 1
            try passDigits(from: start)
        }
        if position < end, base[position] | 0x20 == UInt8(ascii: "e") {
            isInteger = false
            position &+= 1
            if position < end, base[position] == UInt8(ascii: "+") || base[position] == UInt8(ascii: "-") {
                position &+= 1
            }
            try passDigits(from: start)
        }
        return Digits(start: start, end: position, isInteger: isInteger)
    }

    private mutating func passDigits(from start: Int) throws(JSONError) {
        guard position < end else { throw JSONError(.unexpectedEnd, at: end) }
        guard Self.isDigit(base[position]) else { throw JSONError(.badNumber, at: start) }
        while position < end, Self.isDigit(base[position]) { position &+= 1 }
    }

    private func integer(_ digits: Digits) -> Int? {
        let isNegative = base[digits.start] == UInt8(ascii: "-")
        var value = 0
        for at in (isNegative ? digits.start &+ 1 : digits.start)..<digits.end {
            let digit = Int(base[at] &- UInt8(ascii: "0"))
            let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, tooLargeNow) =
                isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
            if tooLarge || tooLargeNow { return nil }
            value = sum
        }
        return value
    }

    private func text(_ digits: Digits) -> String {
        String(
            decoding: UnsafeBufferPointer(start: base + digits.start, count: digits.end - digits.start), as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
