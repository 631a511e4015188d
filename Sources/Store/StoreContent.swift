import Foundation
import Model

/// A file and how it stands.
public struct StandingFile: Sendable {
    public var file: ContentCandidate
    public var standing: ContentStanding
    public var detail: String?
}

/// How many files stand how, and one of them by name.
public struct ContentCount: Hashable, Sendable {
    public var standing: ContentStanding
    public var detail: String?
    public var files: Int
    public var example: String?
}

extension StoreWriter {
    /// Keeps the files of a page. A new or changed one waits to be looked at, where anything is looked for.
    public func keep(_ page: [ContentCandidate], round: Int) throws {
        guard !page.isEmpty else { return }
        let wants: SQLValue = .int(try (scannedFor() ?? "").isEmpty ? 0 : 1)
        for file in page.sorted(by: { $0.id < $1.id }) {
            try connection.execute(
                """
                INSERT INTO content_candidate
                    (integration, drive, item, name, size, modified, tag, url, parent, seen, waiting, standing, turn)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'waiting', $12)
                ON CONFLICT (integration, drive, item) DO UPDATE SET
                    again = CASE WHEN content_candidate.tag = excluded.tag AND content_candidate.name = excluded.name
                        THEN content_candidate.again ELSE NULL END,
                    waiting = CASE WHEN content_candidate.tag = excluded.tag AND content_candidate.name = excluded.name
                        THEN content_candidate.waiting ELSE excluded.waiting END,
                    standing = CASE WHEN content_candidate.tag = excluded.tag AND content_candidate.name = excluded.name
                        THEN content_candidate.standing ELSE excluded.standing END,
                    name = excluded.name, size = excluded.size, modified = excluded.modified, tag = excluded.tag,
                    url = excluded.url, parent = excluded.parent, seen = excluded.seen,
                    turn = excluded.turn
                """,
                [
                    scope, .text(file.driveID), .text(file.id), .text(file.name),
                    file.size.map { .integer($0) } ?? .null, .optional(file.modified?.timeIntervalSince1970),
                    .text(file.tag), .optional(file.webUrl), .optional(file.parentID), .int(round), wants,
                    .real(file.turn),
                ])
        }
    }

    /// Notes what became of a file. One that has changed in the meantime goes on waiting.
    /// - Parameters:
    ///   - again: when it is worth another try although nothing changed; nil for never.
    ///   - labels: the ids of the sensitivity labels that it bears, small letters; nil where nobody knows.
    public func settle(
        _ file: ContentCandidate, _ standing: ContentStanding, detail: String?, again: Date? = nil,
        labels: Set<String>? = nil
    ) throws {
        try connection.execute(
            """
            UPDATE content_candidate SET standing = $1, detail = $2, waiting = $3, again = $4, labels = $5
            WHERE integration = $6 AND drive = $7 AND item = $8 AND tag = $9
            """,
            [
                .text(standing.rawValue), .optional(detail), .int(standing.isWorthAnotherTry ? 1 : 0),
                .optional(again?.timeIntervalSince1970), .optional(labels?.sorted().joined(separator: " ")), scope,
                .text(file.driveID), .text(file.id), .text(file.tag),
            ])
    }

    /// Lets those files wait that bear one of some labels, as far as anybody knows, and those of which nobody does.
    /// - Parameter ids: small letters; nil for any label.
    public func wakeCandidates(bearing ids: Set<String>?) throws {
        guard let ids else { return try wakeCandidates(where: ["labels IS NULL", "labels <> ''"]) }
        try wakeCandidates(where: ["labels IS NULL"])
        // A statement names so many.
        var rest = ids.sorted()[...]
        while !rest.isEmpty {
            let some = rest.prefix(32)
            try wakeCandidates(
                where: some.indices.map { "labels LIKE $\($0 - some.startIndex + 2)" }, some.map { .text("%\($0)%") })
            rest = rest.dropFirst(32)
        }
    }

    private func wakeCandidates(where any: [String], _ values: [SQLValue] = []) throws {
        try connection.execute(
            """
            UPDATE content_candidate SET waiting = 1, again = NULL
            WHERE integration = $1 AND waiting = 0 AND (\(any.joined(separator: " OR ")))
            """, [scope] + values)
    }

