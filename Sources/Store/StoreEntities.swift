import Foundation
import Model

/// An entity as it is written: encoded before the transaction begins, so that the one writer is held for as short as can be.
public struct StoredEntity: Sendable {
    let kind: String
    let owner: String
    let id: String
    let body: String
    let hash: Int64
    let keys: DirectoryKeys?

    /// The same entity gives the same bytes, and so the same hash, in every process.
    public init(_ entity: some Entity) throws {
        kind = type(of: entity).kind.rawValue
        owner = entity.ownerID
        id = entity.id
        let bytes = try BodyEncoder.encode(entity)
        body = String(decoding: bytes, as: UTF8.self)
        hash = fnv1a(bytes)
        keys = DirectoryKeys(entity)
    }

    static func decoder() -> JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .secondsSince1970
        return decoder
    }
}

/// FNV-1a, 64 bits: tells whether a body changed. Not for anything an attacker could gain from.
private func fnv1a(_ bytes: [UInt8]) -> Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return Int64(bitPattern: hash)
}

extension StoreWriter {
    /// Keeps the entities of a page, in the order of their ids: neighbours in the page are then neighbours in the index. Of two with
    /// one id the later one counts.
    public func keep(_ page: [StoredEntity], round: Int, run: Int) throws {
        let places = page.indices.sorted { (page[$0].owner, page[$0].id, $0) < (page[$1].owner, page[$1].id, $1) }
        for place in places { try keep(page[place], round: round, run: run) }
    }

    /// Keeps an entity. `round` is the number of the run that began the round it was seen in; `run` is the one that sees it now.
    public func keep(_ entity: StoredEntity, round: Int, run: Int) throws {
        try connection.execute(
            """
            INSERT INTO entity
                (integration, kind, owner, id, body, hash, seen, changed, stale, name_key, find_key, is_guest, is_disabled)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10, $11, $12)
            ON CONFLICT (integration, kind, owner, id) DO UPDATE SET
                seen = excluded.seen,
                stale = CASE WHEN entity.hash = excluded.hash THEN entity.stale ELSE 1 END,
                changed = CASE WHEN entity.hash = excluded.hash THEN entity.changed ELSE excluded.changed END,
                body = excluded.body,
                hash = excluded.hash
            """,
            [
                scope, .text(entity.kind), .text(entity.owner), .text(entity.id), .text(entity.body),
                .integer(entity.hash),
                .int(round), .int(run),
            ] + (entity.keys?.sql ?? StoredEntity.noKeys))
        if let keys = entity.keys { try connection.setKeys(keys, of: entity, in: integration) }
    }

    /// Forgets one entity; its open instances are resolved, because what is gone has no weakness.
    /// - Returns: how many instances that resolved.
    @discardableResult
    public func forget(_ kind: EntityKind, owner: String, id: String, run: Int, at now: Date) throws -> Int {
        let gone = try connection.execute(
            "DELETE FROM entity WHERE integration = $1 AND kind = $2 AND owner = $3 AND id = $4",
            [scope, .text(kind.rawValue), .text(owner), .text(id)])
        guard gone > 0 else { return 0 }
        return try resolveInstances(
            where: "kind = $2 AND owner = $3 AND entity_id = $4", [.text(kind.rawValue), .text(owner), .text(id)],
            run: run, at: now)
    }

    /// After a full round: forgets what the round did not see.
    @discardableResult
    public func sweep(_ kind: EntityKind, owner: String, round: Int, run: Int, at now: Date) throws -> Int {
        let resolved = try resolveInstances(
            where: """
                kind = $2 AND owner = $3 AND entity_id IN (
                    SELECT id FROM entity e WHERE e.integration = $1 AND e.kind = $2 AND e.owner = $3 AND e.seen < $4)
                """,
            [.text(kind.rawValue), .text(owner), .int(round)], run: run, at: now)
        try connection.execute(
            "DELETE FROM entity WHERE integration = $1 AND kind = $2 AND owner = $3 AND seen < $4",
            [scope, .text(kind.rawValue), .text(owner), .int(round)])
        return resolved
    }

    /// After a full round over all owners of a kind that no check asks about: forgets what the round did not see.
    public func sweepAllOwners(_ kind: EntityKind, round: Int) throws {
        try connection.execute(
            "DELETE FROM entity WHERE integration = $1 AND kind = $2 AND seen < $3",
            [scope, .text(kind.rawValue), .int(round)])
    }

