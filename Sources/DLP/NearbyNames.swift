/// The detectors that words near a part of a text name; asked for parts in order of place.
struct NearbyNames {
    private var first = 0

    mutating func names(around part: Range<Int>, of hits: [WordIndex.Hit], in text: TextBytes) -> DetectorMask {
        let most = part.upperBound + Self.behind
        let least = text.place(characters: Surroundings.before, before: max(0, part.lowerBound - Self.longestStart))
        // Words are listed as they were found, which is not quite in order of their ends: the slack is longer than any phrase.
        while first < hits.count, hits[first].end < least - Self.slack { first += 1 }
        var names = DetectorMask()
        for at in first..<hits.count {
            guard hits[at].end <= most + Self.slack else { break }
            if hits[at].end >= least, hits[at].start <= most { names.formUnion(hits[at].names) }
        }
        return names
    }

    private static let slack = 128
    /// Bytes before its first digit at which a value begins at the farthest.
    static let longestStart = 128
    /// Bytes behind a part within which the values of words and groups that begin in it end, and the words behind them.
    static let behind = 3 * CandidateCheck.capacity
}
