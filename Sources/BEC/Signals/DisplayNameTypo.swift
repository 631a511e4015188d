extension Signal {
    /// A protected name with a wrong letter.
    static let displayNameTypo = Signal(
        id: "display-name-typo", title: "Protected person's name with a wrong letter", weight: 0.65,
        why: "Readers mend a wrong letter without seeing it.",
        remedy: "Trust the sender if the name is really another person's.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard let hit = suspicion.namedHit, case .typo = hit.match else { return nil }
    return .name(hit, in: suspicion, "\(hit.distance) wrong letter(s) away from \(suspicion.personName)")
}
