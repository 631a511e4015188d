/// A set of keyed hashes that may say yes to a stranger, one time in several hundred, and never no to a member (Bloom, 1970).
struct BloomFilter: Sendable {
    private(set) var words: [UInt64]
    private let mask: UInt64

    /// - Parameter count: members that will be added: sixteen bits are set aside for each.
    init(count: Int) {
        var bits = 1024
        while bits < count * 16 { bits *= 2 }
        words = [UInt64](repeating: 0, count: bits / 64)
        mask = UInt64(bits - 1)
    }

    mutating func insert(_ hash: UInt64) {
        for place in places(hash) { words[Int(place >> 6)] |= 1 << (place & 63) }
    }

    func contains(_ hash: UInt64) -> Bool {
        places(hash).allSatisfy { words[Int($0 >> 6)] & 1 << ($0 & 63) != 0 }
    }

    @inline(__always)
    private func places(_ hash: UInt64) -> CollectionOfFour {
        let step = hash >> 32 | 1
        return CollectionOfFour(first: hash, step: step, mask: mask)
    }

    private struct CollectionOfFour: Sequence, IteratorProtocol {
        let first: UInt64
        let step: UInt64
        let mask: UInt64
        var taken: UInt64 = 0

        init(first: UInt64, step: UInt64, mask: UInt64) {
            (self.first, self.step, self.mask) = (first, step, mask)
        }

        @inline(__always)
        mutating func next() -> UInt64? {
            guard taken < 4 else { return nil }
            defer { taken += 1 }
            return (first &+ taken &* step) & mask
        }
    }
}

extension BloomFilter {
    /// - Parameter words: as they were kept; their number is a power of two.
    init?(words: [UInt64]) {
        guard words.count >= 16, words.count & (words.count - 1) == 0 else { return nil }
        self.words = words
        mask = UInt64(words.count * 64 - 1)
    }
}
