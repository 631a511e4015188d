extension ByteReader {
    /// Bytes of a header block that are kept; a parser reads no more.
    static let longestHeader = 16 << 20

    /// A message's header block with the empty line that ends it. Empty lines before the first field are read past.
    func header() -> [UInt8] {
        var block: [UInt8] = []
        while true {
            let start = block.count
            guard appendLine(to: &block, limit: Self.longestHeader), block.count < Self.longestHeader else {
                return block
            }
            guard Self.isBlank(block[start...]) else { continue }
            if start > 0 { return block }
            block.removeAll(keepingCapacity: true)
        }
    }

    /// CRLF or LF alone.
    static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
        line.elementsEqual([13, 10]) || line.elementsEqual([10])
    }
}
