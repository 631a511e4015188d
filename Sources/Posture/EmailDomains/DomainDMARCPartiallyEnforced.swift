import Mail
import Model

extension Check {
    /// The DMARC policy is asked for, but only for a share of the mail or as a test.
    public static let domainDMARCPartiallyEnforced = Check(
        id: "domain-dmarc-partially-enforced",
        title: "Microsoft Domain DMARC Only Partially Enforced",
        severity: .medium,
        family: .emailDomains,
        collectors: [.domains, .dns],
        why: """
            Part of the forged mail gets the weaker treatment and is delivered. The tag pct was meant for a slow start and newer \
            receivers ignore it; t=y says that the policy is only a test.
            """,
        remedy: "take pct and t=y out of the domain's DMARC record",
        fix: [
            "Read the aggregate reports (rua): when nothing of yours fails any more, the test is over.",
            "Take pct and t=y out of the record at _dmarc.<domain>.",
        ],
        references: [
            "https://learn.microsoft.com/defender-office-365/email-authentication-dmarc-configure",
            "https://www.rfc-editor.org/rfc/rfc9989",
            "https://www.rfc-editor.org/rfc/rfc7489",
        ],
        options: DomainSubject.options,
        sentence: { evidence in
            let policy = (evidence.text("policy") ?? "policy").shortened(to: 12)
            if let share = evidence.number("pct") { return "DMARC \(policy) for \(share) % of failing mail" }
            return "DMARC \(policy) in test mode (t=y)"
        },
        questions: [.of(examine: examine)]
    )
}

private func examine(_ records: DomainRecords, in tenant: Tenant) -> Outcome {
    let dmarc = DMARCReading.discover(records)
    if let reason = dmarc.temporaryError { return .unknown(reason) }
    guard let record = dmarc.ownRecord, record.policy != .none else { return .clear }
    let share = record.pct.flatMap { $0 < 100 ? $0 : nil }
    guard share != nil || record.isTesting else { return .clear }
    return .found([
        "record": .text(record.text),
        "policy": .text(record.policy.rawValue),
        "pct": share.map { .number(Double($0)) } ?? Evidence.Value.none,
        "isTesting": .flag(record.isTesting),
    ])
}
