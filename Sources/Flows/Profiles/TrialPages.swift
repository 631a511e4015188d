import DLP
import Model

/// What a trial finds in the pages of a PDF, which come in two orders: each value is told once, as a scan does.
enum TrialPages {
    struct Found {
        var hit: TrialHits.Hit
        var segment: ExtractedSegment
        var value: String

        fileprivate var located: LocatedFinding {
            LocatedFinding(
                finding: ScannedDocument.Finding(
                    match: hit.match, profile: nil, part: segment.part,
                    place: segment.place(at: hit.match.range.lowerBound), masked: "", value: nil,
                    likeness: hit.likeness),
                value: value)
        }
    }

    /// What makes two of them one thing for a person.
    private struct Seen: Hashable {
        let entry: String
        let place: String?
        let value: String

        init(_ found: Found) {
            entry = found.hit.match.entry
            place = found.segment.place(at: found.hit.match.range.lowerBound)
            value = DifferentValues.bare(found.value)
        }
    }

    /// Those that count once each, and the weak ones that are not among them in the other order.
    static func once(_ all: [Found]) -> [Found] {
        let counting = merged(all.filter { $0.hit.miss == nil })
        let told = Set(counting.map(Seen.init))
        return counting + merged(all.filter { $0.hit.miss != nil && !told.contains(Seen($0)) })
    }

    private static func merged(_ all: [Found]) -> [Found] {
        // The surer of two takes the place of the other one: by its part and match it is known again.
        struct Spot: Hashable {
            let part: String?
            let match: Match
        }
        let byPlace = Dictionary(
            all.map { (Spot(part: $0.segment.part, match: $0.hit.match), $0) }, uniquingKeysWith: { first, _ in first })
        return PageOrders.once(all.map(\.located)).compactMap {
            byPlace[Spot(part: $0.finding.part, match: $0.finding.match)]
        }
    }
}
