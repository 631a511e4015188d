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
        /// Why the profile does not tell of it; nil where it does.
        public var miss: Miss?
        public var counts: Bool { miss == nil }
        /// The words near it that made it more sure, and less.
        public var raisedBy: [String]
        public var loweredBy: [String]
        /// Of an entry of documents: how much of one of them the text holds, in percent.
        public var likeness: Int?
    }

    /// What is missing to a match that does not count.
    public enum Miss: Sendable, Hashable {
        /// It is less sure than this.
        case confidence(Match.Confidence)
        /// So many different entries do not stand close to each other.
        case together(Int)
        /// The document has so many different values, and no fewer are allowed.
        case number(Int, allowed: Int)

        /// For programs.
        public var word: String {
            switch self {
            case .confidence: Self.words[0]
            case .together: Self.words[1]
            case .number: Self.words[2]
            }
        }

        public static let words = ["confidence", "together", "number"]
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
    /// Nil for every predefined detector.
    private let profile: ContentProfile?
    /// What entries are called, by their ids.
    private let titles: @Sendable (String) -> String?

    /// - Parameter profile: nil for every predefined detector, of which each match from medium confidence on counts.
    /// - Throws: `ProfileTrouble` with the names there are.
    public init(profile: String?, in book: ProfileBook) throws {
        let catalogue = try book.catalogue()
        titles = { catalogue.entry($0)?.title }
        let wanted = try book.wanted(profile.map { [$0] } ?? [])
        self.profile = wanted.profiles.first
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
        profile = ContentProfile(name: draft.name, entries: [entry.id], minimum: .low)
        scan = try TextScan([], custom: CustomScan([entry]), minimum: .low)
    }

    public func run(_ extraction: Extraction) -> Result {
        var found: [Found] = []
        var values = Values()
        let likenesses = scan.likenesses(in: extraction.segments)
        for (place, segment) in extraction.segments.enumerated() where found.count <= Self.most {
            found += matches(in: segment, and: likenesses[place] ?? [], &values)
        }
        for match in scan.custom?.matches(labels: extraction.labels) ?? [] where profile?.contains(match) ?? true {
            values.bare.insert(match.entry)
            found.append(
                Found(
                    match: match, title: titles(match.entry) ?? match.entry, masked: "", part: "",
                    place: "the document", line: 1, miss: nil, raisedBy: [], loweredBy: []))
        }
        // How many there are is asked of the document as a whole.
        if let profile, values.bare.count <= profile.allowed {
            for place in found.indices where found[place].miss == nil {
                found[place].miss = .number(values.bare.count, allowed: profile.allowed)
            }
            values.ofEntries = []
        }
        return Result(
            status: extraction.status, detail: extraction.detail, labels: extraction.labels,
            found: Array(found.prefix(Self.most)), different: values.ofEntries.count, isCut: found.count > Self.most)
    }

    /// The different values of the matches that are sure enough and together.
    private struct Values {
        struct Value: Hashable {
            var entry: String
            var bare: String
        }
        var ofEntries: Set<Value> = []
        /// A value that two entries find is one: what a profile compares with the number it allows.
        var bare: Set<String> = []
    }

    private func matches(in segment: ExtractedSegment, and likenesses: [Likeness], _ values: inout Values) -> [Found] {
        segment.bytes.withUnsafeBufferPointer { bytes in
            let explained = (explained(in: bytes) + likenesses.map { ($0.match, []) }).filter { pair in
                profile?.contains(pair.match) ?? true
            }.sorted { $0.match.range.lowerBound < $1.match.range.lowerBound }
            let told = told(explained.map(\.match))
            var lines = LineCount(bytes)
            for match in told {
                let bare = DifferentValues.bare(String(decoding: bytes[match.range], as: UTF8.self))
                values.bare.insert(bare)
                values.ofEntries.insert(Values.Value(entry: match.entry, bare: bare))
            }
            return explained.prefix(Self.most + 1).map { match, words in
                Found(
                    match: match, title: titles(match.entry) ?? match.entry,
                    masked: MaskedValue.of(String(decoding: bytes[match.range], as: UTF8.self)), part: segment.part,
                    place: segment.place(at: match.range.lowerBound), line: lines.line(at: match.range.lowerBound),
                    miss: told.contains(match) ? nil : miss(of: match),
                    raisedBy: Self.texts(of: words, .raise, in: bytes),
                    loweredBy: Self.texts(of: words, .lower, in: bytes),
                    likeness: likenesses.first { $0.match == match }?.percent)
            }
        }
    }

    /// Those of the matches that the profile tells of, if there are enough of them.
    private func told(_ matches: [Match]) -> Set<Match> {
        guard let profile else { return Set(matches.filter { $0.confidence >= .medium }) }
        return Set(ProfilesTelling.told(matches, by: [profile]).map(\.match))
    }

    /// Why a match is none of those.
    private func miss(of match: Match) -> Miss {
        let least = profile?.threshold ?? .medium
        return match.confidence < least ? .confidence(least) : .together(profile?.together ?? 1)
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
