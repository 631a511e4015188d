import Model

extension Signal {
    /// The address is at a provider where anybody gets one.
    static let freeMailSender = Signal(
        id: "free-mail", title: "Free mail provider", weight: 0.2,
        why: "A free mailbox in somebody's name needs no proof of who one is.",
        remedy: "Add the address to the person's secondary emails if it is theirs.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard suspicion.person != nil, FreeMail.contains(suspicion.origin.domain) else { return nil }
    return Clue(value: suspicion.origin.domain, text: "anybody gets an address at \(suspicion.origin.domain)")
}
