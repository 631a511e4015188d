/// Hashes of words and pairs of words. Not keyed: a collision is found out when the words are compared.
enum NameHash {
    /// What a hash is of, so that keys of two kinds do not meet in one table.
    enum Kind: UInt64 { case word = 1, delete, sound, visual, consonants, whole, heard }

    @inline(__always)
    static func of(_ bytes: some Sequence<UInt8>, _ kind: Kind) -> UInt64 {
        var hash = kind.rawValue &* 0x9E37_79B9_7F4A_7C15
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 &+ (hash >> 47) }
        return mixed(hash)
    }

    /// Of a word without the byte at `gap`; `of` of what remains.
    @inline(__always)
    static func deletion(_ word: UnsafeBufferPointer<UInt8>, _ gap: Int) -> UInt64 {
        var hash = Kind.delete.rawValue &* 0x9E37_79B9_7F4A_7C15
        for index in 0..<word.count where index != gap {
            hash = (hash ^ UInt64(word[index])) &* 0x0000_0100_0000_01B3 &+ (hash >> 47)
        }
        return mixed(hash)
    }

    /// The same for both orders.
    @inline(__always)
    static func pair(_ one: UInt32, _ other: UInt32) -> UInt64 {
        mixed(UInt64(min(one, other)) << 32 | UInt64(max(one, other)))
    }

    @inline(__always)
    private static func mixed(_ value: UInt64) -> UInt64 {
        var hash = value
        hash ^= hash >> 32
        hash = hash &* 0xD6E8_FEB8_6659_FD93
        hash ^= hash >> 32
        hash = hash &* 0xD6E8_FEB8_6659_FD93
        return hash ^ (hash >> 32)
    }

    /// Stands in a pair for any name that begins with the letter.
    static func initial(_ letter: UInt8) -> UInt32 { 0xFF00_0000 | UInt32(letter) }

    /// Stands in a pair for any surname that begins with the letter.
    static func surnameInitial(_ letter: UInt8) -> UInt32 { 0xFD00_0000 | UInt32(letter) }

    /// Stands in a pair for any name that begins with the three letters; nil for shorter words.
    static func beginning(_ word: [UInt8]) -> UInt32? {
        guard word.count >= 3, word[0] < 0x80, word[1] < 0x80, word[2] < 0x80 else { return nil }
        return 0xFE00_0000 | (UInt32(word[0] & 0x7F) << 14 | UInt32(word[1] & 0x7F) << 7 | UInt32(word[2] & 0x7F))
    }
}
