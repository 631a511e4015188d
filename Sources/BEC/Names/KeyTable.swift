/// A frozen multi-map of 64-bit keys to 32-bit values: buckets by the key's high bits, entries of a bucket side by side.
/// 8 bytes an entry and 2 a bucket slot: the bucket stands for the key's high bits, beside the entry stand its low 32.
/// A lookup touches three places in memory.
struct KeyTable: Sendable {
    /// Entries in any order, before they are frozen. Kept in blocks that never grow, so that no copy is made of them.
    struct Build: Sendable {
        fileprivate struct Block: Sendable {
            var keys: [UInt64] = []
            var values: [UInt32] = []
        }

        fileprivate var blocks: [Block] = []
        private(set) var count = 0
        private static let blockSize = 1 << 14

        mutating func add(_ key: UInt64, _ value: UInt32) {
            if count & (Self.blockSize - 1) == 0 {
                var block = Block()
                if !blocks.isEmpty {
                    block.keys.reserveCapacity(Self.blockSize)
                    block.values.reserveCapacity(Self.blockSize)
                }
                blocks.append(block)
            }
            blocks[blocks.count - 1].keys.append(key)
            blocks[blocks.count - 1].values.append(value)
            count += 1
        }
    }

    private let starts: [UInt32]
    private let lows: [UInt32]
    private let values: [UInt32]
    private let shift: UInt64

    init(_ build: consuming Build) {
        var build = build
        let count = build.count
        var bits: UInt64 = 1
        while (1 << bits) * 2 < count { bits += 1 }
        let shift = 64 - bits
        // While filling, the start of a bucket stands one place further on and is counted up to its end.
        var starts = [UInt32](repeating: 0, count: (1 << Int(bits)) + 2)
        for block in build.blocks {
            for key in block.keys { starts[Int(key >> shift) + 2] += 1 }
        }
        for index in 2..<starts.count { starts[index] += starts[index - 1] }
        var lows = [UInt32](repeating: 0, count: count)
        var values = [UInt32](repeating: 0, count: count)
        for index in build.blocks.indices {
            let block = build.blocks[index]
            build.blocks[index] = Build.Block()
            for (key, value) in zip(block.keys, block.values) {
                let bucket = Int(key >> shift) + 1
                let place = Int(starts[bucket])
                lows[place] = UInt32(truncatingIfNeeded: key)
                values[place] = value
                starts[bucket] += 1
            }
        }
        self.starts = starts
        self.lows = lows
        self.values = values
        self.shift = shift
    }

    /// Hands over the values of a key until `body` says false.
    @inline(__always)
    func forEach(_ key: UInt64, _ body: (UInt32) -> Bool) {
        let bucket = Int(key >> shift)
        var index = Int(starts[bucket])
        let end = Int(starts[bucket + 1])
        let low = UInt32(truncatingIfNeeded: key)
        while index < end {
            if lows[index] == low, !body(values[index]) { return }
            index += 1
        }
    }

    /// How many values a key has, counted up to `limit`.
    func count(_ key: UInt64, limit: Int) -> Int {
        var found = 0
        forEach(key) { _ in
            found += 1
            return found < limit
        }
        return found
    }
}
