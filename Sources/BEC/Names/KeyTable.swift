/// A frozen multi-map of 64-bit keys to 32-bit values: buckets by the key's high bits, entries of a bucket side by side.
/// 8 bytes an entry and 2 a bucket slot: the bucket stands for the key's high bits, beside the entry stand its low 32.
/// A lookup touches three places in memory.
struct KeyTable: Sendable {
    /// Entries in any order, before they are frozen.
    struct Build: Sendable {
        fileprivate var keys: [UInt64] = []
        fileprivate var values: [UInt32] = []

        mutating func add(_ key: UInt64, _ value: UInt32) {
            keys.append(key)
            values.append(value)
        }
    }

    private let starts: [UInt32]
    private let lows: [UInt32]
    private let values: [UInt32]
    private let shift: UInt64

    init(_ build: consuming Build) {
        let count = build.keys.count
        var bits: UInt64 = 1
        while (1 << bits) * 2 < count { bits += 1 }
        let shift = 64 - bits
        var starts = [UInt32](repeating: 0, count: (1 << Int(bits)) + 1)
        for key in build.keys { starts[Int(key >> shift) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var next = starts
        var lows = [UInt32](repeating: 0, count: count)
        var values = [UInt32](repeating: 0, count: count)
        for (key, value) in zip(build.keys, build.values) {
            let bucket = Int(key >> shift)
            lows[Int(next[bucket])] = UInt32(truncatingIfNeeded: key)
            values[Int(next[bucket])] = value
            next[bucket] += 1
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
