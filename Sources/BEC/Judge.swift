import Mail
import Model

/// What is to be thought of a message. Pure: the same arguments give the same verdict.
public func judge(_ message: Message, in envelope: Envelope, for company: Company, door: Door) -> Verdict {
    let scene = Scene(message, in: envelope, for: company, door: door)
    let rules = PolicyReading(scene)
    if rules.isExempt { return scene.clear }
    let computed = Finding.worst(in: scene, assuming: [])
    if rules.isBlocked { return scene.blocked(computed) }
    if rules.isTrusted { return scene.clear }
    var verdict = scene.verdict(computed)
    if rules.isAcceptable, [.spam, .spoof, .bulk].contains(verdict.disposition) {
        verdict = Verdict(disposition: .none, reasons: verdict.reasons, notEvaluated: verdict.notEvaluated)
    }
    return verdict
}

extension Scene {
    var clear: Verdict { Verdict(disposition: .none, notEvaluated: notEvaluated) }

    func verdict(_ finding: Finding?) -> Verdict {
        guard let finding else { return unsuspected }
        guard finding.disposition != .none else {
            var verdict = unsuspected
            verdict.reasons = finding.reasons
            return verdict
        }
        return Verdict(
            disposition: finding.disposition,
            attributes: finding.isImpersonation && finding.person != nil ? ["BEC"] : [],
            reason: finding.sentence, matched: finding.person.map(company.match), reasons: finding.reasons,
            clearedBy: clearedBy(finding), notEvaluated: notEvaluated)
    }

    func blocked(_ finding: Finding?) -> Verdict {
        var verdict = verdict(finding)
        verdict.disposition = .malicious
        verdict.attributes = verdict.attributes + ["CUSTOM_BLOCK_LIST"]
        verdict.clearedBy = ["remove the sender from the blocked senders"]
        return verdict
    }

    /// Nobody is imitated: what the From domain's own policy says of it, else what an earlier filter said.
    private var unsuspected: Verdict {
        let isForged = proof.failsOwnPolicy && !from.isEmpty
        let upstream = envelope.upstream.flatMap { $0 == .spam || $0 == .bulk ? $0 : nil }
        return Verdict(disposition: isForged ? .spoof : upstream ?? .none, notEvaluated: notEvaluated)
    }

    /// Sorted.
    private var notEvaluated: [String] {
        var missing = proof.notEvaluated + ["domain-age"]
        if envelope.history == nil { missing.append("history") }
        return missing.sorted()
    }
}
