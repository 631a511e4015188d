/// A document after a content scan: how far it could be read, its labels, and what was found in it.
public struct ScannedDocument: Hashable, Sendable {
    /// A match with its place in the document; the value itself only where somebody asked to see it.
    public struct Finding: Hashable, Sendable {
        public let match: Match
        /// The profile that tells of it; nil for an entry that is in none.
        public var profile: String?
        public let part: String?
        /// `page 3`, `Salaries!14`.
        public let place: String?
        /// The value with all but its last characters hidden.
        public let masked: String
        public let value: String?
        /// Of an entry of documents: how much of the one that it is most like, in percent.
        public let likeness: Int?

        public init(
            match: Match, profile: String?, part: String? = nil, place: String? = nil, masked: String, value: String?,
            likeness: Int? = nil
        ) {
            self.match = match
            self.profile = profile
            self.part = part
            self.place = place
            self.masked = masked
            self.value = value
            self.likeness = likeness
        }
    }

    public let name: String
    public let status: Extraction.Status
    public let detail: String?
    public let labels: [DocumentLabel]
    public var findings: [Finding]
    /// How many matches more than these there are, by the ids of detectors.
    public let unlisted: [String: Int]

    public init(
        name: String, status: Extraction.Status, detail: String?, labels: [DocumentLabel], findings: [Finding],
        unlisted: [String: Int] = [:]
    ) {
        self.name = name
        self.status = status
        self.detail = detail
        self.labels = labels
        self.findings = findings
        self.unlisted = unlisted
    }

    /// Matches in it, listed or not.
    public var count: Int { findings.count + unlisted.values.reduce(0, +) }
}
