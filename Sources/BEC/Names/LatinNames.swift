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
            let local = address.prefix { $0 != "@" }
            guard local.contains(where: { ".-_".contains($0) }) else { continue }
            let words = LocalPart(String(local)).tokens
            guard words.count == 2 || words.count == 3, words.allSatisfy({ $0.script == .latin && $0.key.count > 1 })
            else { continue }
            let isBelieved = position == 0 && foreign.allSatisfy { $0.script == .han }
            guard isBelieved || words.allSatisfy({ word in foreign.contains { sounds(word.key, like: $0) } }) else {
                continue
            }
            let name = words.map(\.letters).joined(separator: " ")
            if !found.contains(name) { found.append(name) }
        }
        return Array(found.prefix(4))
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
