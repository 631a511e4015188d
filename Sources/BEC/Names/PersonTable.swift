/// Ids and names of people by position: blocks of bytes and offsets, so that a million of them are a few objects.
public struct PersonTable: Sendable {
    /// Each block is filled to its size and never grown, so building takes no more memory than keeping.
    private var blocks: [[UInt8]] = []
    /// Two a person: where the id and where the name begin, counted as if every block were full.
    private var starts: [UInt32] = []
    private var lengths: [UInt16] = []
    private static let blockSize = 1 << 18

    public init() {}

    public init(_ people: some Sequence<(id: String, name: String)>) {
        for person in people { append(id: person.id, name: person.name) }
    }

    public var count: Int { starts.count / 2 }

    /// Returns the position of the person. Texts longer than 65,535 bytes are cut.
    @discardableResult
    public mutating func append(id: String, name: String) -> Int32 {
        append(id)
        append(name)
        return Int32(count - 1)
    }

    private mutating func append(_ text: String) {
        let bytes = text.utf8.prefix(Int(UInt16.max))
        let length = bytes.count
        if blocks.isEmpty || blocks[blocks.count - 1].count + length > Self.blockSize {
            blocks.append([])
            blocks[blocks.count - 1].reserveCapacity(Self.blockSize)
        }
        let last = blocks.count - 1
        starts.append(UInt32(last * Self.blockSize + blocks[last].count))
        lengths.append(UInt16(length))
        blocks[last].append(contentsOf: bytes)
    }

    public func id(_ person: Int32) -> String { text(Int(person) * 2) }

    public func name(_ person: Int32) -> String { text(Int(person) * 2 + 1) }

    private func text(_ index: Int) -> String {
        let block = Int(starts[index]) / Self.blockSize
        let start = Int(starts[index]) % Self.blockSize
        return String(decoding: blocks[block][start..<start + Int(lengths[index])], as: UTF8.self)
    }
}
