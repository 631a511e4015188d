import Foundation
import Model

/// When an entity changed and was told of, as far as runs know.
public struct EntityTimes: Sendable, Hashable {
    /// The start of the run that stored it first or changed it last; nil where that run is not kept.
    public var changed: Date?
    /// The start of the run in which the tenant named it last. A delta names only what changes.
    public var told: Date?
}

extension Store {
    /// Nil where the entity is not there.
    public func times(of kind: EntityKind, _ id: String, owner: String = "", in integration: Int) throws -> EntityTimes?
    {
        try database.read {
            try $0.first(
                """
                SELECT c.started_at, s.started_at FROM entity e
                    LEFT JOIN run c ON c.integration = e.integration AND c.number = e.changed
                    LEFT JOIN run s ON s.integration = e.integration AND s.number = e.seen
                WHERE e.integration = $1 AND e.kind = $2 AND e.owner = $3 AND e.id = $4
                """, [.int(integration), .text(kind.rawValue), .text(owner), .text(id)]
            ) { row in
                EntityTimes(
                    changed: row.optionalReal(0).map { Date(timeIntervalSince1970: $0) },
                    told: row.optionalReal(1).map { Date(timeIntervalSince1970: $0) })
            }
        }
    }
}
