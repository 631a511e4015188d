import Model

/// What the administrator's policies say of one message.
struct PolicyReading {
    let isExempt: Bool
    let isBlocked: Bool
    let isTrusted: Bool
    let isAcceptable: Bool

    init(_ scene: Scene) {
        let policies = scene.company.policies
        guard !policies.isEmpty else {
            (isExempt, isBlocked, isTrusted, isAcceptable) = (false, false, false, false)
            return
        }
        isExempt = Self.exempts(policies, scene)
        isBlocked = Self.blocks(policies, scene)
        isTrusted = Self.allows(.trustedSender, policies, scene)
        isAcceptable = Self.allows(.acceptableSender, policies, scene)
    }

    /// Every recipient must be exempt: one copy is judged for all.
    private static func exempts(_ policies: MailPolicies, _ scene: Scene) -> Bool {
        let patterns = policies.allowed.filter { $0.effect == .exemptRecipient }.map(\.pattern)
        let recipients = scene.envelope.recipients
        return !patterns.isEmpty && !recipients.isEmpty
            && recipients.allSatisfy { recipient in
                let address = EmailAddress(recipient)
                return patterns.contains { $0.matches(address: address, client: nil) }
            }
    }

    /// Any sender that the message names, envelope or From, is enough.
    private static func blocks(_ policies: MailPolicies, _ scene: Scene) -> Bool {
        guard !policies.blocked.isEmpty else { return false }
        let senders = scene.from.map(\.address) + [scene.envelope.mailFrom.flatMap { EmailAddress($0) }]
        return policies.blocked.contains { pattern in
            senders.contains { pattern.matches(address: $0, client: scene.envelope.clientAddress) }
        }
    }

    /// Every reading of From must be allowed: a second mailbox must not ride on the first.
    private static func allows(_ effect: AllowPolicy.Effect, _ policies: MailPolicies, _ scene: Scene) -> Bool {
        let wanted = policies.allowed.filter { $0.effect == effect }
        guard !wanted.isEmpty, !scene.from.isEmpty else { return false }
        return scene.from.allSatisfy { origin in
            wanted.contains { policy in
                policy.pattern.matches(address: origin.address, client: scene.envelope.clientAddress)
                    && (!policy.verifySender || scene.proof.standing(of: origin.domain).isPass)
            }
        }
    }
}
