extension JSONReader {
    /// Reads an object: `body` is called for each member in the order of the document and reads its value;
    /// a value it leaves alone is skipped.
    @inlinable
    public mutating func object(
        _ body: (inout JSONReader, JSONKey) throws(JSONError) -> Void
    ) throws(JSONError) {
        try open(UInt8(ascii: "{"))
        if try closes(UInt8(ascii: "}")) { return }
        while true {
            let name = try key()
            let start = position
            if name.isEscaped {
                let resolved = unescaped(name)
                try resolved.withUnsafeBufferPointer { (bytes) throws(JSONError) in try body(&self, JSONKey(bytes)) }
            } else {
                try body(&self, JSONKey(UnsafeBufferPointer(start: base + name.start, count: name.count)))
            }
            if position == start { try skip() }
            if try ends(UInt8(ascii: "}")) { return }
        }
    }

    /// Reads an array: `body` is called once an element and reads it; an element it leaves alone is skipped.
    @inlinable
    public mutating func array(_ body: (inout JSONReader) throws(JSONError) -> Void) throws(JSONError) {
        try open(UInt8(ascii: "["))
        if try closes(UInt8(ascii: "]")) { return }
        while true {
            skipSpace()
            let start = position
            try body(&self)
            if position == start { try skip() }
            if try ends(UInt8(ascii: "]")) { return }
        }
    }

    /// As `object`, where anything else (null above all) is skipped. True where there was an object.
    @inlinable
    @discardableResult
    public mutating func optionalObject(
        _ body: (inout JSONReader, JSONKey) throws(JSONError) -> Void
    ) throws(JSONError) -> Bool {
        guard try peek() == UInt8(ascii: "{") else {
            try skip()
            return false
        }
        try object(body)
        return true
    }

    /// As `array`, where anything else (null above all) is skipped. True where there was an array.
    @inlinable
    @discardableResult
    public mutating func optionalArray(
        _ body: (inout JSONReader) throws(JSONError) -> Void
    ) throws(JSONError) -> Bool {
        guard try peek() == UInt8(ascii: "[") else {
            try skip()
            return false
        }
        try array(body)
        return true
    }

    /// The strings of an array; elements of another kind are left out, and so is everything where it is no array.
    public mutating func strings() throws(JSONError) -> [String] {
        var found: [String] = []
        try optionalArray { (reader) throws(JSONError) in
            if let text = try reader.optionalString() { found.append(text) }
        }
        return found
    }

    @inlinable @inline(__always)
    mutating func open(_ bracket: UInt8) throws(JSONError) {
        guard try peek() == bracket else { throw JSONError(.wrongKind, at: position) }
        guard depth < maximumDepth else { throw JSONError(.tooDeep, at: position) }
        depth &+= 1
        position &+= 1
    }

    /// Whether the container that was just opened is empty.
    @inlinable @inline(__always)
    mutating func closes(_ bracket: UInt8) throws(JSONError) -> Bool {
        guard try peek() == bracket else { return false }
        depth &-= 1
        position &+= 1
        return true
    }

    /// After an element: true at the closing bracket, false after a comma.
    @inlinable @inline(__always)
    mutating func ends(_ bracket: UInt8) throws(JSONError) -> Bool {
        let byte = try peek()
        if byte == UInt8(ascii: ",") {
            position &+= 1
            return false
        }
        guard byte == bracket else { throw JSONError(.unexpectedByte, at: position) }
        depth &-= 1
        position &+= 1
        return true
    }

    /// A member's name and its colon; the reader stands at the value afterwards.
    @inlinable @inline(__always)
    mutating func key() throws(JSONError) -> Span {
        guard try peek() == UInt8(ascii: "\"") else { throw JSONError(.unexpectedByte, at: position) }
        let name = try scanString()
        try expect(UInt8(ascii: ":"))
        skipSpace()
        return name
    }
}
