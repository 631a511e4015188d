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
        /// The words near it that made it more sure, and less.
        public var raisedBy: [String]
        public var loweredBy: [String]
    }

    public struct Result: Sendable, Hashable {
        public var status: Extraction.Status
        public var detail: String?
        public var labels: [DocumentLabel]
        public var found: [Found]
        /// Different values among the matches that count: what a profile compares with the number it allows.
        public var different: Int
        /// Whether there was more than is told.
        public var isCut: Bool
    }

    /// Bytes of the largest file that is tried: whoever tries one waits for it.
    public static let largest = 8 << 20
    /// Matches that are told at most.
    public static let most = 500
    /// Bytes of a text whose matches are explained.
    static let longestExplained = 512 << 10

    private let scan: TextScan
    private let profiles: [ContentProfile]
    /// What entries are called, by their ids.
    private let titles: @Sendable (String) -> String?

    /// - Parameter profile: nil for every predefined detector, of which each match from medium confidence on counts.
    /// - Throws: `ProfileTrouble` with the names there are.
    public init(profile: String?, in book: ProfileBook) throws {
        let catalogue = try book.catalogue()
        titles = { catalogue.entry($0)?.title }
        let wanted = try book.wanted(profile.map { [$0] } ?? [])
        profiles = wanted.profiles
        scan = try ChosenDetectors(detectors: [], wanted: wanted, minimum: nil).scan(from: .low)
    }

    /// One entry alone, before it is kept: every match counts.
    /// - Throws: `ProfileTrouble` in words for the person who wrote it.
    public init(trying draft: EntryBook.Draft) throws {
        var draft = draft
        // Whether the name will do is asked when it is kept.
        draft.name = "Trial"
        let entry = EntryBook.entry(draft, id: "own-trial")
        if let trouble = entry.troubleInUse { throw ProfileTrouble(trouble) }
        titles = { _ in nil }
        profiles = [ContentProfile(name: draft.name, entries: [entry.id], minimum: .low)]
        scan = try TextScan([], custom: CustomScan([entry]), minimum: .low)
    }

    public func run(_ extraction: Extraction) -> Result {
        var found: [Found] = []
        var values: Set<Value> = []
        let likenesses = scan.likenesses(in: extraction.segments)
        for (place, segment) in extraction.segments.enumerated() where found.count <= Self.most {
            found += matches(in: segment, and: likenesses[place] ?? [], &values)
        }
        for match in scan.custom?.matches(labels: extraction.labels) ?? []
        where profiles.contains(where: { $0.contains(match) }) {
            found.append(
                Found(
                    match: match, title: titles(match.entry) ?? match.entry, masked: "", part: "",
                    place: "the document",
                    line: 1, counts: profiles.contains { $0.tells(of: match) && $0.allowed < 1 }, raisedBy: [],
                    loweredBy: []))
        }
        return Result(
            status: extraction.status, detail: extraction.detail, labels: extraction.labels,
            found: Array(found.prefix(Self.most)), different: values.count, isCut: found.count > Self.most)
    }

    private struct Value: Hashable {
        var entry: String
        var bare: String
    }

    private func matches(
        in segment: ExtractedSegment, and likenesses: [Match], _ values: inout Set<Value>
    ) -> [Found] {
        segment.bytes.withUnsafeBufferPointer { bytes in
            let explained = (explained(in: bytes) + likenesses.map { ($0, []) }).filter { pair in
                profiles.isEmpty || profiles.contains { $0.contains(pair.match) }
            }.sorted { $0.match.range.lowerBound < $1.match.range.lowerBound }
            let counting = counting(explained.map(\.match), in: bytes)
            var lines = LineCount(bytes)
            for match in counting {
                let text = String(decoding: bytes[match.range], as: UTF8.self)
                values.insert(Value(entry: match.entry, bare: DifferentValues.bare(text)))
            }
            return explained.prefix(Self.most + 1).map { match, words in
                Found(
                    match: match, title: titles(match.entry) ?? match.entry,
                    masked: MaskedValue.of(String(decoding: bytes[match.range], as: UTF8.self)), part: segment.part,
                    place: segment.place(at: match.range.lowerBound), line: lines.line(at: match.range.lowerBound),
                    counts: counting.contains(match),
                    raisedBy: Self.texts(of: words, .raise, in: bytes),
                    loweredBy: Self.texts(of: words, .lower, in: bytes))
            }
        }
    }

    /// Those of the matches that a profile tells of whose different values are more than it allows.
    private func counting(_ matches: [Match], in bytes: UnsafeBufferPointer<UInt8>) -> Set<Match> {
        guard !profiles.isEmpty else { return Set(matches.filter { $0.confidence >= .medium }) }
        let told = ProfilesTelling.told(matches, by: profiles)
        return profiles.indices.reduce(into: []) { counting, place in
            let own = told.filter { $0.tellers.contains(place) }.map(\.match)
            var values = DifferentValues(profiles[place])
            for match in own { values.add { String(decoding: bytes[match.range], as: UTF8.self) } }
            if values.areTooMany { counting.formUnion(own) }
        }
    }

    /// The matches with the words that decided; of a long text without them, because to find them takes long.
    private func explained(in text: UnsafeBufferPointer<UInt8>) -> [(match: Match, words: [Explained.Word])] {
        guard text.count <= Self.longestExplained else { return scan.matches(in: text).map { ($0, []) } }
        return scan.explained(in: text).map { ($0.match, $0.words) }
    }

    private static func texts(
        of words: [Explained.Word], _ effect: Explained.Effect, in bytes: UnsafeBufferPointer<UInt8>
    ) -> [String] {
        var seen: Set<String> = []
        return words.filter { $0.effect == effect }.map { String(decoding: bytes[$0.range], as: UTF8.self) }
            .filter { seen.insert($0.lowercased()).inserted }
    }
}
