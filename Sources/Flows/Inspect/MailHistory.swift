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

extension MailRecord {
    /// Who is signed in to the mail server sends for the organization; everything else comes from outside.
    init(_ inspected: Inspected) {
        let isOutbound = inspected.envelope.isSubmission
        self.init(
            KeptVerdict(inspected), isOutbound ? .outbound : .inbound,
            with: isOutbound ? inspected.answeredStrangers : inspected.strangersWriting)
    }
}

extension Inspected {
    fileprivate var strangersWriting: [String] {
        guard let sender = message.from.first.flatMap({ EmailAddress($0.address) }), !roster.isOwn(sender) else {
            return []
        }
        return [sender.description]
    }

    /// Whom a person of the organization writes to outside. What a machine answers, and what goes to a crowd, says nothing of whom people
    /// know: an out-of-office reply must not make a stranger a correspondent.
    fileprivate var answeredStrangers: [String] {
        let isByPerson =
            (message.autoSubmitted ?? "no").hasPrefix("no") && message.precedence == nil && !message.hasListHeaders
            && envelope.mailFrom != ""
        guard isByPerson, envelope.recipients.count <= 50 else { return [] }
        return envelope.recipients.compactMap(EmailAddress.init).filter { !roster.isOwn($0) }.map(\.description)
    }
}
