extension Signal {
    /// The display name contains an address of a protected person, or of the organization.
    static let addressInName = Signal(
        id: "address-in-name", title: "A known address written in the name", weight: 0.85,
        why: "Clients that show only the name then show the trusted address, whatever the real one is.",
        remedy: "Trust the service if it writes addresses into names, as calendars do.",
        examine: examine)
}

private func examine(_ suspicion: Suspicion) -> Clue? {
    guard let mention = suspicion.mention else { return nil }
    if let person = suspicion.person, mention.owners.contains(person) {
        return Clue(text: "the name contains \(mention.address), an address of \(suspicion.personName)")
    }
    if mention.isOwn {
        return Clue(
            share: suspicion.person == nil ? 0.5 : 1,
            text: "the name contains \(mention.address), which is in an own domain")
    }
    return Clue(share: 0.4, text: "the name contains \(mention.address), which imitates \(suspicion.personName)")
}
