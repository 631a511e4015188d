import Foundation
import Model

/// A user of a directory who is protected at the moment, before their reasons and addresses are put together.
public struct ProtectedUser: Sendable, Hashable {
    public var id: String
    /// Nil where the directory has no such user any more.
    public var user: User?
    /// The entry that protects the user directly; nil for members of protected groups.
    public var entry: Protection?
    /// Names of the protected groups the user is in, by whatever way; sorted, each once.
    public var groups: [String]

    public init(id: String, user: User?, entry: Protection?, groups: [String]) {
        self.id = id
        self.user = user
        self.entry = entry
        self.groups = groups
    }
}

/// For statements whose first two values are the integration and the moment.
private let withHeldGroups = heldGroups("$1", "$2")

extension Store {
    /// Up to `limit` users of a directory after an id who are protected at a moment, directly or by a group, in the order of their ids.
    public func protectedUsers(
        of integration: Int, at now: Date, after id: String = "", upTo last: String? = nil, limit: Int = 500
    ) throws -> [ProtectedUser] {
        let ids = try protectedUserIDs(of: integration, at: now, after: id, upTo: last, limit: limit)
        guard let first = ids.first, let last = ids.last else { return [] }
        let groups = try protectedGroups(from: first, to: last, of: integration, at: now)
        let entries = try protections(.user, in: integration, from: first, to: last)
        let users = try entities(User.self, of: integration, ids: ids)
        return ids.map { id in
            let entry = entries[id].flatMap { $0.isActive(at: now) ? $0 : nil }
            return ProtectedUser(id: id, user: users[id], entry: entry, groups: groups[id] ?? [])
        }
    }

    /// One user with what protects them; nil where nothing does.
    public func protectedUser(_ id: String, of integration: Int, at now: Date) throws -> ProtectedUser? {
        let groups = try protectedGroups(from: id, to: id, of: integration, at: now)[id] ?? []
        let entry = try protection(.init(integration: integration, kind: .user, id: id))
        let counting = entry.flatMap { $0.isActive(at: now) ? $0 : nil }
        guard counting != nil || !groups.isEmpty else { return nil }
        let user = try entity(User.self, of: integration, id: id)
        return ProtectedUser(id: id, user: user, entry: counting, groups: groups)
    }

    /// The ids alone. An id without a user in the directory counts where it is listed directly: who has left stays until somebody decides.
    public func protectedUserIDs(
        of integration: Int, at now: Date, after id: String, upTo last: String? = nil, limit: Int
    ) throws -> [String] {
        let bound = last == nil ? "" : " AND % <= $4"
        return try database.read {
            try $0.rows(
                """
                \(withHeldGroups)
                SELECT id FROM (
                    SELECT * FROM (
                        SELECT DISTINCT m.member_id AS id FROM membership m
                        WHERE m.integration = $1 AND m.member_id > $3\(bound.replacing("%", with: "m.member_id"))
                            AND m.member_kind = 'user' AND m.group_id IN (SELECT h.id FROM held h)
                            AND EXISTS (
                                SELECT 1 FROM entity e WHERE e.integration = $1 AND e.kind = 'user' AND e.owner = ''
                                    AND e.id = m.member_id)
                        ORDER BY m.member_id LIMIT \(limit)) AS through
                    UNION
                    SELECT p.id FROM protection p
                    WHERE p.integration = $1 AND p.kind = 'user' AND p.id > $3\(bound.replacing("%", with: "p.id"))
                        AND EXISTS (
                            SELECT 1 FROM protection_reason r
                            WHERE r.integration = p.integration AND r.kind = p.kind AND r.id = p.id
                                AND (r.expires IS NULL OR r.expires > $2))) AS listed
                ORDER BY id LIMIT \(limit)
                """, [.int(integration), now.sql, .text(id)] + (last.map { [.text($0)] } ?? [])
            ) { $0.text(0) }
        }
    }

