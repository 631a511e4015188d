import Model

/// The pages of a PDF come in two orders, as they are read and as they stand on the page. A value seen in both is one value.
enum PageOrders {
    private static let (reading, layout) = ("page text", "page layout")

    /// What makes two findings of one value.
    private struct Spot: Hashable {
        let document: Substring
        let page: String?
        let value: String
    }

    /// What makes two findings the same one.
    private struct Key: Hashable {
        let spot: Spot
        let entry: String

        init?(_ located: LocatedFinding, order: String) {
            let finding = located.finding
            guard let part = finding.part, part == order || part.hasSuffix("!" + order) else { return nil }
            let value = String(
                String.UnicodeScalarView(located.value.unicodeScalars.filter { !$0.properties.isWhitespace }))
            spot = Spot(document: part.dropLast(order.count), page: finding.place, value: value)
            entry = finding.match.entry
        }
    }

    /// Whether a part of a document is all its pages in one of the orders.
    static func isPage(_ segment: ExtractedSegment) -> Bool {
        [reading, layout].contains { segment.part == $0 || segment.part.hasSuffix("!" + $0) }
    }

    /// Whether a part of a document is all its pages as they stand there.
    static func isLayout(_ segment: ExtractedSegment) -> Bool {
        segment.part == layout || segment.part.hasSuffix("!" + layout)
    }

    /// Each of them once: where it stands in reading order, unless the columns of the page make it surer. What the columns surely make
    /// something else is not what it seems to be in reading order.
    static func once(_ findings: [LocatedFinding]) -> [LocatedFinding] {
        var read: [Key: [Int]] = [:]
        for (place, located) in findings.enumerated() {
            if let key = Key(located, order: reading) { read[key, default: []].append(place) }
        }
        guard !read.isEmpty else { return findings }
        var (dropped, surer): (Set<Int>, [Int: LocatedFinding]) = ([], [:])
        var named: [Spot: [LocatedFinding]] = [:]
        for (place, located) in findings.enumerated() {
            guard let key = Key(located, order: layout) else { continue }
            named[key.spot, default: []].append(located)
            guard let first = read[key]?.first else { continue }
            read[key]?.removeFirst()
            dropped.insert(place)
            guard located.finding.match.confidence > findings[first].finding.match.confidence else { continue }
            surer[first] = located
            surer[first]?.order = findings[first].order
        }
        for (key, places) in read {
            guard let others = named[key.spot] else { continue }
            dropped.formUnion(places.filter { isSomethingElse(findings[$0], surely: others) })
        }
        return findings.enumerated().filter { !dropped.contains($0.offset) }.map { surer[$0.offset] ?? $0.element }
    }

    /// Whether what is found in reading order alone is found as something else, and surer, in the columns of its page.
    private static func isSomethingElse(_ found: LocatedFinding, surely others: [LocatedFinding]) -> Bool {
        let match = found.finding.match
        return others.contains { $0.finding.match.confidence > match.confidence }
            && !others.contains { $0.finding.match.detector == match.detector }
    }
}
