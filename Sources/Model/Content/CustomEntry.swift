/// Something of the customer's own to look for in documents, beside the predefined detectors.
///
/// The value holds what a person wrote and may read again. The bulk of exact data and of fingerprints is kept apart, as bytes under
/// the entry's id: keyed hashes alone (`DataSet` and `DocumentFingerprint` of the detection engine encode themselves), the key elsewhere.
public struct CustomEntry: Codable, Hashable, Sendable, Identifiable {
    /// What it looks for.
    public enum Means: Codable, Hashable, Sendable {
        /// A regular expression in PCRE's syntax without back-references and look-around, found anywhere in a text.
        case pattern(expression: String)
        /// Words and phrases; they match whole words, a space stands for any white space.
        case words(list: [String])
        /// Rows of a table: the primary column's cell, with at least so many other cells of the same row near it.
        case dataset(columns: [DataColumn], supporting: Int)
        /// Documents like some given ones: at least this percentage of a given document's passages.
        case fingerprint(documents: [String], percent: Int)
        /// A sensitivity label, by the ids (GUIDs) of the label and of the tenant whose label it is.
        case label(id: String, tenant: String)
        /// Any sensitivity label of another organization: its tenant is named and is not this one.
        case foreignLabel(tenant: String)
    }

    /// A column of exact data.
    public struct DataColumn: Codable, Hashable, Sendable {
        /// As the table's header names it.
        public var name: String
        /// The one that is looked for first; the others support it.
        public var isPrimary: Bool

        public init(name: String, isPrimary: Bool) {
            self.name = name
            self.isPrimary = isPrimary
        }
    }

    /// Words near a match that make it more or less sure, by one step of confidence.
    public struct HotWords: Codable, Hashable, Sendable {
        public enum Effect: String, CaseIterable, Codable, Sendable { case raise, lower }

        public var effect: Effect
        /// Matched as whole words, their letter case ignored.
        public var words: [String]
        /// Bytes before a match, and behind it, within which they count.
        public var before: Int
        public var after: Int

        public init(_ effect: Effect, words: [String], before: Int = 300, after: Int = 80) {
            self.effect = effect
            self.words = words
            self.before = before
            self.after = after
        }
    }

    public enum LetterCase: String, CaseIterable, Codable, Sendable { case counts, ignored }

    /// Stable: profiles and findings name it. Small letters, digits and hyphens, one hyphen at least, which no predefined id has.
    public var id: String
    public var name: String
    public var means: Means
    /// For expressions and words.
    public var letterCase: LetterCase
    /// Values that are not told, whatever their letter case.
    public var exclusionWords: [String]
    public var hotWords: [HotWords]

    public init(
        id: String, name: String, means: Means, letterCase: LetterCase = .ignored, exclusionWords: [String] = [],
        hotWords: [HotWords] = []
    ) {
        self.id = id
        self.name = name
        self.means = means
        self.letterCase = letterCase
        self.exclusionWords = exclusionWords
        self.hotWords = hotWords
    }
}
