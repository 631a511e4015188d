import Model

/// What a client of rspamd is asked to do with a message (https://docs.rspamd.com/developers/protocol).
public enum RspamdAction: String, Sendable, CaseIterable {
    case noAction = "no action"
    case addHeader = "add header"
    case rewriteSubject = "rewrite subject"
    case quarantine
    case softReject = "soft reject"
    case reject

    /// Reads `no-action`, `add-header`, `rewrite-subject`, `quarantine`, `soft-reject`, `reject`, and the words of the other doors:
    /// `accept`, `tag`, `tag-subject`. Nil for anything else.
    public init?(word: String) {
        switch word.lowercased() {
        case "accept": self = .noAction
        case "tag": self = .addHeader
        case "tag-subject": self = .rewriteSubject
        case let other: self.init(rawValue: other.replacing("-", with: " "))
        }
    }
}

/// Which action follows from which disposition. The standard only marks: nothing is held or refused until an administrator says so.
public struct RspamdActions: Sendable {
    public var chosen: [Disposition: RspamdAction]

    public init(_ chosen: [Disposition: RspamdAction] = [:]) { self.chosen = chosen }

    public func action(for disposition: Disposition) -> RspamdAction {
        if let action = chosen[disposition] { return action }
        switch disposition {
        case .malicious, .suspicious, .spoof, .spam: return .addHeader
        case .bulk, .none: return .noAction
        }
    }
}
