import Crypto
import Foundation

extension Store {
    /// Adds a line to the audit log.
    public func note(_ entry: AuditEntry) throws {
        try database.write { try $0.note(entry, key: key) }
    }

    /// Adds a line to the audit log, without holding up the thread.
    public func note(_ entry: AuditEntry) async throws {
        let key = key
        try await database.write { try $0.note(entry, key: key) }
    }
}

extension StoreWriter {
    /// Adds a line to the audit log, in the transaction of the change that it is about.
    public func note(_ entry: AuditEntry) throws { try connection.note(entry, key: key) }
}

extension ProtectionWriter {
    /// Adds a line to the audit log, in the transaction of the change that it is about.
    public func note(_ entry: AuditEntry) throws { try connection.note(entry, key: key) }
}

extension SQLConnection {
    /// Each line is sealed together with the seal of the line before it: one that is changed, put in, taken out or moved breaks the chain
    /// from there on, and who has the database without the key file cannot mend it.
    func note(_ entry: AuditEntry, key: SecretKey) throws {
        let last = try first("SELECT id, seal FROM audit ORDER BY id DESC LIMIT 1") { ($0.int(0), $0.blob(1)) }
        let id = (last?.0 ?? 0) + 1
        let seal = AuditRecord(id: id, entry: entry).seal(after: last?.1 ?? [], key: key)
        try execute(
            """
            INSERT INTO audit (id, at, actor, action, subject, detail, address, seal)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .int(id), entry.at.sql, .text(entry.actor), .text(entry.action), .text(entry.subject),
                .optional(entry.detail), .optional(entry.address), .blob(seal),
            ])
    }
}

extension AuditRecord {
    /// Every field goes in with its length before it, so that no two lines make the same bytes.
    func seal(after previous: [UInt8], key: SecretKey) -> [UInt8] {
        var bytes = Data()
        func add(_ field: Data?) {
            withUnsafeBytes(of: Int64(field?.count ?? -1).bigEndian) { bytes.append(contentsOf: $0) }
            if let field { bytes.append(field) }
        }
        add(Data(previous))
        withUnsafeBytes(of: Int64(id).bigEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: entry.at.timeIntervalSince1970.bitPattern.bigEndian) { bytes.append(contentsOf: $0) }
        for text in [entry.actor, entry.action, entry.subject, entry.detail, entry.address] {
            add(text.map { Data($0.utf8) })
        }
        return key.authenticationCode(of: bytes, for: "audit")
    }
}