    /// How many users of a directory are protected at a moment, each once; counting ends at `most`.
    public func protectedUserCount(of integration: Int, at now: Date, upTo most: Int) throws -> Int {
        let statement = Self.protectedUserCountStatement(of: integration, at: now, upTo: most)
        return min(most, try database.read { try $0.first(statement.sql, statement.arguments) { $0.int(0) } } ?? 0)
    }

    static func protectedUserCountStatement(of integration: Int, at now: Date, upTo most: Int) -> SQLText {
        SQLText(
            """
            \(withHeldGroups)
            SELECT (SELECT COUNT(*) FROM (
                SELECT DISTINCT m.member_id FROM held h CROSS JOIN membership m ON m.integration = $1 AND m.group_id = h.id
                WHERE m.member_kind = 'user' LIMIT \(most)) AS through)
                + (SELECT COUNT(*) FROM (
                    SELECT a.id FROM active a WHERE NOT EXISTS (
                        SELECT 1 FROM membership m WHERE m.integration = $1 AND m.member_id = a.id AND m.member_kind = 'user'
                            AND m.group_id IN (SELECT h.id FROM held h))
                    LIMIT \(most)) AS others)
            """, [.int(integration), now.sql])
    }

    /// For each user between two ids the names of the protected groups they are in.
    private func protectedGroups(
        from first: String, to last: String, of integration: Int, at now: Date
    ) throws -> [String: [String]] {
        let pairs = try database.read {
            try $0.rows(
                """
                \(withHeldGroups)
                SELECT DISTINCT m.member_id, p.name FROM membership m
                JOIN held h ON h.id = m.group_id
                JOIN protection p ON p.integration = $1 AND p.kind = 'group' AND p.id = h.root
                WHERE m.integration = $1 AND m.member_id >= $3 AND m.member_id <= $4 AND m.member_kind = 'user'
                ORDER BY m.member_id, p.name
                """, [.int(integration), now.sql, .text(first), .text(last)]
            ) { ($0.text(0), $0.text(1)) }
        }
        return Dictionary(grouping: pairs, by: \.0).mapValues { $0.map(\.1) }
    }

    private func protections(
        _ kind: Protection.Kind, in integration: Int, from first: String, to last: String
    ) throws -> [String: Protection] {
        let page = try protections(
            "integration = $1 AND kind = $2 AND id >= $3 AND id <= $4 ORDER BY id",
            [.int(integration), .text(kind.rawValue), .text(first), .text(last)])
        return Dictionary(page.map { ($0.key.id, $0) }, uniquingKeysWith: { _, last in last })
    }

    /// The entities of one kind with these ids; those that are not there are left out.
    func entities<E: Entity>(_ type: E.Type, of integration: Int, ids: [String]) throws -> [String: E] {
        guard !ids.isEmpty else { return [:] }
        let decoder = StoredEntity.decoder()
        let places = ids.indices.map { "$\($0 + 3)" }.joined(separator: ", ")
        let found = try database.read {
            try $0.rows(
                "SELECT body FROM entity WHERE integration = $1 AND kind = $2 AND owner = '' AND id IN (\(places))",
                [.int(integration), .text(E.kind.rawValue)] + ids.map { .text($0) }
            ) { $0.text(0) }
        }
        let entities = try found.map { try decoder.decode(E.self, from: Data($0.utf8)) }
        return Dictionary(entities.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
    }

    /// The users that have a text somewhere in what the directory says of them, for a closer look; at most `limit`.
    public func users(mentioning text: String, of integration: Int, limit: Int = 100) throws -> [User] {
        let decoder = StoredEntity.decoder()
        return try database.read {
            try $0.rows(
                """
                SELECT body FROM entity WHERE integration = $1 AND kind = 'user' AND owner = '' AND LOWER(body) LIKE $2
                ORDER BY id LIMIT \(limit)
                """, [.int(integration), .text("%\(text.lowercased())%")]
            ) { try decoder.decode(User.self, from: Data($0.text(0).utf8)) }
        }
    }
}

extension Protection {
    /// Whether any reason still counts.
    public func isActive(at now: Date) -> Bool { reasons.contains { $0.expires.map { $0 > now } ?? true } }
}
