extension Signal {
    /// A protected surname with the given name as an initial.
    static let displayNameInitials = Signal(
        id: "display-name-initials", title: "Protected person's initials", weight: 0.5,
        why: "An initial hides the part of a name that would tell two people apart.",
        remedy: "Add the address to the person's secondary emails if it is theirs.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard let hit = suspicion.namedHit, hit.match == .initials else { return nil }
    return .name(hit, in: suspicion, "the initials of \(suspicion.personName)")
}
