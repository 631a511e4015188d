import Foundation
import Model

/// How a user is protected at a moment.
public struct UserStanding: Sendable, Hashable {
    /// The entry that protects the user directly, with the reasons that count; nil where none does.
    public var entry: Protection?
    /// Names of the protected groups around the user, sorted.
    public var groups: [String] = []
    public init() {}
    public var isProtected: Bool { entry != nil || !groups.isEmpty }
}

/// How many of a group's members are protected at a moment.
public struct GroupStanding: Sendable, Hashable {
    /// The group itself is on the list: everybody in it, and whoever joins.
    public var entry: Protection?
    /// It lies inside a protected group; the names of those.
    public var groups: [String] = []
    /// Users inside, through nested groups; counted up to `limit`.
    public var members: Int { count.members }
    /// How many of the counted ones are protected.
    public var protected: Int { count.protected }
    var count = MemberCount()
    /// No more members than these are counted.
    public static let limit = 5_000
    public init() {}
    public var isCut: Bool { members > Self.limit }
    public var isWhole: Bool { entry != nil || !groups.isEmpty || (members > 0 && protected == members) }
}

/// How many users a group has inside, and how many of them are protected at the moment.
public struct MemberCount: Sendable, Hashable {
    var members = 0
    var protected = 0
}

extension Store {
    /// What protects these users; those whom nothing does are there too.
    public func standings(ofUsers ids: [String], of integration: Int, at now: Date) throws -> [String: UserStanding] {
        guard !ids.isEmpty else { return [:] }
        var standings = Dictionary(ids.map { ($0, UserStanding()) }, uniquingKeysWith: { first, _ in first })
        for entry in try entries(.user, ids, of: integration, at: now) { standings[entry.key.id]?.entry = entry }
        for (id, name) in try heldAround(ids, of: integration, at: now) { standings[id]?.groups.append(name) }
        return standings
    }

    /// How far the members of these groups are protected.
    /// - Parameter counts: what is known already of how many they are; what had to be counted is added.
    public func standings(
        ofGroups ids: [String], of integration: Int, at now: Date, counts: inout [String: MemberCount]
    ) throws -> [String: GroupStanding] {
        guard !ids.isEmpty else { return [:] }
        var standings = Dictionary(ids.map { ($0, GroupStanding()) }, uniquingKeysWith: { first, _ in first })
        for entry in try entries(.group, ids, of: integration, at: now) { standings[entry.key.id]?.entry = entry }
        for (id, name) in try heldAround(ids, of: integration, at: now) { standings[id]?.groups.append(name) }
        for id in ids {
            if let known = counts[id] {
                standings[id]?.count = known
                continue
            }
            // A group that is protected as a whole protects everybody in it: nobody has to be looked up.
            let isHeld = standings[id].map { $0.entry != nil || !$0.groups.isEmpty } ?? false
            let count = try memberCount(ofGroup: id, isHeld: isHeld, of: integration, at: now)
            counts[id] = count
            standings[id]?.count = count
        }
        return standings
    }

    /// The entries of these ids that count at the moment, each with the reasons that do.
    private func entries(_ kind: Protection.Kind, _ ids: [String], of integration: Int, at now: Date) throws
        -> [Protection]
    {
        var text = SQLText("integration = ")
        text.add(text.place(.int(integration)))
        text.add(" AND kind = \(text.place(.text(kind.rawValue))) AND id IN ")
        text.add(text.places(ids.map { .text($0) }))
        return try protections(text.sql, text.arguments).filter { $0.isActive(at: now) }.map { entry in
            var entry = entry
            entry.reasons = entry.reasons.filter { $0.expires.map { $0 > now } ?? true }
            return entry
        }
    }

    /// Pairs of a member and the name of a protected group around it, by name.
    private func heldAround(_ ids: [String], of integration: Int, at now: Date) throws -> [(String, String)] {
        var text = SQLText()
        let scope = text.place(.int(integration))
        text.add(groupsAround(scope, "m.member_id IN " + text.places(ids.map { .text($0) })))
        text.add(
            """
             SELECT DISTINCT a.member, p.name FROM around a
            CROSS JOIN protection p ON p.integration = \(scope) AND p.kind = 'group' AND p.id = a.id
            WHERE a.member <> a.id AND \(isActive("p", text.place(now.sql))) ORDER BY p.name
            """)
        return try database.read { try $0.rows(text.sql, text.arguments) { ($0.text(0), $0.text(1)) } }
    }

    private func memberCount(
        ofGroup id: String, isHeld: Bool, of integration: Int, at now: Date
    ) throws -> MemberCount {
        var text = SQLText()
        let scope = text.place(.int(integration))
        let moment = text.place(now.sql)
        text.add(heldGroups(scope, moment))
        let group = text.place(.text(id))
        text.add(
            """
            , inside (id) AS (
                SELECT \(group)
                UNION
                SELECT m.member_id FROM membership m JOIN inside i ON m.group_id = i.id
                WHERE m.integration = \(scope) AND m.member_kind = 'group'),
            people (id) AS (
                SELECT DISTINCT m.member_id FROM inside i CROSS JOIN membership m
                WHERE m.integration = \(scope) AND m.group_id = i.id AND m.member_kind = 'user'
                LIMIT \(GroupStanding.limit + 1))
            SELECT COUNT(*), \(isHeld ? "COUNT(*)" : protectedAmong(scope)) FROM people
            """)
        return try database.read {
            try $0.first(text.sql, text.arguments) { MemberCount(members: $0.int(0), protected: $0.int(1)) }
        } ?? MemberCount()
    }

    /// How many of `people` are protected.
    private func protectedAmong(_ scope: String) -> String {
        """
        COALESCE(SUM(CASE WHEN people.id IN (SELECT a.id FROM active a) OR EXISTS (
            SELECT 1 FROM membership m WHERE m.integration = \(scope) AND m.member_id = people.id
                AND m.group_id IN (SELECT h.id FROM held h)) THEN 1 ELSE 0 END), 0)
        """
    }

    /// Up to `limit` direct members of a group after an id: users and groups that the directory knows, and ids of others.
    public func members(
        ofGroup group: String, of integration: Int, after id: String = "", limit: Int
    ) throws -> [Member] {
        try database.read {
            try $0.rows(
                """
                SELECT member_id, member_kind FROM membership WHERE integration = $1 AND group_id = $2 AND member_id > $3
                ORDER BY member_id LIMIT \(limit)
                """, [.int(integration), .text(group), .text(id)]
            ) { Member(id: $0.text(0), kind: .init(rawValue: $0.text(1)) ?? .other) }
        }
    }

    /// The entities of one kind with these ids, up to 500 of them; those that are not there are left out.
    public func found<E: Entity>(_ type: E.Type, of integration: Int, ids: [String]) throws -> [String: E] {
        try entities(type, of: integration, ids: Array(ids.prefix(500)))
    }
}
