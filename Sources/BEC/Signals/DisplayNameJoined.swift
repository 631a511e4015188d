extension Signal {
    /// A protected name with its blanks elsewhere.
    static let displayNameJoined = Signal(
        id: "display-name-joined", title: "Protected person's name with blanks elsewhere", weight: 0.65,
        why: "MariaRossi reads as Maria Rossi, and a comparison word by word misses it.",
        remedy: "Add the address to the person's secondary emails if it is theirs.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard let hit = suspicion.namedHit, hit.match == .joined else { return nil }
    return .name(hit, in: suspicion, "the letters of \(suspicion.personName) with blanks elsewhere")
}
