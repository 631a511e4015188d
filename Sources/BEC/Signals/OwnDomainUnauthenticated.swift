import Model

extension Signal {
    /// An own address that fails authentication, or has none.
    static let ownDomainUnauthenticated = Signal(
        id: "own-domain-unauthenticated", title: "Own address, not authenticated", weight: 0.95,
        why: "Anybody can write any address into From; only authentication shows who did.",
        remedy: "Sign the mail of the system that sends in your name (DKIM), or name it in your SPF record.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard suspicion.origin.isOwn, !suspicion.origin.isReplyTo else { return nil }
    switch suspicion.registration {
    case .forged(let words):
        return Clue(
            field: "authentication", value: words,
            text: "\(suspicion.origin.domain) is our own, and the message is not proven to come from it: \(words)")
    case .houseForged(let words):
        guard suspicion.namedHit != nil else { return nil }
        return Clue(
            share: 0.6, field: "authentication", value: words,
            text: "\(suspicion.origin.domain) is our own, and the message is not proven to come from it: \(words)")
    default: return nil
    }
}
