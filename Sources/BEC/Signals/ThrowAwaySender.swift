import Model

extension Signal {
    /// The address is at a domain made to be thrown away.
    static let throwAwaySender = Signal(
        id: "throw-away", title: "Throw-away mailbox", weight: 0.3,
        why: "Such domains live for days and are used for nothing that lasts.",
        remedy: "Trust the sender if the domain is a partner's.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard suspicion.person != nil, ThrowAway.contains(suspicion.origin.domain),
        !FreeMail.contains(suspicion.origin.domain)
    else { return nil }
    return Clue(
        value: suspicion.origin.domain,
        text: "\(suspicion.origin.domain) is, or has a suffix, mostly used for a short time")
}
