extension Signal {
    /// The name hides from programs what it shows to people.
    static let obfuscatedName = Signal(
        id: "obfuscated-name", title: "Name written so that programs misread it", weight: 0.35,
        why: "Honest names almost never mix alphabets inside a word or contain characters that are not drawn.",
        remedy: "Report the sender; a name copied from a web page may rarely carry a soft hyphen.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard suspicion.namedHit != nil, let found = suspicion.origin.name.obfuscations.first else { return nil }
    return Clue(text: found.text, at: found.at)
}
