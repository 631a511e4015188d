import Foundation
import Model

/// A check that could not be answered, and about how many entities: "could not be told" is kept, never dropped.
public struct DoubtCount: Sendable, Hashable {
    public var check: String
    public var reason: String
    public var entities: Int
}

extension StoreWriter {
    /// Keeps what could not be told about one entity, in place of what was kept before.
    func recordDoubts(of assessment: Assessment, had known: Bool) throws {
        let place: [SQLValue] = [
            scope, .text(assessment.kind.rawValue), .text(assessment.ownerID), .text(assessment.entityID),
        ]
        if known {
            try connection.execute(
                "DELETE FROM doubt WHERE integration = $1 AND kind = $2 AND owner = $3 AND entity_id = $4", place)
        }
        for answer in assessment.answers {
            guard case .unknown(let reason) = answer.outcome else { continue }
            try connection.execute(
                """
                INSERT INTO doubt (integration, kind, owner, entity_id, check_id, reason) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (integration, kind, owner, entity_id, check_id) DO UPDATE SET reason = excluded.reason
                """, place + [.text(answer.check), .text(reason)])
        }
    }

    func hasDoubts(_ assessment: Assessment) throws -> Bool {
        try connection.first(
            "SELECT 1 FROM doubt WHERE integration = $1 AND kind = $2 AND owner = $3 AND entity_id = $4 LIMIT 1",
            [scope, .text(assessment.kind.rawValue), .text(assessment.ownerID), .text(assessment.entityID)]
        ) { _ in true } ?? false
    }

    /// Drops the doubts about entities that are gone.
    public func forgetStrayDoubts() throws {
        try connection.execute(
            """
            DELETE FROM doubt WHERE integration = $1 AND NOT EXISTS (
                SELECT 1 FROM entity e WHERE e.integration = $1 AND e.kind = doubt.kind AND e.owner = doubt.owner
                    AND e.id = doubt.entity_id)
            """, [scope])
    }
}

extension Store {
    /// What could not be told, by check and reason, most entities first.
    public func doubts(of integration: Int) throws -> [DoubtCount] {
        try database.read {
            try $0.rows(
                """
                SELECT check_id, reason, COUNT(*) FROM doubt WHERE integration = $1
                GROUP BY check_id, reason ORDER BY 3 DESC, check_id, reason
                """, [.int(integration)]
            ) { DoubtCount(check: $0.text(0), reason: $0.text(1), entities: $0.int(2)) }
        }
    }
}
