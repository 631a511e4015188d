/// Which forms and finders are tried on which words. What can count in a part of a text, `Watch` says.
///
/// `@unchecked Sendable`, because everything it holds is written in `init` alone; what its pointers lead to is freed in `deinit`.
final class Dispatch: @unchecked Sendable {
    /// A form of a detector; its steps belong to the dispatch.
    struct Choice {
        let detector: Int
        let need: Detector.Need
        let steps: UnsafeBufferPointer<Form.Step>
        /// Bytes at both ends that are no part of the value.
        let lead: Int
        let tail: Int
        /// The letter that it begins with; 0 where that may be any.
        let first: UInt8
        /// The separators that may stand after its first word.
        let gap: Separator.RawValue
        /// How many letters and digits may follow upon such a separator, a bit each.
        let second: UInt64
        let secondMayBeginWithLetter: Bool
    }

    /// Digits alone, of a length that a detector has.
    struct Bare {
        let detector: Int
        let need: Detector.Need
    }

    struct Grouped {
        let detector: Int
        let need: Detector.Need
        let groups: GroupShape
    }

    /// Groups of digits of a detector can begin with so many, and go on with these.
    struct Pair {
        let detector: Int
        let first: Int
        /// A bit for the length.
        let next: UInt32
        /// What may stand between the two.
        let kinds: Separator.RawValue
    }

    /// Detectors that look for tokens of one alphabet.
    struct Tokens {
        let alphabet: Detector.Alphabet
        private(set) var members: [(detector: Int, lengths: [Int])] = []
        private(set) var pieces: [(detector: Int, pieces: Detector.Pieces)] = []
        private(set) var mask = DetectorMask()
        private(set) var shortest = Int.max
        private(set) var longest = 0

        init(_ alphabet: Detector.Alphabet) { self.alphabet = alphabet }

        mutating func add(_ detector: Int, _ lengths: [Int], _ pieces: Detector.Pieces?) {
            members.append((detector, lengths))
            if let pieces { self.pieces.append((detector, pieces)) }
            mask[detector] = true
            shortest = min(shortest, lengths.min() ?? shortest)
            longest = max(longest, lengths.max() ?? longest)
        }
    }

    static let longestWord = 64
    static let longestDigits = 31
    static let longestLetters = 7

    /// Digits alone, by how many there are.
    let bare: Buckets<Bare>
    let pairs: [Pair]
    let groups: GroupTable
    /// Letters and digits mixed, by the length of the first word; forms whose first word is digits or letters alone.
    let mixed: Buckets<Choice>
    let digitsFirst: Buckets<Choice>
    let lettersFirst: Buckets<Choice>
    /// Finders by the length of the word: of digits alone, beginning with a digit, beginning with a letter, of digits behind a blank.
    let digitFinders: Buckets<Int>
    let mixedFinders: Buckets<Int>
    let letterFinders: Buckets<Int>
    let blankFinders: Buckets<Int>
    let tokens: [Tokens]
    let masks: DispatchMasks
    /// How many detectors there are.
    let count: Int
    private let steps: [UnsafeMutableBufferPointer<Form.Step>]

    init(_ detectors: [Detector]) {
        var draft = DispatchDraft()
        for (place, detector) in detectors.enumerated() { draft.add(detector, at: place) }
        bare = Buckets(draft.bare)
        pairs = draft.pairs
        groups = GroupTable(draft.groups)
        mixed = Buckets(draft.mixed)
        digitsFirst = Buckets(draft.digitsFirst)
        lettersFirst = Buckets(draft.lettersFirst)
        digitFinders = Buckets(draft.finders[0])
        mixedFinders = Buckets(draft.finders[1])
        letterFinders = Buckets(draft.finders[2])
        blankFinders = Buckets(draft.finders[3])
        tokens = draft.tokens
        steps = draft.steps
        masks = DispatchMasks(draft)
        count = detectors.count
    }

    deinit {
        bare.free()
        groups.free()
        mixed.free()
        digitsFirst.free()
        lettersFirst.free()
        digitFinders.free()
        mixedFinders.free()
        letterFinders.free()
        blankFinders.free()
        for steps in steps { steps.deallocate() }
    }
}

/// The detectors that have something to try on a word, by its length.
struct DispatchMasks: Sendable {
    let bare: [DetectorMask]
    let digitFinders: [DetectorMask]
    let mixed: [DetectorMask]
    let mixedFinders: [DetectorMask]
    let letterFinders: [DetectorMask]
    let blankFinders: [DetectorMask]
    let lettersFirst: DetectorMask

    init(_ draft: DispatchDraft) {
        func union(_ places: [Int]) -> DetectorMask { places.reduce(into: DetectorMask()) { $0[$1] = true } }
        bare = draft.bare.map { union($0.map(\.detector)) }
        digitFinders = draft.finders[0].map(union)
        mixed = draft.mixed.map { union($0.map(\.detector)) }
        mixedFinders = draft.finders[1].map(union)
        letterFinders = draft.finders[2].map(union)
        blankFinders = draft.finders[3].map(union)
        lettersFirst = union(draft.lettersFirst.flatMap { $0.map(\.detector) })
    }
}
