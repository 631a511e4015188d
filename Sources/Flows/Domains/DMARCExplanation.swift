import Foundation
import Mail
import Model

/// A DMARC record tag by tag (RFC 7489, RFC 9989).
struct DMARCExplanation {
    let records: DomainRecords
    private let reading: DMARCReading

    init(_ records: DomainRecords) {
        self.records = records
        reading = DMARCReading.discover(records)
    }

    private var domain: String { EmailAddress.normalised(domain: records.id) }

    var record: DomainExplanation.Record {
        if let why = reading.temporaryError {
            return .init(
                name: "_dmarc.\(domain)", standing: .init(.unknown, "DNS does not answer"),
                summary: "Nobody knows: \(why).")
        }
        guard let found = reading.record else {
            return .init(
                name: "_dmarc.\(domain)", standing: .init(.warn, "no record"),
                summary: "A forged mail from \(domain) is delivered: nothing tells receivers to refuse it.",
                publish: zone("v=DMARC1; p=quarantine; rua=mailto:dmarc@\(domain)"), notes: reading.notes)
        }
        var record = DomainExplanation.Record(
            name: "_dmarc.\(reading.inheritedFrom ?? domain)", text: found.text, terms: terms(found),
            standing: standing(found), summary: summary(found), notes: reading.notes)
        if record.standing.tone != .ok { record.publish = zone(Self.better(found, domain)) }
        if let above = reading.inheritedFrom {
            record.notes.insert("The record of \(above) applies: \(domain) has none.", at: 0)
        }
        return record
    }

    private func zone(_ text: String) -> String { "_dmarc.\(domain). 3600 IN TXT \"\(text)\"" }

    private static func better(_ record: DMARCRecord, _ domain: String) -> String {
        let reports = record.aggregateReports.isEmpty ? ["mailto:dmarc@\(domain)"] : record.aggregateReports
        let policy = max(record.policy, .quarantine).rawValue
        return "v=DMARC1; p=\(policy); rua=\(reports.joined(separator: ","))"
    }

    private func standing(_ record: DMARCRecord) -> DomainExplanation.Judgement {
        guard let policy = reading.policy, policy != DMARCRecord.Policy.none else {
            return .init(.warn, "not enforced")
        }
        if record.isTesting { return .init(.warn, "in test mode") }
        if let pct = record.pct, pct < 100 {
            return .init(.warn, pct == 50 ? "for half the mail" : "for \(pct) % of the mail")
        }
        if record.subdomainPolicy == DMARCRecord.Policy.none { return .init(.warn, "sub-domains not enforced") }
        return .init(.ok, "Enforced")
    }

    /// What happens to a forged mail, all tags together.
    private func summary(_ record: DMARCRecord) -> String {
        var words: String
        switch reading.policy ?? DMARCRecord.Policy.none {
        case .none: return "A forged mail from \(domain) is delivered: the policy tells receivers to do nothing."
        case .quarantine where record.isTesting:
            return "A forged mail from \(domain) is delivered: in test mode receivers do not put it into junk."
        case .quarantine: words = "Receivers are asked to put mail that fails into junk"
        case .reject where record.isTesting:
            words = "In test mode receivers are asked to put mail that fails into junk only, not to refuse it"
        case .reject: words = "Receivers are asked to refuse mail that fails"
        }
        if let pct = record.pct, pct < 100 { words += ", \(pct) % of it by the older rules" }
        let isOpenBelow = record.subdomainPolicy == DMARCRecord.Policy.none && reading.inheritedFrom == nil
        return words + (isOpenBelow ? "; forged mail from sub-domains is delivered." : ".")
    }

