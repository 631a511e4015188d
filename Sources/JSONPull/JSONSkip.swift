extension JSONReader {
    /// Passes one value of any kind, checked like one that is read.
    public mutating func skip() throws(JSONError) {
        let first = try peek()
        if passesNull() { return }
        switch first {
        case UInt8(ascii: "\""): _ = try scanString()
        case UInt8(ascii: "{"): try skipObject()
        case UInt8(ascii: "["): try skipArray()
        case UInt8(ascii: "t"): try pass("true")
        case UInt8(ascii: "f"): try pass("false")
        case UInt8(ascii: "n"): try pass("null")
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try scanNumber()
        default: throw JSONError(.unexpectedByte, at: position)
        }
    }

    /// Passes one value and says where its bytes lie in the document.
    public mutating func slice() throws(JSONError) -> Range<Int> {
        skipSpace()
        let start = position
        try skip()
        return start..<position
    }

    private mutating func skipObject() throws(JSONError) {
        try open(UInt8(ascii: "{"))
        if try closes(UInt8(ascii: "}")) { return }
        repeat {
            _ = try key()
            try skip()
        } while try !ends(UInt8(ascii: "}"))
    }

    private mutating func skipArray() throws(JSONError) {
        try open(UInt8(ascii: "["))
        if try closes(UInt8(ascii: "]")) { return }
        repeat { try skip() } while try !ends(UInt8(ascii: "]"))
    }
}
