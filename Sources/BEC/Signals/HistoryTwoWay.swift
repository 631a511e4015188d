import Mail

extension Signal {
    /// Messages have gone both ways.
    static let historyTwoWay = Signal(
        id: "history-two-way", title: "Messages have gone both ways", weight: -0.5,
        why: "Whom the organization answers is known to it, namesake or not; messages that only came in prove nothing.",
        remedy: "Nothing: it fades for look-alike domains and where answers lead elsewhere.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    let scene = suspicion.scene
    guard scene.isTwoWay == true || suspicion.assumptions.contains(.knownSender) else { return nil }
    guard !suspicion.origin.isReplyTo, !suspicion.isPretending, !suspicion.registration.isForged,
        suspicion.mention == nil
    else { return nil }
    guard !scene.answersLeadElsewhere || suspicion.assumptions.contains(.withoutReplyTo) || !suspicion.answersInTheName
    else { return nil }
    return Clue(
        field: "history", value: suspicion.origin.view.address, text: "messages have gone both ways with this address")
}
