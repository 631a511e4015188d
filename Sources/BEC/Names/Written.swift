/// The words of a written name with the listed words that each may stand for.
struct Written {
    let tokens: [NameToken]
    var candidates: [[Candidate]]
    /// The words were cut out of one, or one was glued of two.
    var isSplit = false
    /// Positions of the words that are no title and no particle; all if there is no other.
    let core: [Int]

    init(tokens: [NameToken], candidates: [[Candidate]]) {
        self.tokens = tokens
        self.candidates = candidates
        let names = tokens.indices.filter { !tokens[$0].isTitle && !tokens[$0].isParticle }
        core = names.isEmpty ? Array(tokens.indices) : names
    }
}

extension NameToken {
    /// Whether a search finds the same people by either.
    func isSearched(like other: NameToken) -> Bool {
        key == other.key && script == other.script && isTitle == other.isTitle && isParticle == other.isParticle
            && lookalike == other.lookalike && isDisguised == other.isDisguised && camel == other.camel
    }

    /// "AdeleVanceCEO" without the title.
    var withoutTitle: NameToken {
        guard camel.count > 1, let cut = camel.last, TitleWords.all.contains(Array(key[cut...])) else { return self }
        var shorter = part(0..<cut)
        shorter.camel = Array(camel.dropLast())
        return shorter
    }

    func glued(to next: NameToken) -> NameToken {
        NameToken(
            text: text + next.text,
            range: min(range.lowerBound, next.range.lowerBound)..<max(range.upperBound, next.range.upperBound),
            key: key + next.key, script: script, lookalike: nil, isDisguised: isDisguised || next.isDisguised,
            isCapitals: isCapitals && next.isCapitals, camel: [])
    }

    /// A part of a word, by bytes of its key.
    func part(_ bytes: Range<Int>) -> NameToken {
        let key = Array(key[bytes])
        return NameToken(
            text: String(decoding: key, as: UTF8.self), range: range, key: key, script: script, lookalike: nil,
            isDisguised: isDisguised, isCapitals: isCapitals, camel: [])
    }
}
