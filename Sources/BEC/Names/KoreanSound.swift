/// A coarse key of a Latin spelling of a Korean name: Jeong, Jung, Chung and Chong have one; so have Park and Bak.
enum KoreanSound {
    static func key(_ word: [UInt8]) -> [UInt8] {
        var key: [UInt8] = []
        var index = 0
        while index < word.count {
            let letter = word[index]
            if isVowel(letter) {
                var end = index
                while end < word.count, isVowel(word[end]) { end += 1 }
                key.append(vowel(word[index..<end]))
                index = end
                continue
            }
            index += 1
            guard let consonant = consonant(letter, before: index < word.count ? word[index] : nil) else { continue }
            if consonant != key.last { key.append(consonant) }
        }
        return key
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        letter == 0x61 || letter == 0x65 || letter == 0x69 || letter == 0x6F || letter == 0x75 || letter == 0x79
            || letter == 0x77
    }

    private static func consonant(_ letter: UInt8, before next: UInt8?) -> UInt8? {
        switch letter {
        case 0x67, 0x6B, 0x71: 0x6B
        case 0x64, 0x74: 0x74
        case 0x62, 0x70, 0x76, 0x66: 0x70
        case 0x6A, 0x63, 0x7A: 0x6A
        // Park, Suh, Noh: written, not spoken.
        case 0x72: next.map(isVowel) == true ? 0x6C : nil
        case 0x68: next.map(isVowel) == true ? 0x68 : nil
        default: letter
        }
    }

    /// Front, open or rounded.
    private static func vowel(_ run: ArraySlice<UInt8>) -> UInt8 {
        let letters = String(decoding: run.drop { $0 == 0x79 || $0 == 0x77 }, as: UTF8.self)
        switch letters {
        case "i", "ee", "ui", "": return 0x69
        case "a", "aa": return 0x61
        case "ae", "ai", "e", "ay", "ei", "oe", "oi", "ey": return 0x65
        default: return 0x6F
        }
    }
}
