import Crypto
import Foundation
import JSONPull
import Model

/// What people call the things that were found in a file: by these an instance is found besides the name of the file.
struct ContentWords: Hashable {
    var profiles: [String] = []
    var entries: [String] = []
    /// What the entries are called.
    var titles: [String] = []
    /// Ids of the sensitivity labels of the tenant, on the file and on documents inside.
    var labels: [String] = []
    /// Ids of those of other organizations.
    var foreignLabels: [String] = []

    /// Nil where evidence is about no content.
    init?(_ evidence: Evidence) {
        guard case .records(let matches)? = evidence["matches"] else { return nil }
        profiles = Self.texts("profile", of: matches)
        entries = Self.texts("entry", of: matches)
        titles = Self.texts("title", of: matches)
        if case .records(let foreign)? = evidence["foreignLabels"] {
            foreignLabels = Self.texts("label", of: foreign)
        }
        // An id that another organization has too may be the tenant's own on a document inside.
        if case .list(let outer)? = evidence["labels"] { labels = outer.filter { !foreignLabels.contains($0) } }
        if case .records(let inner)? = evidence["innerLabels"] { labels += Self.texts("label", of: inner) }
        labels = Self.once(labels)
    }

    /// From how they are kept.
    init(kept: String) {
        let parts = kept.components(separatedBy: "\n\n").map { $0.split(separator: "\n").map(String.init) }
        func part(_ place: Int) -> [String] { place < parts.count ? parts[place] : [] }
        (profiles, entries, titles, labels, foreignLabels) = (part(0), part(1), part(2), part(3), part(4))
    }

    /// A line each, a blank line between the kinds: a text of a person stands within one line or nowhere.
    var kept: String {
        [profiles, entries, titles, labels, foreignLabels].map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    /// Keeps the words of evidence, which many instances share.
    /// - Returns: their number; null where evidence is about no content.
    static func keep(
        _ evidence: Evidence, of integration: Int, _ connection: any SQLConnection
    ) throws -> SQLValue {
        guard let words = ContentWords(evidence)?.kept else { return .null }
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
        return try numbers(of: integration, connection) { words in
            words.lowercased().contains(sought) || labels.contains { words.contains($0) }
        }
    }

    /// The numbers of the words that have all that a filter names.
    static func numbers(
        holding content: ContentFilter, of integration: Int, _ connection: any SQLConnection
    ) throws -> Set<Int64> {
        try numbers(of: integration, connection) { content.isIn(ContentWords(kept: $0)) }
    }

    private static func numbers(
        of integration: Int, _ connection: any SQLConnection, where isWanted: (String) -> Bool
    ) throws -> Set<Int64> {
        let numbers = try connection.rows(
            "SELECT id, words FROM content_words WHERE integration = $1", [.int(integration)]
        ) { isWanted($0.text(1)) ? Int64($0.int(0)) : nil }
        return Set(numbers.compactMap(\.self))
    }

    /// What records have under a key, each once. What a line cannot hold is a blank.
    private static func texts(_ key: String, of records: [Evidence]) -> [String] {
        once(
            records.compactMap { record in
                guard case .text(let text)? = record[key] else { return nil }
                return String(text.map { $0.isNewline ? " " : $0 })
            })
    }

    private static func once(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// Gives words to the instances that were there before these were kept as they are now.
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
