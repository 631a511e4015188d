/// Numbers as bytes, eight each, the low one first: how data sets and fingerprints are kept.
struct PackedWords {
    private(set) var bytes: [UInt8]
    private var place = 0

    init() { bytes = [] }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func put(_ word: UInt64) {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func put(_ words: [UInt64]) {
        put(UInt64(words.count))
        bytes.reserveCapacity(bytes.count + words.count * 8)
        for word in words { put(word) }
    }

    mutating func put(_ text: [UInt8]) {
        put(UInt64(text.count))
        bytes.append(contentsOf: text)
    }

    /// The next number; nil at the end.
    mutating func word() -> UInt64? {
        guard place + 8 <= bytes.count else { return nil }
        defer { place += 8 }
        let at = place
        return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: UInt64.self)) }
    }

    mutating func words() -> [UInt64]? {
        guard let count = word(), count <= UInt64(bytes.count - place) / 8 else { return nil }
        var words: [UInt64] = []
        words.reserveCapacity(Int(count))
        for _ in 0..<count { if let word = word() { words.append(word) } }
        return words
    }

    mutating func text() -> [UInt8]? {
        guard let count = word(), count <= UInt64(bytes.count - place) else { return nil }
        defer { place += Int(count) }
        return Array(bytes[place..<(place + Int(count))])
    }

    var isAtEnd: Bool { place == bytes.count }
}
