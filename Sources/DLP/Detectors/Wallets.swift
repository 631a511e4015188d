extension Detector {
    static let btcAddress = Detector(
        id: "btc_address", title: "Bitcoin address", family: .financial, check: "base58check, bech32 or bech32m",
        find: .word([.mixed, .letterFirst], lengths: 25...62, examine: bitcoin),
        words: ["bitcoin", "btc", "wallet", "btc wallet"],
        samples: ["1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"],
        hits: [
            "3F56LFnKKQeeE2QLUwQELGTdHDuXvxoc3m", "bc1qmx79y72967ak2khpgpt59c57gce5puktd6txr7",
            "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr",
            "wallet BC1P0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQZK5JJ0",
        ],
        misses: [
            "bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcs",
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
            "3F56LFnKKQeeE2QLUwQELGTdHDuXvxoc3n", "bc1qmx79y72967ak2khpgpt59c57gce5puktd6txr8",
        ])

    static let ethAddress = Detector(
        id: "eth_address", title: "Ethereum address", family: .financial, check: "EIP-55 where the letters are mixed",
        find: .word(.mixed, lengths: 42...42, examine: ethereum),
        words: ["ethereum", "eth", "wallet", "eth address", "eth wallet"],
        hits: ["0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0x300d47e005ce9a75e5d066e2f42398eafd9f2b1e"],
        misses: ["0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed", "0x0000000000000000000000000000000000000000"])
}

private func bitcoin(_ text: TextBytes, _ word: Range<Int>) -> Range<Int>? {
    guard Boundary.isClean(after: word.upperBound, in: text) else { return nil }
    switch (text[word.lowerBound], word.count) {
    case (UInt8(ascii: "1"), 25...34), (UInt8(ascii: "3"), 25...34):
        return Base58.isChecked(text.slice(word)) ? word : nil
    case (UInt8(ascii: "b"), 42...62), (UInt8(ascii: "B"), 42...62):
        return Bech32.isChecked(text.slice(word)) ? word : nil
    default: return nil
    }
}

private func ethereum(_ text: TextBytes, _ word: Range<Int>) -> Range<Int>? {
    guard text[word.lowerBound] == UInt8(ascii: "0"), text[word.lowerBound + 1] == UInt8(ascii: "x") else { return nil }
    let letters = Array(text.slice((word.lowerBound + 2)..<word.upperBound))
    guard letters.allSatisfy({ $0.isDigit || (97...102).contains($0 | 0x20) }), Set(letters).count > 4 else {
        return nil
    }
    guard letters.contains(where: \.isUpper), letters.contains(where: \.isLower) else { return word }
    // EIP-55: a letter is a capital where the hash of the small letters has a digit above seven.
    let hash = Keccak.hash256(letters.map { $0.isUpper ? $0 | 0x20 : $0 })
    let isChecked = letters.enumerated().allSatisfy { place, letter in
        guard letter.isLetter else { return true }
        let half = place % 2 == 0 ? hash[place / 2] >> 4 : hash[place / 2] & 15
        return (half > 7) == letter.isUpper
    }
    return isChecked ? word : nil
}
