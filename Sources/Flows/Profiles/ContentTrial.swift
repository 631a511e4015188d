import DLP
import Model

/// Looks through one document for a person who tries a profile out: tells the weak matches too, and which of them count.
public struct ContentTrial: Sendable {
    public struct Found: Sendable, Hashable {
        public var match: Match
        /// What its entry is called.
        public var title: String
        /// The value with all but its last characters hidden.
        public var masked: String
        public var part: String
        /// `page 3`; nil where the document has no places.
        public var place: String?
        /// Counted from 1.
        public var line: Int
        /// Whether the profile tells of it.
        public var counts: Bool
    }

    public struct Result: Sendable, Hashable {
        public var status: Extraction.Status
        public var detail: String?
        public var labels: [DocumentLabel]
        public var found: [Found]
        /// Whether there was more than is told.
        public var isCut: Bool
    }

    /// Matches that are told at most.
    public static let most = 500

    private let scan: TextScan
    private let profiles: [ContentProfile]
    private let catalogue: EntryCatalogue

    /// - Parameter profile: nil for every predefined detector, of which each match from medium confidence on counts.
    /// - Throws: `ProfileTrouble` with the names there are.
    public init(profile: String?, in book: ProfileBook) throws {
        catalogue = try book.catalogue()
        profiles = try profile.map { [try book.item(named: $0).profile] } ?? []
        scan = try ChosenDetectors(detectors: [], profiles: profiles, minimum: nil).scan(from: .low)
    }

    public func run(_ extraction: Extraction) -> Result {
        var found: [Found] = []
        for segment in extraction.segments where found.count <= Self.most { found += matches(in: segment) }
        return Result(
            status: extraction.status, detail: extraction.detail, labels: extraction.labels,
            found: Array(found.prefix(Self.most)), isCut: found.count > Self.most)
    }

    private func matches(in segment: ExtractedSegment) -> [Found] {
        var text = segment.text
        return text.withUTF8 { bytes in
            let matches = scan.matches(in: bytes).filter { match in
                profiles.isEmpty || profiles.contains { $0.contains(match) }
            }
            let counting = Set(
                profiles.isEmpty ? matches.filter { $0.confidence >= .medium } : profiles.flatMap { $0.told(matches) })
            var (line, at) = (1, 0)
            return matches.prefix(Self.most + 1).map { match in
                line += bytes[at..<max(at, match.range.lowerBound)].count { $0 == 10 }
                at = max(at, match.range.lowerBound)
                return Found(
                    match: match, title: catalogue.entry(match.entry)?.title ?? match.entry,
                    masked: MaskedValue.of(String(decoding: bytes[match.range], as: UTF8.self)), part: segment.part,
                    place: segment.place(at: match.range.lowerBound), line: line, counts: counting.contains(match))
            }
        }
    }
}
