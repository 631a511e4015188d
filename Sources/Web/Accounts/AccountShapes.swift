import Report
import Store

/// How accounts, tokens and the audit log look in the API.
extension APISchemas {
    static let accounts: [(String, JSONShape)] = [
        (
            "User",
            .object([
                ("id", .text), ("name", .text), ("role", roles),
                ("status", .text(oneOf: ["active", "invited", "disabled"])),
                ("lastSignIn", .optional(.moment)), ("createdAt", .moment), ("createdBy", .text),
                ("entraAddress", .optional(.text)),
            ])
        ),
        (
            "Token",
            .object([
                ("id", .text), ("name", .text), ("status", .text(oneOf: ["active", "expired", "revoked"])),
                ("scopes", .list(.text)), ("lastUsed", .optional(.moment)), ("expires", .optional(.moment)),
                ("createdAt", .moment), ("createdBy", .text),
            ])
        ),
        (
            "AuditLine",
            .object([
                ("id", .integer(minimum: 1)), ("at", .moment), ("actor", .text), ("action", .text), ("subject", .text),
                ("detail", .optional(.text)), ("address", .optional(.text)),
            ])
        ),
    ]

    static let roles = JSONShape.text(oneOf: Role.allCases.map(\.rawValue))
}

extension Operation {
    static let listUsers = Operation(
        id: "listUsers", tag: "users", summary: "Who may sign in.", parameters: [.limit, .cursor],
        answers: [200: .page(of: .named("User"))])
    static let getUser = Operation(
        id: "getUser", tag: "users", summary: "One of those who may sign in.",
        parameters: [.path("id", .text, "The user's id.")], answers: [200: .named("User")])
    static let addUser = Operation(
        id: "addUser", tag: "users", summary: "Adds somebody; `passwordLink` sets their password, once.",
        body: .object(
            [
                ("name", .text(maxLength: 64)), ("role", APISchemas.roles),
                ("entraAddress", .optional(.text(maxLength: 320))),
            ], required: ["name", "role"]),
        answers: [
            201: .object([("user", .named("User")), ("passwordLink", .optional(.text))]), 409: .named("Problem"),
        ])
    static let changeUser = Operation(
        id: "changeUser", tag: "users", summary: "Changes the role, disables or enables, links to Entra.",
        description: "An empty entraAddress ends the sign-in with Microsoft.",
        parameters: [.path("id", .text, "The user's id.")],
        body: .object(
            [
                ("role", .optional(APISchemas.roles)), ("disabled", .optional(.flag)),
                ("entraAddress", .optional(.text(maxLength: 320))),
            ], required: []), answers: [200: .named("User")])
    static let endUserSessions = Operation(
        id: "endUserSessions", tag: "users", summary: "Signs somebody out everywhere.",
        parameters: [.path("id", .text, "The user's id.")], answers: [204: nil])
    static let removeUser = Operation(
        id: "removeUser", tag: "users", summary: "Removes somebody; their sessions end at once.",
        parameters: [.path("id", .text, "The user's id.")], bodies: [],
        answers: [
            (204, "Done.", []),
            (
                422, "The last administrator cannot be removed.",
                [Content(type: "application/problem+json", shape: .named("Problem"))]
            ),
        ])
    static let linkUser = Operation(
        id: "makePasswordLink", tag: "users", summary: "Makes a link that sets the user's password, once.",
        parameters: [.path("id", .text, "The user's id.")], answers: [201: .object([("passwordLink", .text)])])

    static let listTokens = Operation(
        id: "listTokens", tag: "tokens", summary: "Tokens, revoked ones too.", parameters: [.limit, .cursor],
        answers: [200: .page(of: .named("Token"))])
    static let addToken = Operation(
        id: "addToken", tag: "tokens", summary: "Makes a token; its `secret` is shown this once.",
        body: .object(
            [
                ("name", .text(maxLength: 100)),
                ("scopes", .list(.text(oneOf: APIScope.allCases.map(\.rawValue)))), ("expires", .optional(.text)),
            ], required: ["name", "scopes"]),
        answers: [201: .object([("token", .named("Token")), ("secret", .text)]), 409: .named("Problem")])
    static let revokeToken = Operation(
        id: "revokeToken", tag: "tokens", summary: "Takes a token back.",
        parameters: [.path("id", .text, "The token's id.")], answers: [200: .named("Token")])

    static let listAudit = Operation(
        id: "listAudit", tag: "audit", summary: "Lines of the audit log, newest first.",
        description: "A page may hold fewer lines than `limit` and still have a next one.",
        parameters: auditFilter + [.limit, .cursor], answers: [200: .page(of: .named("AuditLine"))])
    private static let auditFilter: [Parameter] = [
        .query("text", .text, "Stands somewhere in the line."),
        .query("actor", .text, "The whole actor: user:ana."),
        .query("action", .text, "A whole action, finding.hide, or a noun, finding."),
        .query("subject", .text, "The whole subject."),
        .query("from", .text, "A day (UTC) or an ISO 8601 time, included."),
        .query("to", .text, "A day, included, or an ISO 8601 time, not included."),
    ]
    static let exportAudit = Operation(
        id: "exportAudit", tag: "audit", summary: "All lines of a filter as a file, newest first.",
        parameters: auditFilter + [.query("format", .text(oneOf: ["csv", "jsonl"]), "csv without it.")], bodies: [],
        answers: [
            (
                200, "The file.",
                [Content(type: "text/csv", shape: .text), Content(type: "application/jsonl", shape: .text)]
            )
        ])
    static let proveAudit = Operation(
        id: "verifyAudit", tag: "audit", summary: "Whether every line is as it was written.",
        answers: [200: .object([("isWhole", .flag), ("lines", .integer), ("brokenAt", .optional(.integer))])])
}
