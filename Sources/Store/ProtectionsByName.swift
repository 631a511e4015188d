import Foundation
import Model

extension Store {
    /// Entries by name. Of a directory: those of users whom it does not have any more. Of the local one (nil): all people typed in.
    public func protectionsByName(
        of integration: Int?, containing words: String?, _ seek: Seek<DirectoryPosition>, limit: Int
    ) throws -> Slice<Protection> {
        var text = SQLText("integration = ")
        let scope = text.place(.int(integration ?? 0))
        text.add(scope)
        text.add(integration == nil ? " AND kind IN ('pattern', 'person')" : " AND kind = 'user'")
        if integration != nil {
            text.add(
                """
                 AND NOT EXISTS (SELECT 1 FROM entity e WHERE e.integration = \(scope) AND e.kind = 'user' AND e.owner = ''
                    AND e.id = protection.id)
                """)
        }
        if let words, !words.isEmpty {
            let pattern = text.place(SQLText.containing(Protection.nameKey(words)))
            text.add(" AND (name_key LIKE \(pattern) ESCAPE '\\' OR LOWER(body) LIKE \(pattern) ESCAPE '\\'")
            text.add(" OR id IN (\(Self.peopleBySecondary(scope, pattern)))")
            let accented = try accentedIDs(words, of: integration)
            if !accented.isEmpty { text.add(" OR id IN \(text.places(accented.map { .text($0) }))") }
            text.add(")")
        }
        if let position = seek.position {
            text.add(" AND (name_key, id) \(seek.isBackward ? "<" : ">") ")
            text.add(text.places([.text(position.name), .text(position.id)]))
        }
        let order = seek.isBackward ? "DESC" : "ASC"
        text.add(" ORDER BY name_key \(order), id \(order) LIMIT \(limit + 1)")
        return Slice(try protections(text.sql, text.arguments), limit: limit, seek)
    }

    /// Entries whose name has the words once accents are left out of it; names without any are found by their key.
    private func accentedIDs(_ words: String, of integration: Int?) throws -> [String] {
        let plain = Protection.plainKey(words)
        return try database.read {
            try $0.rows(
                "SELECT id, name FROM protection WHERE integration = $1 AND LENGTH(CAST(name_key AS BLOB)) > LENGTH(name_key)",
                [.int(integration ?? 0)]
            ) { (id: $0.text(0), name: $0.text(1)) }
        }.filter { Protection.plainKey($0.name).contains(plain) }.prefix(500).map(\.id)
    }

    /// The ids of people of an integration who have a secondary email with these words in it.
    static func peopleBySecondary(_ scope: String, _ pattern: String) -> String {
        """
        SELECT s.person FROM secondary_email s WHERE s.integration = \(scope) AND s.address_key LIKE \(pattern) ESCAPE '\\'
        """
    }

    /// The secondary emails of these people, up to 500 of them.
    public func secondaryEmails(
        ofPeople ids: [String], in integration: Int?
    ) throws -> [String: [ProtectedPerson.SecondaryEmail]] {
        var found: [String: [ProtectedPerson.SecondaryEmail]] = [:]
        for id in ids.prefix(500) {
            let kept = try secondaryEmails(from: id, to: id, in: integration)
            if !kept.isEmpty { found[id] = kept.map(\.email) }
        }
        return found
    }
}
