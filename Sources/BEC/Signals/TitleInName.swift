extension Signal {
    /// The name carries a title or department.
    static let titleInName = Signal(
        id: "title-in-name", title: "Title beside the name", weight: 0.05,
        why: "A title lends weight to a request; honest names carry one, too.",
        remedy: "None needed: it weighs little.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard let hit = suspicion.namedHit, hit.match != .exact || !suspicion.origin.name.extras.isEmpty,
        let extra = suspicion.origin.name.extras.first
    else { return nil }
    return Clue(text: "'\(extra)' stands beside the name")
}
