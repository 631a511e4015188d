import Foundation

/// The few tenant-wide facts a check may ask for. Everything else a check knows is the entity itself.
public struct Tenant: Sendable, Hashable {
    public var id: String
    /// Nil where the domains could not be read; then nobody can say who is outside, unless the organization lists its verified domains.
    public var domains: [Domain]?
    /// Nil where the organization could not be read.
    public var organization: Organization?
    /// What the token may read; a check without its permissions answers unknown.
    public var permissions: Set<Permission>
    /// The moment the question is asked. Checks have no clock of their own.
    public var asOf: Date
    public var options: CheckOptions
    /// `appId`s of the applications registered in this tenant; nil where they could not be read.
    public var registeredAppIDs: Set<String>?
    /// How many users say `onPremisesSyncEnabled == false`; nil where the users could not be read.
    public var formerlySyncedUsers: Int?

    private var internalDomains: Set<String>?

    public init(
        id: String = "", domains: [Domain]?, organization: Organization? = nil, permissions: Set<Permission>,
        asOf: Date,
        options: CheckOptions = CheckOptions(), registeredAppIDs: Set<String>? = nil, formerlySyncedUsers: Int? = nil
    ) {
        self.id = id
        self.domains = domains
        self.organization = organization
        self.permissions = permissions
        self.asOf = asOf
        self.options = options
        self.registeredAppIDs = registeredAppIDs
        self.formerlySyncedUsers = formerlySyncedUsers
        let verified = domains?.filter { $0.isVerified == true }.map(\.id) ?? organization?.verifiedDomains
        internalDomains = verified.map {
            Set(($0 + options.internalDomains).map { EmailAddress.normalised(domain: $0) })
        }
    }

    /// Whether mail to this address stays inside; nil where the tenant's domains are not known.
    public func owns(_ address: EmailAddress) -> Bool? {
        guard let internalDomains else { return nil }
        if internalDomains.contains(address.domain) { return true }
        if options.internalDomains.contains(where: { $0.caseInsensitiveCompare(address.description) == .orderedSame }) {
            return true
        }
        guard options.subdomainsAreInternal else { return false }
        return internalDomains.contains { address.domain.hasSuffix("." + $0) }
    }

    /// The tenant's initial `*.onmicrosoft.com` domain; nil where the domains are not known.
    public var initialDomain: String? {
        domains?.first { $0.isInitial == true }?.id.lowercased() ?? organization?.initialDomain?.lowercased()
    }

    /// The verified (or unverified) domain of that name; nil where there is none or the domains are not known.
    public func domain(named name: String) -> Domain? {
        let wanted = EmailAddress.normalised(domain: name)
        return domains?.first { EmailAddress.normalised(domain: $0.id) == wanted }
    }
}
