/// Korean syllables: Latin spelling, and a coarse key that the many romanisations of a name share.
enum Hangul {
    /// Revised Romanisation by syllable, without the changes between syllables.
    static func latin(_ word: [UInt32]) -> [[UInt8]] {
        let spelled = word.flatMap { code -> [UInt8] in
            guard let (initial, vowel, final) = parts(code) else { return [] }
            return Array((initials[initial] + vowels[vowel] + finals[final]).utf8)
        }
        return spelled.isEmpty ? [] : [spelled]
    }

    private static func parts(_ code: UInt32) -> (Int, Int, Int)? {
        guard (0xAC00...0xD7A3).contains(code) else { return nil }
        let index = Int(code - 0xAC00)
        return (index / 588, index % 588 / 28, index % 28)
    }

    /// Two-syllable surnames.
    static let longSurnames: Set<String> = ["남궁", "황보", "제갈", "선우", "독고", "사공", "서문"]

    private static let initials = [
        "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h",
    ]
    private static let vowels = [
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
        "ui", "i",
    ]
    private static let finals = [
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng",
        "t",
        "t", "k", "t", "p", "t",
    ]
}
