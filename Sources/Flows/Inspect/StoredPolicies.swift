import BEC
import Model
import Store

extension MailOptions {
    /// The policies of the settings with those of the store behind them. One that cannot be compiled any more is left out: it was sound
    /// when it was added, and must not keep the others from being honoured.
    func policies(and stored: [MailPolicy]) throws(MailOptionsError) -> MailPolicies {
        var policies = try policies()
        for policy in stored { try? policies.add(policy) }
        return policies
    }
}

extension MailPolicies {
    /// - Throws: `MailOptionsError` in words for the person who wrote it.
    mutating func add(_ policy: MailPolicy) throws(MailOptionsError) {
        let sender = SenderOption(
            email: policy.text(.email), domain: policy.text(.domain), network: policy.text(.network),
            regex: policy.text(.regex))
        switch policy.kind {
        case .blocked: blocked.append(try sender.compiled(in: "the policy"))
        case .allow:
            guard let effect = policy.effect.flatMap({ AllowPolicy.Effect(rawValue: $0) }) else {
                throw MailOptionsError("there is no effect \"\(policy.effect ?? "")\"")
            }
            if effect == .exemptRecipient, policy.patternKind == .network {
                throw MailOptionsError("a recipient is told by address, domain or expression, not by a network")
            }
            allowed.append(
                AllowPolicy(
                    try sender.compiled(in: "the policy"), effect: effect, verifySender: policy.verifySender))
        case .trustedDomain:
            let pattern: DomainPattern
            switch policy.patternKind {
            case .domain: pattern = .domain(try SenderOption.domain(policy.pattern, in: "the policy"))
            case .regex:
                pattern = .expression(
                    policy.pattern, matches: try SenderOption.matcher(policy.pattern, in: "the policy"))
            case .email, .network: throw MailOptionsError("a trusted domain is told by a domain or an expression")
            }
            trustedDomains.append(
                TrustedDomain(pattern, similarity: policy.similarity, recent: policy.recent))
        }
    }
}

extension MailPolicy {
    fileprivate func text(_ kind: PatternKind) -> String? { kind == patternKind ? pattern : nil }
}
