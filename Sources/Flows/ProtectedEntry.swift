import Foundation
import Model
import Store

/// A person of the Business Email Compromise list, with what a list shows beside.
public struct ProtectedEntry: Sendable, Hashable {
    public typealias Standing = ProtectedPerson.Standing

    public var person: ProtectedPerson
    public var kind: Protection.Kind
    /// The name of the integration whose directory it is; nil for people typed in.
    public var directory: String?
    public var standing: Standing
    /// What was said when the entry was made; nil where nothing was.
    public var comment: String?
    /// When the last of its reasons ends; nil for no end.
    public var expires: Date?

    public init(
        _ person: ProtectedPerson, kind: Protection.Kind, directory: String? = nil, standing: Standing = .active,
        comment: String? = nil, expires: Date? = nil
    ) {
        self.person = person
        self.kind = kind
        self.directory = directory
        self.standing = standing
        self.comment = comment
        self.expires = expires
    }
}

/// A user of a directory who is not listed: their mail is internal, and their name may be a listed person's.
public struct Colleague: Sendable, Hashable, Identifiable {
    public var id: String
    public var name: String
    public var givenName: String?
    public var surname: String?
    public var addresses: [String]
    /// Somebody of another organisation: their addresses lie outside.
    public var isGuest: Bool
    /// Nil where the directory did not say.
    public var isEnabled: Bool?
}

extension ProtectedPerson {
    /// What the directory knows of a user.
    init(_ user: User) {
        self.init(
            id: user.id, name: user.name, givenName: user.givenName, surname: user.surname, jobTitle: user.jobTitle,
            addresses: user.mailboxAddresses.map(\.description))
    }
}

extension Colleague {
    init(_ user: User) {
        self.init(
            id: user.id, name: user.name, givenName: user.givenName, surname: user.surname,
            addresses: user.mailboxAddresses.map(\.description), isGuest: user.isGuest, isEnabled: user.accountEnabled)
    }
}
