import BEC

/// The section `mail.thresholds`: standard limits, and those that hold for some protected people or recipients.
public struct ThresholdOptions: Codable, Sendable {
    /// From which score on; what is left out stays as it is.
    public struct Limits: Codable, Sendable, Hashable {
        public var note: Double?
        public var impersonation: Double?
        public var malicious: Double?

        func laid(over standard: Thresholds, in place: String) throws(MailOptionsError) -> Thresholds {
            let limits = Thresholds(
                note: note ?? standard.note, impersonation: impersonation ?? standard.impersonation,
                malicious: malicious ?? standard.malicious)
            let rising = [0, limits.note, limits.impersonation, limits.malicious, 1]
            guard zip(rising, rising.dropFirst()).allSatisfy({ $0 <= $1 }) else {
                throw MailOptionsError(
                    "\(place): scores lie between 0 and 1, and note, impersonation, malicious must not fall")
            }
            return limits
        }
    }

    public var note: Double?
    public var impersonation: Double?
    public var malicious: Double?
    /// By the reason for which a person is protected: `group:Executives`, `direct`.
    public var protectedBy: [String: Limits]?
    /// By a recipient's address or domain.
    public var recipients: [String: Limits]?

    public init() {}

    var standard: Limits { Limits(note: note, impersonation: impersonation, malicious: malicious) }
}
