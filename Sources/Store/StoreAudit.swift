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

extension Store {
    /// How many lines one page may read where no index helps, so that a page takes no longer on a log of millions.
    private static let mostRead = 50_000
    private static let columns = "id, at, actor, action, subject, detail, address"

    /// A page of the log, newest first. Where the search has to read lines it reads a bounded number, so that a page may hold fewer than
    /// `limit` and still have a next one.
    /// - Parameter below: `next` of the page before; nil for the newest.
    public func audit(_ filter: AuditFilter, below: Int? = nil, limit: Int) throws -> AuditPage {
        try audit(filter, below: below, limit: limit, reading: Self.mostRead)
    }

    func audit(_ filter: AuditFilter, below: Int?, limit: Int, reading most: Int) throws -> AuditPage {
        try database.read { connection in
            guard let bounds = try Self.bounds(filter, below: below, reading: most, connection) else {
                return AuditPage(records: [])
            }
            let found = try Self.records(filter, in: bounds, "DESC", limit: limit + 1, connection)
            let previous = below.map { found.first?.id ?? $0 - 1 }
            guard found.count <= limit else {
                return AuditPage(records: Array(found.prefix(limit)), next: found[limit - 1].id, previous: previous)
            }
            let hasRest = filter.needsReading && bounds.count == most && bounds.lowerBound > 1
            return AuditPage(records: found, next: hasRest ? bounds.lowerBound : nil, previous: previous)
        }
    }

    /// The page of lines right above an id, newest first.
    public func audit(_ filter: AuditFilter, above id: Int, limit: Int) throws -> AuditPage {
        try database.read { connection in
            guard let bounds = try Self.bounds(filter, below: nil, reading: .max, connection),
                id + 1 < bounds.upperBound
            else { return AuditPage(records: []) }
            let first = max(bounds.lowerBound, id + 1)
            let end = filter.needsReading ? min(bounds.upperBound, first + Self.mostRead) : bounds.upperBound
            let found = try Self.records(filter, in: first..<end, "ASC", limit: limit + 1, connection)
            let shown = found.prefix(limit)
            let previous = found.count > limit ? shown.last?.id : end < bounds.upperBound ? end - 1 : nil
            return AuditPage(records: shown.reversed(), next: shown.first?.id ?? first, previous: previous)
        }
    }

    private static func records(
        _ filter: AuditFilter, in ids: Range<Int>, _ order: String, limit: Int, _ connection: any SQLConnection
    ) throws -> [AuditRecord] {
        let (condition, arguments) = filter.condition(from: ids.lowerBound, below: ids.upperBound)
        return try connection.rows(
            "SELECT \(columns) FROM audit WHERE \(condition) ORDER BY id \(order) LIMIT \(limit)", arguments, record)
    }

    /// The ids among which the page is looked for; nil where there can be no line. Times grow with ids, so that a range of days is a
    /// range of ids.
    private static func bounds(
        _ filter: AuditFilter, below: Int?, reading most: Int, _ connection: any SQLConnection
    ) throws -> Range<Int>? {
        func id(_ sql: String, _ moment: Date?) throws -> Int? {
            try connection.first(sql, moment.map { [$0.sql] } ?? []) { $0.int(0) }
        }
        guard let newest = try id("SELECT id FROM audit ORDER BY id DESC LIMIT 1", nil) else { return nil }
        var (first, end) = (1, min(below ?? .max, newest + 1))
        if let from = filter.from {
            guard let found = try id("SELECT id FROM audit WHERE at >= $1 ORDER BY at, id LIMIT 1", from) else {
                return nil
            }
            first = found
        }
        if let to = filter.to {
            guard let found = try id("SELECT id FROM audit WHERE at < $1 ORDER BY at DESC, id DESC LIMIT 1", to) else {
                return nil
            }
            end = min(end, found + 1)
        }
        if filter.needsReading, most < end { first = max(first, end - most) }
        return first < end ? first..<end : nil
    }

    /// The actions that were ever noted, in order; for a filter to choose from.
    public func auditActions() throws -> [String] {
        try database.read { connection in
            var actions: [String] = []
            // One step down the index for each: DISTINCT would read every line.
            while let next = try connection.first(
                "SELECT action FROM audit WHERE action > $1 ORDER BY action LIMIT 1", [.text(actions.last ?? "")],
                { $0.text(0) })
            {
                actions.append(next)
            }
            return actions
        }
    }

    /// Goes through the whole log and says whether it is as it was written.
    public func proveAudit() throws -> AuditProof {
        try database.read { connection in
            var last: [UInt8] = []
            var count = 0
            var broken: Int?
            try connection.query("SELECT \(Self.columns), seal FROM audit ORDER BY id", []) { row in
                count += 1
                guard broken == nil else { return }
                let record = Self.record(row)
                let seal = row.blob(7)
                if record.id != count || !areAlike(record.seal(after: last, key: key), seal) { broken = count }
                last = seal
            }
            return broken.map { .broken(at: $0, of: count) } ?? .whole(count: count)
        }
    }

    private static func record(_ row: any SQLRow) -> AuditRecord {
        AuditRecord(
            id: row.int(0),
            entry: AuditEntry(
                at: Date(timeIntervalSince1970: row.real(1)), actor: row.text(2), action: row.text(3),
                subject: row.text(4), detail: row.optionalText(5), address: row.optionalText(6)))
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
        let entry = entry.withoutZeroBytes
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
