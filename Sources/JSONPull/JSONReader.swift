/// A cursor over a JSON document (RFC 8259) that hands out one value after the other and builds nothing by itself.
///
/// The reader checks what it passes, skipped values too: grammar, numbers, escapes, UTF-8, nesting. Where a name occurs twice in
/// an object the closure sees both, so the last one wins. A lone surrogate (`"\ud800"`) reads as U+FFFD. It allocates nothing
/// but the strings asked for; it cannot be copied and does not outlive `read`.
public struct JSONReader: ~Copyable {
    @usableFromInline let base: UnsafePointer<UInt8>
    @usableFromInline let end: Int
    @usableFromInline var position: Int
    @usableFromInline var depth = 0
    @usableFromInline let maximumDepth: Int

    /// Reads one whole document: `body` takes its value, nothing but white space may follow.
    /// - Parameter maximumDepth: how many arrays and objects may lie in each other.
    @discardableResult
    public static func read<Value>(
        _ document: UnsafeBufferPointer<UInt8>, maximumDepth: Int = 128,
        _ body: (inout JSONReader) throws(JSONError) -> Value
    ) throws(JSONError) -> Value {
        guard let base = document.baseAddress, !document.isEmpty else { throw JSONError(.unexpectedEnd, at: 0) }
        var reader = JSONReader(base: base, count: document.count, maximumDepth: maximumDepth)
        reader.skipByteOrderMark()
        let start = reader.position
        let value = try body(&reader)
        if reader.position == start { try reader.skip() }
        reader.skipSpace()
        guard reader.position == reader.end else { throw JSONError(.trailingBytes, at: reader.position) }
        return value
    }

    /// Reads one whole document held in an array.
    @discardableResult
    public static func read<Value>(
        _ document: [UInt8], maximumDepth: Int = 128, _ body: (inout JSONReader) throws(JSONError) -> Value
    ) throws(JSONError) -> Value {
        try document.withUnsafeBufferPointer { (bytes) throws(JSONError) -> Value in
            try read(bytes, maximumDepth: maximumDepth, body)
        }
    }

    init(base: UnsafePointer<UInt8>, count: Int, maximumDepth: Int) {
        self.base = base
        end = count
        position = 0
        self.maximumDepth = maximumDepth
    }

    /// Where the next byte is read, counted from the start of the document.
    public var offset: Int { position }

    /// The kind of the value that comes next.
    public mutating func kind() throws(JSONError) -> JSONKind {
        switch try peek() {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        default: throw JSONError(.unexpectedByte, at: position)
        }
    }

    /// RFC 8259 §8.1 lets a parser ignore it.
    private mutating func skipByteOrderMark() {
        if end >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF { position = 3 }
    }

    @inlinable @inline(__always)
    mutating func skipSpace() {
        while position < end {
            let byte = base[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position &+= 1
        }
    }

    /// The next byte that is not white space, left where it is.
    @inlinable @inline(__always)
    mutating func peek() throws(JSONError) -> UInt8 {
        skipSpace()
        guard position < end else { throw JSONError(.unexpectedEnd, at: end) }
        return base[position]
    }

    @inlinable @inline(__always)
    mutating func expect(_ byte: UInt8) throws(JSONError) {
        guard try peek() == byte else { throw JSONError(.unexpectedByte, at: position) }
        position &+= 1
    }
}
