import Mail
import Model

extension Signal {
    /// An authenticated address of the organization.
    static let houseSender = Signal(
        id: "internal-sender", title: "Authenticated own address", weight: -1.0,
        why: "Colleagues share names; who has a mailbox here is known by the address.",
        remedy: "Nothing: where the account itself is taken over, its sign-ins show it.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard suspicion.registration == .house else { return nil }
    return Clue(
        field: "authentication", value: suspicion.origin.view.address,
        text: "\(suspicion.origin.domain) is our own, and nothing speaks against it")
}
