import Model

extension CheckOptions.CodingKeys {
    /// What the setting does and what holds without it, in the words of the catalogue.
    var meaning: String {
        switch self {
        case .policyProfile: "`casb` (default) has every check on; `cis` switches the checks on password age off."
        case .internalDomains:
            "domains or addresses that count as inside although the tenant has not verified them; none by default."
        case .subdomainsAreInternal:
            "sub-domains of verified domains count as inside; off by default, as Entra verifies each name by itself."
        case .ignoreSyncedUsersForPasswords: "leaves out users synced from on-premises; off by default."
        case .includeFederatedUsers:
            "also reports users whose domain signs in elsewhere, where the cloud's password policy has no effect; off by default."
        case .reportLeftoverImmutableIDs: "also reports users that only an on-premises id betrays; off by default."
        case .onPremisesSyncMode:
            "`literal` (default) reports every user last synced more than 7 days ago; `strict` only where the tenant's own synchronisation is that old, or the user older than `onPremisesSyncStaleDays`."
        case .onPremisesSyncStaleDays:
            "the age in days that `strict` reports although the tenant is in sync; 30 by default."
        case .proxyAddressMode:
            "`alias` (default) reports secondary addresses outside the initial `onmicrosoft.com` domain; `literal` any address."
        case .leaveOutSharedMailboxes:
            "asks for the purpose of the mailboxes of disabled users and leaves out shared, room and equipment ones; off by default."
        case .fastSharing:
            "reads permissions only of what has an anonymous or organization link, so that grants to Everyone are not looked for; off by default."
        case .primaryCalendarsOnly: "looks at each mailbox's primary calendar only; off by default."
        case .allVerifiedDomains: "also asks about verified domains without mail; off by default."
        case .includeOnMicrosoftDomains:
            "also asks about `*.onmicrosoft.com`, whose DNS zone Microsoft runs; off by default."
        case .dmarcSubdomains:
            "`onlyIfDomainEnforced` (default) reports it where the domain itself is enforced; `literal` always."
        }
    }
}
