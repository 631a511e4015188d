import Foundation
import Model

/// What a transaction did to instances.
public struct InstanceCounts: Sendable, Hashable {
    public var opened = 0
    public var resolved = 0
    public init(opened: Int = 0, resolved: Int = 0) {
        self.opened = opened
        self.resolved = resolved
    }
    public static func += (a: inout InstanceCounts, b: InstanceCounts) { a = a + b }
    public static func + (a: InstanceCounts, b: InstanceCounts) -> InstanceCounts {
        InstanceCounts(opened: a.opened + b.opened, resolved: a.resolved + b.resolved)
    }
}

extension StoreWriter {
    /// Records what the checks said about one entity: opens what is new, keeps first seen, resolves what is gone. An unknown
    /// neither opens nor resolves. The entity counts as judged afterwards, unless `keepStale`.
    public func record(
        _ assessment: Assessment, tenantID: String, run: Int, at now: Date, keepStale: Bool = false
    ) throws -> InstanceCounts {
        var counts = InstanceCounts()
        let known = try knownInstances(of: assessment)
        for answer in assessment.answers {
            switch answer.outcome {
            case .unknown: continue
            case .clear:
                guard let old = known[answer.check], old.status != .resolved else { continue }
                counts.resolved += try resolveInstances(
                    where: "fingerprint = $2", [.text(old.fingerprint)], run: run, at: now)
            case .found(let evidence):
                let found = Found(assessment: assessment, answer: answer, evidence: evidence, tenantID: tenantID)
                if try open(found, known: known[answer.check], run: run, at: now) { counts.opened += 1 }
            }
        }
        try recordDoubts(of: assessment, had: hasDoubts(assessment))
        if !keepStale {
            try connection.execute(
                "UPDATE entity SET stale = 0, due = $1 WHERE integration = $2 AND kind = $3 AND owner = $4 AND id = $5",
                [
                    .optional(assessment.due?.timeIntervalSince1970), scope, .text(assessment.kind.rawValue),
                    .text(assessment.ownerID), .text(assessment.entityID),
                ])
        }
        return counts
    }

    /// What tells that an unchanged instance was there this time too.
    public enum SeenBy: Sendable {
        /// A delta or list of the tenant or of the owner that did not fail: what it does not mention is as it was.
        case absenceOfChange
        /// Only a reading of the owner in this very run: these have no delta.
        case reading
    }

    /// Says of open instances of a kind that they were seen again, except where their owner could not be read.
    public func seenAgain(_ kind: EntityKind, collector: Collector, by proof: SeenBy, run: Int, at now: Date) throws {
        let line =
            "SELECT 1 FROM coverage c WHERE c.integration = $3 AND c.collector = $5 AND c.subject = instance.owner"
        let condition =
            switch proof {
            case .absenceOfChange: "NOT EXISTS (\(line) AND c.state NOT IN ('ok', 'notApplicable'))"
            case .reading: "EXISTS (\(line) AND c.state = 'ok' AND c.run = $2)"
            }
        try connection.execute(
            """
            UPDATE instance SET last_seen = $1, times_seen = times_seen + 1, last_run = $2
            WHERE integration = $3 AND kind = $4 AND status <> 'resolved' AND last_run < $2 AND \(condition)
            """,
            [now.sql, .int(run), scope, .text(kind.rawValue), .text(collector.rawValue)])
    }

    /// Resolves the open instances that a condition names (`$1` is the integration) and notes it in their history.
    func resolveInstances(where condition: String, _ arguments: [SQLValue], run: Int, at now: Date) throws -> Int {
        let open = try connection.rows(
            """
            SELECT fingerprint, check_id, status, since FROM instance
            WHERE integration = $1 AND \(condition) AND status <> 'resolved'
            """, [scope] + arguments
        ) { (fingerprint: $0.text(0), check: $0.text(1), status: $0.text(2), since: $0.real(3)) }
        for instance in open {
            try connection.execute(
                """
                UPDATE instance SET status = 'resolved', resolved_at = $1, since = $1, last_run = $2
                WHERE integration = $3 AND fingerprint = $4
                """, [now.sql, .int(run), scope, .text(instance.fingerprint)])
            tallies.leave(instance.check, .init(rawValue: instance.status) ?? .active, since: instance.since)
            tallies.enter(instance.check, .resolved, since: now.timeIntervalSince1970)
            tallies.count(.resolved, of: instance.check, at: now)
            try remember(.resolved, of: instance.fingerprint, evidence: nil, run: run, at: now)
        }
        return open.count
    }

    struct Known {
        var fingerprint: String
        var status: Instance.Status
        var evidence: String
        var lastRun: Int
        var since: Double
    }

    private struct Found {
        var assessment: Assessment
        var answer: Assessment.Answer
        var evidence: Evidence
        var tenantID: String
        var fingerprint: String {
            instanceFingerprint(
                check: answer.check, tenantID: tenantID, resource: assessment.resource, subID: assessment.subID)
        }
    }

    private static let knownColumns = "SELECT check_id, fingerprint, status, evidence, last_run, since FROM instance"

