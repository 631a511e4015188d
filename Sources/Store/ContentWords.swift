import Crypto
import Foundation
import JSONPull
import Model

/// What people call the things that were found in a file: by these an instance is found besides the name of the file.
enum ContentWords {
    /// A line each: the profiles, the entries with their titles, the ids of sensitivity labels. Nil where evidence is about no content.
    static func of(_ evidence: Evidence) -> String? {
        guard case .records(let matches)? = evidence["matches"] else { return nil }
        var words: [String] = []
        for match in matches { words += ["profile", "title", "entry"].compactMap { text(match[$0]) } }
        if case .list(let labels)? = evidence["labels"] { words += labels }
        if case .records(let inner)? = evidence["innerLabels"] { words += inner.compactMap { text($0["label"]) } }
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }.joined(separator: "\n")
    }

    /// Keeps the words of evidence, which many instances share.
    /// - Returns: their number; null where evidence is about no content.
    static func keep(
        _ evidence: Evidence, of integration: Int, _ connection: any SQLConnection
    ) throws -> SQLValue {
        guard let words = of(evidence) else { return .null }
        let id = SQLValue.integer(number(of: words))
        try connection.execute(
            """
            INSERT INTO content_words (integration, id, words) VALUES ($1, $2, $3)
            ON CONFLICT (integration, id) DO NOTHING
            """, [.int(integration), id, .text(words)])
        return id
    }

    /// The beginning of their SHA-256: the same words have the same number without being looked for.
    private static func number(of words: String) -> Int64 {
        Int64(bitPattern: SHA256.hash(data: Data(words.utf8)).prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }

    /// The numbers of the words in which a text stands, or one of some ids of labels.
    static func numbers(
        with text: SoughtText, of integration: Int, _ connection: any SQLConnection
    ) throws -> Set<Int64> {
        guard let labels = text.labels else { return [] }
        let sought = text.text.lowercased()
        let numbers = try connection.rows(
            "SELECT id, words FROM content_words WHERE integration = $1", [.int(integration)]
        ) { row -> Int64? in
            let words = row.text(1)
            let isFound = words.lowercased().contains(sought) || labels.contains { words.contains($0) }
            return isFound ? Int64(row.int(0)) : nil
        }
        return Set(numbers.compactMap(\.self))
    }

    private static func text(_ value: Evidence.Value?) -> String? {
        if case .text(let text)? = value { text } else { nil }
    }

    /// Gives words to the instances that were there before these were kept.
    static func fill(_ connection: any SQLConnection) throws {
        var last = (integration: 0, fingerprint: "")
        while true {
            let page = try connection.rows(
                """
                SELECT integration, fingerprint, evidence FROM instance
                WHERE (integration, fingerprint) > ($1, $2) AND evidence LIKE '%"matches":[{%'
                ORDER BY integration, fingerprint LIMIT 500
                """, [.int(last.integration), .text(last.fingerprint)]
            ) { (integration: $0.int(0), fingerprint: $0.text(1), evidence: $0.blob(2)) }
            guard let end = page.last else { return }
            last = (end.integration, end.fingerprint)
            for row in page {
                let words = try keep(try Evidence(stored: row.evidence), of: row.integration, connection)
                try connection.execute(
                    "UPDATE instance SET words = $1 WHERE integration = $2 AND fingerprint = $3",
                    [words, .int(row.integration), .text(row.fingerprint)])
            }
        }
    }
}
