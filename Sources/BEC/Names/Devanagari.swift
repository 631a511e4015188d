/// Latin spellings of a Devanagari word, with and without the unspoken vowels (schwa).
enum Devanagari {
    static func latin(_ word: [UInt32]) -> [[UInt8]] {
        let sounds = Self.sounds(word)
        let full = spell(sounds, droppingMiddle: false)
        let short = spell(sounds, droppingMiddle: true)
        return full == short ? [full] : [short, full]
    }

    private struct Sound {
        var consonant: [UInt8]
        /// Nil: the unwritten a.
        var vowel: [UInt8]?
        var isLong = false
    }

    private static func sounds(_ word: [UInt32]) -> [Sound] {
        var sounds: [Sound] = []
        for code in word {
            if let consonant = consonants[code]?.first {
                sounds.append(Sound(consonant: consonant, vowel: nil))
            } else if let vowel = vowels[code]?.first {
                sounds.append(Sound(consonant: [], vowel: vowel))
            } else if let sign = signs[code]?.first, !sounds.isEmpty {
                sounds[sounds.count - 1].vowel = sign
            } else if code == 0x902 || code == 0x901 {
                sounds.append(Sound(consonant: [0x6E], vowel: []))
            }
        }
        // अं before ह sounds as -ngh: सिंह is Singh.
        for index in sounds.indices.dropLast() where sounds[index].consonant == [0x6E] && sounds[index].vowel == [] {
            if sounds[index + 1].consonant == [0x68], sounds[index + 1].vowel == nil {
                sounds[index + 1].consonant = [0x67, 0x68]
            }
        }
        return sounds
    }

    private static func spell(_ sounds: [Sound], droppingMiddle: Bool) -> [UInt8] {
        var spelled: [UInt8] = []
        for (index, sound) in sounds.enumerated() {
            spelled += sound.consonant
            if let vowel = sound.vowel {
                spelled += vowel
                continue
            }
            let isLast = index == sounds.count - 1
            let isSilent =
                droppingMiddle && index > 0 && !isLast && sounds[index - 1].vowel != []
                && sounds[index + 1].vowel != nil
                && sounds[index + 1].vowel != []
            if !isLast && !isSilent || sounds.count == 1 { spelled.append(0x61) }
        }
        return spelled
    }

    private static let consonants = LetterTable.parse(
        """
        क k|ख kh|ग g|घ gh|ङ n|च ch|छ chh|ज j|झ jh|ञ n|ट t|ठ th|ड d|ढ dh|ण n|त t|थ th|द d|ध dh|न n|प p|फ ph|ब b|भ bh
        म m|य y|र r|ल l|व v|श sh|ष sh|स s|ह h|ळ l
        """)
    private static let vowels = LetterTable.parse("अ a|आ a|इ i|ई i|उ u|ऊ u|ए e|ऐ ai|ओ o|औ au|ऋ ri")
    private static let signs: [UInt32: [[UInt8]]] = {
        var table: [UInt32: [[UInt8]]] = [:]
        let rows: [(UInt32, String)] = [
            (0x93E, "a"), (0x93F, "i"), (0x940, "i"), (0x941, "u"), (0x942, "u"), (0x943, "ri"), (0x947, "e"),
            (0x948, "ai"), (0x94B, "o"), (0x94C, "au"), (0x94D, ""),
        ]
        for (code, spelling) in rows { table[code] = [Array(spelling.utf8)] }
        return table
    }()
}
