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
    private var phrases: [Phrase] = []
    private var marks: [Mark] = []
    private var spots: [Spot] = []

    /// What is asked first of a literal's place: most are within a word and end there.
    private struct Mark {
        let length: Int
        /// Whether each of its phrases begins with it.
        let isFirst: Bool
        let spots: Range<Int>
    }

    /// A phrase of a literal, in its own memory.
    private struct Spot {
        /// Whether the literal is the whole of it, in any case of letters.
        let isAlone: Bool
        /// The last letter of the word before it and the first of the one behind it; 0 where there is none.
        let before: UInt8
        let after: UInt8
        let names: DetectorMask
        let denies: DetectorMask
    }

    /// - Parameters:
    ///   - detectors: in the order of their places in a mask.
    ///   - wanted: the words that name these are taken, and no others; nil for all.
    init(_ detectors: [Detector], namesOf wanted: DetectorMask? = nil) {
        var byText: [String: Phrase] = [:]
        for (place, detector) in detectors.enumerated() where wanted?[place] != false {
            for word in detector.words { byText[word, default: Phrase(of: word)].names[place] = true }
            guard wanted == nil else { continue }
            for word in detector.unless { byText[word, default: Phrase(of: word)].denies[place] = true }
        }
        var places: [LiteralDatabase.Literal: Int] = [:]
        var lists: [[Phrase]] = []
        for (text, phrase) in byText.sorted(by: { $0.key < $1.key }) {
            for key in Phrase.lookedFor(text) {
                let literal = LiteralDatabase.Literal(key, letterCase: .ignored)
                if places[literal] == nil {
                    places[literal] = literals.count
                    literals.append(literal)
                    lists.append([])
                }
                if let at = places[literal] { lists[at].append(phrase) }
            }
        }
        for (literal, list) in zip(literals, lists) { add(literal, list) }
    }

    private mutating func add(_ literal: LiteralDatabase.Literal, _ list: [Phrase]) {
        let first = phrases.count
        phrases += list
        spots += list.map { phrase in
            Spot(
                isAlone: phrase.before.isEmpty && phrase.after.isEmpty && !phrase.isCapital && !phrase.isWhole,
                before: phrase.before.first?.last ?? 0, after: phrase.after.first?.first ?? 0, names: phrase.names,
                denies: phrase.denies)
        }
        marks.append(
            Mark(
                length: literal.bytes.count, isFirst: list.allSatisfy { $0.before.isEmpty },
                spots: first..<phrases.count))
    }

    /// The phrases that stand around a literal's place, added to `hits`.
    func add(_ literal: Int, endingAt end: Int, in text: TextBytes, to hits: inout [Hit]) {
        let mark = marks[literal]
        let start = end - mark.length
        let isStart = WordEdge.isStart(start, in: text)
        guard isStart || !mark.isFirst else { return }
        let (before, after) = (Phrase.letter(before: start, in: text), Phrase.letter(behind: end, in: text))
        for at in mark.spots {
            let spot = spots[at]
            guard spot.before == 0 || spot.before == before, spot.after == 0 || spot.after == after else { continue }
            let place: Range<Int>
            if spot.isAlone {
                guard isStart, let tail = WordEdge.end(end, in: text) else { continue }
                place = start..<tail
            } else {
                guard let whole = phrases[at].place(around: start..<end, in: text) else { continue }
                place = whole
            }
            guard !RandomText.surrounds(place, in: text) else { continue }
            hits.append(
                Hit(
                    start: place.lowerBound, end: place.upperBound, names: spot.names, denies: spot.denies))
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
        let words = Self.words(of: text)
        let at = Self.place(of: words)
        self.init(
            before: at.map { words[..<$0].reversed().map { Array($0.utf8) } } ?? [],
            after: at.map { words[($0 + 1)...].map { Array($0.utf8) } } ?? [], isCapital: isCapital,
            isWhole: text.hasSuffix("!"), isBeginning: text.hasSuffix("*"))
    }

    /// An apostrophe between letters parts two words: it is written as a straight and as a curved one.
    private static func words(of text: String) -> [String] {
        let letters = Array(text.lowercased())
        let pieces = letters.indices.split { place in
            let isInWord =
                place > 0 && place + 1 < letters.count && letters[place - 1].isLetter && letters[place + 1].isLetter
            return " *!~".contains(letters[place]) || (letters[place] == "'" && isInWord)
        }
        return pieces.map { String(letters[$0.startIndex..<$0.endIndex]) }
    }

    /// What the database looks for: the word in small letters and, where it has letters beyond ASCII, in capitals too.
    static func lookedFor(_ text: String) -> [String] {
        let words = Self.words(of: text)
        guard let at = place(of: words) else {
            return [" ", "_", "-", ".", ". "].map { words.joined(separator: $0) }
        }
        return [words[at], dotted(words[at], of: text)].compactMap(\.self).flatMap(spellings)
    }

    private static func spellings(_ word: String) -> [String] {
        guard !word.utf8.allSatisfy({ $0 < 0x80 }) else { return [word] }
        let titled = word.prefix(1).uppercased() + word.dropFirst()
        return Array(Set([word, word.uppercased(), titled])).sorted()
    }

    /// The letters of an abbreviation with dots between them; of two letters with the last dot too: `c.i` is much else.
    private static func dotted(_ word: String, of text: String) -> String? {
        guard text.hasSuffix("~") else { return nil }
        return word.map(String.init).joined(separator: ".") + (word.count == 2 ? "." : "")
    }

    /// The longest word that is not frequent; nil where every word is too short to be looked for by itself.
    private static func place(of words: [String]) -> Int? {
        func weight(_ word: String) -> Int { frequent.contains(word) ? 1 : word.utf8.count * 2 }
        let best = words.indices.max { weight(words[$0]) < weight(words[$1]) }
        guard let best, words.count == 1 || words[best].utf8.count >= 3 else { return nil }
        return best
    }
}
