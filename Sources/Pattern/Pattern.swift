import CHyperscan

/// A regular expression that answers in time linear in the text, whatever the expression and whatever the text (Hyperscan: automata, no
/// backtracking). What needs backtracking, back-references and look-around, is refused when it is compiled.
public struct Pattern: Sendable {
    /// What has to match.
    public enum Extent: Sendable, Hashable {
        /// The text from its first to its last byte.
        case wholeText
        /// Some part of the text.
        case anywhere
    }

    public enum LetterCase: Sendable, Hashable { case counts, ignored }

    /// Bytes of UTF-8 that an expression may have.
    public static let longest = 1_000

    /// As written.
    public let text: String
    private let database: PatternDatabase

    /// Compiles an expression in PCRE's syntax; letters are Unicode scalars, `\w` and `\d` are ASCII, `.` is not a line break.
    /// - Throws: why the expression cannot be used, in words for the person who wrote it.
    public init(
        _ text: String, _ extent: Extent = .wholeText, letterCase: LetterCase = .ignored
    ) throws(PatternError) {
        guard text.utf8.count <= Self.longest else { throw .tooLong(bytes: text.utf8.count) }
        guard !text.isEmpty else { throw .empty }
        // C strings end at a NUL: what stands behind it would silently not be part of the expression.
        guard !text.utf8.contains(0) else { throw .unusable("it holds a NUL character") }
        try PatternSize.check(text)
        let flags = UInt32(
            HS_FLAG_UTF8 | HS_FLAG_SINGLEMATCH | HS_FLAG_ALLOWEMPTY
                | (letterCase == .ignored ? HS_FLAG_CASELESS : 0))
        // By itself first: `a)|(b` is no expression, but would be one within the brackets below.
        let bare = try PatternDatabase(text, flags: flags)
        database = extent == .anywhere ? bare : try PatternDatabase("\\A(?:\(text))\\z", flags: flags)
        self.text = text
    }

    /// Whether the text matches. Any number of threads may ask at once.
    public func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { database.matches($0) }
    }
}

extension Pattern: Hashable {
    /// Two expressions with the same text and options give the same answers.
    public static func == (a: Pattern, b: Pattern) -> Bool {
        a.text == b.text && a.database.source == b.database.source
    }
    public func hash(into hasher: inout Hasher) { hasher.combine(database.source) }
}
