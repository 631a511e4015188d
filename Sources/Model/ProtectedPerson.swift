import Foundation

/// A person of the Business Email Compromise list: the names by which they are known, and every address that is theirs.
public struct ProtectedPerson: Hashable, Sendable, Codable, Identifiable {
    /// A private or second address of a person.
    public struct SecondaryEmail: Hashable, Sendable, Codable {
        public var address: String
        /// From then on the address is a stranger's.
        public var expires: Date?
        /// Counts only when DKIM or DMARC passes in alignment.
        public var needsAuthentication: Bool
        public init(address: String, expires: Date? = nil, needsAuthentication: Bool = false) {
            self.address = address
            self.expires = expires
            self.needsAuthentication = needsAuthentication
        }
    }

    /// How the account is in its directory.
    public enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
        case active
        /// The account is disabled; mail in the name is as dangerous as before.
        case disabled
        /// The directory has no such user any more; protected until somebody decides.
        case left
    }

    public var id: String
    /// As listed; what the reason string names.
    public var name: String
    public var givenName: String?
    public var surname: String?
    public var jobTitle: String?
    /// Primary and proxy addresses, primary first.
    public var addresses: [String]
    public var secondaryEmails: [SecondaryEmail]
    /// Regular expressions of addresses that are theirs.
    public var addressPatterns: [String]
    /// Why they are protected: `direct`, `group:Executives`, `import:vips.csv`, `manual`.
    public var reasons: [String]
    /// Of somebody who was kept when their directory went: how the account was last. Nil for everybody else.
    public var lastStanding: Standing?

    public init(
        id: String, name: String, givenName: String? = nil, surname: String? = nil, jobTitle: String? = nil,
        addresses: [String] = [], secondaryEmails: [SecondaryEmail] = [], addressPatterns: [String] = [],
        reasons: [String] = []
    ) {
        self.id = id
        self.name = name
        self.givenName = givenName
        self.surname = surname
        self.jobTitle = jobTitle
        self.addresses = addresses
        self.secondaryEmails = secondaryEmails
        self.addressPatterns = addressPatterns
        self.reasons = reasons
    }
}
