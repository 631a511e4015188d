import Model

/// What raises or lowers the confidence of an entry's matches, and which values it does not tell.
struct Refinement: Sendable {
    private struct List: Sendable {
        let effect: CustomEntry.HotWords.Effect
        let before: Int
        let after: Int
        let phrases: [[UInt8]: [WordPhrase]]
    }

    private let lists: [List]
    private let excluded: Set<String>

    init(_ entry: CustomEntry) {
        lists = entry.hotWords.map { words in
            let phrases = words.words.flatMap { WordPhrase.all(of: $0, letterCaseCounts: false) }
            return List(
                effect: words.effect, before: words.before, after: words.after,
                phrases: Dictionary(grouping: phrases) { $0.keyToken })
        }
        excluded = Set(entry.exclusionWords.map(Self.plain))
    }

    private static func plain(_ word: String) -> String {
        word.typed.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    func excludes(_ value: Range<Int>, of text: TextBytes) -> Bool {
        !excluded.isEmpty && excluded.contains(Self.plain(text.string(value)))
    }

    /// The confidence after the words near a value; nil where they take away the last of it.
    func confidence(_ base: Match.Confidence, of value: Range<Int>, in text: TextBytes) -> Match.Confidence? {
        let effects = Set(words(near: value, in: text).map(\.effect))
        let levels = Match.Confidence.allCases
        guard let place = levels.firstIndex(of: base) else { return base }
        let step = (effects.contains(.raise) ? 1 : 0) - (effects.contains(.lower) ? 1 : 0)
        guard place + step >= 0 else { return nil }
        return levels[min(place + step, levels.count - 1)]
    }

    /// The hot words near a value, with what they do.
    func words(near value: Range<Int>, in text: TextBytes) -> [(effect: CustomEntry.HotWords.Effect, place: Range<Int>)]
    {
        lists.flatMap { list in
            let window = max(0, value.lowerBound - list.before)..<min(text.count, value.upperBound + list.after)
            return TextTokens(of: text, in: window).flatMap { token in
                (list.phrases[text.folded(token)] ?? []).compactMap { $0.place(around: token, in: text) }
            }.filter { !$0.overlaps(value) && window.lowerBound <= $0.lowerBound && $0.upperBound <= window.upperBound }
                .map { (list.effect, $0) }
        }
    }
}
