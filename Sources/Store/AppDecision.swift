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

/// One step of what was decided about an app.
public struct AppDecisionStep: Sendable, Hashable {
    /// 1, 2, 3 … of each app.
    public var number: Int
    /// Nil where a decision was taken back and none stood before it.
    public var decision: AppDecision?
    public var by: String
    public var at: Date
}

extension Store {
    /// The decisions about the apps of a tenant, by the app's id (`appId`, which stays when an app is removed and consented to again).
    public func appDecisions(of integration: Int) throws -> [String: AppDecision] {
        let found = try database.read {
            try $0.rows(
                """
                SELECT decision, why, owner, ask_again, decided_by, decided_at, app_id FROM app_decision
                WHERE integration = $1
                """, [.int(integration)]
            ) { ($0.text(6), AppDecision.read($0) ?? .init(.underReview, by: "", at: .distantPast)) }
        }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }

    /// What was decided about an app, newest first.
    public func appDecisionSteps(about app: String, of integration: Int, limit: Int = 50) throws -> [AppDecisionStep] {
        try database.read { try $0.appDecisionSteps(about: app, of: integration, limit: limit) }
    }

    /// Keeps a decision in place of the one before, and says so in the audit log.
    /// - Returns: the number of the step, by which it is taken back.
    @discardableResult
    public func decide(
        _ decision: AppDecision, about app: String, of integration: Int, _ entry: AuditEntry
    ) throws -> Int {
        try database.write { connection in
            try connection.keep(decision, about: app, of: integration)
            try connection.note(entry, key: key)
            return try connection.addStep(decision, about: app, of: integration, by: decision.by, at: decision.at)
        }
    }

    /// Forgets the decision about an app, and says so in the audit log.
    /// - Returns: whether there was one.
    public func forgetDecision(about app: String, of integration: Int, _ entry: AuditEntry) throws -> Bool {
        try database.write { connection in
            guard try connection.forget(about: app, of: integration) else { return false }
            try connection.addStep(nil, about: app, of: integration, by: entry.actor, at: entry.at)
            try connection.note(entry, key: key)
            return true
        }
    }

    /// Puts back what stood before the last step, as it stood, and says so in the audit log.
    /// - Parameter entry: what is noted, by what stands again.
    /// - Returns: the new step; nil where the number is not the last step's, because something else was decided since.
    public func takeBack(
        step number: Int, about app: String, of integration: Int, _ deed: Deed,
        _ entry: (AppDecision?) -> AuditEntry
    ) throws -> AppDecisionStep? {
        try database.write { connection in
            let steps = try connection.appDecisionSteps(about: app, of: integration, limit: 2)
            guard steps.first?.number == number else { return nil }
            let before = steps.dropFirst().first?.decision
            if let before {
                try connection.keep(before, about: app, of: integration)
            } else {
                _ = try connection.forget(about: app, of: integration)
            }
            try connection.note(entry(before), key: key)
            let new = try connection.addStep(before, about: app, of: integration, by: deed.actor, at: deed.at)
            return AppDecisionStep(number: new, decision: before, by: deed.actor, at: deed.at)
        }
    }
}

extension AppDecision {
    /// From the columns decision, why, owner, ask_again, decided_by, decided_at; nil where nothing was decided.
    fileprivate static func read(_ row: any SQLRow) -> AppDecision? {
        row.optionalText(0).map { answer in
            AppDecision(
                .init(rawValue: answer) ?? .underReview, why: row.optionalText(1), owner: row.optionalText(2),
                askAgain: row.optionalReal(3).map { Date(timeIntervalSince1970: $0) }, by: row.text(4),
                at: Date(timeIntervalSince1970: row.real(5)))
        }
    }
}

extension SQLConnection {
    fileprivate func keep(_ decision: AppDecision, about app: String, of integration: Int) throws {
        try execute(
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
    }

    fileprivate func forget(about app: String, of integration: Int) throws -> Bool {
        try execute(
            "DELETE FROM app_decision WHERE integration = $1 AND app_id = $2", [.int(integration), .text(app)]) > 0
    }

    /// - Returns: its number.
    @discardableResult
    fileprivate func addStep(
        _ decision: AppDecision?, about app: String, of integration: Int, by actor: String, at moment: Date
    ) throws -> Int {
        let last = try appDecisionSteps(about: app, of: integration, limit: 1).first?.number ?? 0
        try execute(
            """
            INSERT INTO app_decision_step
                (integration, app_id, number, decision, why, owner, ask_again, decided_by, decided_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                .int(integration), .text(app), .int(last + 1), .optional(decision?.answer.rawValue),
                .optional(decision?.why), .optional(decision?.owner),
                .optional(decision?.askAgain?.timeIntervalSince1970), .text(actor), moment.sql,
            ])
        return last + 1
    }

    fileprivate func appDecisionSteps(
        about app: String, of integration: Int, limit: Int
    ) throws -> [AppDecisionStep] {
        try rows(
            """
            SELECT decision, why, owner, ask_again, decided_by, decided_at, number FROM app_decision_step
            WHERE integration = $1 AND app_id = $2 ORDER BY number DESC LIMIT \(limit)
            """, [.int(integration), .text(app)]
        ) {
            AppDecisionStep(
                number: $0.int(6), decision: AppDecision.read($0), by: $0.text(4),
                at: Date(timeIntervalSince1970: $0.real(5)))
        }
    }
}
