import Mail

extension Signal {
    /// Answers go to a mailbox that is not the sender's.
    static let replyToElsewhere = Signal(
        id: "reply-to-elsewhere", title: "Answers lead elsewhere", weight: 0.5,
        why: "A forged sender cannot read the answer, so the answer is led to a mailbox that the attacker can read.",
        remedy: "Add the Reply-To address to the person's secondary emails if it is theirs.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    let scene = suspicion.scene
    if suspicion.origin.isReplyTo {
        guard scene.carrier != nil || scene.from.contains(where: \.isOwn) else { return nil }
        return Clue(
            text:
                "the answer goes to \(suspicion.origin.view.address), which is not registered for \(suspicion.personName)"
        )
    }
    guard !suspicion.assumptions.contains(.withoutReplyTo), scene.answersLeadElsewhere,
        let reply = scene.replyTo.first
    else { return nil }
    let forged = suspicion.registration.isForged
    return Clue(
        share: forged ? 1 : 0.4, field: reply.field, value: reply.view.address,
        text: "the answer goes to \(reply.view.address), not to the sender")
}
