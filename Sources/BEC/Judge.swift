import Mail
import Model

/// What is to be thought of a message. Pure: the same arguments give the same verdict.
public func judge(_ message: Message, in envelope: Envelope, for company: Company, door: Door) -> Verdict {
    let scene = Scene(message, in: envelope, for: company, door: door)
    let rules = PolicyReading(scene)
    if rules.isExempt { return scene.clear }
    let computed = Finding.worst(in: scene, assuming: [])
    let verdict = scene.verdict(computed)
    let unblocked = scene.allowing(rules, verdict)
    return rules.isBlocked ? scene.blocked(verdict, unblocked: unblocked) : unblocked
}

extension Scene {
    var clear: Verdict { Verdict(disposition: .none, notEvaluated: notEvaluated) }

    func verdict(_ finding: Finding?) -> Verdict {
        guard let finding else { return unsuspected }
        guard finding.disposition != .none else {
            var verdict = unsuspected
            verdict.reasons = finding.reasons + verdict.reasons
            return verdict
        }
        return Verdict(
            disposition: finding.disposition,
            attributes: finding.isImpersonation && finding.person != nil ? ["BEC"] : [],
            reason: finding.sentence, matched: finding.person.map(company.match), reasons: finding.reasons,
            clearedBy: clearedBy(finding), notEvaluated: notEvaluated)
    }

    /// What the administrator's allowances leave of a verdict.
    func allowing(_ rules: PolicyReading, _ verdict: Verdict) -> Verdict {
        if rules.isTrusted { return clear }
        guard rules.isAcceptable, [.spam, .spoof, .bulk].contains(verdict.disposition) else { return verdict }
        return Verdict(disposition: .none, reasons: verdict.reasons, notEvaluated: verdict.notEvaluated)
    }

    /// - Parameter unblocked: what the message would get without the block; lifting that alone may not clear it.
    func blocked(_ verdict: Verdict, unblocked: Verdict) -> Verdict {
        var verdict = verdict
        verdict.disposition = .malicious
        verdict.attributes = verdict.attributes + ["CUSTOM_BLOCK_LIST"]
        let lifting = "remove the sender from the blocked senders"
        if unblocked.disposition == .none {
            verdict.clearedBy = [lifting]
        } else if unblocked.clearedBy.isEmpty {
            verdict.clearedBy = [lifting + "; it would still be \(unblocked.disposition.rawValue)"]
        } else {
            verdict.clearedBy = unblocked.clearedBy.map { lifting + ", and " + $0 }
        }
        return verdict
    }

    /// Nobody is imitated: what the From domain's own policy says of it, else what an earlier filter said.
    private var unsuspected: Verdict {
        if failsPolicyOfFrom, let domain = from.first(where: { !$0.domain.isEmpty })?.domain {
            return Verdict(
                disposition: .spoof,
                reasons: [
                    .init(
                        signal: "dmarc-fail", field: "authentication", value: domain, weight: 0.5,
                        text: "DMARC of \(domain) fails, and its policy asks to hold or refuse such mail")
                ], clearedBy: ["DKIM or DMARC passes for \(domain)"], notEvaluated: notEvaluated)
        }
        if isBeyondLimits {
            return Verdict(
                disposition: .suspicious,
                reasons: [
                    .init(
                        signal: "header-beyond-limit", field: "header", value: "", weight: 0.3,
                        text: "the header is longer than is read: who follows in it has not been looked at")
                ], notEvaluated: notEvaluated)
        }
        let upstream = envelope.upstream.flatMap { $0 == .spam || $0 == .bulk ? $0 : nil }
        return Verdict(disposition: upstream ?? .none, notEvaluated: notEvaluated)
    }

    /// The From domain's own DMARC policy asks to quarantine or reject, and the message fails it.
    var failsPolicyOfFrom: Bool { proof.failsOwnPolicy && !from.isEmpty }

    /// Honest mail has no ten thousand fields and no hundred authors; what is not read must not pass for clean.
    private var isBeyondLimits: Bool {
        !message.defects.isDisjoint(with: [.tooManyFields, .longBlock, .tooManyMailboxes])
    }

    /// Sorted.
    private var notEvaluated: [String] {
        var missing = proof.notEvaluated + ["domain-age"]
        if envelope.history == nil { missing.append("history") }
        if isBeyondLimits { missing.append("header-beyond-limit") }
        return missing.sorted()
    }
}
