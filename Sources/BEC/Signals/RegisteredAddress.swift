import Mail

extension Signal {
    /// The address is one of the person's own.
    static let registeredAddress = Signal(
        id: "registered-address", title: "Registered address", weight: -1.0,
        why: "A person may write from every address that is registered for them.",
        remedy: "Remove the address from the person's entry if it is no longer theirs.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard suspicion.registration == .valid else { return nil }
    return Clue(value: suspicion.origin.view.address, text: "\(suspicion.origin.view.address) is registered")
}
