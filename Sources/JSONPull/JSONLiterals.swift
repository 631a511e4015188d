extension JSONReader {
    /// `true` or `false`; another kind of value is an error.
    public mutating func bool() throws(JSONError) -> Bool {
        let start = position
        guard try kind() == .bool, let value = try optionalBool() else { throw JSONError(.wrongKind, at: start) }
        return value
    }

    /// `true` or `false`; nil for null and for any other kind of value, which is skipped.
    public mutating func optionalBool() throws(JSONError) -> Bool? {
        switch try peek() {
        case UInt8(ascii: "t"):
            try pass("true")
            return true
        case UInt8(ascii: "f"):
            try pass("false")
            return false
        default:
            try skip()
            return nil
        }
    }

    /// Passes `null`, the most frequent of all values, where it comes next.
    @inline(__always)
    mutating func passesNull() -> Bool {
        guard position &+ 4 <= end else { return false }
        let word = UnsafeRawPointer(base + position).loadUnaligned(as: UInt32.self)
        guard UInt32(littleEndian: word) == 0x6C6C_756E else { return false }
        position &+= 4
        return true
    }

    mutating func pass(_ word: StaticString) throws(JSONError) {
        for index in 0..<word.utf8CodeUnitCount {
            guard position &+ index < end else { throw JSONError(.unexpectedEnd, at: end) }
            guard base[position &+ index] == word.utf8Start[index] else {
                throw JSONError(.unexpectedByte, at: position)
            }
        }
        position &+= word.utf8CodeUnitCount
    }
}
