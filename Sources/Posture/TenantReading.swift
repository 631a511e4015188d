import Model

extension Tenant {
    /// Whether the tenant itself has verified the domain; nil where its domains are not known.
    func hasVerified(_ name: String) -> Bool? {
        let verified = domains?.filter { $0.isVerified == true }.map(\.id) ?? organization?.verifiedDomains
        let wanted = EmailAddress.normalised(domain: name)
        return verified?.contains { EmailAddress.normalised(domain: $0) == wanted }
    }

    /// Whether an option alone puts the address inside: the allow-list, or sub-domains as internal.
    func admitsByOption(_ address: EmailAddress) -> Bool {
        owns(address) == true && hasVerified(address.domain) == false
    }

    /// Whether the user signs in elsewhere; nil where the domains, or the user's, are not known.
    func isFederated(_ user: User) -> Bool? {
        guard let name = user.userPrincipalName.flatMap({ EmailAddress($0) })?.domain else { return nil }
        return domain(named: name)?.isFederated
    }
}
