/// What a word of a script without settled vowels shares with its Latin spellings: the consonants, in classes.
///
/// The first byte of a key names the script whose classes it uses, so keys of two scripts never meet.
enum ConsonantKey {
    /// Keys of a word in its own script; empty for scripts that are compared by their Latin spelling.
    static func native(_ word: [UInt32], _ script: NameScript) -> [[UInt8]] {
        switch script {
        case .arabic:
            [word, withoutArticle(word)].flatMap {
                spellings($0, arabic, tag: 0x41, silent: [0x648, 0x64A, 0x6CC, 0x649])
            }
        case .hebrew: spellings(word, hebrew, tag: 0x48, silent: [0x5D5, 0x5D9])
        case .thai: [collapsed(thai(word), tag: 0x54)]
        case .hangul: hangul(word)
        default: []
        }
    }

    /// Keys of a Latin word as it might stand for one in `script`.
    static func latin(_ word: [UInt8], as script: NameScript) -> [UInt8]? {
        let key: [UInt8]
        switch script {
        case .arabic: key = [0x41] + LatinConsonants.arabic(word)
        case .hebrew: key = [0x48] + LatinConsonants.hebrew(word)
        case .thai: key = collapsed(LatinConsonants.thai(word), tag: 0x54)
        case .hangul: key = [0x4B] + KoreanSound.key(word)
        default: return nil
        }
        return key.count > 2 ? key : nil
    }

    /// الخوري is Khoury as well as Al-Khoury; empty for a word without the article.
    private static func withoutArticle(_ word: [UInt32]) -> [UInt32] {
        word.count > 4 && word[0] == 0x627 && word[1] == 0x644 ? Array(word[2...]) : []
    }

    /// Both readings of letters that are now a vowel, now a consonant.
    private static func spellings(
        _ word: [UInt32], _ table: [UInt32: [[UInt8]]], tag: UInt8, silent: Set<UInt32>
    ) -> [[UInt8]] {
        var keys: [[UInt8]] = [[tag]]
        for (index, letter) in word.enumerated() {
            guard let choices = table[letter] else { continue }
            let allowed = index == 0 || !silent.contains(letter) ? choices : choices + [[unheard]]
            let isFinalBreath = index == word.count - 1 && index > 0 && (letter == 0x647 || letter == 0x5D4)
            keys = Array(
                keys.flatMap { key in
                    (isFinalBreath ? [[]] : allowed).map { key.count > 1 && key.last == $0.first ? key : key + $0 }
                }.prefix(8))
        }
        // A vowel between two letters of a class keeps them apart: ليلى is Layla.
        return keys.map { $0.filter { $0 != unheard } }.filter { $0.count > 2 }
    }

    private static let unheard: UInt8 = 0

    /// Letters of one class that stand side by side count once.
    private static func collapsed(_ letters: [UInt8], tag: UInt8) -> [UInt8] {
        var key = [tag]
        for letter in letters where letter != key.last || key.count == 1 { key.append(letter) }
        return key
    }

    private static func hangul(_ word: [UInt32]) -> [[UInt8]] {
        Hangul.latin(word).map { [0x4B] + KoreanSound.key($0) }
    }

    /// A letter under the sign that silences it is not heard.
    private static func thai(_ word: [UInt32]) -> [UInt8] {
        var letters: [UInt8] = []
        var index = 0
        while index < word.count {
            let rest = word[(index + 1)...].prefix(2)
            let isSilent =
                rest.first == 0xE4C
                || (rest.count == 2 && rest.last == 0xE4C && !(0xE01...0xE2E).contains(rest.first ?? 0))
            if !isSilent, let class_ = thaiClasses[word[index]]?.first, index == 0 || word[index] != 0xE27 {
                letters += class_
            }
            index += 1
        }
        return letters
    }

    private static let arabic = LetterTable.parse(
        """
        ب b|پ p|ت t|ث t,s|ج j,g|چ c|ح h|خ h|د d|ذ d,z|ر r|ز z|ژ z|س s|ش s|ص s|ض d,z|ط t|ظ z,d|غ g|ف f|ق k,g|ک k|ك k|گ g
        ل l|م m|ن n|و v|ه h|ي y|ی y|ى y
        """)
    private static let hebrew = LetterTable.parse(
        """
        ב b|ג g|ד d|ה h|ו b|ז z|ח k,h|ט t|י y|כ k|ך k|ל l|מ m|ם m|נ n|ן n|ס s|פ p|ף p|צ z|ץ z|ק k|ר r|ש s|ת t
        """)
    private static let thaiClasses = LetterTable.parse(
        """
        ก k|ข k|ค k|ฆ k|ง g|จ c|ฉ c|ช c|ฌ c|ซ s|ศ s|ษ s|ส s|ญ n|ด t|ฎ t|ต t|ฏ t|ฐ t|ถ t|ท t|ธ t|ฑ t|ฒ t|น n|ณ n
        บ p|ป p|ผ p|พ p|ภ p|ฝ f|ฟ f|ม m|ร n|ล n|ฬ n|ว w
        """)
}
