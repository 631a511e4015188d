import Model

/// The object that a verdict is in JSON; its keys are a public contract and keep this order.
public enum VerdictJSON {
    /// One line without its end.
    public static func line(_ mail: JudgedMail) -> String { object(id: mail.id, mail.verdict).compact }

    /// - Parameter id: the case's id, the message's path, or `-`.
    public static func object(id: String, _ verdict: Verdict) -> OrderedJSON {
        .object([
            ("id", .text(id)), ("disposition", .text(verdict.disposition.rawValue)),
            ("attributes", .texts(verdict.attributes)), ("score", .fraction(verdict.score)),
            ("reason", .optional(verdict.reason)), ("matched", verdict.matched.map(object) ?? .null),
            ("signals", .list(verdict.reasons.map(object))), ("clearedBy", .texts(verdict.clearedBy)),
            ("notEvaluated", .texts(verdict.notEvaluated)),
        ])
    }

    private static func object(_ match: Verdict.Match) -> OrderedJSON {
        .object([("id", .text(match.id)), ("name", .text(match.name)), ("reasons", .texts(match.reasons))])
    }

    /// `at` only where the sentence speaks of single characters.
    private static func object(_ reason: Verdict.Reason) -> OrderedJSON {
        var pairs: [(String, OrderedJSON)] = [
            ("signal", .text(reason.signal)), ("field", .text(reason.field)), ("value", .text(reason.value)),
            ("entry", .optional(reason.entry)), ("distance", .optional(reason.distance)),
            ("threshold", .optional(reason.threshold)), ("weight", .fraction(reason.weight)),
            ("text", .text(reason.text)),
        ]
        if let places = reason.at { pairs.append(("at", .list(places.map { .number($0) }))) }
        return .object(pairs)
    }
}
