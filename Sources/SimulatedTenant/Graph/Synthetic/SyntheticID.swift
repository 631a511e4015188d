/// GUIDs that look arbitrary and still tell the index they were made from, so that nothing has to be remembered.
struct SyntheticID: Sendable {
    private let seed: UInt64
    private let salt: UInt64
    private let mask: UInt64

    private static let low48: UInt64 = 0xFFFF_FFFF_FFFF
    private static let factor: UInt64 = 0x9E37_79B9_7F4B
    /// The inverse of `factor` modulo 2^48, by Newton's iteration: each step doubles the bits that are right.
    private static let inverse: UInt64 = {
        var guess: UInt64 = factor
        for _ in 0..<6 { guess = guess &* (2 &- factor &* guess) }
        return guess
    }()

    init(seed: UInt64, salt: UInt64) {
        self.seed = seed
        self.salt = salt
        mask = Mix.bits(seed, 0, salt) & Self.low48
    }

    /// Writes the 36 characters.
    @inline(__always)
    func add(_ index: Int, to out: inout [UInt8]) {
        Mix.add(guid: Mix.bits(seed, index, salt), low(index), to: &out)
    }

    func text(_ index: Int) -> String {
        var out: [UInt8] = []
        add(index, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// The index an id was made from; nil where it was not made here.
    func index(_ text: String, below count: Int) -> Int? {
        guard count > 0, text.utf8.count == 36, let tail = UInt64(text.suffix(12), radix: 16) else { return nil }
        let index = Int(((tail ^ mask) &* Self.inverse) & Self.low48)
        guard index < count, self.text(index) == text.lowercased() else { return nil }
        return index
    }

    @inline(__always)
    private func low(_ index: Int) -> UInt64 {
        let scrambled = (UInt64(index) &* Self.factor & Self.low48) ^ mask
        return (Mix.bits(seed, index, salt &+ 1) << 48) | scrambled
    }
}
