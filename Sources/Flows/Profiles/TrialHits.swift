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
        if hit.miss == nil { counting += 1 } else { weak += 1 }
        let sureness =
            switch hit.match.confidence {
            case .high: 0
            case .medium: 1
            case .low: 2
            }
        let place = (hit.miss == nil ? 0 : 3) + sureness
        if kept[place].count < most { kept[place].append(hit) }
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
