/// Which forms and finders are tried on which words, for the detectors that can count in a part of a text.
///
/// `@unchecked Sendable`, because everything it holds is written in `init` alone; what the buckets point to is freed in `deinit`.
final class Dispatch: @unchecked Sendable {
    /// A form of a detector.
    struct Choice {
        let detector: Int
        let need: Detector.Need
        let form: Form
    }

    struct Grouped {
        let detector: Int
        let need: Detector.Need
        let groups: Form.Groups
    }

    /// Detectors that look for tokens of one alphabet.
    struct Tokens {
        let alphabet: Detector.Alphabet
        private(set) var members: [(detector: Int, lengths: [Int])] = []
        private(set) var shortest = Int.max
        private(set) var longest = 0

        init(_ alphabet: Detector.Alphabet) { self.alphabet = alphabet }

        mutating func add(_ detector: Int, _ lengths: [Int]) {
            members.append((detector, lengths))
            shortest = min(shortest, lengths.min() ?? shortest)
            longest = max(longest, lengths.max() ?? longest)
        }
    }

    static let longestWord = 64
    static let longestLetters = 7

    /// Digits alone, by how many there are.
    let bare: Buckets<Choice>
    /// Whether groups of digits can begin with this many, and go on with that many.
    let pairs: Buckets<UInt32>
    let groups: GroupTable
    /// Letters and digits mixed, by the length of the first word; forms whose first word is digits or letters alone.
    let mixed: Buckets<Choice>
    let digitsFirst: Buckets<Choice>
    let lettersFirst: Buckets<Choice>
    let hasLettersFirst: Bool
    /// Finders by the length of the word: of digits alone, beginning with a digit, beginning with a letter.
    let digitFinders: Buckets<Int>
    let mixedFinders: Buckets<Int>
    let letterFinders: Buckets<Int>
    let tokens: [Tokens]

    init(_ detectors: [Detector], live: DetectorMask) {
        var draft = Draft()
        for (place, detector) in detectors.enumerated() where live[place] { draft.add(detector, at: place) }
        bare = Buckets(draft.bare)
        pairs = Buckets(draft.pairs.map { [$0] })
        groups = GroupTable(draft.groups)
        mixed = Buckets(draft.mixed)
        digitsFirst = Buckets(draft.digitsFirst)
        lettersFirst = Buckets(draft.lettersFirst)
        hasLettersFirst = draft.lettersFirst.contains { !$0.isEmpty }
        digitFinders = Buckets(draft.finders[0])
        mixedFinders = Buckets(draft.finders[1])
        letterFinders = Buckets(draft.finders[2])
        tokens = draft.tokens
    }

    deinit {
        bare.free()
        pairs.free()
        groups.free()
        mixed.free()
        digitsFirst.free()
        lettersFirst.free()
        digitFinders.free()
        mixedFinders.free()
        letterFinders.free()
    }

    private struct Draft {
        var bare = [[Choice]](repeating: [], count: 32)
        var pairs = [UInt32](repeating: 0, count: 32)
        var groups: [Grouped] = []
        var mixed = [[Choice]](repeating: [], count: longestWord + 1)
        var digitsFirst = [[Choice]](repeating: [], count: longestWord + 1)
        var lettersFirst = [[Choice]](repeating: [], count: longestLetters + 1)
        var finders = [[[Int]]](repeating: [[Int]](repeating: [], count: longestWord + 1), count: 3)
        var tokens: [Tokens] = []

        mutating func add(_ detector: Detector, at place: Int) {
            switch detector.find {
            case .forms(let forms, _):
                for form in forms { add(Choice(detector: place, need: form.need ?? detector.need, form: form)) }
            case .word(let words, let lengths, _):
                for (at, kind) in [Detector.Words.digits, .mixed, .letterFirst].enumerated() where words.contains(kind)
                {
                    for length in lengths.clamped(to: 0...longestWord) { finders[at][length].append(place) }
                }
            case .token(let alphabet, let lengths, _): add(place, alphabet, lengths.sorted())
            case .anchors, .listed, .whole: break
            }
        }

        private mutating func add(_ place: Int, _ alphabet: Detector.Alphabet, _ lengths: [Int]) {
            let at = tokens.firstIndex { $0.alphabet == alphabet } ?? tokens.count
            if at == tokens.count { tokens.append(Tokens(alphabet)) }
            tokens[at].add(place, lengths)
        }

        private mutating func add(_ choice: Choice) {
            for variant in choice.form.variants {
                if variant.lengths.count == 1 {
                    let known = bare[variant.lengths[0]]
                    guard !known.contains(where: { $0.detector == choice.detector && $0.need == choice.need }) else {
                        continue
                    }
                    bare[variant.lengths[0]].append(choice)
                } else {
                    pairs[variant.lengths[0]] |= 1 << UInt32(variant.lengths[1])
                    groups.append(Grouped(detector: choice.detector, need: choice.need, groups: variant))
                }
            }
            guard choice.form.variants.isEmpty else { return }
            for first in choice.form.firstWords {
                switch first.kind {
                case .mixed: mixed[first.length].append(choice)
                case .digits: digitsFirst[first.length].append(choice)
                case .letters where first.length <= longestLetters: lettersFirst[first.length].append(choice)
                case .letters: break
                }
            }
        }
    }
}

extension Form {
    enum FirstKind: Hashable { case digits, letters, mixed }
    struct FirstWord: Hashable {
        let length: Int
        let kind: FirstKind
    }

    /// How long the first word of letters and digits can be, and what it consists of.
    var firstWords: Set<FirstWord> {
        var found: Set<FirstWord> = []
        var (digits, letters, others) = (0, 0, 0)
        func note() {
            let length = digits + letters + others
            guard length > 0 else { return }
            let kind: FirstKind = others > 0 || (digits > 0 && letters > 0) ? .mixed : digits > 0 ? .digits : .letters
            found.insert(FirstWord(length: length, kind: kind))
            // A letter or digit may be either: the word may then look like digits or letters alone.
            if others > 0, letters == 0 { found.insert(FirstWord(length: length, kind: .digits)) }
            if others > 0, digits == 0 { found.insert(FirstWord(length: length, kind: .letters)) }
        }
        for step in steps {
            switch step {
            case .digit: digits += 1
            case .capital: letters += 1
            case .either: others += 1
            case .literal(let byte) where byte.isAlphanumeric:
                if byte.isDigit { digits += 1 } else { letters += 1 }
            case .joint, .loose: note()
            case .literal, .required:
                note()
                return found
            }
        }
        note()
        return found
    }
}
