import Model

/// Whom a policy speaks of.
public enum SenderPattern: Sendable {
    /// One mailbox, in any letter case.
    case email(String)
    /// A domain and everything below it.
    case domain(String)
    /// The host that connected.
    case network(AddressRange)
    /// A regular expression over the address; compiled elsewhere by an engine that is linear in time.
    case expression(String, matches: @Sendable (String) -> Bool)

    /// - Parameters:
    ///   - address: as written in the message, or the envelope.
    ///   - client: the host that connected, nil where the door cannot know.
    func matches(address: EmailAddress?, client: String?) -> Bool {
        switch self {
        case .email(let email):
            guard let address else { return false }
            return MailboxForm(email) == MailboxForm(local: address.local, domain: address.domain)
        case .domain(let domain):
            guard let address else { return false }
            return DomainPattern.covers(EmailAddress.normalised(domain: domain), address.domain)
        case .network(let range): return client.map(range.contains) ?? false
        case .expression(_, let matches): return address.map { matches($0.description.lowercased()) } ?? false
        }
    }
}
