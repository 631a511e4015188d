/// Ids of drives and items: text that tells its index to nobody but us.
enum OpaqueID {
    private static let base64 = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    private static let base32 = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// `b!` and 64 characters.
    static func drive(seed: UInt64, index: Int) -> String {
        let key = Mix.bits(seed, 0, 31)
        let mixed = Mix.bits(seed, index, 32)
        var out: [UInt8] = Array("b!".utf8)
        add(UInt64(index) ^ (key & 0xF_FFFF_FFFF), characters: 6, bits: 6, base64, to: &out)
        var more = mixed
        for _ in 0..<6 {
            more = Mix.bits(more)
            add(more, characters: 10, bits: 6, base64, to: &out)
        }
        return String(decoding: out.prefix(66), as: UTF8.self)
    }

    static func driveIndex(_ id: String, seed: UInt64, below count: Int) -> Int? {
        guard id.hasPrefix("b!"), id.utf8.count == 66 else { return nil }
        let key = Mix.bits(seed, 0, 31) & 0xF_FFFF_FFFF
        guard let value = read(id.utf8.dropFirst(2).prefix(6), bits: 6, base64) else { return nil }
        let index = Int(value ^ key)
        return index < count && drive(seed: seed, index: index) == id ? index : nil
    }

    /// `01` and 32 characters.
    static func item(key: UInt64, index: Int) -> String {
        var out: [UInt8] = Array("01".utf8)
        add(UInt64(index) ^ (key & 0x7_FFFF_FFFF), characters: 7, bits: 5, base32, to: &out)
        add(key, characters: 12, bits: 5, base32, to: &out)
        add(Mix.bits(key, index, 33), characters: 12, bits: 5, base32, to: &out)
        out.append(base32[index & 31])
        return String(decoding: out, as: UTF8.self)
    }

    static func itemIndex(_ id: String, key: UInt64, below count: Int) -> Int? {
        guard id.hasPrefix("01"), id.utf8.count == 34,
            let value = read(id.utf8.dropFirst(2).prefix(7), bits: 5, base32)
        else { return nil }
        let index = Int(value ^ (key & 0x7_FFFF_FFFF))
        return index < count && item(key: key, index: index) == id ? index : nil
    }

    /// An item of a hand-made drive.
    static func item(named path: String) -> String { item(key: Mix.name(path), index: 0) }

    private static func add(_ value: UInt64, characters: Int, bits: UInt64, _ alphabet: [UInt8], to out: inout [UInt8])
    {
        for place in (0..<characters).reversed() {
            out.append(alphabet[Int(truncatingIfNeeded: value >> (UInt64(place) * bits)) & (alphabet.count - 1)])
        }
    }

    private static func read(_ text: some Sequence<UInt8>, bits: UInt64, _ alphabet: [UInt8]) -> UInt64? {
        var value: UInt64 = 0
        for character in text {
            guard let digit = alphabet.firstIndex(of: character) else { return nil }
            value = value << bits | UInt64(digit)
        }
        return value
    }
}
