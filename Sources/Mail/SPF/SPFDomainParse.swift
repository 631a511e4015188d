/// The grammar of a domain-spec (RFC 7208 §7.1).
extension SPFDomain {
    /// - Parameter term: the term it stands in, quoted in an error.
    init(_ text: Substring, in term: Substring) throws(SPFSyntaxError) {
        self.text = String(text)
        parts = try Self.parts(text, in: term)
        guard let last = parts.last else { throw SPFSyntaxError("\"\(term)\": a domain is missing") }
        if case .literal = last, !Self.endsInTopLabel(text) {
            throw SPFSyntaxError("\"\(term)\": \"\(text)\" is no domain")
        }
    }

    /// Literals and macros of a macro-string; `%%`, `%_` and `%-` are literals already.
    static func parts(_ text: Substring, in term: Substring) throws(SPFSyntaxError) -> [Part] {
        var parts: [Part] = []
        var literal = ""
        var rest = text
        while let character = rest.popFirst() {
            guard character == "%" else {
                literal.append(character)
                continue
            }
            switch rest.popFirst() {
            case "%": literal.append("%")
            case "_": literal.append(" ")
            case "-": literal.append("%20")
            case "{":
                guard let close = rest.firstIndex(of: "}"), let macro = macro(rest[..<close]) else {
                    throw SPFSyntaxError("\"\(term)\": no such macro")
                }
                if !literal.isEmpty { parts.append(.literal(literal)) }
                literal = ""
                parts.append(.macro(macro))
                rest = rest[rest.index(after: close)...]
            default: throw SPFSyntaxError("\"\(term)\": a % without a macro")
            }
        }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        return parts
    }

    /// What stands between the braces: a letter, digits, "r", delimiters.
    private static func macro(_ text: Substring) -> Macro? {
        var rest = text
        guard let letter = rest.popFirst()?.lowercased().first, "slodiphcrtv".contains(letter) else { return nil }
        let digits = rest.prefix { ("0"..."9").contains($0) }
        rest = rest.dropFirst(digits.count)
        let keep = digits.isEmpty ? nil : Int(digits) ?? Int.max
        if keep == 0 { return nil }
        let isReversed = rest.first == "r" || rest.first == "R"
        if isReversed { rest = rest.dropFirst() }
        guard rest.allSatisfy({ ".-+,/_=".contains($0) }) else { return nil }
        return Macro(letter: letter, keep: keep, isReversed: isReversed, delimiters: rest.isEmpty ? ["."] : Set(rest))
    }

    /// Whether it ends in "." and a label of letters, digits and inner hyphens that is no number; a final dot is
    /// allowed.
    private static func endsInTopLabel(_ text: Substring) -> Bool {
        let name = text.hasSuffix(".") ? text.dropLast() : text
        guard let dot = name.lastIndex(of: ".") else { return false }
        let label = name[name.index(after: dot)...]
        return !label.isEmpty && label.first != "-" && label.last != "-" && label.contains { !("0"..."9").contains($0) }
            && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }
}
