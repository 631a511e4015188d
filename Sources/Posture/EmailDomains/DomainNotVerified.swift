import Model

extension Check {
    /// The domain was added to the tenant and never proven to be yours.
    public static let domainNotVerified = Check(
        id: "domain-not-verified",
        title: "Microsoft Domain Not Verified",
        severity: .medium,
        family: .emailDomains,
        collectors: [.domains],
        why: """
            Somebody added the domain and did not finish. Until it is verified it protects nothing and receives no mail, and a \
            forgotten name is a sign of a half-done migration or of a domain that was not yours.
            """,
        remedy: "finish verifying the domain, or remove it",
        fix: [
            "Ask who added it and whether it is still wanted.",
            "If it is: Microsoft 365 admin center > Settings > Domains > the domain > Continue setup, and publish the TXT record it shows.",
            "If not: Microsoft 365 admin center > Settings > Domains > the domain > Remove domain.",
        ],
        references: [
            "https://learn.microsoft.com/microsoft-365/admin/setup/add-domain",
            "https://learn.microsoft.com/entra/identity/users/domains-manage",
            "https://learn.microsoft.com/graph/api/resources/domain",
        ],
        sentence: { _ in "added to the tenant, never verified" },
        questions: [.of(examine: examine)]
    )
}

private func examine(_ domain: Domain, in tenant: Tenant) -> Outcome {
    switch domain.isVerified {
    case true?: .clear
    case nil: .unknown("Graph did not say whether the domain is verified")
    case false?: .found(["isVerified": false, "authenticationType": .optional(domain.authenticationType)])
    }
}
