import CHyperscan

/// Why an expression cannot be used.
public enum PatternError: Error, Hashable, Sendable, CustomStringConvertible {
    case empty
    /// More bytes than `Pattern.longest`.
    case tooLong(bytes: Int)
    /// Its repeats unfold to so many steps that compiling it would take seconds and megabytes.
    case tooLarge
    case backReference
    case lookAround
    /// Anything else: what the compiler says of it.
    case unusable(String)

    /// What the compiler left behind where it gave no database.
    init(_ status: hs_error_t, _ failure: UnsafeMutablePointer<hs_compile_error_t>?) {
        self.init(compiler: failure?.pointee.message.map { String(cString: $0) } ?? "status \(status)")
    }

    /// From Hyperscan's own words.
    init(compiler message: String) {
        let words = message.lowercased()
        if words.contains("back-ref") || words.contains("backref") {
            self = .backReference
        } else if words.contains("zero-width assertion") || words.contains("lookahead") || words.contains("lookbehind")
        {
            self = .lookAround
        } else if words.contains("too large") || words.contains("too long") || words.contains("resource limit") {
            self = .tooLarge
        } else {
            self = .unusable(Self.plain(message))
        }
    }

    public var description: String {
        switch self {
        case .empty: "the expression is empty"
        case .tooLong(let bytes): "the expression has \(bytes) bytes, \(Pattern.longest) are allowed"
        case .tooLarge:
            "the expression is too large once its repeats are unfolded: use smaller numbers in {…}, or * and +"
        case .backReference: "back-references (\\1) are not supported: they cannot be matched in linear time"
        case .lookAround: "look-ahead and look-behind ((?=…), (?!…), (?<=…), (?<!…)) are not supported"
        case .unusable(let why): "the expression is not usable: \(why)"
        }
    }

    /// The compiler's sentence as a part of ours.
    private static func plain(_ message: String) -> String {
        var text = message
        while text.last == "." { text.removeLast() }
        guard let first = text.first, text.dropFirst().first?.isUppercase != true else { return text }
        return first.lowercased() + text.dropFirst()
    }
}
