import Model

/// Writes verdicts one by one in a format. What `text` gives for a message depends on nothing else, so that many may be made at a time
/// and put together in their order: `head`, the texts with `separator` between, `tail`.
public struct VerdictWriter: Sendable {
    private let format: Format
    private let style: Style

    /// - Parameter format: one of those of lists.
    public init(format: Format, style: Style = .plain) {
        self.format = format
        self.style = style
    }

    public var head: String {
        switch format {
        case .json: "["
        case .csv: CSV.record(VerdictCSV.columns)
        default: ""
        }
    }

    public var separator: String { format == .json ? ",\n " : "" }

    /// A line with its end, or a block of lines; in JSON an object without separator.
    public func text(_ mail: JudgedMail) -> String {
        switch format {
        case .json: VerdictJSON.line(mail)
        case .csv: CSV.record(VerdictCSV.fields(mail))
        case .table: VerdictBlock(mail: mail, style: style).text
        default: VerdictJSON.line(mail) + "\n"
        }
    }

    /// - Parameter counts: how many messages had each disposition.
    public func tail(_ counts: [Disposition: Int]) -> String {
        switch format {
        case .json: "]\n"
        case .table: DisplayWidth.lines(of: Self.summary(counts), width: style.width).joined(separator: "\n") + "\n"
        default: ""
        }
    }

    /// `3 messages: 1 MALICIOUS, 2 with nothing found.`
    private static func summary(_ counts: [Disposition: Int]) -> String {
        let total = counts.values.reduce(0, +)
        guard total > 0 else { return "No message." }
        let parts = Disposition.allCases.compactMap { disposition -> String? in
            guard let count = counts[disposition], count > 0 else { return nil }
            return "\(Numbers.grouped(count)) \(disposition == .none ? "with nothing found" : disposition.rawValue)"
        }
        return "\(Numbers.counted(total, "message")): \(parts.joined(separator: ", "))."
    }
}

/// A verdict as a record of comma-separated values.
enum VerdictCSV {
    static let columns = [
        "id", "disposition", "attributes", "score", "from", "reason", "matchedId", "matchedName", "matchedReasons",
        "signals",
        "clearedBy", "notEvaluated",
    ]

    static func fields(_ mail: JudgedMail) -> [String] {
        let verdict = mail.verdict
        return [
            mail.id, verdict.disposition.rawValue, verdict.attributes.joined(separator: ";"),
            Scores.text(verdict.score),
            mail.from, verdict.reason ?? "", verdict.matched?.id ?? "", verdict.matched?.name ?? "",
            verdict.matched?.reasons.joined(separator: ";") ?? "", verdict.reasons.map(\.signal).joined(separator: ";"),
            verdict.clearedBy.joined(separator: "; "), verdict.notEvaluated.joined(separator: ";"),
        ]
    }
}
