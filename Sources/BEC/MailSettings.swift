import Model

/// What an administrator sets about judging mail.
public struct MailSettings: Sendable {
    /// A delivered message's top-most Authentication-Results was written by the tenant's own hop. Only asked at the door `.stored`.
    public var trustTopResults: Bool
    /// The authserv-ids (RFC 8601 §2.5) whose results count at the other doors.
    public var trustedAuthservIDs: Set<String>
    /// Domains whose ARC seals count (RFC 8617), lower case.
    public var trustedARCSealers: Set<String>
    public var thresholds: Thresholds
    /// By the reason for which a person is protected: `group:Executives`. Of several the strictest counts.
    public var thresholdsByReason: [String: Thresholds]
    /// By recipient address or recipient domain, lower case.
    public var thresholdsByRecipient: [String: Thresholds]
    /// From how many listed people on a name alone is only noted: by then strangers have listed names by chance.
    public var coincidenceFrom: Int

    public init(
        trustTopResults: Bool = true, trustedAuthservIDs: Set<String> = [], trustedARCSealers: Set<String> = [],
        thresholds: Thresholds = Thresholds(), thresholdsByReason: [String: Thresholds] = [:],
        thresholdsByRecipient: [String: Thresholds] = [:], coincidenceFrom: Int = 10_000
    ) {
        self.trustTopResults = trustTopResults
        self.trustedAuthservIDs = trustedAuthservIDs
        self.trustedARCSealers = trustedARCSealers
        self.thresholds = thresholds
        self.thresholdsByReason = thresholdsByReason
        self.thresholdsByRecipient = thresholdsByRecipient
        self.coincidenceFrom = coincidenceFrom
    }

    /// The thresholds that hold for a person protected for these reasons, in a message to these recipients.
    func thresholds(reasons: [String], recipients: [String]) -> Thresholds {
        var found: Thresholds?
        func take(_ other: Thresholds?) {
            guard let other else { return }
            found = found?.stricter(other) ?? other
        }
        if !thresholdsByReason.isEmpty { reasons.forEach { take(thresholdsByReason[$0]) } }
        if !thresholdsByRecipient.isEmpty {
            for address in recipients.compactMap(EmailAddress.init) {
                take(thresholdsByRecipient[address.description.lowercased()] ?? thresholdsByRecipient[address.domain])
            }
        }
        return found ?? thresholds
    }
}
