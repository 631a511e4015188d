import Pattern

/// Every word and phrase of every detector, by the word of it that the literal database looks for.
struct WordIndex: Sendable {
    /// What stands in a text: a phrase and its place.
    struct Hit: Sendable {
        let start: Int
        let end: Int
        let names: DetectorMask
        let denies: DetectorMask
    }

    private(set) var literals: [LiteralDatabase.Literal] = []
    private var phrases: [[Phrase]] = []

    /// - Parameter detectors: in the order of their places in a mask.
    init(_ detectors: [Detector]) {
        var byText: [String: Phrase] = [:]
        for (place, detector) in detectors.enumerated() {
            for word in detector.words { byText[word, default: Phrase(of: word)].names[place] = true }
            for word in detector.unless { byText[word, default: Phrase(of: word)].denies[place] = true }
        }
        var places: [LiteralDatabase.Literal: Int] = [:]
        for (text, phrase) in byText.sorted(by: { $0.key < $1.key }) {
            for key in Phrase.lookedFor(text) {
                let literal = LiteralDatabase.Literal(key, letterCase: .ignored)
                if places[literal] == nil {
                    places[literal] = literals.count
                    literals.append(literal)
                    phrases.append([])
                }
                if let at = places[literal] { phrases[at].append(phrase) }
            }
        }
    }

    /// The phrases that stand around a literal's place, added to `hits`.
    func add(_ literal: Int, endingAt end: Int, in text: TextBytes, to hits: inout [Hit]) {
        let word = (end - literals[literal].bytes.count)..<end
        for phrase in phrases[literal] {
            guard let place = phrase.place(around: word, in: text) else { continue }
            hits.append(
                Hit(start: place.lowerBound, end: place.upperBound, names: phrase.names, denies: phrase.denies))
        }
    }
}

extension Phrase {
    /// Words that stand in too many texts to be looked for.
    private static let frequent: Set<String> = [
        "number", "numero", "número", "numéro", "nummer", "numer", "code", "card", "account", "key", "no", "id", "tax",
        "de",
        "the", "at", "in", "me", "to", "do", "of", "secret", "token", "health", "national",
    ]

    init(of text: String) {
        let isCapital = text != text.lowercased()
        let words = text.lowercased().split(separator: " ").map(String.init)
        let at = Self.place(of: words)
        self.init(
            before: at.map { words[..<$0].reversed().map { Array($0.utf8) } } ?? [],
            after: at.map { words[($0 + 1)...].map { Array($0.utf8) } } ?? [], isCapital: isCapital)
    }

    /// What the database looks for: the word in small letters and, where it has letters beyond ASCII, in capitals too.
    static func lookedFor(_ text: String) -> [String] {
        let words = text.lowercased().split(separator: " ").map(String.init)
        guard let at = place(of: words) else {
            return [" ", "_", "-", ".", ". "].map { words.joined(separator: $0) }
        }
        let word = words[at]
        guard !word.utf8.allSatisfy({ $0 < 0x80 }) else { return [word] }
        let titled = word.prefix(1).uppercased() + word.dropFirst()
        return Array(Set([word, word.uppercased(), titled])).sorted()
    }

    /// The longest word that is not frequent; nil where every word is too short to be looked for by itself.
    private static func place(of words: [String]) -> Int? {
        func weight(_ word: String) -> Int { frequent.contains(word) ? 1 : word.utf8.count * 2 }
        let best = words.indices.max { weight(words[$0]) < weight(words[$1]) }
        guard let best, words.count == 1 || words[best].utf8.count >= 3 else { return nil }
        return best
    }
}
