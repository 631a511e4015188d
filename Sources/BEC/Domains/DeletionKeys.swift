/// A word and the words that remain when one of its bytes is left out, as hashes: two words one edit apart share one.
enum DeletionKeys {
    /// FNV-1a, 64 bits, of at most the first 64 bytes; whoever finds a hit compares the words.
    static func of(_ word: String) -> [UInt64] {
        var word = word
        return word.withUTF8 { bytes in
            let bytes = bytes.prefix(64)
            return [hash(bytes, without: -1)] + bytes.indices.map { hash(bytes, without: $0) }
        }
    }

    private static func hash(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, without gap: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in bytes.indices where index != gap {
            hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
        }
        return hash
    }
}

extension String.UTF8View {
    /// Whether the other bytes stand somewhere in these. Names are short; the plain way is the fastest.
    func holds(_ other: String.UTF8View) -> Bool {
        let count = other.count
        guard count > 0, self.count >= count, let first = other.first else { return count == 0 }
        var start = startIndex
        var left = self.count
        while left >= count {
            if self[start] == first, self[start...].starts(with: other) { return true }
            start = index(after: start)
            left -= 1
        }
        return false
    }
}
