import Mail

extension Signal {
    /// Nobody here has written to this address yet.
    static let firstContact = Signal(
        id: "first-contact", title: "No message was ever sent to this address", weight: 0.1,
        why: "An attacker's mailbox is new to the organization; messages from it alone prove no acquaintance.",
        remedy: "None needed: it weighs little and fades once somebody answers.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard suspicion.person != nil, !suspicion.origin.isReplyTo, suspicion.scene.isTwoWay == false else { return nil }
    return Clue(
        field: "history", value: suspicion.origin.view.address, text: "nobody here has ever answered this address")
}
