import Mail

extension Signal {
    /// A registered foreign address that fails authentication.
    static let secondaryUnauthenticated = Signal(
        id: "secondary-unauthenticated", title: "Registered address, authentication failed", weight: 0.9,
        why: "A registered address is trusted, so forging it is worth the effort.",
        remedy: "Ask the person whether they sent it; forwarded mail needs a DKIM signature or a trusted ARC seal.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard !suspicion.origin.isOwn, case .forged(let words) = suspicion.registration else { return nil }
    return Clue(
        field: "authentication", value: words,
        text: "\(suspicion.origin.view.address) is registered, but the message fails: \(words)")
}
