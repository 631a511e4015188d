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
        /// Those that count come first, the surest before the others.
        public var found: [Found]
        /// All matches that count, told or not, and all that do not.
        public var counting: Int
        public var weak: Int
        /// Different values among the matches that count: what a profile compares with the number it allows.
        public var different: Int
        /// Whether there was more than is told.
        public var isCut: Bool { counting + weak > found.count }
    }

    /// Bytes of the largest file that is tried: whoever tries one waits for it.
    public static let largest = 8 << 20
    /// Matches that are told at most.
    public static let most = 500
    /// Bytes of a text whose matches are explained.
    static let longestExplained = 512 << 10

    private let scan: TextScan
    /// For the names of parts: all that the profile does not ask for as well.
    private let names: NameScan
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
        names = NameScan(besides: Set((wanted.custom?.entries ?? []).map(\.id)), of: catalogue, in: book.store)
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
        names = .predefined
    }

    public func run(_ extraction: Extraction) -> Result {
        var hits = TrialHits(most: Self.most)
        var values = Values()
        let labels = (scan.custom?.matches(labels: extraction.labels) ?? []).filter { profile?.contains($0) ?? true }
        var telling = DocumentTelling(profile.map { [$0] } ?? [], labels: labels)
        var names = DocumentNames(extraction, scan: scan, beside: self.names)
        let likenesses = scan.likenesses(in: extraction.segments)
        var pages: [TrialPages.Found] = []
        for (place, segment) in extraction.segments.enumerated() {
            judge(segment, place, and: likenesses[place] ?? [], &telling) { hit, bytes, value in
                names.note(hit.match, in: bytes)
                if PageOrders.isPage(segment) {
                    pages.append(TrialPages.Found(hit: hit, segment: segment, value: value))
                } else {
                    values.add(hit, value)
                    hits.add(hit)
                }
            }
        }
        for found in TrialPages.once(pages) {
            values.add(found.hit, found.value)
            hits.add(found.hit)
        }
        let told = Set(telling.toldLabels.map(\.match))
        for label in told { values.bare.insert(label.entry) }
        hits.put(first: labels.map { .init(match: $0, miss: told.contains($0) ? nil : miss(of: $0)) })
        // How many there are is asked of the document as a whole.
        if let profile, values.bare.count <= profile.allowed {
            hits.miss(.number(values.bare.count, allowed: profile.allowed))
            values.ofEntries = []
        }
        return Result(
            status: extraction.status, detail: names.masked(extraction.reason), labels: names.masked(extraction.labels),
            found: found(hits.first, in: extraction.segments, &names), counting: hits.counting, weak: hits.weak,
            different: values.ofEntries.count)
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

        mutating func add(_ hit: TrialHits.Hit, _ value: String) {
            guard hit.miss == nil else { return }
            let written = DifferentValues.bare(value)
            bare.insert(written)
            ofEntries.insert(Value(entry: hit.match.entry, bare: written))
        }
    }

    /// - Parameter body: gets each match with its text and its value.
    private func judge(
        _ segment: ExtractedSegment, _ place: Int, and likenesses: [Likeness], _ telling: inout DocumentTelling,
        _ body: (TrialHits.Hit, UnsafeBufferPointer<UInt8>, String) -> Void
    ) {
        segment.bytes.withUnsafeBufferPointer { bytes in
            let matches = (scan.matches(in: bytes) + likenesses.map(\.match)).filter { profile?.contains($0) ?? true }
                .sorted { $0.range.lowerBound < $1.range.lowerBound }
            let told = told(matches, &telling)
            for match in matches {
                let hit = TrialHits.Hit(
                    match: match, segment: place, miss: told.contains(match) ? nil : miss(of: match),
                    likeness: likenesses.first { $0.match == match }?.percent)
                body(hit, bytes, match.text(in: bytes))
            }
        }
    }

    /// What a person is told of these matches, in their order.
    private func found(
        _ hits: [TrialHits.Hit], in segments: [ExtractedSegment], _ names: inout DocumentNames
    ) -> [Found] {
        var found = hits.map { hit in
            Found(
                match: hit.match, title: titles(hit.match.entry) ?? hit.match.entry, masked: "", part: "",
                place: "the document", line: 1, miss: hit.miss, raisedBy: [], loweredBy: [], likeness: hit.likeness)
        }
        for (place, segment) in segments.enumerated() {
            let here = hits.indices.filter { hits[$0].segment == place }
            guard !here.isEmpty else { continue }
            segment.bytes.withUnsafeBufferPointer { bytes in
                let words = words(in: bytes)
                var lines = LineCount(bytes)
                for number in here.sorted(by: { hits[$0].match.range.lowerBound < hits[$1].match.range.lowerBound }) {
                    let match = hits[number].match
                    found[number].masked = MaskedValue.of(match.text(in: bytes))
                    found[number].part = names.masked(segment.part)
                    found[number].place = names.masked(place: segment.place(at: match.range.lowerBound))
                    found[number].line = lines.line(at: match.range.lowerBound)
                    found[number].raisedBy = Self.texts(of: words[match] ?? [], .raise, in: bytes)
                    found[number].loweredBy = Self.texts(of: words[match] ?? [], .lower, in: bytes)
                }
            }
        }
        return found
    }

    /// Those of the matches that the profile tells of, if there are enough of them.
    private func told(_ matches: [Match], _ telling: inout DocumentTelling) -> Set<Match> {
        guard profile != nil else { return Set(matches.filter { $0.confidence >= .medium }) }
        return Set(telling.told(matches).map(\.match))
    }

    /// Why a match is none of those.
    private func miss(of match: Match) -> Miss {
        let least = profile?.threshold ?? .medium
        return match.confidence < least ? .confidence(least) : .together(profile?.together ?? 1)
    }

    /// The words that decided, by their matches; of a long text none, because to find them takes long.
    private func words(in text: UnsafeBufferPointer<UInt8>) -> [Match: [Explained.Word]] {
        guard text.count <= Self.longestExplained else { return [:] }
        return Dictionary(scan.explained(in: text).map { ($0.match, $0.words) }) { first, _ in first }
    }

    private static func texts(
        of words: [Explained.Word], _ effect: Explained.Effect, in bytes: UnsafeBufferPointer<UInt8>
    ) -> [String] {
        var seen: Set<String> = []
        return words.filter { $0.effect == effect }.map { String(decoding: bytes[$0.range], as: UTF8.self) }
            .filter { seen.insert($0.lowercased()).inserted }
    }
}
