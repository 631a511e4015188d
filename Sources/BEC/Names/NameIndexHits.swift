extension NameIndex {
    /// The people whom a display name may mean, the likeliest first; at most 16. Bounded work, whatever the name.
    public func hits(for reading: NameReading) -> [NameHit] {
        var search = NameSearch(tables)
        search.run(reading.tokens)
        var found = search.found.map { ($0, reading.tokens) }
        for group in reading.alternatives.prefix(4) {
            var search = NameSearch(tables)
            search.run(group)
            found += search.found.map { ($0, group) }
        }
        if found.isEmpty, let words = Self.eastAsianWords(reading) {
            var search = NameSearch(tables)
            search.run(words)
            found = search.found.map { ($0, words) }
        }
        return describe(found, reading.obfuscations)
    }

    /// The people whom the local part of an address imitates: "v.volkov.ceo", "vladimirvolkov23"; at most 16.
    ///
    /// An initial and a surname is a weak hit.
    public func hits(forLocalPart local: String) -> [NameHit] {
        let words = LocalPart(local).tokens
        guard !words.isEmpty, words.count <= 6 else { return [] }
        return hits(forWords: words)
    }

    /// As `hits(forLocalPart:)`, for the address beside a name that has been looked up: where both are the same words, and
    /// the name means nobody, neither does the local part.
    func hits(forLocalPart local: String, beside reading: NameReading, hits: [NameHit]) -> [NameHit] {
        let words = LocalPart(local).tokens
        guard !words.isEmpty, words.count <= 6 else { return [] }
        if hits.isEmpty, words.count > 1, words.count == reading.tokens.count,
            zip(words, reading.tokens).allSatisfy({ $0.isSearched(like: $1) })
        {
            return []
        }
        return self.hits(forWords: words)
    }

    private func hits(forWords words: [NameToken]) -> [NameHit] {
        var search = NameSearch(tables)
        search.run(words, isLocalPart: words.count == 1)
        return describe(search.found.map { ($0, words) }, [])
    }

    private static func eastAsianWords(_ reading: NameReading) -> [NameToken]? {
        guard reading.tokens.count == 1, let token = reading.tokens.first,
            let words = EastAsianSplit.words(token.text, token.script)
        else { return nil }
        return words.reversed().map {
            NameToken(
                text: $0.text, range: token.range, key: $0.key, script: $0.script, lookalike: nil, isDisguised: false,
                isCapitals: false, camel: [])
        }
    }

    private func describe(_ found: [(FoundForm, [NameToken])], _ obfuscations: [Obfuscation]) -> [NameHit] {
        guard !found.isEmpty else { return [] }
        var best: [(FoundForm, [NameToken])] = []
        for match in found.sorted(by: { ($0.0.cost, $0.0.person, $0.0.form) < ($1.0.cost, $1.0.person, $1.0.form) })
        where !best.contains(where: { $0.0.person == match.0.person }) {
            best.append(match)
            if best.count == 16 { break }
        }
        return best.map {
            HitDescription(index: tables, match: $0.0, tokens: $0.0.tokens ?? $0.1, obfuscations: obfuscations).hit
        }
    }
}
