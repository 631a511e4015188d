import Model

/// What a content profile does with the matches of a text.
public typealias Profile = ContentProfile

extension ContentProfile {
    /// Bytes within which matches are close to each other: a record of a table, an entry of a list.
    static let closeness = 400

    /// Those of the matches of one text that the profile tells of.
    /// - Parameter matches: in order of place.
    public func told(_ matches: [Match]) -> [Match] {
        let own = matches.filter { $0.confidence >= threshold && contains($0) }
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
