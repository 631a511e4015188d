extension Signal {
    /// A protected name in another script or another romanisation.
    static let displayNameTransliterated = Signal(
        id: "display-name-transliterated", title: "Protected person's name in another script", weight: 0.65,
        why:
            "A person is known under the native and the Latin form of the name, and a string comparison sees two strangers.",
        remedy: "Add the address to the person's secondary emails if it is theirs.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard let hit = suspicion.namedHit, hit.match == .transliterated else { return nil }
    return .name(hit, in: suspicion, "\(suspicion.personName) in another script or romanisation")
}
