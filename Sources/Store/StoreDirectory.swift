import Foundation
import Model

/// Which users, groups or apps of a directory are wanted.
public struct DirectoryFilter: Sendable, Hashable {
    public enum Protected: String, Sendable, CaseIterable { case yes, no }

    /// A part of a name or an address, in any case.
    public var text: String?
    public var onlyGuests = false
    public var onlyDisabled = false
    /// Users: protected at the moment, by whatever way. Groups: themselves on the list.
    public var protected: Protected?
    public init() {}
}

/// A place in the list of a directory, by name.
public struct DirectoryPosition: Sendable, Hashable, Codable {
    public var name: String
    public var id: String
    public init(name: String, id: String) {
        self.name = name
        self.id = id
    }
}

extension Store {
    /// From so many protected users on the list of all is walked in place of theirs: reading 4,000 of them by id takes as long as meeting
    /// fifty of them among 300,000 by name.
    private static let fewProtected = 4_000
    /// With more entries than these nobody asks first how many they protect.
    private static let mostEntries = 1_000

    /// A page of users, groups or service principals by name.
    public func directory<E: Entity>(
        _ type: E.Type, of integration: Int, _ filter: DirectoryFilter = DirectoryFilter(), at now: Date,
        _ seek: Seek<DirectoryPosition> = .start, limit: Int = 50
    ) throws -> Slice<E> {
        let decoder = StoredEntity.decoder()
        let isFew = try filter.protected == .yes && E.kind == .user && isFewProtected(of: integration, at: now)
        let statement = Self.directoryStatement(
            E.kind, of: integration, filter, at: now, seek, limit: limit, fromProtected: isFew)
        let found = try database.read {
            try $0.rows(statement.sql, statement.arguments) {
                try decoder.decode(E.self, from: Data($0.text(0).utf8))
            }
        }
        return Slice(found, limit: limit, seek)
    }

    /// Where an entity stands in the list.
    public static func directoryPosition(of entity: some Entity) -> DirectoryPosition {
        DirectoryPosition(name: DirectoryKeys(entity)?.name ?? "", id: entity.id)
    }

    static func directoryStatement(
        _ kind: EntityKind, of integration: Int, _ filter: DirectoryFilter, at now: Date,
        _ seek: Seek<DirectoryPosition>, limit: Int, fromProtected: Bool
    ) -> SQLText {
        var text = SQLText()
        let scope = text.place(.int(integration))
        if let protected = filter.protected, fromProtected || protected == .no || kind == .group {
            let moment = text.place(now.sql)
            text.add(heldGroups(scope, moment))
            if fromProtected { text.add(", listed (id) AS (\(listedUsers(scope, moment)))") }
        }
        text.add(" SELECT e.body FROM \(fromProtected ? "listed l CROSS JOIN entity e" : "entity e")")
        text.add(" WHERE e.integration = \(scope) AND e.kind = \(text.place(.text(kind.rawValue)))")
        text.add(" AND e.name_key IS NOT NULL")
        if fromProtected { text.add(" AND e.owner = '' AND e.id = l.id") }
        if filter.onlyGuests { text.add(" AND e.is_guest = 1") }
        if filter.onlyDisabled { text.add(" AND e.is_disabled = 1") }
        if let position = seek.position {
            text.add(" AND (e.name_key, e.id) \(seek.isBackward ? "<" : ">") ")
            text.add(text.places([.text(position.name), .text(position.id)]))
        }
        if let words = filter.text, !words.isEmpty {
            let pattern = text.place(SQLText.containing(Protection.nameKey(words)))
            text.add(" AND (e.name_key LIKE \(pattern) ESCAPE '\\' OR e.find_key LIKE \(pattern) ESCAPE '\\'")
            // Further addresses of people are those that the list knows.
            if kind == .user, filter.protected == .yes {
                text.add(" OR e.id IN (\(Self.peopleBySecondary(scope, pattern)))")
                // The list says what people are; no index does.
                let title = text.place(SQLText.containing(words))
                text.add(" OR json_extract(e.body, '$.jobTitle') LIKE \(title) ESCAPE '\\'")
            }
            text.add(")")
        }
        if let protected = filter.protected, !fromProtected {
            switch (kind, protected) {
            case (.group, .yes): text.add(" AND \(isGroupListed)")
            case (.group, .no): text.add(" AND NOT \(isGroupListed)")
            // Whoever is protected is met soon, by few groups around them; past the others a list may walk far.
            case (_, .yes): text.add(" AND \(isUserProtected(scope, text.place(now.sql)))")
            case (_, .no): text.add(" AND NOT \(isUserHeld)")
            }
        }
        let order = seek.isBackward ? "DESC" : "ASC"
        text.add(" ORDER BY e.name_key \(order), e.id \(order) LIMIT \(limit + 1)")
        return text
    }