    /// Forgets everything of one kind that belongs to an owner who is gone.
    @discardableResult
    public func forgetAll(_ kind: EntityKind, owner: String, run: Int, at now: Date) throws -> Int {
        let resolved = try resolveInstances(
            where: "kind = $2 AND owner = $3", [.text(kind.rawValue), .text(owner)], run: run, at: now)
        try connection.execute(
            "DELETE FROM entity WHERE integration = $1 AND kind = $2 AND owner = $3",
            [scope, .text(kind.rawValue), .text(owner)])
        return resolved
    }

    /// Forgets what belongs to users who are gone: rules, methods, calendars.
    @discardableResult
    public func forgetOrphans(_ kind: EntityKind, owners: EntityKind, run: Int, at now: Date) throws -> Int {
        let orphaned = """
            NOT EXISTS (SELECT 1 FROM entity o WHERE o.integration = $1 AND o.kind = $3 AND o.owner = '' AND o.id = %.owner)
            """
        let resolved = try resolveInstances(
            where: "kind = $2 AND " + orphaned.replacing("%", with: "instance"),
            [.text(kind.rawValue), .text(owners.rawValue)], run: run, at: now)
        try connection.execute(
            "DELETE FROM entity WHERE integration = $1 AND kind = $2 AND " + orphaned.replacing("%", with: "entity"),
            [scope, .text(kind.rawValue), .text(owners.rawValue)])
        return resolved
    }

    /// Marks everything as to be judged again.
    public func markAllStale() throws {
        try connection.execute("UPDATE entity SET stale = 1 WHERE integration = $1 AND stale = 0", [scope])
    }

    /// The entities of one kind that belong to an owner, read inside this transaction.
    public func entities<E: Entity>(_ type: E.Type, owner: String = "") throws -> [E] {
        let decoder = StoredEntity.decoder()
        return try connection.rows(
            "SELECT body FROM entity WHERE integration = $1 AND kind = $2 AND owner = $3",
            [scope, .text(E.kind.rawValue), .text(owner)]
        ) { try decoder.decode(E.self, from: Data($0.text(0).utf8)) }
    }
}

/// A place in a list of entities: the last one read.
public struct EntityPosition: Sendable, Hashable {
    public var owner: String
    public var id: String
    public static let start = EntityPosition(owner: "", id: "")
    public init(owner: String, id: String) {
        self.owner = owner
        self.id = id
    }
}

/// Which entities of a kind are wanted.
public enum EntityFilter: Sendable, Hashable {
    case all
    /// Changed since they were last judged, or due because of the time.
    case toJudge(now: Date)
    case ofOwner(String)
    /// First stored or changed in this run or later.
    case changedSince(run: Int)
}

extension Store {
    /// Up to `limit` entities of a kind after a position, ordered by owner and id: a list of any length is read page by page.
    public func entities<E: Entity>(
        _ type: E.Type, of integration: Int, _ filter: EntityFilter = .all, after position: EntityPosition = .start,
        limit: Int = 500
    ) throws -> [E] {
        let decoder = StoredEntity.decoder()
        return try bodies(E.kind, of: integration, filter, after: position, limit: limit) {
            try decoder.decode(E.self, from: Data($0.utf8))
        }
    }

    /// Up to `limit` entities that changed since they were last judged or are due because of the time, in no particular order: whoever
    /// judges them takes them off the list, so that asking again gives the next ones.
    public func entitiesToJudge(_ kind: EntityKind, of integration: Int, now: Date, limit: Int) throws -> [any Entity] {
        let decoder = StoredEntity.decoder()
        let waiting = "SELECT body FROM entity WHERE integration = $1 AND kind = $2 AND"
        let bodies = try database.read {
            let changed = try $0.rows(
                "\(waiting) stale = 1 LIMIT \(limit)", [.int(integration), .text(kind.rawValue)]
            ) { $0.text(0) }
            guard changed.isEmpty else { return changed }
            return try $0.rows(
                "\(waiting) due <= $3 LIMIT \(limit)", [.int(integration), .text(kind.rawValue), now.sql]
            ) { $0.text(0) }
        }
        return try bodies.map { try Self.entity(kind.type, $0, decoder) }
    }

    private static func entity<E: Entity>(_ type: E.Type, _ body: String, _ decoder: JSONDecoder) throws -> any Entity {
        try decoder.decode(type, from: Data(body.utf8))
    }

