import Model

/// Which profiles tell of the matches of one text, asked for some matches at a time.
///
/// How many matches a profile allows is not asked here: that is the document's. Without profiles every match is told, by none.
public struct ProfilesTelling {
    public struct Told {
        public let match: Match
        /// Places of the profiles, in order.
        public internal(set) var tellers: [Int]
    }

    private let profiles: [ContentProfile]
    private let grouped: [Int]
    /// How many labels of the document are among the entries of each.
    private let borne: [Int]
    /// Matches that a later one may stand close to.
    private var waiting: [Told] = []

    /// - Parameter labels: those that the document bears. They have no place, so they are close to everything in it.
    public init(_ profiles: [ContentProfile], labels: [Match] = []) {
        self.profiles = profiles
        borne = profiles.map { $0.count(of: labels) }
        grouped = profiles.indices.filter { profiles[$0].together > 1 }
    }

    /// Takes the next matches, in order of place.
    /// - Returns: those that are decided by now and that some profile tells of.
    public mutating func add(_ matches: [Match]) -> [Told] {
        guard !profiles.isEmpty else { return matches.map { Told(match: $0, tellers: []) } }
        for match in matches {
            let tellers = profiles.indices.filter { profiles[$0].tells(of: match) }
            if !grouped.isEmpty || !tellers.isEmpty { waiting.append(Told(match: match, tellers: tellers)) }
        }
        guard !grouped.isEmpty, let last = waiting.last else { return taken(waiting.count) }
        for profile in grouped { mark(profile) }
        let end = last.match.range.lowerBound - ContentProfile.closeness
        return taken(waiting.firstIndex { $0.match.range.upperBound >= end } ?? 0)
    }

    /// Those that were left.
    public mutating func finish() -> [Told] { taken(waiting.count) }

    private mutating func taken(_ count: Int) -> [Told] {
        defer { waiting.removeFirst(count) }
        return waiting[..<count].filter { !$0.tellers.isEmpty }
    }

    /// Notes the profile beside the matches that have enough of other detectors close to them, with the labels of the document.
    private mutating func mark(_ profile: Int) {
        let wanted = profiles[profile]
        // How far the matches of each detector reach: what a document is like may reach over many others.
        var reach: [String: Int] = [:]
        var unmarked: [Int] = []
        for place in waiting.indices where wanted.wants(waiting[place].match) {
            let match = waiting[place].match
            let near = match.range.lowerBound - ContentProfile.closeness
            reach[match.detector] = max(reach[match.detector] ?? 0, match.range.upperBound)
            unmarked = unmarked.filter { waiting[$0].match.range.upperBound >= near } + [place]
            guard reach.values.count(where: { $0 >= near }) + borne[profile] >= wanted.together else { continue }
            for other in unmarked where !waiting[other].tellers.contains(profile) {
                waiting[other].tellers.append(profile)
                waiting[other].tellers.sort()
            }
            unmarked = []
        }
    }
}

extension ProfilesTelling {
    /// What profiles tell of all the matches of a text.
    /// - Parameters:
    ///   - matches: in order of place.
    ///   - labels: those that the document bears.
    public static func told(
        _ matches: [Match], by profiles: [ContentProfile], labels: [Match] = []
    ) -> [Told] {
        var telling = ProfilesTelling(profiles, labels: labels)
        return telling.add(matches) + telling.finish()
    }
}

/// Which profiles tell of the matches of one document: of its texts, one after the other, and then of the labels that it bears.
///
/// A label is one of the different entries that a profile may want together.
public struct DocumentTelling {
    private let profiles: [ContentProfile]
    private let labels: [Match]
    /// Places of the profiles that have told of something.
    private var tellers: Set<Int> = []

    /// - Parameter labels: those that the document bears.
    public init(_ profiles: [ContentProfile], labels: [Match]) {
        (self.profiles, self.labels) = (profiles, labels)
    }

    /// Hands out the matches of a text that some of the profiles tell of, in order of place.
    /// - Parameters:
    ///   - text: UTF-8; what is not is looked at as well, byte by byte.
    ///   - likenesses: what the document of the text is like, told of this text.
    public mutating func each(
        of scan: TextScan, in text: UnsafeBufferPointer<UInt8>, and likenesses: [Match] = [],
        _ body: (ProfilesTelling.Told) -> Void
    ) {
        var telling = ProfilesTelling(profiles, labels: labels)
        scan.each(toldBy: &telling, in: text, and: likenesses) { told in
            if !labels.isEmpty { tellers.formUnion(told.tellers) }
            body(told)
        }
    }

    /// What is told of all the matches of a text.
    /// - Parameter matches: in order of place.
    public mutating func told(_ matches: [Match]) -> [ProfilesTelling.Told] {
        let told = ProfilesTelling.told(matches, by: profiles, labels: labels)
        for one in told { tellers.formUnion(one.tellers) }
        return told
    }

    /// What is told of the labels, once all texts have been looked through: each profile tells of them by themselves, or beside what else it
    /// told of. Without profiles all are told, by none.
    public var toldLabels: [ProfilesTelling.Told] {
        let telling = profiles.indices.filter {
            profiles[$0].count(of: labels) >= profiles[$0].together || tellers.contains($0)
        }
        return labels.compactMap { label in
            let tellers = telling.filter { profiles[$0].wants(label) }
            return profiles.isEmpty || !tellers.isEmpty ? .init(match: label, tellers: tellers) : nil
        }
    }
}

extension TextScan {
    /// Hands out the matches of a text with what `telling` makes of them, in order of place.
    fileprivate func each(
        toldBy telling: inout ProfilesTelling, in text: UnsafeBufferPointer<UInt8>, and likenesses: [Match],
        _ body: (ProfilesTelling.Told) -> Void
    ) {
        var rest = Self.merged([], likenesses)[...]
        eachMatches(in: text) { matches in
            let end = matches.last?.range.lowerBound ?? 0
            let before = rest.prefix { $0.range.lowerBound <= end }
            rest = rest.dropFirst(before.count)
            telling.add(Self.merged(matches, Array(before))).forEach(body)
        }
        telling.add(Array(rest)).forEach(body)
        telling.finish().forEach(body)
    }
}

extension ContentProfile {
    /// Whether it tells of a match by itself, whatever others there are.
    public func tells(of match: Match) -> Bool { together <= 1 && wants(match) }

    /// How many of the labels that a document bears are among its entries.
    fileprivate func count(of labels: [Match]) -> Int { Set(labels.filter(wants).map(\.entry)).count }

    /// Whether a match is one of its entries and sure enough.
    fileprivate func wants(_ match: Match) -> Bool { match.confidence >= threshold && contains(match) }
}
