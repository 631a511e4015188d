import Mail
import Model

/// A message with everything that was looked up about it once, before anybody is suspected. An object, because every
/// suspicion holds it.
final class Scene: Sendable {
    let message: Message
    let envelope: Envelope
    let company: Company
    let door: Door
    let proof: SenderProof
    /// Every reading of From, top first.
    let from: [Originator]
    /// Readings of Reply-To that lead elsewhere than From.
    let replyTo: [Originator]
    let sender: [Originator]
    /// Nil also where nobody's name is carried.
    let carrier: Carrier?

    init(_ message: Message, in envelope: Envelope, for company: Company, door: Door) {
        self.message = message
        self.envelope = envelope
        self.company = company
        self.door = door
        let from = Originator.all(of: message.from, company: company)
        self.from = from
        let proof = SenderProof(
            message, in: envelope, settings: company.settings, door: door,
            asksWhoSubmitted: from.contains(where: \.isOwn))
        self.proof = proof
        replyTo = Self.answers(to: from, message, company)
        let senders = message.sender.filter { view in !message.from.contains { $0.address == view.address } }
        sender = senders.isEmpty ? [] : Originator.all(of: senders, company: company, besides: from)
        let namesSomebody = from.contains { !$0.hits.isEmpty || !$0.mentions.isEmpty }
        carrier = namesSomebody ? Carrier(of: from, message: message, proof: proof) : nil
    }

    private static func answers(to from: [Originator], _ message: Message, _ company: Company) -> [Originator] {
        guard !message.replyTo.isEmpty else { return [] }
        let mailboxes = from.compactMap(\.address).map { MailboxForm(local: $0.local, domain: $0.domain) }
        let others = message.replyTo.filter { view in
            guard let address = EmailAddress(view.address) else { return false }
            return !mailboxes.contains(MailboxForm(local: address.local, domain: address.domain))
        }
        return others.isEmpty ? [] : Originator.all(of: others, company: company, besides: from)
    }

    /// Whether the organization has answered this sender before; nil where the door does not know.
    var isTwoWay: Bool? {
        envelope.history.map { $0.outbound > 0 && $0.inbound > 0 }
    }

    /// Whether answers go somewhere that is neither registered, nor ours, nor the carrier's own.
    var answersLeadElsewhere: Bool {
        replyTo.contains { !isHarmlessAnswer($0) }
    }

    private func isHarmlessAnswer(_ reply: Originator) -> Bool {
        guard let address = reply.address else { return true }
        if reply.isOwn || !reply.owners.isEmpty { return true }
        return from.contains { origin in
            guard let sender = origin.address else { return false }
            return ServiceCatalogue.areOneService(sender, address)
                || DomainShape(sender.domain).registrable == DomainShape(address.domain).registrable
        }
    }
}
