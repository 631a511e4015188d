extension Signal {
    /// A part of a protected name, or the name with a word more.
    static let displayNamePartial = Signal(
        id: "display-name-partial", title: "Protected person's name with a word more or less", weight: 0.65,
        why: "Nobody misses a middle name; one word of a name alone, though, is shared by many.",
        remedy:
            "Add the address to the person's secondary emails if it is theirs, or list the person under the full name.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard let hit = suspicion.namedHit, hit.match == .partial else { return nil }
    return .name(hit, in: suspicion, "a part of the name of \(suspicion.personName), or the name with a word more")
}
