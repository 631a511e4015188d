extension Signal {
    /// A protected name written with look-alike characters.
    static let displayNameConfusable = Signal(
        id: "display-name-confusable", title: "Protected person's name in look-alike characters", weight: 0.75,
        why: "Nobody replaces letters of a name by look-alikes of another alphabet by accident.",
        remedy: "Report the sender; there is no honest reason for such a name.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard let hit = suspicion.namedHit, hit.match == .confusable else { return nil }
    return .name(hit, in: suspicion, "look-alike characters spell \(suspicion.personName)")
}
