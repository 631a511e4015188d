extension Signal {
    /// The words of a protected name in another order.
    static let displayNameReordered = Signal(
        id: "display-name-reordered", title: "Protected person's name, words in another order", weight: 0.7,
        why:
            "Directories write the surname first as often as last; a comparison of whole strings misses one of the two.",
        remedy: "Add the address to the person's secondary emails if it is theirs.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard let hit = suspicion.namedHit, hit.match == .reordered else { return nil }
    return .name(hit, in: suspicion, "the words of \(suspicion.personName) in another order")
}
