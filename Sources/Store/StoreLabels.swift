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
        let own: [SQLValue] = [scope, .text(label.id)]
        let known = try connection.first(
            "SELECT name FROM label_name WHERE integration = $1 AND label = $2 AND until IS NULL", own
        ) { $0.text(0) }
        guard known != name else { return }
        try connection.execute(
            "UPDATE label_name SET until = $1 WHERE integration = $2 AND label = $3 AND until IS NULL", [now.sql] + own)
        try connection.execute(
            """
            INSERT INTO label_name (integration, label, since, name) VALUES ($1, $2, $3, $4)
            ON CONFLICT (integration, label, since) DO UPDATE SET name = excluded.name, until = NULL
            """, own + [now.sql, .text(name)])
    }

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
        let decoder = StoredEntity.decoder()
        return try database.read { connection in
            let names = try Self.formerNames(of: integration, connection)
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
    }

    /// The integrations whose tenant has or had a label with one of these texts in its name, as far as the case of ASCII letters goes; where
    /// a text has other letters, any name may do.
    public func integrations(withLabelsLike texts: [String]) throws -> [Int] {
        guard !texts.isEmpty else { return [] }
        return try database.read { connection in
            let any = texts.indices.map { "name \(connection.likeInAnyCase) $\($0 + 1) ESCAPE '\\'" }
            return try connection.rows(
                """
                SELECT DISTINCT integration FROM label_name WHERE until IS NULL AND (\(any.joined(separator: " OR ")))
                ORDER BY integration
                """, texts.map { .text(SoughtText(text: $0, labels: nil).pattern) }
            ) { $0.int(0) }
        }
    }

    private static func formerNames(
        of integration: Int, _ connection: any SQLConnection
    ) throws -> [String: [KeptLabel.FormerName]] {
        let rows = try connection.rows(
            """
            SELECT label, name, since, until FROM label_name
            WHERE integration = $1 AND until IS NOT NULL ORDER BY label, since
            """, [.int(integration)]
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
