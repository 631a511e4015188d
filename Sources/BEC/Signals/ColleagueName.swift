extension Signal {
    /// The name is exactly that of somebody else of the organization.
    static let colleagueName = Signal(
        id: "colleague-name", title: "Name of a colleague who is not protected", weight: -0.6,
        why: "Of two people with nearly one name the one who is named exactly is meant.",
        remedy: "Protect the colleague, too, if they are worth imitating.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard let hit = suspicion.hit, hit.isBent, suspicion.likeness == nil, suspicion.mention == nil,
        !suspicion.registration.isForged, suspicion.origin.name.obfuscations.isEmpty
    else { return nil }
    let shown = suspicion.origin.name.nameWords
    guard suspicion.company.colleagueNames.contains(shown) else { return nil }
    let listed = NameReading(suspicion.personName)
    guard shown != listed.nameWords else { return nil }
    // A colleague whose name is the listed one in another script is a namesake, and the listed one is meant as much.
    let isForeign = (listed.tokens + suspicion.origin.name.tokens).contains { $0.script != .latin }
    if hit.match == .transliterated, isForeign { return nil }
    return Clue(text: "the name is that of a colleague who is not on the list")
}

extension NameHit {
    /// Another person may well be called what is written.
    fileprivate var isBent: Bool {
        switch match {
        case .typo, .nickname, .initials, .partial, .transliterated: true
        case .exact, .reordered, .joined, .confusable: false
        }
    }
}
