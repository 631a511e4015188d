import Model

/// What the six checks on a domain's DNS records share.
enum DomainSubject {
    /// They decide which domains are asked about.
    static let options: [CheckOptions.CodingKeys] = [.allVerifiedDomains, .includeOnMicrosoftDomains]
}
