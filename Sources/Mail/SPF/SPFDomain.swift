/// A domain-spec (RFC 7208 §7.1): a name in which macros may stand for parts of the message that is being judged.
public struct SPFDomain: Hashable, Sendable {
    /// A macro of the sender's domain (`%{d}`, `%{o}`) or of anything else.
    struct Macro: Hashable, Sendable {
        let letter: Character
        /// How many labels from the right are kept; nil keeps all.
        let keep: Int?
        let isReversed: Bool
        let delimiters: Set<Character>
    }

    enum Part: Hashable, Sendable {
        case literal(String)
        case macro(Macro)
    }

    /// As the record has it.
    public let text: String
    let parts: [Part]

    /// The macros that depend on the sender or the moment, so that nobody can say beforehand which name will be asked.
    public var senderMacros: [String] {
        parts.compactMap { part in
            guard case .macro(let macro) = part, !"dov".contains(macro.letter) else { return nil }
            return "%{\(macro.letter)}"
        }
    }

    /// The name it stands for whatever the address family of the sender is; nil where a macro depends on the sender.
    public func plainName(current: String, sender: String) -> String? {
        senderMacros.isEmpty ? name(current: current, sender: sender, family: .ipv4) : nil
    }

    /// The name it stands for; nil where a macro depends on the sender.
    /// - Parameters:
    ///   - current: the domain whose record is being read (`%{d}`).
    ///   - sender: the domain of the sender's address (`%{o}`).
    ///   - family: of the connecting address (`%{v}`).
    func name(current: String, sender: String, family: SPFReading.Family) -> String? {
        var name = ""
        for part in parts {
            switch part {
            case .literal(let text): name += text
            case .macro(let macro):
                switch macro.letter {
                case "d": name += macro.transform(current)
                case "o": name += macro.transform(sender)
                case "v": name += macro.transform(family == .ipv4 ? "in-addr" : "ip6")
                default: return nil
                }
            }
        }
        return Self.shortened(name.lowercased())
    }

    /// Names over 253 characters lose labels on the left (§7.3); a trailing dot adds nothing.
    static func shortened(_ name: String) -> String {
        var name = name.hasSuffix(".") ? String(name.dropLast()) : name
        while name.utf8.count > 253, let dot = name.firstIndex(of: ".") {
            name = String(name[name.index(after: dot)...])
        }
        return name
    }

    /// Whether a query for the name makes sense (§4.3): two labels or more, none empty, none over 63 octets.
    static func isWellFormed(_ name: String) -> Bool {
        let labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.count > 1 && name.utf8.count <= 253 && labels.allSatisfy { (1...63).contains($0.count) }
    }
}

extension SPFDomain.Macro {
    /// Splits at the delimiters, turns round where asked, keeps the rightmost labels, joins with dots (§7.3).
    func transform(_ value: String) -> String {
        var labels = value.split(omittingEmptySubsequences: false) { delimiters.contains($0) }
        if isReversed { labels.reverse() }
        if let keep { labels = labels.suffix(keep) }
        return labels.joined(separator: ".")
    }
}
