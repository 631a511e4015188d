extension IndexedPerson {
    /// Latin spellings of a name that a person's addresses give away: "vladimir.volkov@…" for Владимир Волков.
    ///
    /// - Parameters:
    ///   - addresses: the person's registered addresses, the primary one first.
    ///   - names: as listed, in any script.
    /// - Returns: "vladimir volkov", at most 4. A local part counts when each of its words sounds like a word of the
    ///   name; for Chinese characters, which have many readings, the first address is believed.
    public static func latinNames(from addresses: [String], for names: [String]) -> [String] {
        let foreign = names.flatMap { name in
            let reading = NameReading(name)
            return (reading.tokens + reading.alternatives.joined()).filter { $0.script != .latin }
        }
        guard !foreign.isEmpty else { return [] }
        var found: [String] = []
        for (position, address) in addresses.prefix(32).enumerated() {
            let words = LocalPart(String(address.prefix { $0 != "@" })).tokens
            guard (1...3).contains(words.count), words.allSatisfy({ $0.script == .latin }) else { continue }
            let spelled = words.filter { $0.key.count > 1 }
            if spelled.count == 1 {
                if let name = completed(spelled[0], names: names), !found.contains(name) { found.append(name) }
                continue
            }
            guard spelled.count == words.count else { continue }
            let isEastAsian = foreign.allSatisfy { $0.script.isEastAsian }
            let heard = words.filter { word in foreign.contains { sounds(word.key, like: $0) } }
            let isBelieved = position == 0 && (isEastAsian || !heard.isEmpty)
            guard isBelieved || heard.count == words.count else { continue }
            let name = inOrder(words, of: names).map(\.letters).joined(separator: " ")
            if !found.contains(name) { found.append(name) }
        }
        return Array(found.prefix(4))
    }

    /// "jihoon@…" for 임지훈: one word as the address spells it, the other by rule.
    private static func completed(_ word: NameToken, names: [String]) -> String? {
        guard word.key.count > 2 else { return nil }
        for name in names {
            let parts = parts(of: name)
            guard parts.count == 2 else { continue }
            // "rrostami@": an initial before the surname, where a doubled letter would sound the same.
            var word = word.key[0] == word.key[1] ? word.part(1..<word.key.count) : word
            var spelled = parts.firstIndex { sounds(word.key, like: $0) }
            if spelled == nil, word.key.count > 4 {
                // "malhusseini@": an initial before the surname.
                word = word.part(1..<word.key.count)
                spelled = parts.firstIndex { sounds(word.key, like: $0) }
            }
            guard let spelled else { continue }
            let other = parts[1 - spelled]
            var rest = other.text
            if !other.script.isComparedByConsonants || other.script == .hangul {
                guard let latin = Romaniser.latin(other.text, other.script).first else { continue }
                rest = String(decoding: latin, as: UTF8.self)
            }
            return spelled == 0 ? word.letters + " " + rest : rest + " " + word.letters
        }
        return nil
    }

    /// "khrushchev.evgeny" is Evgeny Khrushchev: given name first, where the name in its own script tells which it is.
    private static func inOrder(_ words: [NameToken], of names: [String]) -> [NameToken] {
        guard words.count == 2 else { return words }
        let isTurned = names.contains { name in
            let parts = parts(of: name)
            return parts.count == 2 && (sounds(words[0].key, like: parts[1]) || sounds(words[1].key, like: parts[0]))
                && !sounds(words[0].key, like: parts[0])
        }
        return isTurned ? words.reversed() : words
    }

    /// The two words of a name in another script, given name first where that is known.
    private static func parts(of name: String) -> [NameToken] {
        let tokens = NameReading(name).tokens
        guard tokens.allSatisfy({ $0.script != .latin }) else { return [] }
        guard tokens.count == 1, let words = EastAsianSplit.words(tokens[0].text, tokens[0].script) else {
            return tokens
        }
        return words.flatMap { NameReading($0.text).tokens }
    }

    private static func sounds(_ latin: [UInt8], like token: NameToken) -> Bool {
        let letters = token.text.unicodeScalars.map(\.value)
        let consonants = ConsonantKey.native(letters, token.script)
        if let key = ConsonantKey.latin(latin, as: token.script), consonants.contains(key) { return true }
        return Romaniser.latin(token.text, token.script).contains { spelling in
            SoundKey.key(spelling) == SoundKey.key(latin) || Edits(latin, spelling, limit: 2) != nil
        }
    }
}
