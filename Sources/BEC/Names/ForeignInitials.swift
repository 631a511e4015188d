/// The Latin letters that a name of another script may be shortened to: خالد is K., עומר is O.
enum ForeignInitials {
    /// - Parameter romanised: the Latin spellings of the word.
    static func letters(of word: String, romanised: [[UInt8]]) -> [UInt8] {
        guard let first = word.unicodeScalars.first, !carriers.contains(first.value) else { return vowels }
        var letters: [UInt8] = []
        for spelling in romanised {
            if let letter = spelling.first, !letters.contains(letter) { letters.append(letter) }
        }
        return letters
    }

    /// Letters that carry a vowel which is not written.
    private static let carriers: Set<UInt32> = [0x5D0, 0x5E2, 0x5D9, 0x627, 0x639, 0x623, 0x625, 0xE2D]
    private static let vowels = Array("aeiouy".utf8)
}

extension NameTables {
    /// Letters of a listed word.
    func letterCount(_ id: UInt32) -> Int {
        words.script(id) == .latin
            ? words.length(id) : String(decoding: words.key(id), as: UTF8.self).unicodeScalars.count
    }

    /// The Latin letters that a listed word begins with.
    func initials(of id: UInt32) -> [UInt8] {
        let key = words.key(id)
        let script = words.script(id)
        guard script != .latin else { return key.first.map { [$0] } ?? [] }
        let text = String(decoding: key, as: UTF8.self)
        return ForeignInitials.letters(of: text, romanised: Romaniser.latin(text, script))
    }
}
