import Foundation

/// A user of the directory (Graph `user`). What Graph may omit is optional: absent is not false.
public struct User: Entity {
    public static let kind = EntityKind.user

    /// An error that on-premises synchronisation left on the object (Graph `onPremisesProvisioningError`).
    public struct ProvisioningError: Codable, Hashable, Sendable {
        public var category: String?
        public var occurredDateTime: Date?
        public var propertyCausingError: String?
        public var value: String?
        public init(
            category: String? = nil, occurredDateTime: Date? = nil, propertyCausingError: String? = nil,
            value: String? = nil
        ) {
            self.category = category
            self.occurredDateTime = occurredDateTime
            self.propertyCausingError = propertyCausingError
            self.value = value
        }
    }

    public var id: String
    public var displayName: String?
    public var givenName: String?
    public var surname: String?
    public var jobTitle: String?
    public var userPrincipalName: String?
    public var mail: String?
    public var otherMails: [String] = []
    /// As Graph gives them, with their prefixes (`SMTP:` primary, `smtp:` secondary, `sip:`, `x500:`, ...).
    public var proxyAddresses: [String] = []
    public var userType: String?
    public var externalUserState: String?
    public var accountEnabled: Bool?
    public var createdDateTime: Date?
    public var passwordPolicies: String?
    public var lastPasswordChangeDateTime: Date?
    /// true: synced now. false: was synced once. nil: never synced (or Graph did not say).
    public var onPremisesSyncEnabled: Bool?
    public var onPremisesLastSyncDateTime: Date?
    public var onPremisesImmutableId: String?
    public var onPremisesProvisioningErrors: [ProvisioningError] = []
    public var ageGroup: String?
    public var consentProvidedForMinor: String?
    public var legalAgeGroupClassification: String?
    /// How many licences are assigned; nil where Graph did not say.
    public var assignedLicenseCount: Int?
    public var isResourceAccount: Bool?
    /// `mailboxSettings/userPurpose` (user, shared, room, ...); asked for only with the option `leaveOutSharedMailboxes`.
    public var mailboxPurpose: String?

    public init(id: String) { self.id = id }

    /// A guest, or a member from another tenant: `userType`, or `#EXT#` in the user principal name.
    public var isGuest: Bool {
        userType?.lowercased() == "guest" || (userPrincipalName?.uppercased().contains("#EXT#") ?? false)
    }

    /// What a person calls the account: display name, else sign-in name, else the id.
    public var name: String { displayName ?? userPrincipalName ?? id }

    public var resource: Resource { Resource(.user, id: id, name: name) }
    public var asOwner: Owner { Owner(id: id, name: name, address: mail ?? userPrincipalName) }

    /// Every SMTP address Graph knows of the user, primary first, without repetition (compared without case).
    public var addresses: [EmailAddress] {
        Self.distinct(mailboxAddresses + otherMails.compactMap { EmailAddress($0) })
    }

    /// The addresses at which the tenant receives the user's mail, primary first. Not `otherMails`: whoever has taken over the account may
    /// write there what they like.
    public var mailboxAddresses: [EmailAddress] {
        let proxies = proxyAddresses.compactMap { EmailAddress.proxy($0) }
        return Self.distinct(
            proxies.filter(\.isPrimary).map(\.address) + [mail].compactMap { $0.flatMap { EmailAddress($0) } }
                + proxies.filter { !$0.isPrimary }.map(\.address))
    }

    private static func distinct(_ addresses: [EmailAddress]) -> [EmailAddress] {
        var seen: Set<String> = []
        return addresses.filter { seen.insert($0.description.lowercased()).inserted }
    }
}
