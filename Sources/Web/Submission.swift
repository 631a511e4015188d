import Model

/// A message that somebody handed in over HTTP.
public struct Submission: Sendable {
    public enum Door: String, Sendable, CaseIterable {
        /// `POST /api/v1/mail/check`.
        case http
        /// `POST /checkv2`.
        case rspamd
    }

    public let door: Door
    public let envelope: Envelope
    /// The message as far as its header block goes, perhaps with a piece of the body behind it.
    public let header: [UInt8]

    public init(door: Door, envelope: Envelope, header: [UInt8]) {
        self.door = door
        self.envelope = envelope
        self.header = header
    }
}

/// What gives the verdict. Throwing means: not at the moment.
public typealias JudgeSubmission = @Sendable (Submission) async throws -> Verdict
