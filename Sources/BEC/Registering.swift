import Mail
import Model

extension Scene {
    /// Whether the originator's address is somebody's of the organization, and may be believed.
    func registration(of origin: Originator, assuming: Set<Assumption>) -> Registration {
        guard let address = origin.address else { return .none }
        let standing = standing(of: origin, assuming: assuming)
        let owners = owners(of: origin, standing: standing, assuming: assuming)
        if origin.isReplyTo {
            // Nothing authenticates an answer's address, and nothing needs to: the answer goes to that mailbox.
            if !owners.isEmpty { return .valid }
            return origin.isOwn ? .house : .none
        }
        if origin.isOwn { return ownRegistration(listed: !owners.isEmpty, standing) }
        if owners.isEmpty { return .none }
        guard case .fails(let words) = standing else { return .valid }
        _ = address
        return .forged(words)
    }

    func standing(of origin: Originator, assuming: Set<Assumption>) -> SenderProof.Standing {
        if assuming.contains(.authenticated(domain: origin.domain)) { return .passes("dmarc=pass") }
        // Who may write as an own address was the mail server's question when it let the writer sign in. SPF and the like say nothing
        // of mail that has not left yet.
        if origin.isOwn, envelope.isSubmission { return .passes("signed in to the mail server") }
        return proof.standing(of: origin.domain)
    }

    private func ownRegistration(listed: Bool, _ standing: SenderProof.Standing) -> Registration {
        switch standing {
        case .passes: return listed ? .valid : .house
        case .unknown:
            guard namesForeignMailbox else { return listed ? .valid : .house }
            let words = "no authentication result, and From names a foreign mailbox, too"
            return listed ? .forged(words) : .houseForged(words)
        case .fails(let words): return listed ? .forged(words) : .houseForged(words)
        case .unproven(let words):
            if proof.isInternal { return listed ? .valid : .house }
            return listed ? .forged(words) : .houseForged(words)
        }
    }

    /// From holds an own address and a foreign one, so that a client may show the one for the other: `<a@own>:<x@y>`.
    private var namesForeignMailbox: Bool {
        let tricks: Set<MessageDefect> = [.addressPair, .severalFrom, .severalMailboxes]
        guard !message.defects.isDisjoint(with: tricks) else { return false }
        return from.contains { $0.address != nil && !$0.isOwn && $0.owners.isEmpty }
    }

    private func owners(
        of origin: Originator, standing: SenderProof.Standing, assuming: Set<Assumption>
    ) -> [Int32] {
        guard let address = origin.address else { return [] }
        var owners = origin.owners
        let form = MailboxForm(local: address.local, domain: address.domain)
        for condition in company.conditions.isEmpty ? [] : company.conditions[form] ?? [] {
            let expired = condition.expires.map { $0 <= envelope.received } ?? false
            let unproven = condition.needsAuthentication && !standing.isPass && !origin.isReplyTo
            if expired || unproven { owners.removeAll { $0 == condition.person } }
        }
        if !company.patterns.isEmpty { owners += patternOwners(of: address, among: origin) }
        for case .registered(let registered, let person) in assuming where registered == address.description {
            owners.append(person)
        }
        return owners.filter { !assuming.contains(.unprotected(person: $0)) }
    }

    /// Only the people whom the message may mean are asked, so that a million patterns cost nothing.
    private func patternOwners(of address: EmailAddress, among origin: Originator) -> [Int32] {
        let text = address.description.lowercased()
        let meant = Set((origin.hits + origin.localHits).map(\.person))
        return meant.sorted().filter { person in company.patterns[person]?.contains { $0(text) } ?? false }
    }
}

extension SenderProof.Standing {
    var isPass: Bool {
        if case .passes = self { return true }
        return false
    }
}