    /// Entities of a kind known at run time only, ordered by owner and id.
    public func entities(
        kind: EntityKind, of integration: Int, _ filter: EntityFilter = .all, after position: EntityPosition = .start,
        limit: Int = 500
    ) throws -> [any Entity] {
        let decoder = StoredEntity.decoder()
        return try bodies(kind, of: integration, filter, after: position, limit: limit) {
            try Self.entity(kind.type, $0, decoder)
        }
    }

    /// Hands over every entity of a kind, 500 at a time, ordered by owner and id. No transaction is open meanwhile: `body` may write.
    public func forEachPage<E: Entity>(
        of type: E.Type, of integration: Int, _ filter: EntityFilter = .all, after start: EntityPosition = .start,
        _ body: ([E]) async throws -> Void
    ) async throws {
        var position = start
        while true {
            let page = try entities(type, of: integration, filter, after: position, limit: 500)
            guard let last = page.last else { return }
            position = EntityPosition(owner: last.ownerID, id: last.id)
            try await body(page)
        }
    }

    /// The same for a caller that cannot wait.
    public func forEachPage<E: Entity>(
        of type: E.Type, of integration: Int, _ filter: EntityFilter = .all, after start: EntityPosition = .start,
        _ body: ([E]) throws -> Void
    ) throws {
        var position = start
        while true {
            let page = try entities(type, of: integration, filter, after: position, limit: 500)
            guard let last = page.last else { return }
            position = EntityPosition(owner: last.ownerID, id: last.id)
            try body(page)
        }
    }

    public func entity<E: Entity>(_ type: E.Type, of integration: Int, owner: String = "", id: String) throws -> E? {
        let decoder = StoredEntity.decoder()
        return try database.read {
            try $0.first(
                "SELECT body FROM entity WHERE integration = $1 AND kind = $2 AND owner = $3 AND id = $4",
                [.int(integration), .text(E.kind.rawValue), .text(owner), .text(id)]
            ) { try decoder.decode(E.self, from: Data($0.text(0).utf8)) }
        }
    }

    public func count(_ kind: EntityKind, of integration: Int) throws -> Int {
        try count(kind, of: integration, upTo: Int(Int32.max))
    }

    /// The same; counting ends at `most`.
    public func count(_ kind: EntityKind, of integration: Int, upTo most: Int) throws -> Int {
        try database.read {
            try $0.first(
                """
                SELECT COUNT(*) FROM (
                    SELECT 1 FROM entity WHERE integration = $1 AND kind = $2 LIMIT \(most)) AS counted
                """, [.int(integration), .text(kind.rawValue)]
            ) { $0.int(0) } ?? 0
        }
    }

    /// How many users or groups there were when the last run ended or broke off, without counting them anew.
    public func keptCount(_ kind: EntityKind, of integration: Int) throws -> Int {
        try database.read {
            try $0.first(
                "SELECT entities FROM entity_count WHERE integration = $1 AND kind = $2",
                [.int(integration), .text(kind.rawValue)]
            ) { $0.int(0) } ?? 0
        }
    }

    /// How many entities of a kind carry a text in their JSON body, for tenant-wide facts that are seldom asked for.
    public func count(_ kind: EntityKind, of integration: Int, bodyContaining text: String) throws -> Int {
        try database.read {
            try $0.first(
                "SELECT COUNT(*) FROM entity WHERE integration = $1 AND kind = $2 AND body LIKE $3",
                [.int(integration), .text(kind.rawValue), .text("%\(text)%")]
            ) { $0.int(0) } ?? 0
        }
    }

    private func bodies<T>(
        _ kind: EntityKind, of integration: Int, _ filter: EntityFilter, after position: EntityPosition, limit: Int,
        _ decode: (String) throws -> T
    ) throws -> [T] {
        var condition = ""
        var arguments: [SQLValue] = [
            .int(integration), .text(kind.rawValue), .text(position.owner), .text(position.id),
        ]
        switch filter {
        case .all: break
        case .toJudge(let now):
            // The plus signs keep both engines on the primary key, which is in the order that is asked for.
            condition = "AND (+stale = 1 OR +due <= $5)"
            arguments.append(now.sql)
        case .ofOwner(let owner):
            condition = "AND owner = $5"
            arguments.append(.text(owner))
        case .changedSince(let run):
            condition = "AND changed >= $5"
            arguments.append(.int(run))
        }
        let texts = try database.read {
            try $0.rows(
                """
                SELECT body FROM entity WHERE integration = $1 AND kind = $2 AND (owner, id) > ($3, $4) \(condition)
                ORDER BY owner, id LIMIT \(limit)
                """, arguments
            ) { $0.text(0) }
        }
        return try texts.map(decode)
    }
}
