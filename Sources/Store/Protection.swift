import Crypto
import Foundation
import Model

/// An entry of the Business Email Compromise list, with every reason for which it is there.
public struct Protection: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        /// A user of a directory.
        case user
        /// A group of a directory: all its members, through nested groups, whoever they are at the moment.
        case group
        /// A person typed in by hand (or imported), with addresses.
        case person
        /// A person typed in by hand whose addresses are told by a regular expression.
        case pattern
    }

    /// What tells entries apart.
    public struct Key: Sendable, Hashable {
        /// The directory's integration; nil for the local directory of people typed in.
        public var integration: Int?
        public var kind: Kind
        /// Graph's id for users and groups.
        public var id: String
        public init(integration: Int?, kind: Kind, id: String) {
            self.integration = integration
            self.kind = kind
            self.id = id
        }
    }

    /// Why the entry is there: who said so, when, for how long.
    public struct Reason: Sendable, Hashable {
        /// `direct`, `manual`, `import:vips.csv`, `api:hr-sync`.
        public var text: String
        public var comment: String?
        /// `cli:ana`.
        public var by: String
        public var at: Date
        /// From then on it counts no longer; nil for no end.
        public var expires: Date?
        public init(_ text: String, comment: String? = nil, by: String, at: Date, expires: Date? = nil) {
            self.text = text
            self.comment = comment
            self.by = by
            self.at = at
            self.expires = expires
        }
    }

    public var key: Key
    /// The person as typed in. For a user or group of a directory: as it was when last seen there, for the case that it disappears.
    /// Secondary emails and reasons stand elsewhere and are empty in here.
    public var person: ProtectedPerson
    /// In the order of their texts.
    public var reasons: [Reason]

    public init(_ key: Key, person: ProtectedPerson, reasons: [Reason] = []) {
        self.key = key
        self.person = person
        self.person.secondaryEmails = []
        self.person.reasons = []
        self.reasons = reasons
    }

    public var name: String { person.name }

    /// A stable id for somebody typed in: the same person typed in twice is one entry.
    public static func typedInID(name: String, address: String) -> String {
        let text = nameKey(name) + "\u{1f}" + addressKey(address)
        let digest = SHA256.hash(data: Data(text.utf8)).prefix(8)
        return "local-" + hexadecimal(digest)
    }

    /// The form in which names are compared for equality: without case, marks of composition and doubled blanks.
    public static func nameKey(_ name: String) -> String {
        // Normalising is slow, and ASCII is normal.
        let normal = name.utf8.allSatisfy { $0 < 0x80 } ? name : name.precomposedStringWithCompatibilityMapping
        return normal.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The form in which names are looked for by who leaves accents out: `Élodie` is elodie.
    static func plainKey(_ name: String) -> String {
        let key = nameKey(name)
        guard !key.utf8.allSatisfy({ $0 < 0x80 }) else { return key }
        return key.folding(options: .diacriticInsensitive, locale: nil)
    }

    /// The form in which addresses are compared for equality: without case, domain in A-labels.
    public static func addressKey(_ address: String) -> String {
        (EmailAddress(address)?.description ?? address).lowercased()
    }
}

/// A secondary email with whose it is and where it comes from.
public struct KeptSecondaryEmail: Sendable, Hashable {
    /// The user's or the typed-in person's id.
    public var person: String
    public var email: ProtectedPerson.SecondaryEmail
    public var comment: String?
    public var by: String
    public var at: Date

    public init(
        of person: String, _ email: ProtectedPerson.SecondaryEmail, comment: String? = nil, by: String, at: Date
    ) {
        self.person = person
        self.email = email
        self.comment = comment
        self.by = by
        self.at = at
    }
}