    /// Lets those files wait whose time for another try has come.
    public func wakeCandidates(at now: Date) throws {
        try connection.execute(
            "UPDATE content_candidate SET waiting = 1, again = NULL WHERE integration = $1 AND again <= $2",
            [scope, now.sql])
    }

    /// Lets those files wait that limits kept out or cut short, as far as they are not too large still.
    public func wakeCandidates(cutShort largest: Int64) throws {
        try connection.execute(
            """
            UPDATE content_candidate SET waiting = 1, again = NULL
            WHERE integration = $1 AND (standing IN ('limit', 'partial') OR standing = 'tooLarge' AND size <= $2)
            """, [scope, .integer(largest)])
    }

    /// Lets those files wait that could not be read.
    public func wakeUnreadCandidates() throws {
        try connection.execute(
            "UPDATE content_candidate SET waiting = 1, again = NULL WHERE integration = $1 AND standing = $2",
            [scope, .text(ContentStanding.error.rawValue)])
    }

    /// Lets those files wait of which nothing or not all was read because the text in images was not: pictures, and documents with pages
    /// or members that are pictures. Those that hold no text in any case are passed over once more, without a download. A picture in which
    /// something was found before is among those that could not be read.
    public func wakePictures() throws {
        try connection.execute(
            """
            UPDATE content_candidate SET waiting = 1, again = NULL
            WHERE integration = $1 AND standing IN ('unsupported', 'kind', 'partial', 'error')
            """, [scope])
    }

    /// Puts files where they belong among those that wait.
    public func setTurns(_ files: [ContentCandidate]) throws {
        for file in files {
            try connection.execute(
                "UPDATE content_candidate SET turn = $1 WHERE integration = $2 AND drive = $3 AND item = $4",
                [.real(file.turn), scope, .text(file.driveID), .text(file.id)])
        }
    }

    public func forgetCandidate(drive: String, id: String) throws {
        try connection.execute(
            "DELETE FROM content_candidate WHERE integration = $1 AND drive = $2 AND item = $3",
            [scope, .text(drive), .text(id)])
    }

    /// After a full round over a drive: forgets the files that the round did not see.
    public func sweepCandidates(drive: String, round: Int) throws {
        try connection.execute(
            "DELETE FROM content_candidate WHERE integration = $1 AND drive = $2 AND seen < $3",
            [scope, .text(drive), .int(round)])
    }

    public func forgetCandidates(drive: String) throws {
        try connection.execute(
            "DELETE FROM content_candidate WHERE integration = $1 AND drive = $2", [scope, .text(drive)])
    }

    /// What the files were last looked through for (profiles with what is in them) and within which limits; nil or empty for nothing.
    public func scannedFor() throws -> String? {
        try connection.first("SELECT scanned_for FROM integration WHERE id = $1", [scope]) { $0.optionalText(0) } ?? nil
    }

    /// From now on something else is looked for: every file waits again, or none where nothing is looked for.
    public func scan(for wanted: String) throws {
        try connection.execute("UPDATE integration SET scanned_for = $1 WHERE id = $2", [.text(wanted), scope])
        let waits: SQLValue = .int(wanted.isEmpty ? 0 : 1)
        try connection.execute(
            """
            UPDATE content_candidate SET waiting = $1, standing = 'waiting', detail = NULL, again = NULL
            WHERE integration = $2
            """,
            [waits, scope])
    }

    /// Notes that less is looked for than before: what was found stays as far as it is still wanted, and nothing is read again.
    public func noteScanned(for wanted: String) throws {
        try connection.execute("UPDATE integration SET scanned_for = $1 WHERE id = $2", [.text(wanted), scope])
    }
}

extension Store {
    private static let candidateColumns = "drive, item, name, size, modified, tag, url, parent, turn"

    @Sendable private static func candidate(_ row: any SQLRow) -> ContentCandidate {
        var file = ContentCandidate(driveID: row.text(0), id: row.text(1), name: row.text(2), tag: row.text(5))
        file.size = row.optionalReal(3).map { Int64($0) }
        file.modified = row.optionalReal(4).map { Date(timeIntervalSince1970: $0) }
        file.webUrl = row.optionalText(6)
        file.parentID = row.optionalText(7)
        file.reach = ContentReach(turn: row.real(8))
        return file
    }

