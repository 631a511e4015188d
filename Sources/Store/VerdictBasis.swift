import Foundation
import Model

/// What a message was judged by, so that a person can see it and the message can be judged again. Its body is not in it.
public struct VerdictBasis: Sendable, Hashable {
    /// The fields that judging reads, as they came, in their order; bounded.
    public var header: [UInt8]
    public var envelope: Known

    /// What was known beside the header.
    public struct Known: Sendable, Hashable, Codable {
        /// Every field that judging reads is in `header`, whole: judging it again gives the same verdict.
        public var isWhole: Bool
        public var clientAddress: String?
        public var helo: String?
        public var mailFrom: String?
        public var history: Envelope.History?
        public var authenticatedUser: String?
        public var spf: String?
        public var upstream: Disposition?

        public init(_ envelope: Envelope, isWhole: Bool) {
            self.isWhole = isWhole
            clientAddress = envelope.clientAddress
            helo = envelope.helo
            mailFrom = envelope.mailFrom
            history = envelope.history
            authenticatedUser = envelope.authenticatedUser
            spf = envelope.spf
            upstream = envelope.upstream
        }
    }

    public init(header: [UInt8], envelope: Known) {
        self.header = header
        self.envelope = envelope
    }
}

extension KeptVerdict {
    /// The envelope as it was judged; without a basis, what is left of it.
    public var envelope: Envelope {
        Envelope(
            clientAddress: basis?.envelope.clientAddress, helo: basis?.envelope.helo,
            mailFrom: basis?.envelope.mailFrom, recipients: recipients, history: basis?.envelope.history,
            authenticatedUser: basis?.envelope.authenticatedUser, queueID: queueID, spf: basis?.envelope.spf,
            upstream: basis?.envelope.upstream, received: received)
    }
}
