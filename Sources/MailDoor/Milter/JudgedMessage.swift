import Model

/// What came of one message, for whoever keeps the record.
public struct JudgedMessage: Sendable {
    /// Why there is no verdict.
    public enum Failure: String, Sendable {
        /// The judge took longer than it may.
        case timeLimit
        /// The judge threw, or had no answer.
        case unavailable
    }

    /// What was asked of the MTA.
    public enum Outcome: Hashable, Sendable {
        case done(MilterPolicy.Action)
        /// The MTA cannot do what the policy wants; this was done instead.
        case instead(MilterPolicy.Action, of: MilterPolicy.Action)
        /// Not judged, and let pass.
        case passedUnjudged
        /// Not judged, and put off with 451 4.7.1.
        case putOff
        /// Refused for bearing hundreds of forged copies of Reeve's own header fields.
        case refusedForgery
    }

    public let envelope: Envelope
    /// The header block as it was judged: fields ended with CRLF, no empty line.
    public let header: [UInt8]
    public let verdict: Verdict?
    public let failure: Failure?
    public let outcome: Outcome

    public var queueID: String? { envelope.queueID }
    /// The name under which the client signed in to the MTA; nil where it did not.
    public var authenticatedUser: String? { envelope.authenticatedUser }
}
