extension Signal {
    /// The domain resembles one of the organization's own.
    static let lookalikeDomain = Signal(
        id: "lookalike-domain", title: "Domain that resembles an own one", weight: 0.6,
        why: "A domain is registered in minutes, passes its own DMARC, and one letter is easily overlooked.",
        remedy: "Trust the domain if it is a partner's or your own; register it yourself where it is free.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard let likeness = suspicion.likeness else { return nil }
    return Clue(
        share: likeness.weight / 0.6, value: likeness.seen, entry: likeness.own, distance: likeness.distance,
        text: "\(likeness.seen) resembles \(likeness.own): \(likeness.text)")
}
