import Model

/// A verdict as `reeve mail check` and `POST /api/v1/mail/check` give it: one JSON object on one line, every member always there.
public struct VerdictDocument: Sendable {
    public let id: String
    public let verdict: Verdict

    /// - Parameter id: the case's id, the message's path, or `-`.
    public init(id: String, verdict: Verdict) {
        self.id = id
        self.verdict = verdict
    }

    /// Without a line end.
    public var json: String { value.written }

    var value: JSONText {
        .object([
            ("id", .text(id)),
            ("disposition", .text(verdict.disposition.rawValue)),
            ("attributes", .texts(verdict.attributes)),
            ("score", .number(verdict.score)),
            ("reason", .optional(verdict.reason)),
            ("matched", verdict.matched.map(matched) ?? .null),
            ("signals", .list(verdict.reasons.map(signal))),
            ("clearedBy", .texts(verdict.clearedBy)),
            ("notEvaluated", .texts(verdict.notEvaluated)),
        ])
    }

    private func matched(_ match: Verdict.Match) -> JSONText {
        .object([("id", .text(match.id)), ("name", .text(match.name)), ("reasons", .texts(match.reasons))])
    }

    private func signal(_ reason: Verdict.Reason) -> JSONText {
        var members: [(String, JSONText)] = [
            ("signal", .text(reason.signal)), ("field", .text(reason.field)), ("value", .text(reason.value)),
            ("entry", .optional(reason.entry)), ("distance", .optional(reason.distance)),
            ("threshold", .optional(reason.threshold)), ("weight", .number(reason.weight)),
            ("text", .text(reason.text)),
        ]
        if let at = reason.at { members.append(("at", .list(at.map { .whole($0) }))) }
        return .object(members)
    }
}