    private func terms(_ record: DMARCRecord) -> [DomainExplanation.Term] {
        var terms = [
            DomainExplanation.Term(text: "v=DMARC1", means: "This is a DMARC record.", judgement: .init(.ok, "Fine"))
        ]
        terms.append(policy("p", record.p, record.policy, isDisarmed: record.isDisarmed))
        terms.append(below("sp", record.sp, record.subdomainPolicy, "Sub-domains"))
        terms.append(below("np", record.np, record.nonexistentPolicy, "Sub-domains that do not exist"))
        terms.append(reports(record))
        if !record.failureReports.isEmpty {
            terms.append(
                .init(
                    text: "ruf=\(record.failureReports.joined(separator: ","))",
                    means: "Reports of single failures go there; few receivers send them.",
                    judgement: .init(.ok, "Fine")))
        }
        if let pct = record.pct {
            terms.append(
                .init(
                    text: "pct=\(pct)",
                    means: pct == 100
                        ? "All failing mail. RFC 9989 has dropped this tag."
                        : "\(pct) % of failing mail. RFC 9989 has dropped this tag; newer receivers ignore it.",
                    judgement: .init(pct == 100 ? .ok : .warn, pct == 100 ? "Fine" : "Remove")))
        }
        terms.append(
            record.isTesting
                ? .init(
                    text: "t=y", means: "Test mode: receivers apply the next weaker policy.",
                    judgement: .init(.warn, "Remove"))
                : .init(
                    text: "t, not given", means: "Not in test mode.", judgement: .init(.ok, "Fine"), isPublished: false)
        )
        if record.dkimAlignment == .strict || record.spfAlignment == .strict {
            terms.append(
                .init(
                    text: "adkim, aspf", means: "Strict: the domain has to be the very same, sub-domains do not count.",
                    judgement: .init(.ok, "Fine")))
        }
        return terms
    }

    private func policy(
        _ name: String, _ request: DMARCRecord.Request, _ policy: DMARCRecord.Policy, isDisarmed: Bool
    ) -> DomainExplanation.Term {
        let (text, isPublished) = Self.text(name, request)
        let enforced: DomainExplanation.Judgement =
            reading.record?.isTesting == true ? .init(.warn, "Weakened by t=y") : .init(.ok, "Fine")
        let (means, judgement): (String, DomainExplanation.Judgement) =
            switch policy {
            case .none where isDisarmed:
                ("It is missing or no policy, so receivers do nothing.", .init(.bad, "Not enforced"))
            case .none: ("Receivers deliver mail that fails, and only report it.", .init(.bad, "Not enforced"))
            case .quarantine: ("Receivers put mail that fails into junk.", enforced)
            case .reject: ("Receivers refuse mail that fails.", enforced)
            }
        return .init(text: text, means: means, judgement: judgement, isPublished: isPublished)
    }

    private func below(
        _ name: String, _ request: DMARCRecord.Request, _ policy: DMARCRecord.Policy, _ whom: String
    ) -> DomainExplanation.Term {
        let (text, isPublished) = Self.text(name, request)
        let isOpen = policy == DMARCRecord.Policy.none
        return .init(
            text: text,
            means: isPublished
                ? "\(whom): \(policy.rawValue)."
                : "\(whom) take the policy above: \(isOpen ? "also not enforced" : policy.rawValue).",
            judgement: isOpen ? .init(.warn, isPublished ? "Not enforced" : "Follows p") : .init(.ok, "Fine"),
            isPublished: isPublished)
    }

    private static func text(_ name: String, _ request: DMARCRecord.Request) -> (String, Bool) {
        switch request {
        case .absent: ("\(name), not given", false)
        case .invalid(let value): ("\(name)=\(value)", true)
        case .policy(let policy): ("\(name)=\(policy.rawValue)", true)
        }
    }

    private func reports(_ record: DMARCRecord) -> DomainExplanation.Term {
        guard !record.aggregateReports.isEmpty else {
            return .init(
                text: "rua, not given", means: "Nobody tells you who sends in your name.",
                judgement: .init(.warn, "Add one"),
                isPublished: false)
        }
        // A record that is inherited speaks for the domain above, whose reports stay at home.
        let owner = EmailAddress.normalised(domain: reading.inheritedFrom ?? domain)
        let isElsewhere = record.aggregateReports.contains { uri in
            guard let host = uri.split(separator: "@").last.map({ EmailAddress.normalised(domain: String($0)) }) else {
                return false
            }
            return ![domain, owner].contains { host == $0 || host.hasSuffix("." + $0) }
        }
        return .init(
            text: "rua=\(record.aggregateReports.joined(separator: ","))",
            means: isElsewhere ? "Reports go to another domain, too." : "Reports go to your own domain.",
            judgement: .init(.ok, "Fine"))
    }
}
