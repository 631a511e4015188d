import Foundation

/// What was decided about a third-party app in a tenant.
public struct AppDecision: Sendable, Hashable {
    public enum Answer: String, Sendable, CaseIterable, Codable { case allowed, underReview, notAllowed }

    public var answer: Answer
    public var why: String?
    /// Who answers for it: a name or an address.
    public var owner: String?
    /// From then on the question is open again; nil for never.
    public var askAgain: Date?
    public var by: String
    public var at: Date

    public init(
        _ answer: Answer, why: String? = nil, owner: String? = nil, askAgain: Date? = nil, by: String, at: Date
    ) {
        self.answer = answer
        self.why = why
        self.owner = owner
        self.askAgain = askAgain
        self.by = by
        self.at = at
    }

    /// Whether the question has to be asked again.
    public func isDue(at now: Date) -> Bool { askAgain.map { $0 <= now } ?? false }
}

extension Store {
    /// The decisions about the apps of a tenant, by the app's id (`appId`, which stays when an app is removed and consented to again).
    public func appDecisions(of integration: Int) throws -> [String: AppDecision] {
        let found = try database.read {
            try $0.rows(
                """
                SELECT app_id, decision, why, owner, ask_again, decided_by, decided_at FROM app_decision
                WHERE integration = $1
                """, [.int(integration)]
            ) { row in
                (
                    row.text(0),
                    AppDecision(
                        .init(rawValue: row.text(1)) ?? .underReview, why: row.optionalText(2),
                        owner: row.optionalText(3),
                        askAgain: row.optionalReal(4).map { Date(timeIntervalSince1970: $0) }, by: row.text(5),
                        at: Date(timeIntervalSince1970: row.real(6)))
                )
            }
        }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }

    /// Keeps a decision in place of the one before, and says so in the audit log.
    public func decide(_ decision: AppDecision, about app: String, of integration: Int, _ entry: AuditEntry) throws {
        try database.write { connection in
            try connection.execute(
                """
                INSERT INTO app_decision (integration, app_id, decision, why, owner, ask_again, decided_by, decided_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                ON CONFLICT (integration, app_id) DO UPDATE SET
                    decision = excluded.decision, why = excluded.why, owner = excluded.owner,
                    ask_again = excluded.ask_again, decided_by = excluded.decided_by, decided_at = excluded.decided_at
                """,
                [
                    .int(integration), .text(app), .text(decision.answer.rawValue), .optional(decision.why),
                    .optional(decision.owner), .optional(decision.askAgain?.timeIntervalSince1970),
                    .text(decision.by), decision.at.sql,
                ])
            try connection.note(entry, key: key)
        }
    }

    /// Forgets the decision about an app, and says so in the audit log.
    /// - Returns: whether there was one.
    public func forgetDecision(about app: String, of integration: Int, _ entry: AuditEntry) throws -> Bool {
        try database.write { connection in
            let count = try connection.execute(
                "DELETE FROM app_decision WHERE integration = $1 AND app_id = $2", [.int(integration), .text(app)])
            if count > 0 { try connection.note(entry, key: key) }
            return count > 0
        }
    }
}
