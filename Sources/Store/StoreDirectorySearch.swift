import Foundation
import Model

/// What a quick search found in a directory.
public struct DirectoryHits<Found: Sendable>: Sendable {
    public var elements: [Found]
    /// There are more than these.
    public var hasMore: Bool
    /// Names behind the first so many were not looked into for a text inside them; beginnings of names were, all of them.
    public var isCutShort: Bool
}

extension Store {
    /// Users, groups or apps for a search over everything: first those whose name begins with the text, then those that have it anywhere in
    /// name or address. The first is a range of the index; the second reads the index alone, and a bounded stretch of it.
    /// - Parameter reach: how many names may be looked into.
    public func directoryHits<E: Entity>(
        _ type: E.Type, of integration: Int, for words: String, atMost limit: Int, reach: Int
    ) throws -> DirectoryHits<E> {
        let key = Protection.nameKey(words)
        guard !key.isEmpty else { return DirectoryHits(elements: [], hasMore: false, isCutShort: false) }
        let decoder = StoredEntity.decoder()
        let make: (any SQLRow) throws -> E = { try decoder.decode(E.self, from: Data($0.text(0).utf8)) }
        return try database.read { connection in
            let opening = Self.openingStatement(E.kind, of: integration, key, limit: limit + 1)
            var found = try connection.rows(opening.sql, opening.arguments, make)
            guard found.count <= limit else {
                return DirectoryHits(elements: Array(found.prefix(limit)), hasMore: true, isCutShort: false)
            }
            let inside = Self.insideStatement(E.kind, of: integration, key, limit: limit + 1, reach: reach)
            let known = Set(found.map(\.id))
            for id in try connection.rows(inside.sql, inside.arguments, { $0.text(0) }) where !known.contains(id) {
                found += try connection.rows(
                    "SELECT body FROM entity WHERE integration = $1 AND kind = $2 AND owner = '' AND id = $3",
                    [.int(integration), .text(E.kind.rawValue), .text(id)], make)
            }
            let isCut = try connection.first(
                """
                SELECT 1 FROM entity WHERE integration = $1 AND kind = $2 AND name_key IS NOT NULL
                ORDER BY name_key, id LIMIT 1 OFFSET \(reach)
                """, [.int(integration), .text(E.kind.rawValue)], { _ in true })
            return DirectoryHits(
                elements: Array(found.prefix(limit)), hasMore: found.count > limit, isCutShort: isCut ?? false)
        }
    }

    /// Names that begin with a text.
    static func openingStatement(_ kind: EntityKind, of integration: Int, _ key: String, limit: Int) -> SQLText {
        SQLText(
            """
            SELECT body FROM entity WHERE integration = $1 AND kind = $2 AND name_key IS NOT NULL
                AND name_key >= $3 AND name_key < $4 ORDER BY name_key, id LIMIT \(limit)
            """,
            [.int(integration), .text(kind.rawValue), .text(key), .text(key + "\u{10FFFF}")])
    }

    /// Ids of those that have a text in name or address, among the first names of the directory.
    static func insideStatement(
        _ kind: EntityKind, of integration: Int, _ key: String, limit: Int, reach: Int
    ) -> SQLText {
        SQLText(
            """
            SELECT id FROM (
                SELECT id, name_key, find_key FROM entity
                WHERE integration = $1 AND kind = $2 AND name_key IS NOT NULL ORDER BY name_key, id LIMIT \(reach)) AS names
            WHERE name_key LIKE $3 ESCAPE '\\' OR find_key LIKE $3 ESCAPE '\\' LIMIT \(limit)
            """,
            [.int(integration), .text(kind.rawValue), SQLText.containing(key)])
    }
}
