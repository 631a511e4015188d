import Model

/// The named shapes of the API's description.
enum APISchemas {
    static let all: [(String, JSONShape)] =
        [
            ("Health", .object([("status", .text(oneOf: ["ok"]))])),
            (
                "Readiness",
                .object(
                    [("status", .text(oneOf: ["ready", "not ready"])), ("reasons", .list(.text))], required: ["status"])
            ),
            ("Problem", .object([("type", .text), ("title", .text), ("status", .integer), ("detail", .text)])),
            ("RspamdError", .object([("error", .text)])),
            ("MailCheckCase", mailCheckCase), ("Verdict", verdict), ("Signal", signal), ("RspamdReply", rspamdReply),
        ] + accounts

    private static let mailCheckCase = JSONShape.object(
        [
            ("id", .optional(.text)), ("raw_b64", .text(format: "byte")),
            (
                "context",
                .optional(
                    .object(
                        [
                            ("rcpt", .anyOf([.text, .list(.text), .null])), ("envelope_from", .optional(.text)),
                            ("client_address", .optional(.text)), ("helo", .optional(.text)),
                            ("queue_id", .optional(.text)),
                            (
                                "history",
                                .optional(
                                    .object(
                                        [
                                            ("inbound", .optional(.integer(minimum: 0))),
                                            ("outbound", .optional(.integer(minimum: 0))),
                                            ("first_seen_days", .optional(.integer(minimum: 0))),
                                        ], required: []))
                            ),
                        ], required: []))
            ),
        ], required: ["raw_b64"])

    private static let verdict = JSONShape.object([
        ("id", .text), ("disposition", .text(oneOf: Disposition.allCases.map(\.rawValue))),
        ("attributes", .list(.text)), ("score", .number), ("reason", .optional(.text)),
        ("matched", .optional(.object([("id", .text), ("name", .text), ("reasons", .list(.text))]))),
        ("signals", .list(.named("Signal"))), ("clearedBy", .list(.text)), ("notEvaluated", .list(.text)),
    ])

    private static let signal = JSONShape.object(
        [
            ("signal", .text), ("field", .text), ("value", .text), ("entry", .optional(.text)),
            ("distance", .optional(.integer)), ("threshold", .optional(.integer)), ("weight", .number),
            ("text", .text), ("at", .list(.integer(minimum: 0))),
        ], required: ["signal", "field", "value", "entry", "distance", "threshold", "weight", "text"])

    private static let rspamdReply = JSONShape.object(
        [
            ("is_skipped", .flag), ("score", .number), ("required_score", .number),
            ("action", .text(oneOf: RspamdAction.allCases.map(\.rawValue))),
            (
                "symbols",
                .map(
                    .object(
                        [
                            ("name", .text), ("score", .number), ("metric_score", .number), ("description", .text),
                            ("options", .list(.text)),
                        ], required: ["name", "score"]))
            ),
            ("messages", .object([("smtp_message", .text)], required: [])), ("message-id", .text),
            ("time_real", .number), ("subject", .text),
            ("milter", .object([("add_headers", .map(.any)), ("remove_headers", .map(.integer))])),
        ],
        required: [
            "is_skipped", "score", "required_score", "action", "symbols", "messages", "message-id", "time_real",
            "milter",
        ])
}