    /// Where every protected user of a directory stands in its list, in the order of the list; nil where they are more than `most`.
    public func protectedPositions(of integration: Int, at now: Date, most: Int) throws -> [DirectoryPosition]? {
        guard try isFewProtected(of: integration, at: now, few: most) else { return nil }
        var text = SQLText()
        let scope = text.place(.int(integration))
        let moment = text.place(now.sql)
        text.add(heldGroups(scope, moment))
        text.add(
            """
            , listed (id) AS (\(listedUsers(scope, moment)))
            SELECT e.name_key, e.id FROM listed l CROSS JOIN entity e
            WHERE e.integration = \(scope) AND e.kind = 'user' AND e.owner = '' AND e.id = l.id AND e.name_key IS NOT NULL
            ORDER BY e.name_key, e.id
            """)
        return try database.read {
            try $0.rows(text.sql, text.arguments) { DirectoryPosition(name: $0.text(0), id: $0.text(1)) }
        }
    }

    private func isFewProtected(of integration: Int, at now: Date, few: Int = Store.fewProtected) throws -> Bool {
        let entries = try database.read {
            try $0.first(
                """
                SELECT COUNT(*) FROM (
                    SELECT 1 FROM protection WHERE integration = $1 AND kind IN ('group', 'user') LIMIT \(Self.mostEntries + 1)) AS entries
                """, [.int(integration)]
            ) { $0.int(0) }
        }
        guard let entries, entries <= Self.mostEntries else { return false }
        var text = SQLText()
        let scope = text.place(.int(integration))
        let moment = text.place(now.sql)
        text.add(heldGroups(scope, moment))
        text.add(
            """
             SELECT (SELECT COUNT(*) FROM (
                SELECT 1 FROM held h CROSS JOIN membership m ON m.integration = \(scope) AND m.group_id = h.id
                LIMIT \(few + 1)) AS members)
                + (SELECT COUNT(*) FROM (
                    SELECT 1 FROM protection p WHERE p.integration = \(scope) AND p.kind = 'user'
                    LIMIT \(few + 1)) AS entries)
            """)
        let count = try database.read { try $0.first(text.sql, text.arguments) { $0.int(0) } } ?? 0
        return count <= few
    }
}

/// The groups that are protected at a moment, each with all groups inside it. `UNION` drops what was seen, so that groups which contain
/// each other are no trouble. Protected groups are few beside memberships: every statement starts at `held` (`CROSS JOIN` keeps the order).
func heldGroups(_ scope: String, _ moment: String) -> String {
    """
    WITH RECURSIVE held (root, id) AS (
        SELECT p.id, p.id FROM protection p
        WHERE p.integration = \(scope) AND p.kind = 'group' AND \(isActive("p", moment))
        UNION
        SELECT h.root, m.member_id FROM held h CROSS JOIN membership m
        WHERE m.integration = \(scope) AND m.group_id = h.id AND m.member_kind = 'group'),
    active (id) AS (
        SELECT p.id FROM protection p
        WHERE p.integration = \(scope) AND p.kind = 'user' AND \(isActive("p", moment)))
    """
}

func isActive(_ entry: String, _ moment: String) -> String {
    """
    EXISTS (SELECT 1 FROM protection_reason r
        WHERE r.integration = \(entry).integration AND r.kind = \(entry).kind AND r.id = \(entry).id
            AND (r.expires IS NULL OR r.expires > \(moment)))
    """
}

private func listedUsers(_ scope: String, _ moment: String) -> String {
    """
    SELECT m.member_id FROM held h CROSS JOIN membership m ON m.integration = \(scope) AND m.group_id = h.id
    WHERE m.member_kind = 'user'
    UNION SELECT id FROM active
    """
}

private let isGroupListed = "(e.id IN (SELECT h.root FROM held h))"
private let isUserHeld = """
    (e.id IN (SELECT a.id FROM active a) OR EXISTS (
        SELECT 1 FROM membership m WHERE m.integration = e.integration AND m.member_id = e.id
            AND m.group_id IN (SELECT h.id FROM held h)))
    """

private func isUserProtected(_ scope: String, _ moment: String) -> String {
    """
    (EXISTS (
        SELECT 1 FROM protection p WHERE p.integration = \(scope) AND p.kind = 'user' AND p.id = e.id AND \(isActive("p", moment)))
        OR EXISTS (
            \(groupsAround(scope, "m.member_id = e.id"))
            SELECT 1 FROM around a CROSS JOIN protection p
            WHERE p.integration = \(scope) AND p.kind = 'group' AND p.id = a.id AND \(isActive("p", moment))))
    """
}

/// The groups around members, by whatever way, as far as `UNION` has not seen them: few, however many groups are protected.
/// - Parameter members: a condition on `m`, a membership.
func groupsAround(_ scope: String, _ members: String) -> String {
    """
    WITH RECURSIVE around (member, id) AS (
        SELECT m.member_id, m.group_id FROM membership m WHERE m.integration = \(scope) AND \(members)
        UNION
        SELECT a.member, m.group_id FROM around a CROSS JOIN membership m
        WHERE m.integration = \(scope) AND m.member_id = a.id)
    """
}
