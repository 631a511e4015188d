/// One place in a text holds one value: of those that overlap, the one that is believed most is kept.
enum Resolution {
    /// Takes those out that no value can overlap which begins at a place or behind it.
    /// - Returns: the kept ones of them in order of place. What is left is in that order too.
    static func settled(_ found: inout [Judged], before place: Int) -> [Judged] {
        found.sort { $0.candidate.start < $1.candidate.start }
        var (count, end) = (0, 0)
        for (at, judged) in found.enumerated() {
            if judged.candidate.start >= end, end <= place { count = at }
            guard end <= place else { break }
            end = max(end, judged.candidate.end)
        }
        if end <= place { count = found.count }
        defer { found.removeFirst(count) }
        return winners(of: found[..<count])
    }

    private static func winners(of found: ArraySlice<Judged>) -> [Judged] {
        var kept: [Judged] = []
        var group: [Judged] = []
        var end = 0
        for judged in found {
            if judged.candidate.start >= end { move(&group, to: &kept) }
            group.append(judged)
            end = max(end, judged.candidate.end)
        }
        move(&group, to: &kept)
        return kept
    }

    private static func move(_ group: inout [Judged], to kept: inout [Judged]) {
        // Most stand alone.
        if group.count == 1 { kept.append(group[0]) } else if group.count > 1 { kept += settle(group) }
        group.removeAll(keepingCapacity: true)
    }

    private static func settle(_ group: [Judged]) -> [Judged] {
        var kept: [Judged] = []
        for judged in group.sorted(by: { ($0.rank, $1.candidate.detector) > ($1.rank, $0.candidate.detector) })
        where !kept.contains(where: { overlap($0.candidate, judged.candidate) }) {
            kept.append(judged)
        }
        return kept.sorted { $0.candidate.start < $1.candidate.start }
    }

    private static func overlap(_ a: Candidate, _ b: Candidate) -> Bool { a.start < b.end && b.start < a.end }
}
