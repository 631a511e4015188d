import Foundation
import Model

extension Store {
    /// Every profile that somebody made, by name: dozens, not thousands.
    public func contentProfiles() throws -> [KeptProfile] {
        let decoder = StoredEntity.decoder()
        return try database.read {
            try $0.rows("SELECT body, changed_by, changed_at FROM dlp_profile ORDER BY name_key") { row in
                KeptProfile(
                    try decoder.decode(ContentProfile.self, from: Data(row.text(0).utf8)), by: row.text(1),
                    at: Date(timeIntervalSince1970: row.real(2)))
            }
        }
    }

    /// Keeps a profile in place of the one of that name, and says so in the audit log.
    /// - Parameters:
    ///   - former: the name it had; integrations that use it go on using it.
    ///   - off: those of its entries that are switched off.
    public func keep(
        _ kept: KeptProfile, inPlaceOf former: String?, off: Set<String> = [], _ entry: AuditEntry
    ) throws {
        let key = self.key
        try database.write { connection in
            if let former { try connection.forgetProfile(former) }
            try connection.forgetProfile(kept.profile.name)
            try connection.execute(
                "INSERT INTO dlp_profile (name_key, name, body, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5)",
                [
                    .text(KeptProfile.key(kept.profile.name)), .text(kept.profile.name),
                    .text(String(decoding: try BodyEncoder.encode(kept.profile), as: UTF8.self)), .text(kept.by),
                    kept.at.sql,
                ])
            for id in kept.profile.entries.sorted() {
                try connection.execute(
                    "INSERT INTO dlp_profile_entry (profile, entry) VALUES ($1, $2)",
                    [.text(KeptProfile.key(kept.profile.name)), .text(id)])
            }
            try connection.switchOff(off.intersection(kept.profile.entries), in: kept.profile.name)
            if let former, former != kept.profile.name {
                try connection.renameProfile(former, to: kept.profile.name)
            }
            try connection.note(entry, key: key)
        }
    }

    /// Removes a profile and says so in the audit log.
    /// - Returns: whether there was one.
    public func removeContentProfile(_ name: String, _ entry: AuditEntry) throws -> Bool {
        let key = self.key
        return try database.write { connection in
            guard try connection.forgetProfile(name) > 0 else { return false }
            try connection.note(entry, key: key)
            return true
        }
    }

    /// The entries that somebody switched off in profiles, by the key of the profile's name.
    public func entriesOff() throws -> [String: Set<String>] {
        let rows = try database.read {
            try $0.rows("SELECT profile, entry FROM dlp_off") { ($0.text(0), $0.text(1)) }
        }
        return Dictionary(grouping: rows, by: \.0).mapValues { Set($0.map(\.1)) }
    }

    /// Says which entries of a profile are off, in place of what was said before.
    public func setEntriesOff(_ ids: Set<String>, in profile: String, _ entry: AuditEntry) throws {
        let key = self.key
        try database.write { connection in
            try connection.switchOff(ids, in: profile)
            try connection.note(entry, key: key)
        }
    }

    /// Says which profiles an integration uses.
    public func setProfiles(_ names: [String], of integration: Integration, _ entry: AuditEntry) throws {
        let key = self.key
        try database.write { connection in
            try connection.execute(
                "UPDATE integration SET dlp_profiles = $1 WHERE id = $2",
                [.text(names.joined(separator: "\n")), .int(integration.id)])
            try connection.note(entry, key: key)
        }
    }
}

extension SQLConnection {
    @discardableResult
    fileprivate func forgetProfile(_ name: String) throws -> Int {
        let key = SQLValue.text(KeptProfile.key(name))
        try execute("DELETE FROM dlp_off WHERE profile = $1", [key])
        try execute("DELETE FROM dlp_profile_entry WHERE profile = $1", [key])
        return try execute("DELETE FROM dlp_profile WHERE name_key = $1", [key])
    }

    fileprivate func switchOff(_ ids: Set<String>, in profile: String) throws {
        let name = SQLValue.text(KeptProfile.key(profile))
        try execute("DELETE FROM dlp_off WHERE profile = $1", [name])
        for id in ids.sorted() {
            try execute("INSERT INTO dlp_off (profile, entry) VALUES ($1, $2)", [name, .text(id)])
        }
    }

    /// Integrations name their profiles.
    fileprivate func renameProfile(_ former: String, to name: String) throws {
        let users = try rows("SELECT id, dlp_profiles FROM integration WHERE dlp_profiles <> ''") {
            ($0.int(0), $0.text(1))
        }
        for (id, list) in users {
            let names = list.split(separator: "\n").map(String.init)
            let renamed = names.map { KeptProfile.key($0) == KeptProfile.key(former) ? name : $0 }
            guard renamed != names else { continue }
            try execute(
                "UPDATE integration SET dlp_profiles = $1 WHERE id = $2",
                [.text(renamed.joined(separator: "\n")), .int(id)])
        }
    }
}
