/// What has to stand in a file, as it is named and not a part of it; what is nil or empty may be anything.
public struct ContentFilter: Sendable, Hashable {
    /// The name of a profile, in any case.
    public var profile: String?
    /// Ids of entries, one of which was found: a detector as a whole is found as each of its kinds.
    public var entries: Set<String> = []
    /// Ids of sensitivity labels, one of which the file bears or a document inside it. A label of another organization is none of them.
    public var labels: Set<String> = []

    public init(profile: String? = nil, entries: Set<String> = [], labels: Set<String> = []) {
        self.profile = profile
        self.entries = entries
        self.labels = labels
    }

    /// True where any instance will do, of files and of anything else.
    public var isEmpty: Bool { profile == nil && entries.isEmpty && labels.isEmpty }

    func isIn(_ words: ContentWords) -> Bool {
        (profile.map { name in words.profiles.contains { KeptProfile.key($0) == KeptProfile.key(name) } } ?? true)
            && (entries.isEmpty || !entries.isDisjoint(with: words.entries))
            && (labels.isEmpty || !labels.isDisjoint(with: words.labels))
    }
}

extension Store {
    /// Whether any instance that is kept tells of something that a filter names.
    public func hasContent(_ content: ContentFilter) throws -> Bool {
        try database.read { connection in
            try connection.rows("SELECT words FROM content_words", []) { content.isIn(ContentWords(kept: $0.text(0))) }
                .contains(true)
        }
    }

    /// How many active instances of findings that nobody ignores tell of a file with each sensitivity label, by the label's id.
    public func instancesByLabel(of integration: Int) throws -> [String: Int] {
        try contentCounts(of: integration, by: \.labels)
    }

    /// How many active instances of findings that nobody ignores tell of a file in which each entry was found, by the entry's id.
    public func instancesByEntry() throws -> [String: Int] {
        try integrations().reduce(into: [:]) { counts, integration in
            counts.merge(try contentCounts(of: integration.id, by: \.entries), uniquingKeysWith: +)
        }
    }

    private func contentCounts(
        of integration: Int, by part: (ContentWords) -> [String]
    ) throws -> [String: Int] {
        let rows = try database.read {
            try $0.rows(
                """
                SELECT w.words, n.instances FROM (
                    SELECT i.words AS id, COUNT(*) AS instances
                    FROM finding f JOIN instance i ON i.integration = f.integration AND i.check_id = f.check_id
                    WHERE f.integration = $1 AND f.ignored = 0 AND i.status = 'active' AND i.words IS NOT NULL
                    GROUP BY i.words) n
                JOIN content_words w ON w.integration = $1 AND w.id = n.id
                """, [.int(integration)]
            ) { (names: part(ContentWords(kept: $0.text(0))), instances: $0.int(1)) }
        }
        return rows.reduce(into: [:]) { counts, row in
            for name in row.names { counts[name, default: 0] += row.instances }
        }
    }

    /// What findings of an integration tell of, whatever became of them: what a list of them can be narrowed to.
    /// - Parameter integration: nil for all of them.
    public func contentNames(of integration: Int?) throws -> ContentNames {
        let words = try database.read { connection in
            try connection.rows("SELECT integration, words FROM content_words", []) {
                (integration: $0.int(0), words: ContentWords(kept: $0.text(1)))
            }
        }
        return words.reduce(into: ContentNames()) { names, row in
            guard integration ?? row.integration == row.integration else { return }
            names.profiles.formUnion(row.words.profiles)
            names.entries.formUnion(row.words.entries)
            names.labels.formUnion(row.words.labels)
        }
    }
}

/// What stands in files by name: profiles, and the ids of entries and of sensitivity labels.
public struct ContentNames: Sendable, Hashable {
    public var profiles: Set<String> = []
    public var entries: Set<String> = []
    public var labels: Set<String> = []

    public init() {}

    public var isEmpty: Bool { profiles.isEmpty && entries.isEmpty && labels.isEmpty }
}
