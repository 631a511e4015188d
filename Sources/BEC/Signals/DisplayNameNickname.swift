extension Signal {
    /// A protected name with a short or pet form of the given name.
    static let displayNameNickname = Signal(
        id: "display-name-nickname", title: "Protected person's nickname", weight: 0.6,
        why: "Colleagues write to each other by short names, so a short name looks more like them, not less.",
        remedy: "Add the address to the person's secondary emails if it is theirs.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard let hit = suspicion.namedHit, hit.match == .nickname else { return nil }
    return .name(hit, in: suspicion, "a short form of the name of \(suspicion.personName)")
}
