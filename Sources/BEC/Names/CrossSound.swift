/// What a word in Latin letters and its rendering in another script share to the ear: Vance and Вэнс, John and جون.
///
/// A key is the classes of the consonants in their order, behind `A` where a vowel begins the word and before `a` where one
/// ends it. Latin spelling says little about sound, so a Latin word has a key for each way in which a European language would read it.
enum CrossSound {
    /// Keys of a Latin word; at most 12, none for a word of fewer than two sounds.
    static func latin(_ word: [UInt8]) -> [[UInt8]] {
        var found: [[UInt8]] = []
        for reading in LatinReading.all {
            guard reading.isFor(word) else { continue }
            var reader = CrossSoundReader(word: word, reading: reading)
            let key = reader.read()
            add(reader.endsInVowel ? key + [end] : key, to: &found)
            // The e of Vance is not heard, that of Goethe is.
            if reader.endsInVowel, word.last == UInt8(ascii: "e") { add(key, to: &found) }
        }
        for reading in [LatinReading.syllabic, .syllabicHard] {
            var reader = CrossSoundReader(word: word, reading: reading)
            add(syllabic(reader.read()), to: &found)
        }
        return found
    }

    /// Keys of a word in its own script; none for Chinese characters and Thai.
    static func native(_ text: String, _ script: NameScript, romanised: [[UInt8]]) -> [[UInt8]] {
        var found: [[UInt8]] = []
        switch script {
        case .arabic, .hebrew:
            for key in ConsonantSounds.keys(of: text.unicodeScalars.map(\.value), script) { add(key, to: &found) }
        // 한 and リサ are names of their own far more often than somebody's foreign one.
        case .kana where text.count < 3, .hangul where text.count < 2: break
        case .kana, .hangul:
            for spelling in romanised.prefix(1) {
                var reader = CrossSoundReader(word: spelling, reading: .syllabic)
                add(syllabic(reader.read()), to: &found)
            }
        case .cyrillic, .greek, .armenian, .georgian, .devanagari:
            for spelling in romanised.prefix(2) {
                for reading in [LatinReading.romanised, .romanisedSilent] {
                    var reader = CrossSoundReader(word: spelling, reading: reading)
                    let key = reader.read()
                    add(reader.endsInVowel ? key + [end] : key, to: &found)
                }
            }
        case .latin, .han, .thai, .other: break
        }
        return found
    }

    /// Consonants in a key.
    static func weight(of key: [UInt8]) -> Int {
        key.count { $0 != vowel && $0 != end && $0 != syllabicMark }
    }

    static let vowel = UInt8(ascii: "A")
    static let end = UInt8(ascii: "a")
    private static let syllabicMark = UInt8(ascii: "e")

    private static func add(_ key: [UInt8], to found: inout [[UInt8]]) {
        if key.count > 1, !found.contains(key) { found.append(key) }
    }

    /// Kana and Hangul tell fewer sounds apart: no l beside r, no v, no f, no th, si is shi.
    private static func syllabic(_ key: [UInt8]) -> [UInt8] {
        var coarse = [syllabicMark]
        for sound in key {
            let merged: UInt8 =
                switch sound {
                case UInt8(ascii: "L"): UInt8(ascii: "R")
                case UInt8(ascii: "F"): UInt8(ascii: "P")
                case UInt8(ascii: "C"): UInt8(ascii: "S")
                default: sound
                }
            if merged != coarse.last { coarse.append(merged) }
        }
        return coarse.count > 2 ? coarse : []
    }
}

/// How a language reads the Latin letters that languages disagree about.
struct LatinReading: Sendable {
    private static let (s, c, k, f): (UInt8, UInt8, UInt8, UInt8) = (0x53, 0x43, 0x4B, 0x46)

    /// c before e, i and y; g there; ch; j and w, 0 where they are half a vowel.
    var softC = s
    var softG = c
    var ch = c
    var j = c
    var w: UInt8 = 0
    /// h within a word is heard.
    var hasInnerBreath = false
    /// A consonant at the end is not heard, as in French.
    var hasSilentEnd = false
    /// nc may be nç, as in Gonçalves: its cedilla is gone by now.
    var hasCedilla = false
    /// th is s.
    var isSyllabic = false
    /// r is heard before consonants and at the end, too.
    var hasFirmR = true
    /// st and sp at the beginning are scht and schp.
    var hasBroadS = false
    /// ll is half a vowel.
    var hasLiquidL = false

    static let english = LatinReading()
    static let german = LatinReading(softG: k, ch: k, j: 0, w: f, hasBroadS: true)
    static let spanish = LatinReading(softG: k, j: k, w: f, hasLiquidL: true)
    static let italian = LatinReading(softC: c, ch: k, j: 0, w: f)
    static let french = LatinReading(w: f, hasSilentEnd: true, hasCedilla: true)
    static let portuguese = LatinReading(w: f, hasCedilla: true)
    static let slavic = LatinReading(softG: k, j: 0, w: f)
    static let romanised = LatinReading(softG: k, j: 0, w: f, hasInnerBreath: true)
    static let romanisedSilent = LatinReading(softG: k, j: 0, w: f)
    static let syllabic = LatinReading(softG: c, isSyllabic: true, hasFirmR: false)
    static let syllabicHard = LatinReading(softG: k, ch: k, j: 0, w: f, isSyllabic: true)
    static let all = [english, german, italian, slavic, french, portuguese, spanish]

    /// Whether the reading may differ from the English one.
    func isFor(_ word: [UInt8]) -> Bool {
        if hasLiquidL { return word.contains(UInt8(ascii: "j")) || word.count { $0 == UInt8(ascii: "l") } > 1 }
        guard hasSilentEnd else {
            return !hasCedilla || word.indices.dropFirst().contains { word[$0] == 0x63 && word[$0 - 1] == 0x6E }
        }
        return word.count > 4 && Self.silent.contains(word[word.count - 1])
    }

    static let silent = Set("stdxzp".utf8)
}
