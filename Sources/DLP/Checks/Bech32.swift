/// Bitcoin's newer addresses: BIP 173 (version 0) and BIP 350 (version 1 and later).
enum Bech32 {
    private static let values: [UInt8: UInt32] = Dictionary(
        uniqueKeysWithValues: "qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8.enumerated().map { ($1, UInt32($0)) })
    private static let generators: [UInt32] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]

    /// Whether the text, all in one case, is an address with prefix `bc`.
    static func isChecked(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let letters = text.map { $0.isUpper ? $0 | 0x20 : $0 }
        guard letters.count >= 14, letters.starts(with: "bc1".utf8) else { return false }
        guard !(text.contains { $0.isUpper } && text.contains { $0.isLower }) else { return false }
        var words: [UInt32] = []
        for letter in letters.dropFirst(3) {
            guard let value = values[letter] else { return false }
            words.append(value)
        }
        // The prefix "bc": its high bits, a zero, its low bits.
        let sum = polynomial([3, 3, 0, 2, 3] + words)
        return words[0] == 0 ? sum == 1 : words[0] <= 16 && sum == 0x2bc8_30a3
    }

    private static func polynomial(_ words: [UInt32]) -> UInt32 {
        words.reduce(1) { check, word in
            let top = check >> 25
            let shifted = (check & 0x1ff_ffff) << 5 ^ word
            return generators.indices.reduce(shifted) { top >> UInt32($1) & 1 == 1 ? $0 ^ generators[$1] : $0 }
        }
    }
}
