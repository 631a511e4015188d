import Foundation

/// Which lines of the audit log are wanted. What is nil does not narrow.
public struct AuditFilter: Sendable, Hashable {
    /// The whole actor: `user:ana`.
    public var actor: String?
    /// A whole action, `finding.hide`, or a noun alone, `finding`.
    public var action: String?
    /// The whole subject.
    public var subject: String?
    /// Is somewhere in actor, action, subject, detail or address, in any letter case of ASCII.
    public var text: String?
    /// Included.
    public var from: Date?
    /// Not included.
    public var to: Date?

    public init(
        actor: String? = nil, action: String? = nil, subject: String? = nil, text: String? = nil, from: Date? = nil,
        to: Date? = nil
    ) {
        self.actor = actor
        self.action = action
        self.subject = subject
        self.text = text
        self.from = from
        self.to = to
    }

    /// Whether lines have to be read to tell whether they match: no index knows what is inside a text.
    var needsReading: Bool { text != nil || action?.contains(".") == false }

    /// - Parameters:
    ///   - first: lines from this id on.
    ///   - below: lines with a smaller id only.
    func condition(from first: Int, below: Int) -> (sql: String, arguments: [SQLValue]) {
        var parts: [String] = []
        var arguments: [SQLValue] = []
        func add(_ value: SQLValue, _ part: (String) -> String) {
            arguments.append(value)
            parts.append(part("$\(arguments.count)"))
        }
        add(.int(first)) { "id >= \($0)" }
        add(.int(below)) { "id < \($0)" }
        if let actor { add(.text(actor)) { "actor = \($0)" } }
        if let action, action.contains(".") { add(.text(action)) { "action = \($0)" } }
        if let action, !action.contains(".") {
            add(.text(Self.pattern(action, ".%"))) { "action LIKE \($0) ESCAPE '!'" }
        }
        if let subject { add(.text(subject)) { "subject = \($0)" } }
        if let text {
            add(.text("%" + Self.pattern(text, "%"))) { place in
                let columns = ["actor", "action", "subject", "COALESCE(detail, '')", "COALESCE(address, '')"]
                return "(" + columns.map { "\($0) LIKE \(place) ESCAPE '!'" }.joined(separator: " OR ") + ")"
            }
        }
        return (parts.joined(separator: " AND "), arguments)
    }

    /// The text itself, none of it a wildcard.
    private static func pattern(_ text: String, _ end: String) -> String {
        text.replacing("!", with: "!!").replacing("%", with: "!%").replacing("_", with: "!_") + end
    }
}

/// A page of the audit log.
public struct AuditPage: Sendable, Hashable {
    /// Newest first.
    public var records: [AuditRecord]
    /// The next page, of older lines, lies below this id; nil where there is none.
    public var next: Int?
    /// The page before, of newer lines, lies above this id; nil where there is none.
    public var previous: Int?
}

/// What a look at the whole chain came to.
public enum AuditProof: Sendable, Hashable {
    /// Nothing was changed, put in or taken out up to the last line.
    case whole(count: Int)
    /// From this line on the chain does not hold: it, or what stood before it, was changed, put in or taken out behind Reeve's back, or
    /// the log was written with another key file.
    case broken(at: Int, of: Int)
}
