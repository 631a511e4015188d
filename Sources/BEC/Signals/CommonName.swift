extension Signal {
    /// So many people are listed that strangers have a listed name by chance.
    static let commonName = Signal(
        id: "common-name", title: "Name that strangers have by chance", weight: -0.55,
        why: "With more than ten thousand listed people one stranger in a few hundred carries a listed name.",
        remedy: "List fewer people, or accept the note.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard suspicion.company.isCrowded, let hit = suspicion.hit ?? suspicion.localHit, suspicion.likeness == nil,
        suspicion.mention == nil, !suspicion.registration.isForged
    else { return nil }
    let share = suspicion.isCorroborated ? (1 - hit.rarity) * 0.9 : 1
    guard share > 0.05 else { return nil }
    return Clue(
        share: share, text: "\(suspicion.company.protectedCount) people are listed; \(hit.sameNameCount) have this name"
    )
}
