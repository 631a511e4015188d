/// Shapes of grouped digits by the lengths of their groups: an open hash table over five bits a group. Whoever makes it frees it.
struct GroupTable {
    private let keys: UnsafeMutablePointer<UInt64>
    private let shapes: Buckets<Dispatch.Grouped>
    private let mask: Int
    let longest: Int

    init(_ listed: [(lengths: [Int], shape: Dispatch.Grouped)]) {
        var byKey: [UInt64: [Dispatch.Grouped]] = [:]
        for (lengths, shape) in listed {
            byKey[Self.key(lengths), default: []].append(shape)
            for count in lengths.indices.dropFirst() { byKey[Self.key(Array(lengths[..<count])), default: []] += [] }
        }
        var size = 64
        while size < byKey.count * 4 { size *= 2 }
        mask = size - 1
        keys = .allocate(capacity: size)
        keys.initialize(repeating: 0, count: size)
        var lists = [[Dispatch.Grouped]](repeating: [], count: size)
        for (key, value) in byKey {
            let at = Self.place(of: key, keys, mask)
            keys[at] = key
            lists[at] = value
        }
        shapes = Buckets(lists)
        longest = listed.map(\.lengths.count).max() ?? 0
    }

    /// The key of groups of these lengths, each below 32.
    static func key(_ lengths: [Int]) -> UInt64 { lengths.reduce(0) { extended($0, by: $1) } }

    @inline(__always)
    static func extended(_ key: UInt64, by length: Int) -> UInt64 { key << 5 | UInt64(length & 31) }

    /// The shapes of groups of these lengths; nil where none has them nor begins with them.
    @inline(__always)
    subscript(key: UInt64) -> UnsafeBufferPointer<Dispatch.Grouped>? {
        let place = Self.place(of: key, keys, mask)
        return keys[place] == 0 ? nil : shapes[place]
    }

    func free() {
        shapes.free()
        keys.deallocate()
    }

    @inline(__always)
    private static func place(of key: UInt64, _ keys: UnsafeMutablePointer<UInt64>, _ mask: Int) -> Int {
        var at = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
        while keys[at] != 0, keys[at] != key { at = (at + 1) & mask }
        return at
    }
}
