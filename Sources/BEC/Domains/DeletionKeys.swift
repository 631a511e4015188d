/// A word and the words that remain when one of its bytes is left out, as hashes: two words one edit apart share one.
enum DeletionKeys {
    /// FNV-1a, 64 bits, of at most the first 64 bytes; whoever finds a hit compares the words.
    static func of(_ word: [UInt8]) -> [UInt64] {
        word.withUnsafeBufferPointer { bytes in
            let bytes = UnsafeBufferPointer(rebasing: bytes.prefix(64))
            return (-1..<bytes.count).map { hash(bytes, without: $0) }
        }
    }

    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, without gap: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in 0..<bytes.count where index != gap {
            hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
        }
        // The high bits choose the bucket of a `KeyTable`.
        return (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15
    }
}

extension [UInt8] {
    /// Where the other bytes first stand in these. Names are short; the plain way is the fastest.
    func firstPlace(of other: [UInt8]) -> Int? {
        guard let first = other.first, count >= other.count else { return nil }
        for start in 0...(count - other.count) where self[start] == first {
            if self[start..<(start + other.count)].elementsEqual(other) { return start }
        }
        return nil
    }
}
