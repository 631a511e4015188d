import Model

extension Check {
    /// The user receives mail under further addresses.
    public static let userProxyAddresses = Check(
        id: "user-proxy-addresses",
        title: "User configured proxy addresses",
        severity: .low,
        family: .userAccounts,
        collectors: [.users],
        why: """
            Further addresses receive mail meant for somebody else when a name is reused, and hide who really reads a mailbox. An \
            alias in a domain the tenant has not verified points to a left-over of a merger or to a mistake.
            """,
        remedy: "remove the addresses that nobody needs any more",
        fix: [
            "Ask whether each address in the evidence is still needed.",
            "Remove what is not: Exchange admin center > Recipients > Mailboxes > the mailbox > Manage email address types. Synced users: change proxyAddresses on-premises.",
            "Where an address is in an unverified domain, verify the domain or remove the address.",
        ],
        references: [
            "https://learn.microsoft.com/exchange/recipients-in-exchange-online/manage-user-mailboxes/add-or-remove-email-addresses",
            "https://learn.microsoft.com/graph/api/resources/user",
        ],
        options: [.proxyAddressMode],
        sentence: { evidence in
            let addresses = evidence.list("addresses")
            let words = "also receives mail as \(addresses.firstAndHowManyMore)"
            return (evidence.list("unverifiedDomains").isEmpty ? words : words + ", unverified domain").shortened(
                to: 70)
        },
        questions: [.of(examine: examine)]
    )
}

private func examine(_ user: User, in tenant: Tenant) -> Outcome {
    // Guests carry the addresses of their home.
    guard !user.isGuest, !user.proxyAddresses.isEmpty else { return .clear }
    let aliases = user.proxyAddresses.compactMap { EmailAddress.proxy($0) }.filter { !$0.isPrimary }.map(\.address)
    switch tenant.options.proxyAddressMode {
    case .literal:
        let addresses = user.proxyAddresses.compactMap { EmailAddress.proxy($0)?.address }
        return found(addresses, all: user.proxyAddresses, in: tenant)
    case .alias:
        if let initial = tenant.initialDomain {
            let chosen = aliases.filter { $0.domain != EmailAddress.normalised(domain: initial) }
            return chosen.isEmpty ? .clear : found(chosen, all: chosen.map(\.description), in: tenant)
        }
        // Not knowing the initial domain matters only for names that may be it.
        let certain = aliases.filter { !$0.domain.hasSuffix(".onmicrosoft.com") }
        if !certain.isEmpty { return found(certain, all: certain.map(\.description), in: tenant) }
        return aliases.isEmpty ? .clear : .unknown("the tenant's initial domain is not known")
    }
}

private func found(_ addresses: [EmailAddress], all: [String], in tenant: Tenant) -> Outcome {
    var evidence: Evidence = ["addresses": .list(all)]
    let unverified = Set(addresses.map(\.domain).filter { tenant.hasVerified($0) == false })
    if !unverified.isEmpty { evidence["unverifiedDomains"] = .list(unverified.sorted()) }
    return .found(evidence)
}
