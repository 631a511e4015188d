import Foundation
import Mail
import Model
import Store

extension Envelope.History {
    /// What was exchanged with the sender before. Where From names several, the one least written to counts: a known mailbox must not
    /// vouch for the one beside it. Nil where there is no sender, or mail was never counted.
    init?(of message: Message, in store: Store, at moment: Date) throws {
        let addresses = Set(message.from.map(\.address).filter { !$0.isEmpty }.map(Protection.addressKey))
        guard !addresses.isEmpty, try store.countsMail() else { return nil }
        // A header with hundreds of senders is not worth hundreds of questions.
        let histories = try addresses.sorted().prefix(10).map { try store.mailHistory(with: $0, at: moment) }
        guard addresses.count <= 10,
            let least = histories.min(by: { ($0.outbound, $0.inbound) < ($1.outbound, $1.inbound) })
        else {
            self.init(inbound: 0, outbound: 0)
            return
        }
        self = least
    }
}

extension Store {
    /// Counts a message from outside.
    func countInbound(_ inspected: Inspected) throws {
        guard let sender = inspected.message.from.first.flatMap({ EmailAddress($0.address) }),
            !inspected.roster.isOwn(sender)
        else { return }
        try countMail(.inbound, with: sender.description, at: inspected.envelope.received)
    }

    /// Counts a message that a person of the organization has sent. What a machine answers, and what goes to a crowd, says nothing of
    /// whom people know: an out-of-office reply must not make a stranger a correspondent.
    func countOutbound(_ inspected: Inspected) throws {
        let envelope = inspected.envelope
        let isByPerson =
            (inspected.message.autoSubmitted ?? "no").hasPrefix("no") && inspected.message.precedence == nil
            && !inspected.message.hasListHeaders && envelope.mailFrom != ""
        guard isByPerson, envelope.recipients.count <= 50 else { return }
        for recipient in envelope.recipients.compactMap(EmailAddress.init) where !inspected.roster.isOwn(recipient) {
            try countMail(.outbound, with: recipient.description, at: envelope.received)
        }
    }
}
