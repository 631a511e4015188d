import Model

/// One kind of value that must not leave: what it looks like, how it is checked, which words stand beside it, and its own proof.
public struct Detector: Sendable, Identifiable {
    public enum Family: String, CaseIterable, Sendable {
        case financial, identity, credentials, health, contact, code
    }

    /// What has to stand beside a value so that it counts.
    enum Need: Sendable, Hashable {
        /// The value speaks for itself.
        case nothing
        /// A word that names it, within 300 characters, in the column's header or in the key.
        case word
        /// The same, but at most this many characters before it.
        case wordWithin(Int)

        /// Its own name right before it, or over its column: for values in a spelling that other things have as well.
        static let besideName = wordWithin(8)
    }

    /// Public and stable: findings, profiles, documentation. Never renamed, never reused.
    public let id: String
    public let title: String
    public let family: Family
    /// Which check protects it, in a few words for the catalogue.
    public let check: String
    let find: Find
    let need: Need
    /// Words and phrases that name it, in lower case; in capitals where the word is also an ordinary one: it then counts in
    /// capitals, or as the name of a field. Spaces stand for any or no separator; an exclamation mark at the end says that it counts as a
    /// whole word alone, a tilde that it is an abbreviation, which is also written with dots between its letters.
    let words: [String]
    /// Words that say that it is something else.
    let unless: [String]
    /// Whether so much looks like its values that one which is not called so right there is rather the value of another detector that a
    /// word names too.
    let yields: Bool
    /// The ids of the kinds that `kind` tells apart.
    public let kinds: [Kind]
    let kind: (@Sendable (Characters) -> String)?
    /// Values, as letters and digits, that were published as examples.
    let samples: Set<String>
    /// Whether a part of a text may hold names of it that are too short to be words; asked of short texts alone.
    let labels: (@Sendable (TextBytes, Range<Int>) -> Bool)?
    /// Texts in which it has to be found with medium confidence.
    public let hits: [String]
    /// Texts in which it must not be.
    public let misses: [String]

    /// A part of what a detector finds that a profile may name by itself.
    public struct Kind: Sendable, Hashable, Identifiable {
        public let id: String
        public let title: String

        init(_ id: String, _ title: String) {
            self.id = id
            self.title = title
        }
    }

    init(
        id: String, title: String, family: Family, check: String, find: Find, need: Need = .nothing,
        yields: Bool = false,
        words: [String] = [],
        unless: [String] = [], kinds: [Kind] = [], kind: (@Sendable (Characters) -> String)? = nil,
        samples: Set<String> = [], labels: (@Sendable (TextBytes, Range<Int>) -> Bool)? = nil, hits: [String],
        misses: [String]
    ) {
        self.id = id
        self.title = title
        self.family = family
        self.check = check
        self.find = find
        self.need = need
        self.yields = yields
        self.words = words
        self.unless = unless
        self.kinds = kinds
        self.kind = kind
        self.samples = samples
        self.labels = labels
        self.hits = hits
        self.misses = misses
    }
}

extension Detector {
    /// How candidates are found.
    enum Find: Sendable {
        /// By their shape; `accept` sees letters and digits alone.
        case forms([Form], accept: @Sendable (Characters) -> Bool)
        /// By a word of letters and digits, one digit at least, of some length: `examine` gets the word and answers with the value, `need`
        /// says what one value needs.
        case word(
            Words, lengths: ClosedRange<Int>, examine: @Sendable (TextBytes, Range<Int>) -> Range<Int>?,
            need: (@Sendable (TextBytes, Range<Int>) -> Need)? = nil)
        /// By fixed bytes: `examine` gets their place and answers with the value.
        case anchors([String], examine: @Sendable (TextBytes, Range<Int>) -> Range<Int>?)
        /// By the letters it consists of; looked for only where a word names it. `need` says what one token needs; `pieces`, how it is
        /// written in groups.
        case token(
            Alphabet, lengths: Set<Int>, accept: @Sendable (Characters) -> Bool,
            need: (@Sendable (TextBytes, Range<Int>) -> Need)? = nil, pieces: Pieces? = nil)
        /// By a list of words and phrases, in small letters; looked for only where a word names it.
        case listed([String])
        /// By the whole of a text: `examine` answers with a place that stands for it and the id of its kind.
        case whole(examine: @Sendable (TextBytes) -> (place: Range<Int>, kind: String)?)
    }

    /// How words of letters and digits begin.
    struct Words: OptionSet, Sendable {
        let rawValue: UInt8
        static let digits = Words(rawValue: 1)
        /// A digit first, then letters as well.
        static let mixed = Words(rawValue: 2)
        static let letterFirst = Words(rawValue: 4)
        /// Digits behind a blank.
        static let digitsBehindBlank = Words(rawValue: 8)
    }

    /// A token of capitals in groups: `examine` gets the first of them, which has so many letters, and answers with the whole. Its name has to stand
    /// right beside it.
    struct Pieces: Sendable {
        let first: Int
        let examine: @Sendable (TextBytes, Range<Int>) -> Range<Int>?
    }

    /// What a token consists of.
    enum Alphabet: Sendable, Hashable {
        /// Capital letters and digits.
        case capitals
        /// Letters, digits, `+` and `/`; then at most two `=`.
        case base64
    }
}

extension Detector: Hashable, CustomStringConvertible {
    public static func == (a: Detector, b: Detector) -> Bool { a.id == b.id }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
    public var description: String { id }
}
