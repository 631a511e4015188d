/// One word of a name.
public struct NameToken: Hashable, Sendable {
    /// As a person sees it: decoded, in the order of reading, without characters that are not drawn.
    public let text: String
    /// Offsets in Unicode scalars of the original text.
    public let range: Range<Int>
    /// A title or a job word ("CEO", "Sales") that may still be a name.
    public internal(set) var isTitle = false
    /// "van", "de", "al": may be left out.
    public internal(set) var isParticle = false
    /// UTF-8 of the folded word: lower case, no marks; ASCII for Latin words, the native letters for others.
    let key: [UInt8]
    let script: NameScript
    /// What the word looks like in Latin letters, where it is wholly of another script's look-alikes.
    let lookalike: [UInt8]?
    /// `key` was reached through look-alike or styled letters.
    let isDisguised: Bool
    /// Every letter is a capital.
    let isCapitals: Bool
    /// Where a capital follows a small letter, in bytes of `key`; for ASCII words.
    var camel: [Int]

    /// One letter, with or without a dot.
    var isInitial: Bool { key.count == 1 }
    /// The Latin letters that an initial may stand for; none for whole words and for scripts that have no initials.
    var initialLetters: [UInt8] {
        if script == .latin { return key.count == 1 ? key : [] }
        guard script == .cyrillic || script == .greek || script == .armenian || script == .georgian,
            text.unicodeScalars.count == 1
        else { return [] }
        return ForeignInitials.letters(of: text, romanised: Romaniser.latin(text, script))
    }
    var letters: String { String(decoding: key, as: UTF8.self) }
}
