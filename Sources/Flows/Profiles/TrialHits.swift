import DLP
import Model

/// The matches of a trial: all are counted, and those kept that a person looks for first, which are those that count, the
/// surest before the others.
struct TrialHits {
    struct Hit {
        var match: Match
        /// The number of its segment; nil for the document as a whole.
        var segment: Int?
        /// Why the profile does not tell of it; nil where it does.
        var miss: ContentTrial.Miss?
        /// Of a document of one's own, in percent.
        var likeness: Int?
    }

    private let most: Int
    private(set) var counting = 0
    private(set) var weak = 0
    /// By what they count and how sure they are, each in order of place.
    private var kept = [[Hit]](repeating: [], count: 6)

    /// - Parameter most: matches that are kept.
    init(most: Int) { self.most = most }

    /// In order of place.
    mutating func add(_ hit: Hit) {
        let place = count(hit)
        if kept[place].count < most { kept[place].append(hit) }
    }

    /// Those of the document as a whole, which come before the others of their kind.
    mutating func put(first hits: [Hit]) {
        for hit in hits.reversed() {
            let place = count(hit)
            kept[place] = [hit] + kept[place].prefix(most - 1)
        }
    }

    /// - Returns: the list that it belongs to.
    private mutating func count(_ hit: Hit) -> Int {
        if hit.miss == nil { counting += 1 } else { weak += 1 }
        let sureness =
            switch hit.match.confidence {
            case .high: 0
            case .medium: 1
            case .low: 2
            }
        return (hit.miss == nil ? 0 : 3) + sureness
    }

    /// None of them counts after all.
    mutating func miss(_ miss: ContentTrial.Miss) {
        weak += counting
        counting = 0
        for list in 0..<3 {
            for place in kept[list].indices { kept[list][place].miss = miss }
        }
    }

    var first: [Hit] { Array(kept.joined().prefix(most)) }
}
