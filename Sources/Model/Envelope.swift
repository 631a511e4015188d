import Foundation

/// What a door knows of a message beside its bytes. Nil means: this door cannot know; it is never read as "no".
public struct Envelope: Hashable, Sendable {
    /// Messages exchanged between the sender's address and the organisation before this one.
    public struct History: Hashable, Sendable, Codable {
        public var inbound: Int
        public var outbound: Int
        public var firstSeenDays: Int?
        public init(inbound: Int, outbound: Int, firstSeenDays: Int? = nil) {
            self.inbound = inbound
            self.outbound = outbound
            self.firstSeenDays = firstSeenDays
        }
    }

    /// The address of the host that connected, in its text form (RFC 5952 or dotted).
    public var clientAddress: String?
    public var helo: String?
    /// RFC 5321 MAIL FROM without brackets; empty for the null sender `<>`.
    public var mailFrom: String?
    public var recipients: [String]
    public var history: History?
    /// The name under which the writer signed in to the mail server (RFC 4954); nil where nobody did, or the door cannot know.
    public var authenticatedUser: String?
    /// The name under which the MTA keeps the message.
    public var queueID: String?
    /// What SPF said where the door evaluated it itself: `pass`, `fail`, `softfail`, `neutral`, `none`, `temperror`, `permerror`.
    public var spf: String?
    /// An upstream filter's own verdict (SPAM or BULK), where one is trusted.
    public var upstream: Disposition?
    /// When the message came in; decides whether an address with an expiry still counts.
    public var received: Date

    public init(
        clientAddress: String? = nil, helo: String? = nil, mailFrom: String? = nil, recipients: [String] = [],
        history: History? = nil, authenticatedUser: String? = nil, queueID: String? = nil, spf: String? = nil,
        upstream: Disposition? = nil,
        received: Date
    ) {
        self.clientAddress = clientAddress
        self.helo = helo
        self.mailFrom = mailFrom
        self.recipients = recipients
        self.history = history
        self.authenticatedUser = authenticatedUser
        self.queueID = queueID
        self.spf = spf
        self.upstream = upstream
        self.received = received
    }

    /// Whether somebody of the organization hands the message in for sending.
    public var isSubmission: Bool { !(authenticatedUser ?? "").isEmpty }
}
