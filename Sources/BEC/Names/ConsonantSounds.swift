/// Arabic and Hebrew letters in the classes of `CrossSound`: what foreign names are written with, جون for John.
enum ConsonantSounds {
    /// At most 12 keys: some letters stand for several sounds.
    static func keys(of word: [UInt32], _ script: NameScript) -> [[UInt8]] {
        let table = script == .arabic ? arabic : hebrew
        var keys: [[UInt8]] = [[]]
        var isAfterVowel = false
        for (index, letter) in word.enumerated() {
            guard let choices = index == 0 ? starts[letter] ?? table[letter] : table[letter] else { continue }
            keys = Array(
                keys.flatMap { key in
                    choices.map { sounds in
                        !isAfterVowel && key.last == sounds.first && !key.isEmpty ? key : key + sounds
                    }
                }.prefix(12))
            isAfterVowel = choices.contains([])
        }
        let end = word.last.map(vowelsAtEnd.contains) ?? false
        return keys.map { end ? $0 + [CrossSound.end] : $0 }
    }

    private static let vowelsAtEnd: Set<UInt32> = [
        0x627, 0x648, 0x649, 0x64A, 0x6CC, 0x647, 0x629, 0x5D0, 0x5D4, 0x5D5, 0x5D9,
    ]

    private static let arabic = LetterTable.parse(
        """
        ب P|پ P|ت T|ث T,S|ج C,K|چ C|ح -|خ K|د D|ذ D|ر R|ز S|ژ C|س S|ش C|ص S|ض D|ط T|ظ S|غ K|ف F|ڤ F|ق K|ك K|ک K|گ K
        ل L|م M|ن N|و -|ه -|ي -|ی -|ى -|ا -
        """)
    private static let hebrew = LetterTable.parse(
        """
        ב P,F|ג K,C|ד D|ה -|ו -,F|ז S|ח K|ט T|י -|כ K|ך K|ל L|מ M|ם M|נ N|ן N|ס S|פ P,F|ף F|צ S,C|ץ S,C|ק K|ר R|ש C,S|ת T
        א -|ע -
        """)
    /// At the beginning half vowels and breaths are heard.
    private static let starts = LetterTable.parse(
        """
        و A,F|ي A,C|ی A|ا A|أ A|إ A|آ A|ع A|ح K|ه K|א A|ע A|ה K|ו A,F|י A,C
        """)
}
