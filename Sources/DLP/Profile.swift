import Model

/// What somebody wants to be told of: some entries, from a confidence on, from a number of matches on.
public struct Profile: Hashable, Sendable, Identifiable {
    public var id: String { name }
    public var name: String
    /// Ids of detectors, or of their kinds.
    public var entries: Set<String>
    public var minimum: Match.Confidence
    /// A document counts when it has more matches than this.
    public var allowed: Int
    /// How many different detectors have to match close to each other; 1 for no such rule.
    public var together: Int

    /// Bytes within which matches are close to each other: a record of a table, an entry of a list.
    static let closeness = 400

    public init(
        name: String, entries: Set<String>, minimum: Match.Confidence = .medium, allowed: Int = 0, together: Int = 1
    ) {
        self.name = name
        self.entries = entries
        self.minimum = minimum
        self.allowed = allowed
        self.together = together
    }

    /// Those of the matches of one text that the profile tells of.
    /// - Parameter matches: in order of place.
    public func told(_ matches: [Match]) -> [Match] {
        let own = matches.filter { $0.confidence >= minimum && contains($0) }
        let close = together > 1 ? records(own) : own
        return close.count > allowed ? close : []
    }

    public func contains(_ match: Match) -> Bool { entries.contains(match.detector) || entries.contains(match.entry) }

    /// The matches that have enough of other detectors close to them.
    private func records(_ matches: [Match]) -> [Match] {
        var isKept = [Bool](repeating: false, count: matches.count)
        var first = 0
        for last in matches.indices {
            while matches[last].range.lowerBound - matches[first].range.upperBound > Self.closeness { first += 1 }
            guard Set(matches[first...last].map(\.detector)).count >= together else { continue }
            for place in first...last { isKept[place] = true }
        }
        return zip(matches, isKept).filter(\.1).map(\.0)
    }
}
