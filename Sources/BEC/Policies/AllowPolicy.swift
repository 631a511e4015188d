/// An exception from judging, for a sender or for a recipient.
public struct AllowPolicy: Sendable {
    public enum Effect: String, Sendable, Codable, CaseIterable {
        /// All detections are off.
        case trustedSender
        /// The pattern means the recipient: all detections are off, blocked senders too.
        case exemptRecipient
        /// Silences SPAM, SPOOF and BULK, never MALICIOUS or SUSPICIOUS.
        case acceptableSender
    }

    public var pattern: SenderPattern
    public var effect: Effect
    /// Honoured only when SPF, DKIM or DMARC passes in alignment with From. Means nothing for a recipient.
    public var verifySender: Bool

    public init(_ pattern: SenderPattern, effect: Effect, verifySender: Bool = true) {
        self.pattern = pattern
        self.effect = effect
        self.verifySender = verifySender
    }
}
