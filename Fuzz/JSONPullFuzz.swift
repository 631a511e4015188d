/// Feeds any bytes to the pull parser: it may refuse them, but not crash, and reading must agree with skipping.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    let isRead = (try? JSONReader.read(bytes) { (reader) throws(JSONError) in try walk(&reader) }) != nil
    let isSkipped = (try? JSONReader.read(bytes) { (reader) throws(JSONError) in try reader.skip() }) != nil
    precondition(isRead == isSkipped, "read and skip disagree")
    let isSliced: Bool? = try? JSONReader.read(bytes) { (reader) throws(JSONError) in
        let slice = try reader.slice()
        return slice.lowerBound < slice.upperBound && slice.upperBound <= count
    }
    precondition(isSliced != false, "a slice lies outside of the document")
    return 0
}

/// Reads every value by the reader made for its kind.
private func walk(_ reader: inout JSONReader) throws(JSONError) {
    switch try reader.kind() {
    case .object:
        try reader.object { (reader, key) throws(JSONError) in
            _ = key.string
            _ = "value" ~= key
            try walk(&reader)
        }
    case .array: try reader.array { (reader) throws(JSONError) in try walk(&reader) }
    case .string: _ = try reader.string()
    case .number:
        let isDouble = try reader.optionalDouble()
        precondition(isDouble != nil, "a number that is none")
    case .bool: _ = try reader.bool()
    case .null: _ = try reader.optionalInt()
    }
}
