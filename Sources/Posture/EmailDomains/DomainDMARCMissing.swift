import Mail
import Model

extension Check {
    /// No DMARC record applies to the domain.
    public static let domainDMARCMissing = Check(
        id: "domain-dmarc-missing",
        title: "Microsoft Domain DMARC Record Not Present",
        severity: .medium,
        family: .emailDomains,
        collectors: [.domains, .dns],
        why: """
            Without DMARC nobody checks that the sender your customers see is the one that SPF or DKIM vouched for: anyone can put \
            your domain into the From line. You also get no reports of who tries.
            """,
        remedy: "publish one DMARC record, p=none first, then enforce it",
        fix: [
            "Publish a TXT record at _dmarc.<domain> that only watches: v=DMARC1; p=none; rua=mailto:<address for reports>.",
            "Read the reports for some weeks and set up SPF and DKIM for every service that sends as you.",
            "Then ask for enforcement: p=quarantine, and later p=reject.",
            "Several records at one name count as none: delete all but one.",
        ],
        references: [
            "https://learn.microsoft.com/defender-office-365/email-authentication-dmarc-configure",
            "https://www.rfc-editor.org/rfc/rfc9989",
            "https://www.rfc-editor.org/rfc/rfc7489",
        ],
        mappings: ["CIS M365 v3.1 2.1.10", "CISA SCuBA MS.EXO.4.1"],
        options: DomainSubject.options,
        sentence: { evidence in
            evidence.list("notes").isEmpty ? "no DMARC record" : "several DMARC records, which count as none"
        },
        questions: [.of(examine: examine)]
    )
}

private func examine(_ records: DomainRecords, in tenant: Tenant) -> Outcome {
    let dmarc = DMARCReading.discover(records)
    switch dmarc.found {
    case .own, .inherited: return .clear
    case .tempError(let reason): return .unknown(reason)
    case .none: return .found(["lookedAt": .text("_dmarc.\(dmarc.domain)"), "notes": .list(dmarc.notes)])
    }
}
