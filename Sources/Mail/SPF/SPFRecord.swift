/// One SPF record, read as RFC 7208 §4.6.1 writes it. A record with a syntax error anywhere is no record but a
/// `permerror` (§4.6).
public struct SPFRecord: Hashable, Sendable {
    /// What a match means (§4.6.2).
    public enum Qualifier: Character, Hashable, Sendable, CaseIterable {
        case pass = "+"
        case fail = "-"
        case softFail = "~"
        case neutral = "?"
    }

    /// What is compared with the sender's address (§5). Prefix lengths are bits; a nil domain means the domain of the
    /// record.
    public enum Mechanism: Hashable, Sendable {
        case all
        case include(SPFDomain)
        case a(SPFDomain?, ipv4Bits: Int, ipv6Bits: Int)
        case mx(SPFDomain?, ipv4Bits: Int, ipv6Bits: Int)
        case ptr(SPFDomain?)
        case ip4(String, bits: Int)
        case ip6(String, bits: Int)
        case exists(SPFDomain)
    }

    /// A mechanism with its qualifier.
    public struct Directive: Hashable, Sendable {
        public let qualifier: Qualifier
        public let mechanism: Mechanism
        /// As the record has it, qualifier included.
        public let text: String
    }

    /// The record as published, its strings joined.
    public let text: String
    /// In the order of the record, which is the order of evaluation.
    public let directives: [Directive]
    /// Whose record answers where no mechanism matches; ignored where the record has an `all` (§6.1).
    public let redirect: SPFDomain?
    /// Where the explanation for refused mail is published (§6.2).
    public let explanation: SPFDomain?
    /// Names of modifiers that RFC 7208 does not define; receivers ignore them.
    public let unknownModifiers: [String]

    init(
        text: String, directives: [Directive], redirect: SPFDomain?, explanation: SPFDomain?, unknownModifiers: [String]
    ) {
        self.text = text
        self.directives = directives
        self.redirect = redirect
        self.explanation = explanation
        self.unknownModifiers = unknownModifiers
    }

    /// The first `all`, which ends every evaluation that reaches it; nil where there is none.
    public var all: Directive? { directives.first { $0.mechanism == .all } }

    /// Whether a TXT record is an SPF record: `v=spf1` in any letter case, then a space or the end (§4.5).
    public static func isSPF(_ text: String) -> Bool {
        let version = text.prefix(6)
        guard version.lowercased() == "v=spf1" else { return false }
        let rest = text.dropFirst(6)
        return rest.isEmpty || rest.first == " "
    }
}

/// Why a text is not a valid SPF record; the offending term is quoted.
public struct SPFSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}
