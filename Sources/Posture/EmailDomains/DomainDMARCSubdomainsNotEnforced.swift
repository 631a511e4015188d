import Mail
import Model

extension Check {
    /// The domain is enforced, its sub-domains are not.
    public static let domainDMARCSubdomainsNotEnforced = Check(
        id: "domain-dmarc-subdomains-not-enforced",
        title: "Microsoft Domain DMARC Not Enforced for Subdomains",
        severity: .medium,
        family: .emailDomains,
        collectors: [.domains, .dns],
        why: """
            Forgers take the way that is left open: mail from invoice.<domain> looks as much like yours, and the policy says to \
            deliver it. The sub-domain need not even exist.
            """,
        remedy: "set sp=reject in the domain's DMARC record",
        fix: [
            "Find the sub-domains that really send mail and give each SPF, DKIM and, where it needs one, a DMARC record of its own.",
            "Take sp=none out of the record at _dmarc.<domain>, so that sub-domains follow p, or set sp=reject.",
            "For names that do not exist set np=reject.",
        ],
        references: [
            "https://learn.microsoft.com/defender-office-365/email-authentication-dmarc-configure",
            "https://www.rfc-editor.org/rfc/rfc9989",
        ],
        options: DomainSubject.options + [.dmarcSubdomains],
        sentence: { evidence in
            guard let p = evidence.text("policy"), p != "none" else { return "DMARC policy none for sub-domains too" }
            return "DMARC policy \(p.shortened(to: 12)) for the domain, none for sub-domains"
        },
        questions: [.of(examine: examine)]
    )
}

private func examine(_ records: DomainRecords, in tenant: Tenant) -> Outcome {
    let dmarc = DMARCReading.discover(records)
    if let reason = dmarc.temporaryError { return .unknown(reason) }
    // An inherited record is reported where it stands.
    guard let record = dmarc.ownRecord, record.subdomainPolicy == .none else { return .clear }
    if record.policy == .none, tenant.options.dmarcSubdomains == .onlyIfDomainEnforced { return .clear }
    return .found([
        "record": .text(record.text),
        "policy": .text(record.policy.rawValue),
        "subdomainPolicy": .text(record.subdomainPolicy.rawValue),
        "nonexistentPolicy": .text(record.nonexistentPolicy.rawValue),
    ])
}
