/// Something that is not so, for the question whether a message would be clear if it were.
enum Assumption: Hashable, Sendable {
    /// The address is a secondary one of the person's.
    case registered(address: String, person: Int32)
    case unprotected(person: Int32)
    /// The domain is trusted not to pretend.
    case similarityTrusted(domain: String)
    /// DKIM or DMARC passes for the domain.
    case authenticated(domain: String)
    /// Messages have gone both ways.
    case knownSender
    /// The named mailbox is not asked to answer.
    case withoutReplyTo
}
