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
    /// Matches that a later one may stand close to.
    private var waiting: [Told] = []

    public init(_ profiles: [ContentProfile]) {
        self.profiles = profiles
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

    /// Notes the profile beside the matches that have enough of other detectors close to them.
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
            guard reach.values.count(where: { $0 >= near }) >= wanted.together else { continue }
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
    /// - Parameter matches: in order of place.
    public static func told(_ matches: [Match], by profiles: [ContentProfile]) -> [Told] {
        var telling = ProfilesTelling(profiles)
        return telling.add(matches) + telling.finish()
    }
}

extension TextScan {
    /// Hands out the matches of a text that some of the profiles tell of, in order of place.
    /// - Parameters:
    ///   - text: UTF-8; what is not is looked at as well, byte by byte.
    ///   - likenesses: what the document of the text is like, told of this text.
    public func each(
        toldBy profiles: [ContentProfile], in text: UnsafeBufferPointer<UInt8>, and likenesses: [Match] = [],
        _ body: (ProfilesTelling.Told) -> Void
    ) {
        var telling = ProfilesTelling(profiles)
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

    /// Whether a match is one of its entries and sure enough.
    fileprivate func wants(_ match: Match) -> Bool { match.confidence >= threshold && contains(match) }
}
