import Foundation
import Model

/// One thing that somebody (or Reeve itself) decided about a finding or an instance.
public struct Decision: Sendable, Hashable {
    public enum Action: String, Sendable, CaseIterable {
        case ignore, activate, severity, owner, hide, unhide
        /// An exception ended, or the thing got worse.
        case reopen
        /// A decision was taken back.
        case undo
    }

    public var check: String
    /// Of the instance; empty where the whole finding is meant.
    public var fingerprint: String
    public var at: Date
    /// What was decided in one go has one batch.
    public var batch: String
    /// `user:ana`, `token:ci`, `cli:root`, `reeve`.
    public var actor: String
    public var action: Action
    /// In words: the reason, from which severity to which, how many instances.
    public var detail: String?
    /// What stood there before, so that it can be put back.
    var before: Before?

    /// What a decision replaced.
    struct Before: Sendable, Hashable, Codable {
        var acceptance: Acceptance?
        var owner: String?
        var severity: Severity?
        /// Of a hidden instance: what it looked like when it was hidden.
        var evidence: String?
    }

    /// The actor of what happens by itself.
    public static let itself = "reeve"

    init(
        check: String, fingerprint: String = "", at: Date, batch: String, actor: String, action: Action,
        detail: String? = nil, before: Before? = nil
    ) {
        self.check = check
        self.fingerprint = fingerprint
        self.at = at
        self.batch = batch
        self.actor = actor
        self.action = action
        self.detail = detail
        self.before = before
    }

    /// A name for what is decided in one go.
    public static func newBatch() -> String {
        var generator = SystemRandomNumberGenerator()
        let number = String(UInt64.random(in: 1...UInt64.max, using: &generator), radix: 16)
        return String(repeating: "0", count: 16 - number.count) + number
    }
}

extension StoreWriter {
    func log(_ decision: Decision) throws {
        let before = try decision.before.map { String(decoding: try BodyEncoder.encode($0), as: UTF8.self) }
        try connection.execute(
            """
            INSERT INTO decision (integration, check_id, fingerprint, at, batch, actor, action, detail, before)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (integration, check_id, fingerprint, at, batch) DO UPDATE SET action = excluded.action
            """,
            [
                scope, .text(decision.check), .text(decision.fingerprint), decision.at.sql, .text(decision.batch),
                .text(decision.actor), .text(decision.action.rawValue), .optional(decision.detail), .optional(before),
            ])
    }

    /// What was decided in one go, in this integration.
    func decisions(inBatch batch: String) throws -> [Decision] {
        try connection.rows(
            "\(Store.decisionColumns) WHERE batch = $1 AND integration = $2", [.text(batch), scope], Store.decision)
    }

    /// Whether something was decided about a subject after a moment: what is undone must be the last word.
    func isOvertaken(_ decision: Decision) throws -> Bool {
        try connection.first(
            """
            SELECT 1 FROM decision WHERE integration = $1 AND check_id = $2 AND fingerprint = $3 AND at > $4 LIMIT 1
            """, [scope, .text(decision.check), .text(decision.fingerprint), decision.at.sql]
        ) { _ in true } ?? false
    }
}

extension Store {
    static let decisionColumns = "SELECT check_id, fingerprint, at, batch, actor, action, detail, before FROM decision"

    @Sendable static func decision(_ row: any SQLRow) throws -> Decision {
        Decision(
            check: row.text(0), fingerprint: row.text(1), at: Date(timeIntervalSince1970: row.real(2)),
            batch: row.text(3), actor: row.text(4), action: .init(rawValue: row.text(5)) ?? .reopen,
            detail: row.optionalText(6),
            before: try row.optionalText(7).map {
                try StoredEntity.decoder().decode(Decision.Before.self, from: Data($0.utf8))
            })
    }

    /// What was decided about a finding, or about one of its instances, newest first.
    public func decisions(_ key: Finding.Key, fingerprint: String = "", limit: Int = 50) throws -> [Decision] {
        try database.read {
            try $0.rows(
                """
                \(Self.decisionColumns) WHERE integration = $1 AND check_id = $2 AND fingerprint = $3
                ORDER BY at DESC, batch DESC LIMIT \(limit)
                """, [.int(key.integration), .text(key.check), .text(fingerprint)], Self.decision)
        }
    }

    /// The latest decisions about findings, newest first, with their integrations.
    public func latestDecisions(of integration: Int? = nil, limit: Int) throws -> [(Int, Decision)] {
        try database.read {
            try $0.rows(
                """
                SELECT check_id, fingerprint, at, batch, actor, action, detail, NULL, integration FROM decision
                WHERE fingerprint = '' \(integration == nil ? "" : "AND integration = $1")
                ORDER BY at DESC, batch DESC, integration DESC, check_id DESC LIMIT \(limit)
                """, integration.map { [.int($0)] } ?? []
            ) { ($0.int(8), try Self.decision($0)) }
        }
    }

    /// How many hidden instances opened again by what was decided in one go.
    public func reopened(inBatch batch: String) throws -> Int {
        try database.read {
            try $0.first(
                "SELECT COUNT(*) FROM decision WHERE batch = $1 AND fingerprint <> '' AND action = 'reopen'",
                [.text(batch)]
            ) { $0.int(0) }
        } ?? 0
    }

    /// The integrations in which something was decided in one go.
    public func integrations(ofBatch batch: String) throws -> [Int] {
        try database.read {
            try $0.rows(
                "SELECT DISTINCT integration FROM decision WHERE batch = $1 ORDER BY integration", [.text(batch)]
            ) { $0.int(0) }
        }
    }
}
