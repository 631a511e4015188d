import Foundation
import Model

extension Store {
    private static func purpose(_ id: String) -> String { "reeve/dlp-entry/\(id)/key" }

    /// Every entry that somebody made, by name.
    public func customEntries() throws -> [KeptEntry] {
        let decoder = StoredEntity.decoder()
        return try database.read {
            try $0.rows("SELECT body, changed_by, changed_at FROM dlp_entry ORDER BY name_key") { row in
                KeptEntry(
                    try decoder.decode(CustomEntry.self, from: Data(row.text(0).utf8)), by: row.text(1),
                    at: Date(timeIntervalSince1970: row.real(2)))
            }
        }
    }

    /// Keeps an entry in place of the one of that id, and says so in the audit log.
    /// - Parameter material: of exact data and fingerprints; nil leaves what is there.
    /// - Throws: `StoreError.failed` where another entry has the name.
    public func keep(_ kept: KeptEntry, material: EntryMaterial?, _ entry: AuditEntry) throws {
        let (key, id) = (self.key, SQLValue.text(kept.entry.id))
        try database.write { connection in
            try connection.execute(
                """
                INSERT INTO dlp_entry (id, name, name_key, means, body, changed_by, changed_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_key = excluded.name_key,
                    means = excluded.means, body = excluded.body, changed_by = excluded.changed_by,
                    changed_at = excluded.changed_at
                """,
                [
                    id, .text(kept.entry.name), .text(KeptProfile.key(kept.entry.name)),
                    .text(kept.entry.means.word),
                    .text(String(decoding: try BodyEncoder.encode(kept.entry), as: UTF8.self)), .text(kept.by),
                    kept.at.sql,
                ])
            if let material {
                let sealed = try key.seal(Data(material.key), for: Self.purpose(kept.entry.id))
                try connection.execute(
                    "UPDATE dlp_entry SET sealed_key = $1, material = $2 WHERE id = $3",
                    [.blob(sealed), .blob(material.bytes), id])
            }
            try connection.note(entry, key: key)
        }
    }

    /// The bulk of an entry; nil where it has none.
    /// - Throws: where the key was sealed with another key file.
    public func material(of id: String) throws -> EntryMaterial? {
        let found = try database.read {
            try $0.first(
                "SELECT sealed_key, material FROM dlp_entry WHERE id = $1 AND material IS NOT NULL", [.text(id)]
            ) { ($0.blob(0), $0.blob(1)) }
        }
        guard let (sealed, bytes) = found else { return nil }
        guard let plain = try? key.unseal(sealed, for: Self.purpose(id)) else {
            throw StoreError.sealedWithAnotherKey(name: id, keyPath: key.path)
        }
        return EntryMaterial(key: [UInt8](plain), bytes: bytes)
    }

    /// Removes an entry and says so in the audit log.
    /// - Returns: whether there was one.
    public func removeCustomEntry(_ id: String, _ entry: AuditEntry) throws -> Bool {
        let key = self.key
        return try database.write { connection in
            guard try connection.execute("DELETE FROM dlp_entry WHERE id = $1", [.text(id)]) > 0 else { return false }
            try connection.note(entry, key: key)
            return true
        }
    }

    /// The names of the profiles that have an entry.
    public func profiles(with entry: String) throws -> [String] {
        try database.read {
            try $0.rows(
                """
                SELECT p.name FROM dlp_profile_entry e JOIN dlp_profile p ON p.name_key = e.profile
                WHERE e.entry = $1 ORDER BY p.name_key
                """, [.text(entry)]
            ) { $0.text(0) }
        }
    }
}

extension CustomEntry.Means {
    /// What it is, in one word: for columns, the API and the audit log.
    public var word: String {
        switch self {
        case .pattern: "pattern"
        case .words: "words"
        case .dataset: "dataset"
        case .fingerprint: "fingerprint"
        case .label, .foreignLabel: "label"
        }
    }
}
