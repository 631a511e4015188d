/// What stands around a candidate and names it.
struct Surroundings {
    enum Naming: Equatable {
        /// Nothing within reach.
        case none
        /// A word, this many characters away.
        case near(Int)
        /// The column, the key, the tag or the label bears the name.
        case field
    }

    let naming: Naming
    /// Something nearer says that it is something else.
    let isDenied: Bool
    /// Bytes of the word that names it: of two that end in one place, the longer says more.
    let wordLength: Int

    /// Characters before a value within which a word names it.
    static let before = 300
    /// Characters after it, on the same line.
    static let after = 80
    /// Characters within which a word counts although a field of another name stands between.
    static let inOtherField = 80
    /// Characters before a value within which it may be called something else.
    static let denial = 40

    init(of candidate: Candidate, hits: [WordIndex.Hit], tables: inout TableReader, scan: TextScan) {
        let text = tables.text
        let near = Nearby(hits: hits, candidate: candidate, text: text)
        let field = FieldName(before: candidate.start, in: text)
        if let field, near.isNamed(within: field.range) {
            self.init(.field, isDenied: false, wordLength: near.wordLength)
            return
        }
        var reach = Self.before
        switch tables.header(at: candidate.start, by: scan) {
        case .cell(let mask, _) where mask[candidate.detector]:
            self.init(.field, isDenied: false, wordLength: near.wordLength)
            return
        case .cell(_, isSure: true): reach = 0
        default: break
        }
        if let field, field.isStrict, reach > 0 {
            reach = near.isNamedOtherwise(within: field.range) ? 0 : Self.inOtherField
        }
        if case .wordWithin(let most) = candidate.need { reach = min(reach, most) }
        let distance = near.distance(before: reach, after: reach < Self.before ? 0 : Self.after)
        let denial = near.denial(within: Self.denial)
        self.init(
            distance.map { .near($0) } ?? .none,
            isDenied: denial.map { far in distance.map { far < $0 } ?? true } ?? false, wordLength: near.wordLength)
    }

    /// Of what stands by itself.
    static let nothing = Surroundings(.none, isDenied: false, wordLength: 0)

    private init(_ naming: Naming, isDenied: Bool, wordLength: Int) {
        self.naming = naming
        self.isDenied = isDenied
        self.wordLength = wordLength
    }
}

/// The words near a candidate.
private struct Nearby {
    let hits: [WordIndex.Hit]
    let candidate: Candidate
    let text: TextBytes
    /// The first of the hits that ends after the candidate's start.
    private let next: Int

    init(hits: [WordIndex.Hit], candidate: Candidate, text: TextBytes) {
        self.hits = hits
        self.candidate = candidate
        self.text = text
        var (low, high) = (0, hits.count)
        while low < high {
            let middle = (low + high) / 2
            if hits[middle].end <= candidate.start { low = middle + 1 } else { high = middle }
        }
        next = low
    }

    func isNamed(within range: Range<Int>) -> Bool {
        before(range.count + 64).contains { hit in
            hit.names[candidate.detector] && range.lowerBound <= hit.start && hit.end <= range.upperBound
        }
    }

    /// Bytes of the longest of the words that end nearest before it; 0 without one.
    var wordLength: Int {
        let own = before(Surroundings.before * 4).lazy.filter { $0.names[candidate.detector] }
        guard let nearest = own.first(where: { _ in true }) else { return 0 }
        return own.prefix { $0.end == nearest.end }.map { $0.end - $0.start }.max() ?? 0
    }

    /// Whether the field bears the name of another detector, or one that speaks against this one.
    func isNamedOtherwise(within range: Range<Int>) -> Bool {
        before(range.count + 64).contains { hit in
            (!hit.names.isEmpty || hit.denies[candidate.detector]) && range.lowerBound <= hit.start
                && hit.end <= range.upperBound
        }
    }

    /// Characters between the value and the nearest word that names it.
    func distance(before reach: Int, after: Int) -> Int? {
        let earlier = before(reach * 4).first { $0.names[candidate.detector] && !isOfClosedElement($0) }
            .map { characters($0.end..<candidate.start) }.flatMap { $0 <= reach ? $0 : nil }
        let later = hits[next...].lazy.prefix { $0.start <= candidate.end + after }
            .first { $0.names[candidate.detector] && $0.start >= candidate.end && isOnSameLine($0) }
            .map { characters(candidate.end..<$0.start) }
        guard let earlier else { return later }
        return later.map { min($0, earlier) } ?? earlier
    }

    /// Whether the word is the name of an element of markup that ends before the value.
    private func isOfClosedElement(_ hit: WordIndex.Hit) -> Bool {
        let before = text[hit.start - 1]
        guard before == UInt8(ascii: "<") || (before == UInt8(ascii: "/") && text[hit.start - 2] == UInt8(ascii: "<"))
        else {
            return false
        }
        return before == UInt8(ascii: "/") || (hit.end..<candidate.start).contains { text.holds("</", at: $0) }
    }

    func denial(within reach: Int) -> Int? {
        before(reach).first { $0.denies[candidate.detector] }.map { candidate.start - $0.end }
    }

    /// The hits that end at most so many bytes before the value, the nearest first.
    private func before(_ reach: Int) -> some Sequence<WordIndex.Hit> {
        hits[..<next].reversed().lazy.prefix { $0.end >= candidate.start - reach }
    }

    private func isOnSameLine(_ hit: WordIndex.Hit) -> Bool {
        !(candidate.end..<hit.start).contains { text[$0] == 10 }
    }

    private func characters(_ range: Range<Int>) -> Int { range.count { text[$0] & 0xC0 != 0x80 } }
}
