import Mail
import Model

extension Check {
    /// A DMARC record applies, and asks for nothing.
    public static let domainDMARCNotEnforced = Check(
        id: "domain-dmarc-not-enforced",
        title: "Microsoft Domain DMARC Not Enforced",
        severity: .medium,
        family: .emailDomains,
        collectors: [.domains, .dns],
        why: """
            Receivers see that a forged mail fails, and the policy tells them to do nothing: it is delivered. A record with p=none \
            is meant for the first weeks of watching.
            """,
        remedy: "publish p=quarantine, then p=reject once your mail passes",
        fix: [
            "Read the aggregate reports (rua) and set up SPF and DKIM for every service that sends as you.",
            "Publish p=quarantine at _dmarc.<domain>; where the record is inherited, publish one of the domain's own or mend the parent's sp.",
            "When nothing of yours fails any more, publish p=reject.",
        ],
        references: [
            "https://learn.microsoft.com/defender-office-365/email-authentication-dmarc-configure",
            "https://www.rfc-editor.org/rfc/rfc9989",
            "https://www.rfc-editor.org/rfc/rfc7489",
        ],
        mappings: ["CISA SCuBA MS.EXO.4.2"],
        options: DomainSubject.options,
        sentence: { evidence in
            guard let parent = evidence.text("inheritedFrom") else {
                return "DMARC policy none: forged mail is delivered"
            }
            return "DMARC policy none, inherited from \(parent.shortened(to: 34))"
        },
        questions: [.of(examine: examine)]
    )
}

private func examine(_ records: DomainRecords, in tenant: Tenant) -> Outcome {
    let dmarc = DMARCReading.discover(records)
    if let reason = dmarc.temporaryError { return .unknown(reason) }
    guard let record = dmarc.record, dmarc.policy == DMARCRecord.Policy.none else { return .clear }
    var evidence: Evidence = [
        "record": .text(record.text), "policy": "none", "inheritedFrom": .optional(dmarc.inheritedFrom),
    ]
    if !dmarc.notes.isEmpty { evidence["notes"] = .list(dmarc.notes) }
    return .found(evidence)
}
