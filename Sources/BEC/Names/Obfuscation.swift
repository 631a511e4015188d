/// Something in a name that hides what it says from a program and shows it to a person.
public struct Obfuscation: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Characters that no font draws: zero-width space, soft hyphen, Hangul filler.
        case ignorable
        /// Letters of two scripts in one word.
        case mixedScript
        /// A word wholly of another script's letters that look like Latin ones.
        case lookalikeWord
        /// The direction of writing is overridden, U+202D, U+202E.
        case bidi
        /// Enclosing marks, or several combining marks on one letter.
        case marks
        /// Mathematical, fullwidth, circled, squared or small-capital letters.
        case styledAlphabet
        /// Digits or signs within a word: "Mar1a".
        case digits
        /// Single letters apart: "M a r i a".
        case spacedLetters
    }

    public let kind: Kind
    /// Offsets in Unicode scalars of the original text.
    public let at: [Int]
    /// "letter 2 is Cyrillic U+0430, looks like Latin a"
    public let text: String

    public init(kind: Kind, at: [Int], text: String) {
        self.kind = kind
        self.at = at
        self.text = text
    }
}
