extension Signal {
    /// The name that resembles is another person's in its own right.
    static let anotherName = Signal(
        id: "another-name", title: "Name of somebody else", weight: -0.7,
        why: "Daniela is not a misspelt Daniel; an address that spells the name as shown says so, too.",
        remedy: "Trust the sender if the name is really another person's.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard let hit = suspicion.hit, suspicion.likeness == nil, suspicion.mention == nil, !suspicion.isTwin else {
        return nil
    }
    return suspicion.otherIdentity(hit)
}
