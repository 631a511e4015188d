import Mail
import Model

extension Signal {
    /// The part of the address before the @ spells a protected name.
    static let localPartImitates = Signal(
        id: "local-part-imitates", title: "Address spelled like a protected person's", weight: 0.55,
        why: "Where no name is shown the address is all that a reader has to judge by.",
        remedy: "Add the address to the person's secondary emails if it is theirs.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard suspicion.origin.likeness == nil || !suspicion.isTwin else {
        return Clue(
            value: suspicion.origin.view.address, text: "the part before the @ is that of \(suspicion.personName)")
    }
    if suspicion.isNamedByOneWord {
        return Clue(
            share: 0.4, value: suspicion.origin.view.address,
            text: "a word of the sender is a name of \(suspicion.personName) alone")
    }
    guard let hit = suspicion.localHit, let address = suspicion.origin.address else { return nil }
    let share = suspicion.localShare(of: hit)
    return Clue(
        share: share, value: address.description, distance: hit.distance, threshold: hit.threshold,
        text: "the part before the @ spells \(suspicion.personName)")
}
