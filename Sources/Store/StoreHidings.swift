import Foundation
import Model

/// The acceptance of one instance, with what it looked like when somebody hid it.
struct Hiding: Sendable {
    var fingerprint: String
    var check: String
    var acceptance: Acceptance
    /// How severe its finding was then.
    var severity: Severity
    var evidence: String
}

extension SQLConnection {
    private static var hidingColumns: String {
        "SELECT fingerprint, check_id, reason, comment, owner, expires, decided_by, decided_at, severity, evidence FROM hiding"
    }

    func hidings(of integration: Int, where condition: String, _ arguments: [SQLValue]) throws -> [Hiding] {
        try rows("\(Self.hidingColumns) WHERE integration = $1 AND \(condition)", [.int(integration)] + arguments) {
            Hiding(
                fingerprint: $0.text(0), check: $0.text(1),
                acceptance: Acceptance(
                    reason: $0.text(2), comment: $0.optionalText(3), owner: $0.optionalText(4),
                    expires: $0.optionalReal(5).map { Date(timeIntervalSince1970: $0) }, by: $0.text(6),
                    at: Date(timeIntervalSince1970: $0.real(7))),
                severity: Store.severity($0.int(8)), evidence: $0.text(9))
        }
    }
}

extension Store {
    /// Why an instance is hidden; nil where it is not.
    public func acceptance(ofInstance fingerprint: String, of integration: Int) throws -> Acceptance? {
        try database.read {
            try $0.hidings(of: integration, where: "fingerprint = $2", [.text(fingerprint)]).first?.acceptance
        }
    }
}

extension Store {
    /// Why instances are hidden, by fingerprint; those that are not are left out.
    public func acceptances(ofInstances fingerprints: [String], of integration: Int) throws -> [String: Acceptance] {
        guard !fingerprints.isEmpty else { return [:] }
        var places = SQLText("", [.int(integration)])
        let list = places.places(fingerprints.map { .text($0) })
        let arguments = Array(places.arguments.dropFirst())
        let found = try database.read {
            try $0.hidings(of: integration, where: "fingerprint IN \(list)", arguments)
        }
        return Dictionary(found.map { ($0.fingerprint, $0.acceptance) }, uniquingKeysWith: { first, _ in first })
    }

    /// How many hidden instances of a finding count again where it becomes as severe as this.
    public func hiddenBelow(_ severity: Severity, of key: Finding.Key) throws -> Int {
        try database.read {
            try $0.first(
                """
                SELECT COUNT(*) FROM hiding h JOIN instance i ON i.integration = h.integration AND i.fingerprint = h.fingerprint
                WHERE h.integration = $1 AND h.check_id = $2 AND h.severity > $3 AND i.status = 'hidden'
                """, [.int(key.integration), .text(key.check), .int(severity.rank)]
            ) { $0.int(0) }
        } ?? 0
    }

    /// How many hidden instances count again by a moment.
    public func hiddenEnding(by end: Date, of integration: Int? = nil) throws -> Int {
        try database.read {
            try $0.first(
                """
                SELECT COUNT(*) FROM hiding h JOIN instance i ON i.integration = h.integration AND i.fingerprint = h.fingerprint
                WHERE h.expires IS NOT NULL AND h.expires < $1 AND i.status = 'hidden'
                    \(integration == nil ? "" : "AND h.integration = $2")
                """, [end.sql] + (integration.map { [.int($0)] } ?? [])
            ) { $0.int(0) }
        } ?? 0
    }
}

extension StoreWriter {
    func hiding(of fingerprint: String) throws -> Hiding? {
        try connection.hidings(of: integration, where: "fingerprint = $2", [.text(fingerprint)]).first
    }

    func keep(_ hiding: Hiding) throws {
        let acceptance = hiding.acceptance
        try connection.execute(
            """
            INSERT INTO hiding (integration, fingerprint, check_id, reason, comment, owner, expires, decided_by, decided_at,
                severity, evidence)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (integration, fingerprint) DO UPDATE SET reason = excluded.reason, comment = excluded.comment,
                owner = excluded.owner, expires = excluded.expires, decided_by = excluded.decided_by,
                decided_at = excluded.decided_at, severity = excluded.severity, evidence = excluded.evidence
            """,
            [
                scope, .text(hiding.fingerprint), .text(hiding.check), .text(acceptance.reason),
                .optional(acceptance.comment), .optional(acceptance.owner),
                .optional(acceptance.expires?.timeIntervalSince1970), .text(acceptance.by), acceptance.at.sql,
                .int(hiding.severity.rank), .text(hiding.evidence),
            ])
    }

    func forgetHiding(of fingerprint: String) throws {
        try connection.execute(
            "DELETE FROM hiding WHERE integration = $1 AND fingerprint = $2", [scope, .text(fingerprint)])
    }

    /// Where an instance belongs that a check has just found (again): among the hidden ones as long as its acceptance holds.
    func statusWhenFound(_ known: Known, check: String, _ evidence: Evidence, at now: Date) throws -> Instance.Status {
        guard known.status != .active else { return .active }
        guard let hiding = try hiding(of: known.fingerprint) else { return .active }
        let then = try StoredEntity.decoder().decode(Evidence.self, from: Data(hiding.evidence.utf8))
        let wider = evidence.widened(since: then)
        let isOver = hiding.acceptance.expires.map { $0 <= now } ?? false
        guard isOver || !wider.isEmpty else { return .hidden }
        try forgetHiding(of: known.fingerprint)
        let why = isOver ? "the exception ended" : "it got worse: \(wider.joined(separator: ", "))"
        try log(
            Decision(
                check: check, fingerprint: known.fingerprint, at: now, batch: Decision.newBatch(),
                actor: Decision.itself,
                action: .reopen, detail: why))
        return .active
    }
}
