import Mail
import Model

extension Check {
    /// The SPF record lets every server of the world send as the domain.
    public static let domainSPFAllowsAny = Check(
        id: "domain-spf-allows-any",
        title: "Microsoft Domain SPF Record Allows Any IP Address",
        severity: .high,
        family: .emailDomains,
        collectors: [.domains, .dns],
        why: """
            The record tells receivers that any server may send mail as this domain, so forged mail passes SPF, and with it DMARC: \
            worse than no record at all. Often it is not your own record but one that you include.
            """,
        remedy: "replace the term by the servers that send, end in -all",
        fix: [
            "Find the record that opens it: the last name of `via` in the evidence.",
            "If it is yours, replace the term by the servers that really send, and end the record in -all (Microsoft 365 alone: v=spf1 include:spf.protection.outlook.com -all).",
            "If you include it, take the include out or have its owner mend it.",
            "Publish the record at the domain's DNS provider and wait for its time to live.",
        ],
        references: [
            "https://learn.microsoft.com/defender-office-365/email-authentication-spf-configure",
            "https://www.rfc-editor.org/rfc/rfc7208",
        ],
        mappings: ["CISA SCuBA MS.EXO.2.2"],
        options: DomainSubject.options,
        sentence: { evidence in
            let term = evidence.text("openingTerm") ?? "a term"
            let via = evidence.list("via")
            guard via.count > 1, let last = via.last else { return "SPF says \(term): any server may send as you" }
            return "SPF includes \(last.shortened(to: 24)), which says \(term): any server may send"
        },
        questions: [.of(examine: examine)]
    )
}

private func examine(_ records: DomainRecords, in tenant: Tenant) -> Outcome {
    let spf = SPFAudience.evaluate(records)
    guard let via = spf.opening else { return spf.temporaryError.map { .unknown($0) } ?? .clear }
    var evidence: Evidence = [
        "record": .optional(spf.record),
        "openingTerm": .optional(spf.openingTerm),
        "via": .list(via),
        "ipv4": .flag(spf.ipv4.isPass),
        "ipv6": .flag(spf.ipv6.isPass),
    ]
    if !spf.notes.isEmpty { evidence["notes"] = .list(spf.notes) }
    return .found(evidence)
}

extension SPFReading.Verdict {
    fileprivate var isPass: Bool { if case .pass = self { true } else { false } }
}
