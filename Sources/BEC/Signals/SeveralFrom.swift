import Mail

extension Signal {
    /// Several From fields or mailboxes, or a field that clients read in different ways.
    static let severalFrom = Signal(
        id: "several-from", title: "Sender that clients read in different ways", weight: 0.2,
        why: "Filters and clients that disagree about who wrote a message are played off against each other.",
        remedy: "Ask the sender's administrator to repair the program that writes such headers.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard !suspicion.origin.isReplyTo, suspicion.person != nil else { return nil }
    let tricks: Set<MessageDefect> = [.severalFrom, .addressPair, .nul, .bareCR]
    guard !suspicion.scene.message.defects.isDisjoint(with: tricks) else { return nil }
    return Clue(field: "From", text: "the sender can be read in more than one way")
}
