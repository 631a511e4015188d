/// The settings that change what a check calls a finding (`reeve.yaml`, section `checks`). The defaults are the product's decisions.
public struct CheckOptions: Codable, Hashable, Sendable {
    /// `casb`: all checks. `cis`: the two checks on password age are off, as CIS, CISA and NIST advise against expiry.
    public enum PolicyProfile: String, Codable, Sendable, CaseIterable { case casb, cis }
    public enum ProxyAddressMode: String, Codable, Sendable, CaseIterable { case alias, literal }
    public enum SyncStaleMode: String, Codable, Sendable, CaseIterable { case literal, strict }
    public enum SubdomainMode: String, Codable, Sendable, CaseIterable { case onlyIfDomainEnforced, literal }

    public var policyProfile = PolicyProfile.casb
    /// Domains or addresses that count as inside although the tenant has not verified them.
    public var internalDomains: [String] = []
    /// `mail.contoso.com` counts as inside because `contoso.com` is verified. Entra verifies each name by itself, so this is off.
    public var subdomainsAreInternal = false
    /// `user-password-never-expires`, `user-strong-password-disabled`: leave out users synced from on-premises.
    public var ignoreSyncedUsersForPasswords = false
    /// `user-password-never-expires`: also users whose domain signs in elsewhere (federated), where the cloud's policy has no effect.
    public var includeFederatedUsers = false
    /// `user-cloud-sync-disabled`: also users that only an immutable id betrays (left after sync was switched off for the tenant).
    public var reportLeftoverImmutableIDs = false
    /// `user-onprem-sync-stale`: `literal` as the check's name says; `strict` where the tenant's own sync is stale, or the object older than `onPremisesSyncStaleDays`.
    public var onPremisesSyncMode = SyncStaleMode.literal
    public var onPremisesSyncStaleDays = 30
    /// `user-proxy-addresses`: `alias` for secondary smtp addresses outside the initial domain, `literal` for any address.
    public var proxyAddressMode = ProxyAddressMode.alias
    /// `user-disabled`: ask for the purpose of disabled mailboxes and leave out shared ones (one request for each).
    public var leaveOutSharedMailboxes = false
    /// File checks: read permissions only where the link's scope says anonymous or organization. Faster; grants to Everyone are not looked for.
    public var fastSharing = false
    /// `calendar-shared-externally`: only each mailbox's primary calendar.
    public var primaryCalendarsOnly = false
    /// Domain checks: every verified domain, also those without mail.
    public var allVerifiedDomains = false
    /// Domain checks: also `*.onmicrosoft.com`, whose DNS zone Microsoft runs.
    public var includeOnMicrosoftDomains = false
    /// `domain-dmarc-subdomains-not-enforced`: `literal` also where the domain itself is not enforced.
    public var dmarcSubdomains = SubdomainMode.onlyIfDomainEnforced

    public init() {}

    public init(from decoder: any Decoder) throws {
        self.init()
        let box = try decoder.container(keyedBy: CodingKeys.self)
        policyProfile = try box.decodeIfPresent(PolicyProfile.self, forKey: .policyProfile) ?? policyProfile
        internalDomains = try box.decodeIfPresent([String].self, forKey: .internalDomains) ?? internalDomains
        subdomainsAreInternal =
            try box.decodeIfPresent(Bool.self, forKey: .subdomainsAreInternal) ?? subdomainsAreInternal
        ignoreSyncedUsersForPasswords =
            try box.decodeIfPresent(Bool.self, forKey: .ignoreSyncedUsersForPasswords) ?? ignoreSyncedUsersForPasswords
        includeFederatedUsers =
            try box.decodeIfPresent(Bool.self, forKey: .includeFederatedUsers) ?? includeFederatedUsers
        reportLeftoverImmutableIDs =
            try box.decodeIfPresent(Bool.self, forKey: .reportLeftoverImmutableIDs) ?? reportLeftoverImmutableIDs
        onPremisesSyncMode =
            try box.decodeIfPresent(SyncStaleMode.self, forKey: .onPremisesSyncMode) ?? onPremisesSyncMode
        onPremisesSyncStaleDays =
            try box.decodeIfPresent(Int.self, forKey: .onPremisesSyncStaleDays) ?? onPremisesSyncStaleDays
        proxyAddressMode = try box.decodeIfPresent(ProxyAddressMode.self, forKey: .proxyAddressMode) ?? proxyAddressMode
        leaveOutSharedMailboxes =
            try box.decodeIfPresent(Bool.self, forKey: .leaveOutSharedMailboxes) ?? leaveOutSharedMailboxes
        fastSharing = try box.decodeIfPresent(Bool.self, forKey: .fastSharing) ?? fastSharing
        primaryCalendarsOnly = try box.decodeIfPresent(Bool.self, forKey: .primaryCalendarsOnly) ?? primaryCalendarsOnly
        allVerifiedDomains = try box.decodeIfPresent(Bool.self, forKey: .allVerifiedDomains) ?? allVerifiedDomains
        includeOnMicrosoftDomains =
            try box.decodeIfPresent(Bool.self, forKey: .includeOnMicrosoftDomains) ?? includeOnMicrosoftDomains
        dmarcSubdomains = try box.decodeIfPresent(SubdomainMode.self, forKey: .dmarcSubdomains) ?? dmarcSubdomains
    }

    public enum CodingKeys: String, CodingKey, CaseIterable {
        case policyProfile, internalDomains, subdomainsAreInternal, ignoreSyncedUsersForPasswords, includeFederatedUsers
        case reportLeftoverImmutableIDs, onPremisesSyncMode, onPremisesSyncStaleDays, proxyAddressMode
        case leaveOutSharedMailboxes, fastSharing, primaryCalendarsOnly, allVerifiedDomains, includeOnMicrosoftDomains
        case dmarcSubdomains
    }
}