    /// Up to `limit` files that wait to be looked at, behind another one, in the order of their turns.
    public func waitingCandidates(
        of integration: Int, after last: ContentCandidate? = nil, limit: Int
    ) throws -> [ContentCandidate] {
        try database.read {
            try $0.rows(
                """
                SELECT \(Self.candidateColumns) FROM content_candidate
                WHERE integration = $1 AND waiting = 1 AND (turn, drive, item) > ($2, $3, $4)
                ORDER BY turn, drive, item LIMIT \(limit)
                """,
                [
                    .int(integration), .real(last?.turn ?? -Double.greatestFiniteMagnitude),
                    .text(last?.driveID ?? ""), .text(last?.id ?? ""),
                ], Self.candidate)
        }
    }

    /// The drives in which files wait.
    public func drivesWithWaitingCandidates(of integration: Int) throws -> [String] {
        try database.read {
            try $0.rows(
                "SELECT DISTINCT drive FROM content_candidate WHERE integration = $1 AND waiting = 1 ORDER BY drive",
                [.int(integration)]
            ) { $0.text(0) }
        }
    }

    /// Up to `limit` files of a drive that wait, after one by its id.
    public func waitingCandidates(
        of integration: Int, in drive: String, after id: String, limit: Int
    ) throws -> [ContentCandidate] {
        try database.read {
            try $0.rows(
                """
                SELECT \(Self.candidateColumns) FROM content_candidate
                WHERE integration = $1 AND drive = $2 AND item > $3 AND waiting = 1 ORDER BY item LIMIT \(limit)
                """, [.int(integration), .text(drive), .text(id)], Self.candidate)
        }
    }

    public func waitingCandidateCount(of integration: Int) throws -> Int {
        try database.read {
            try $0.first(
                "SELECT COUNT(*) FROM content_candidate WHERE integration = $1 AND waiting = 1", [.int(integration)]
            ) { $0.int(0) } ?? 0
        }
    }

    public func candidate(of integration: Int, drive: String, id: String) throws -> ContentCandidate? {
        try database.read {
            try $0.first(
                """
                SELECT \(Self.candidateColumns) FROM content_candidate
                WHERE integration = $1 AND drive = $2 AND item = $3
                """, [.int(integration), .text(drive), .text(id)], Self.candidate)
        }
    }

    public func scannedFor(_ integration: Int) throws -> String? {
        try database.read {
            try $0.first("SELECT scanned_for FROM integration WHERE id = $1", [.int(integration)]) {
                $0.optionalText(0)
            } ?? nil
        }
    }

    /// Up to `limit` files that were not read whole, whatever the reason, behind another one, in the order of their drives and ids.
    public func unreadFiles(
        of integration: Int, after last: ContentCandidate? = nil, limit: Int
    ) throws -> [StandingFile] {
        try database.read {
            try $0.rows(
                """
                SELECT \(Self.candidateColumns), standing, detail FROM content_candidate
                WHERE integration = $1 AND (drive, item) > ($2, $3) AND standing <> 'ok'
                ORDER BY drive, item LIMIT \(limit)
                """, [.int(integration), .text(last?.driveID ?? ""), .text(last?.id ?? "")]
            ) { row in
                StandingFile(
                    file: Self.candidate(row), standing: ContentStanding(rawValue: row.text(9)) ?? .waiting,
                    detail: row.optionalText(10))
            }
        }
    }

    /// The files counted by how they stand, in the order of `ContentStanding`.
    public func contentCounts(of integration: Int) throws -> [ContentCount] {
        let rows = try database.read {
            try $0.rows(
                """
                SELECT standing, detail, COUNT(*), MIN(name) FROM content_candidate WHERE integration = $1
                GROUP BY standing, detail ORDER BY standing, detail
                """, [.int(integration)]
            ) {
                ContentCount(
                    standing: ContentStanding(rawValue: $0.text(0)) ?? .waiting, detail: $0.optionalText(1),
                    files: $0.int(2), example: $0.optionalText(3))
            }
        }
        let order = Dictionary(uniqueKeysWithValues: ContentStanding.allCases.enumerated().map { ($1, $0) })
        return rows.sorted { (order[$0.standing] ?? 0) < (order[$1.standing] ?? 0) }
    }
}
