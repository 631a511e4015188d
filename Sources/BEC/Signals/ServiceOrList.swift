extension Signal {
    /// A service or list that writes in people's names.
    static let serviceOrList = Signal(
        id: "service-or-list", title: "Service or list that writes in people's names", weight: -1.0,
        why: "Sharing, signing and meeting services put the person's name before their own address.",
        remedy: "Report the abuse to the service where the person did not send it.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard let carrier = suspicion.scene.carrier, !suspicion.origin.isReplyTo, suspicion.likeness == nil else {
        return nil
    }
    return Clue(share: carrier.share, text: "\(carrier.name) writes in people's names")
}
