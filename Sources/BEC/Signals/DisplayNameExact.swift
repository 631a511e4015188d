extension Signal {
    /// The display name is a protected person's; the address is not one of theirs.
    static let displayNameExact = Signal(
        id: "display-name-exact", title: "Protected person's name on a stranger's address", weight: 0.7,
        why: "Mail clients on phones show only the name, so this is the cheapest way to write as the boss.",
        remedy: "Add the address to the person's secondary emails if it is theirs.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard let hit = suspicion.namedHit, hit.match == .exact else { return nil }
    return .name(hit, in: suspicion, "the name is that of \(suspicion.personName)")
}
