/// Whether words read in an image look as if it lay on its side or on its head.
enum ImageWords {
    /// - Returns: the share of words, in hundredths, that no language writes so: capitals and signs inside of words, letters and
    ///   digits mixed. 100 for no words at all.
    static func strangeness(_ text: [UInt8]) -> Int {
        let words = text.split { $0 <= 0x20 }.filter { $0.count >= 3 }
        guard !words.isEmpty else { return 100 }
        return words.count { isStrange($0) } * 100 / words.count
    }

    /// Words of other scripts are taken as they are.
    private static func isStrange(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.contains(where: isLetter), word.allSatisfy({ $0 < 0x80 }) else { return false }
        let core = word.drop { !isAlphanumeric($0) }.reversed().drop { !isAlphanumeric($0) }
        // An address has signs in it.
        guard !word.contains(where: { [0x2E, 0x2F, 0x3A, 0x40, 0x5F].contains($0) }) else { return false }
        let signs = core.count { !isAlphanumeric($0) && $0 != 0x2D && $0 != 0x27 }
        let turns = zip(core.dropFirst(), core).count { (0x61...0x7A).contains($0) && (0x41...0x5A).contains($1) }
        let isMixed = core.contains(where: isLetter) && core.contains { (0x30...0x39).contains($0) }
        return signs > 0 || turns > 0 || isMixed || word.contains(0x7C) || word.contains(0x7D)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }
}
