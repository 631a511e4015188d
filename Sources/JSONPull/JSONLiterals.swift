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

    func misses(_ word: StaticString) -> JSONError.Problem? {
        for index in 0..<word.utf8CodeUnitCount {
            guard position &+ index < end else { return .unexpectedEnd }
            if base[position &+ index] != word.utf8Start[index] { return .unexpectedByte }
        }
        return nil
    }

    mutating func pass(_ word: StaticString) throws(JSONError) {
        if let problem = misses(word) { throw JSONError(problem, at: problem == .unexpectedEnd ? end : position) }
        position &+= word.utf8CodeUnitCount
    }
}
