import Mail
import Model

extension Check {
    /// The domain has no SPF record, or several, which counts as little.
    public static let domainSPFMissing = Check(
        id: "domain-spf-missing",
        title: "Microsoft Domain SPF Record Not Present",
        severity: .medium,
        family: .emailDomains,
        collectors: [.domains, .dns],
        why: """
            Without exactly one SPF record receivers cannot tell your servers from a forger's. Forged mail is more easily \
            delivered, and your own mail more easily lands in junk.
            """,
        remedy: "publish one v=spf1 include:spf.protection.outlook.com -all",
        fix: [
            "List every service that sends mail as the domain.",
            "Publish one TXT record at the domain; for Microsoft 365 alone: v=spf1 include:spf.protection.outlook.com -all.",
            "Where there are several records, join their terms into one and delete the rest.",
            "A domain that sends no mail gets v=spf1 -all.",
        ],
        references: [
            "https://learn.microsoft.com/defender-office-365/email-authentication-spf-configure",
            "https://www.rfc-editor.org/rfc/rfc7208",
        ],
        mappings: ["CIS M365 v3.1 2.1.8", "CISA SCuBA MS.EXO.2.2"],
        options: DomainSubject.options,
        sentence: { evidence in
            let records = evidence.list("records")
            return records.isEmpty
                ? "no SPF record" : "\(records.count) SPF records: receivers accept none of them"
        },
        questions: [.of(examine: examine)]
    )
}

private func examine(_ records: DomainRecords, in tenant: Tenant) -> Outcome {
    let spf = SPFAudience.evaluate(records)
    // RFC 7208 §4.5: several records are an error, and receivers act as if there were none.
    if spf.hasMultipleRecords { return .found(["note": "multiple records", "records": .list(spf.records)]) }
    if spf.record != nil { return .clear }
    if let reason = spf.temporaryError { return .unknown(reason) }
    return .found(["note": "no record", "records": []])
}