    private func knownInstances(of assessment: Assessment) throws -> [String: Known] {
        let pairs = try connection.rows(
            "\(Self.knownColumns) WHERE integration = $1 AND kind = $2 AND owner = $3 AND entity_id = $4",
            [scope, .text(assessment.kind.rawValue), .text(assessment.ownerID), .text(assessment.entityID)], Self.known)
        return Dictionary(pairs, uniquingKeysWith: { _, last in last })
    }

    @Sendable private static func known(_ row: any SQLRow) -> (String, Known) {
        (
            row.text(0),
            Known(
                fingerprint: row.text(1), status: .init(rawValue: row.text(2)) ?? .active, evidence: row.text(3),
                lastRun: row.int(4), since: row.real(5))
        )
    }

    /// - Returns: whether it is new or open again where people look. What was hidden and came back goes to the hidden ones without a word.
    private func open(_ found: Found, known: Known?, run: Int, at now: Date) throws -> Bool {
        let evidence = String(decoding: try BodyEncoder.encode(found.evidence), as: UTF8.self)
        // The same weakness under another owner or id than before has the same fingerprint.
        let known =
            try known
            ?? connection.first(
                "\(Self.knownColumns) WHERE integration = $1 AND fingerprint = $2", [scope, .text(found.fingerprint)]
            ) { Self.known($0).1 }
        guard let known else {
            try insert(found, evidence: evidence, run: run, at: now)
            return true
        }
        let status = try statusWhenFound(known, check: found.answer.check, found.evidence, at: now)
        let isMoved = status != known.status
        try update(found, known, evidence: evidence, status: status, run: run, at: now)
        if isMoved {
            let change: HistoryEntry.Change = status == .hidden ? .hidden : .reopened
            tallies.leave(found.answer.check, known.status, since: known.since)
            tallies.enter(found.answer.check, status, since: now.timeIntervalSince1970)
            if change == .reopened { tallies.count(.reopened, of: found.answer.check, at: now) }
            try remember(change, of: known.fingerprint, evidence: evidence, run: run, at: now)
        } else if known.evidence != evidence {
            try remember(.changed, of: known.fingerprint, evidence: evidence, run: run, at: now)
        }
        return isMoved && status == .active
    }

    private func insert(_ found: Found, evidence: String, run: Int, at now: Date) throws {
        let (resource, assessment) = (found.assessment.resource, found.assessment)
        let words = try ContentWords.keep(found.evidence, of: integration, connection)
        try connection.execute(
            """
            INSERT INTO instance (integration, fingerprint, check_id, kind, owner, entity_id, resource_type,
                resource_id, resource_name, resource_url, drive_id, location, sub_id, evidence, status, first_seen,
                last_seen, since, first_run, last_run, opened_run, times_seen, words)
            VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,'active',$15,$15,$15,$16,$16,$16,1,$17)
            """,
            [
                scope, .text(found.fingerprint), .text(found.answer.check), .text(assessment.kind.rawValue),
                .text(assessment.ownerID), .text(assessment.entityID), .text(resource.type.rawValue),
                .text(resource.id), .text(resource.name), .optional(resource.url), .optional(resource.driveID),
                .optional(resource.location), .optional(assessment.subID), .text(evidence), now.sql, .int(run),
                words,
            ])
        tallies.enter(
            found.answer.check, .active, since: now.timeIntervalSince1970, severity: found.answer.severity)
        tallies.count(.opened, of: found.answer.check, at: now)
        try remember(.opened, of: found.fingerprint, evidence: evidence, run: run, at: now)
    }

    private func update(
        _ found: Found, _ known: Known, evidence: String, status: Instance.Status, run: Int, at now: Date
    ) throws {
        let (resource, assessment) = (found.assessment.resource, found.assessment)
        let words = try ContentWords.keep(found.evidence, of: integration, connection)
        let isMoved = status != known.status
        try connection.execute(
            """
            UPDATE instance SET evidence = $1, resource_name = $2, resource_url = $3, location = $4, last_seen = $5,
                last_run = $6, times_seen = times_seen + $7, resolved_at = NULL, kind = $8, owner = $9, entity_id = $10,
                status = $11, since = $12, opened_run = CASE WHEN $13 = 1 THEN $6 ELSE opened_run END,
                words = $14
            WHERE integration = $15 AND fingerprint = $16
            """,
            [
                .text(evidence), .text(resource.name), .optional(resource.url), .optional(resource.location), now.sql,
                .int(run), .int(known.lastRun < run ? 1 : 0), .text(assessment.kind.rawValue),
                .text(assessment.ownerID), .text(assessment.entityID), .text(status.rawValue),
                .real(isMoved ? now.timeIntervalSince1970 : known.since), .int(isMoved && status == .active ? 1 : 0),
                words, scope, .text(known.fingerprint),
            ])
    }

    func remember(
        _ change: HistoryEntry.Change, of fingerprint: String, evidence: String?, run: Int, at now: Date
    ) throws {
        try connection.execute(
            """
            INSERT INTO history (integration, fingerprint, run, change, at, evidence) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (integration, fingerprint, run, change) DO UPDATE SET at = excluded.at, evidence = excluded.evidence
            """,
            [scope, .text(fingerprint), .int(run), .text(change.rawValue), now.sql, .optional(evidence)])
    }
}
