import Foundation

/// One line of the audit log: who did what to what, when and from where. Secrets and typed passwords never stand in it.
public struct AuditEntry: Sendable, Hashable {
    public var at: Date
    /// `user:ana`, `token:ci`, `cli:root`, or `reeve` for what the product does by itself.
    public var actor: String
    /// Noun and verb: `finding.hide`, `integration.add`, `session.refuse`.
    public var action: String
    /// What it was done to, by name or id.
    public var subject: String
    public var detail: String?
    /// The client's IP address; nil where there is none (the command line).
    public var address: String?

    public init(
        at: Date, actor: String, action: String, subject: String, detail: String? = nil, address: String? = nil
    ) {
        self.at = at
        self.actor = actor
        self.action = action
        self.subject = subject
        self.detail = detail
        self.address = address
    }

    /// A zero byte would end the text in the database, and what is sealed would not be what is kept.
    var withoutZeroBytes: AuditEntry {
        func clean(_ text: String) -> String { text.replacing("\u{0}", with: "\u{2400}") }
        return AuditEntry(
            at: at, actor: clean(actor), action: clean(action), subject: clean(subject), detail: detail.map(clean),
            address: address.map(clean))
    }
}

/// A line as it is kept.
public struct AuditRecord: Sendable, Hashable, Identifiable {
    /// 1, 2, 3 … without a gap.
    public var id: Int
    public var entry: AuditEntry

    public init(id: Int, entry: AuditEntry) {
        self.id = id
        self.entry = entry
    }
}

/// Who does something, when, and from where: what every change is noted with.
public struct Deed: Sendable, Hashable {
    public var actor: String
    public var at: Date
    public var address: String?

    public init(by actor: String, at: Date, from address: String? = nil) {
        self.actor = actor
        self.at = at
        self.address = address
    }

    /// The line that says what was done.
    public func entry(_ action: String, _ subject: String, _ detail: String? = nil) -> AuditEntry {
        AuditEntry(at: at, actor: actor, action: action, subject: subject, detail: detail, address: address)
    }
}
