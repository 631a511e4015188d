/// One way in which a client may read who wrote a message, or who gets the answer.
///
/// Clients disagree about malformed fields ("Composition Kills", USENIX Security 2020), so every reading that differs is
/// kept, in the order of the field; whoever judges takes the worst.
public struct OriginatorView: Hashable, Sendable {
    /// How the field was read.
    public enum Reading: String, Hashable, Sendable, CaseIterable {
        /// Structure first, encoded words afterwards (RFC 5322 §3.4, RFC 2047 §6.2).
        case rfc5322
        /// Encoded words anywhere, in quotes too, and before the structure is looked at; comments stay in the name.
        case sloppyClient = "client-sloppy"
        /// Bytes above 127 that are no UTF-8: the character set is guessed.
        case rawBytes = "raw-bytes"
        /// A list element without address, shown as the name of the one that follows: `"a@b", <c@d>`.
        case joinedList = "joined-list"
        /// The name of a group as the name of its members (RFC 5322 §3.4, `group`).
        case groupName = "group-name"
        /// The obsolete source route before an address as its name: `<@a:x@y>` (RFC 5322 §4.4).
        case sourceRoute = "source-route"
        /// A field cut at its first NUL or bare CR.
        case cutShort = "cut-short"
        /// A field that only those see who end a line at a bare CR.
        case afterBareCR = "after-bare-cr"
    }

    /// `From`, `Reply-To` or `Sender`.
    public let field: String
    public let reading: Reading
    /// Decoded, every character kept (invisible ones too); empty where there is none. A comment where there is no phrase.
    public let displayName: String
    /// addr-spec as written, quotes and source route taken off; empty where there is none. May lack a domain.
    public let address: String

    public init(field: String, reading: Reading, displayName: String, address: String) {
        self.field = field
        self.reading = reading
        self.displayName = displayName
        self.address = address
    }

    /// What stands before the last "@", or the whole address where there is none.
    public var localPart: String {
        guard let at = address.utf8.lastIndex(of: UInt8(ascii: "@")) else { return address }
        return String(address[..<at])
    }

    /// What stands after the last "@", lower-cased, without a final dot; A-labels or U-labels as written. Empty where
    /// there is none.
    public var domain: String {
        guard let at = address.utf8.lastIndex(of: UInt8(ascii: "@")) else { return "" }
        let name = address[address.utf8.index(after: at)...]
        return (name.utf8.last == UInt8(ascii: ".") ? name.dropLast() : name).lowercased()
    }
}
