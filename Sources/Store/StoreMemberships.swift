import Foundation
import Model

extension StoreWriter {
    /// Members joining and leaving, as a page of a groups round says. Where nobody leaves, joining is done in the order of the members,
    /// so that neighbours in the page are neighbours in the index; otherwise in the page's order, which decides.
    public func move(_ page: [GroupChange], round: Int) throws {
        if page.allSatisfy(\.left.isEmpty) {
            let joins = page.flatMap { change in change.joined.map { (group: change.group.id, member: $0) } }
            for join in joins.sorted(by: { $0.member.id < $1.member.id }) {
                try self.join(group: join.group, join.member, round: round)
            }
            return
        }
        for change in page {
            for member in change.joined { try join(group: change.group.id, member, round: round) }
            for id in change.left { try leave(group: change.group.id, member: id) }
        }
    }

    public func join(group: String, _ member: Member, round: Int) throws {
        try connection.execute(
            """
            INSERT INTO membership (integration, group_id, member_id, member_kind, seen) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (integration, group_id, member_id) DO UPDATE SET member_kind = excluded.member_kind, seen = excluded.seen
            """,
            [scope, .text(group), .text(member.id), .text(member.kind.rawValue), .int(round)])
    }

    public func leave(group: String, member: String) throws {
        try connection.execute(
            "DELETE FROM membership WHERE integration = $1 AND group_id = $2 AND member_id = $3",
            [scope, .text(group), .text(member)])
    }

    public func forgetMembers(ofGroup group: String) throws {
        try connection.execute(
            "DELETE FROM membership WHERE integration = $1 AND group_id = $2", [scope, .text(group)])
    }

    /// After a full round of groups: forgets memberships the round did not see.
    public func sweepMemberships(round: Int) throws {
        try connection.execute("DELETE FROM membership WHERE integration = $1 AND seen < $2", [scope, .int(round)])
    }
}

extension Store {
    /// The direct members of a group.
    public func members(ofGroup group: String, of integration: Int) throws -> [Member] {
        try database.read {
            try $0.rows(
                "SELECT member_id, member_kind FROM membership WHERE integration = $1 AND group_id = $2 ORDER BY member_id",
                [.int(integration), .text(group)]
            ) { Member(id: $0.text(0), kind: .init(rawValue: $0.text(1)) ?? .other) }
        }
    }

    /// Every user in a group, through nested groups; a group that contains itself (by whatever way) is no trouble, because
    /// `UNION` drops what was seen.
    public func transitiveUserIDs(ofGroup group: String, of integration: Int) throws -> [String] {
        try database.read {
            try $0.rows(
                """
                WITH RECURSIVE reached (id, kind) AS (
                    SELECT member_id, member_kind FROM membership WHERE integration = $1 AND group_id = $2
                    UNION
                    SELECT m.member_id, m.member_kind FROM membership m JOIN reached r ON m.group_id = r.id
                    WHERE m.integration = $1 AND r.kind = 'group')
                SELECT id FROM reached WHERE kind = 'user' ORDER BY id
                """, [.int(integration), .text(group)]
            ) { $0.text(0) }
        }
    }

    /// The groups a directory object is a direct member of.
    public func groupIDs(ofMember member: String, of integration: Int) throws -> [String] {
        try database.read {
            try $0.rows(
                "SELECT group_id FROM membership WHERE integration = $1 AND member_id = $2 ORDER BY group_id",
                [.int(integration), .text(member)]
            ) { $0.text(0) }
        }
    }

    /// How many direct members each group has.
    public func memberCounts(of integration: Int) throws -> [String: Int] {
        let pairs = try database.read {
            try $0.rows(
                "SELECT group_id, COUNT(*) FROM membership WHERE integration = $1 GROUP BY group_id",
                [.int(integration)]
            ) { ($0.text(0), $0.int(1)) }
        }
        return Dictionary(pairs, uniquingKeysWith: { _, last in last })
    }
}
