import Foundation
import Model

extension StoreWriter {
    /// Keeps the labels of a page, whatever was known of them: a new name is noted beside the old one, and one that is back is no
    /// longer deleted.
    /// - Parameter round: the number of the run that began the round they were seen in.
    public func keepLabels(_ labels: [SensitivityLabel], round: Int, at now: Date) throws {
        for label in labels {
            try connection.execute(
                """
                INSERT INTO label (integration, id, body, first_seen, seen) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (integration, id) DO UPDATE SET body = excluded.body, seen = excluded.seen, gone_at = NULL
                """,
                [
                    scope, .text(label.id), .text(String(decoding: try BodyEncoder.encode(label), as: UTF8.self)),
                    now.sql, .int(round),
                ])
            try keepName(of: label, at: now)
        }
    }

    private func keepName(of label: SensitivityLabel, at now: Date) throws {
        guard let name = label.name else { return }
        try keep(name, of: label.id, in: ("label_name", "name"), at: now)
    }

    /// After a full round: keeps where each label stands in the tree, by its id. A path that is another one now is noted beside the old one.
    public func keepLabelPaths(_ paths: [String: String], at now: Date) throws {
        for (label, path) in paths { try keep(path, of: label, in: ("label_path", "path"), at: now) }
    }

    /// Notes what a label is called from now on, where that is new.
    private func keep(
        _ name: String, of label: String, in place: (table: String, column: String), at now: Date
    ) throws {
        let own: [SQLValue] = [scope, .text(label)]
        let (table, column) = place
        let known = try connection.first(
            "SELECT \(column) FROM \(table) WHERE integration = $1 AND label = $2 AND until IS NULL", own
        ) { $0.text(0) }
        guard known != name else { return }
        try connection.execute(
            "UPDATE \(table) SET until = $1 WHERE integration = $2 AND label = $3 AND until IS NULL", [now.sql] + own)
        try connection.execute(
            """
            INSERT INTO \(table) (integration, label, since, \(column)) VALUES ($1, $2, $3, $4)
            ON CONFLICT (integration, label, since) DO UPDATE SET \(column) = excluded.\(column), until = NULL
            """, own + [now.sql, .text(name)])
    }

    /// Every label as it is known now, in this transaction.
    public func labels() throws -> [KeptLabel] { try Store.labels(of: integration, connection) }

    /// After a full round: marks as deleted what the round did not see. Nothing is removed.
    public func markLabelsDeleted(before round: Int, at now: Date) throws {
        try connection.execute(
            "UPDATE label SET gone_at = $1 WHERE integration = $2 AND seen < $3 AND gone_at IS NULL",
            [now.sql, scope, .int(round)])
    }
}

extension Store {
    /// Every label that an integration's tenant has or had: hundreds at most (Microsoft allows 500).
    public func labels(of integration: Int) throws -> [KeptLabel] {
        try database.read { try Self.labels(of: integration, $0) }
    }

    static func labels(of integration: Int, _ connection: any SQLConnection) throws -> [KeptLabel] {
        let decoder = StoredEntity.decoder()
        let names = try formerNames(of: integration, connection)
        return try connection.rows(
            "SELECT body, first_seen, gone_at FROM label WHERE integration = $1 ORDER BY id", [.int(integration)]
        ) { row in
            let label = try decoder.decode(SensitivityLabel.self, from: Data(row.text(0).utf8))
            return KeptLabel(
                label: label, firstSeen: Date(timeIntervalSince1970: row.real(1)),
                deletedAt: row.optionalReal(2).map { Date(timeIntervalSince1970: $0) },
                formerNames: names[label.id] ?? [])
        }
    }

    /// The integrations whose tenant has or had a label with one of these texts in its name or in one that it had, as far as the case of ASCII letters goes; where
    /// a text has other letters, any name may do.
    public func integrations(withLabelsLike texts: [String]) throws -> [Int] {
        guard !texts.isEmpty else { return [] }
        return try database.read { connection in
            let any = texts.indices.map { "name \(connection.likeInAnyCase) $\($0 + 1) ESCAPE '\\'" }
            return try connection.rows(
                """
                SELECT DISTINCT integration FROM label_name WHERE \(any.joined(separator: " OR "))
                ORDER BY integration
                """, texts.map { .text(SoughtText(text: $0, labels: nil).pattern) }
            ) { $0.int(0) }
        }
    }

    /// The whole paths that they had; of a change from before paths were kept, the name alone.
    private static func formerNames(
        of integration: Int, _ connection: any SQLConnection
    ) throws -> [String: [KeptLabel.FormerName]] {
        let rows = try connection.rows(
            """
            SELECT label, path AS name, since, until FROM label_path WHERE integration = $1 AND until IS NOT NULL
            UNION ALL
            SELECT label, name, since, until FROM label_name n
            WHERE integration = $2 AND until IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM label_path p
                WHERE p.integration = n.integration AND p.label = n.label AND p.until = n.until)
            ORDER BY label, since
            """, [.int(integration), .int(integration)]
        ) { row in
            (
                row.text(0),
                KeptLabel.FormerName(
                    name: row.text(1), since: Date(timeIntervalSince1970: row.real(2)),
                    until: Date(timeIntervalSince1970: row.real(3)))
            )
        }
        return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
    }

    /// When and how the labels of a tenant were read last; nil before anybody tried.
    public func labelReading(of integration: Int) throws -> (coverage: Coverage, at: Date)? {
        guard let coverage = try coverage(.sensitivityLabels, of: integration),
            let reading = try readings(.sensitivityLabels, from: "", to: "", of: integration)[""]
        else { return nil }
        return (coverage, reading.at)
    }
}
