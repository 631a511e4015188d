/// What single fields say.
extension Message {
    /// Decoded; nil without the field.
    public var subject: String? { first("Subject")?.text }
    /// With its angle brackets, as written; nil without the field.
    public var messageID: String? { first("Message-ID")?.text }
    public var listID: String? { first("List-Id")?.text }
    /// Lower-cased: `no`, `auto-replied`, ... (RFC 3834 §5), parameters included.
    public var autoSubmitted: String? { first("Auto-Submitted")?.text.lowercased() }
    /// Lower-cased: `list`, `bulk`, ...
    public var precedence: String? { first("Precedence")?.text.lowercased() }

    /// Whether a list or a sender of bulk mail speaks (RFC 2369, RFC 2919).
    public var hasListHeaders: Bool {
        first("List-Id") != nil || first("List-Unsubscribe") != nil || first("List-Post") != nil
    }

    /// Whether the message is an invitation, or the answer to one (RFC 6047): its Content-Type is a calendar's.
    public var isCalendarAnswer: Bool {
        guard let type = first("Content-Type")?.text.lowercased() else { return false }
        return type.hasPrefix("text/calendar") || type.contains("method=reply") || type.contains("method=\"reply\"")
    }
}
