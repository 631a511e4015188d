import Model
import Pattern

/// One pass of a customer's own entries over one text, part by part. Documents are not looked for here: what a document is like is asked of
/// all its texts together (`likenesses`).
struct CustomRun {
    private let scan: CustomScan
    private let minimum: Match.Confidence
    /// Matches of an entry that are told.
    private let most: Int
    private var told: [Int]
    /// Where the last match of each entry ended, in bytes of the whole text.
    private var lastEnds: [Int]
    private var found: [Match] = []

    /// Bytes that are looked through at a time.
    private static let part = 1 << 20
    /// Bytes in which expressions are looked for at a time: all that they match in them is held, with every end that a match may have.
    private static let patternPart = 1 << 17

    init(_ scan: CustomScan, minimum: Match.Confidence, most: Int = CustomScan.most) {
        self.scan = scan
        self.minimum = minimum
        self.most = most
        told = [Int](repeating: 0, count: scan.entries.count)
        lastEnds = [Int](repeating: 0, count: scan.entries.count)
    }

    /// A text as it is looked at: which parts of it stand for one of the original, and where a place in it is in the whole text.
    private struct View {
        let text: TextBytes
        let parts: (Range<Int>) -> [Range<Int>]
        let whole: (Range<Int>) -> Range<Int>
    }

    /// What one of the finders tells, before the words near it were asked.
    private struct Place {
        let entry: Int
        let range: Range<Int>
        let confidence: Match.Confidence
        let view: Int
        let whole: Range<Int>
    }

    private struct Told: Hashable {
        let entry: Int
        let whole: Range<Int>
    }

    /// The matches that begin in a part of the text, in order of place.
    /// - Parameters:
    ///   - joined: the text with letters and their marks as one; nil where it is that already.
    ///   - typed: the text as somebody would type it, which is looked at as well; nil where it is that already.
    mutating func matches(
        in range: Range<Int>, of text: TextBytes, _ joined: PlainText?, _ typed: TypedText?
    ) -> [Match] {
        // The run is a value: the bodies work on one of their own.
        var run = self
        defer { self = run }
        return (joined?.bytes ?? []).withUnsafeBufferPointer { bytes in
            let first = joined == nil ? text : TextBytes(base: bytes.baseAddress ?? text.base, count: bytes.count)
            let view = View(text: first) { part in
                [joined.map { $0.plain(part.lowerBound)..<$0.plain(part.upperBound) } ?? part]
            } whole: {
                joined?.original($0) ?? $0
            }
            return (typed?.bytes ?? []).withUnsafeBufferPointer { bytes in
                guard let typed, let start = bytes.baseAddress else { return run.matches(in: range, [view]) }
                let other = View(text: TextBytes(base: start, count: bytes.count), parts: typed.windows) {
                    typed.original($0)
                }
                return run.matches(in: range, [view, other])
            }
        }
    }

    private mutating func matches(in range: Range<Int>, _ views: [View]) -> [Match] {
        found.removeAll(keepingCapacity: true)
        for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.part) {
            look(start..<min(start + Self.part, range.upperBound), views)
        }
        return found.sorted { ($0.range.lowerBound, $0.detector) < ($1.range.lowerBound, $1.detector) }
    }

    private mutating func look(_ part: Range<Int>, _ views: [View]) {
        // What the finders tell is collected first: they may not change what they are asked by.
        var places: [Place] = []
        for (at, view) in views.enumerated() {
            for range in view.parts(part) {
                eachPlace(range, view.text) {
                    places.append(Place(entry: $0, range: $1, confidence: $2, view: at, whole: view.whole($1)))
                }
            }
        }
        // One that both tell is judged once.
        var told: Set<Told> = []
        for place in places.sorted(by: Self.goesFirst)
        where views.count == 1 || told.insert(Told(entry: place.entry, whole: place.whole)).inserted {
            take(place.entry, place.range, place.confidence, views[place.view].text, place.whole)
        }
    }

    private func eachPlace(
        _ range: Range<Int>, _ text: TextBytes, _ body: (Int, Range<Int>, Match.Confidence) -> Void
    ) {
        scan.words?.each(in: range, of: text) { body($0, $1, .medium) }
        for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.patternPart) {
            let part = start..<min(start + Self.patternPart, range.upperBound)
            for (entry, place, confidence) in patternPlaces(part, text) { body(entry, place, confidence) }
        }
        for (entry, probe) in scan.probes { probe.each(in: range, of: text) { body(entry, $0, $1) } }
    }

    /// Of two that begin alike the longer one, of two in one place the surer one, or the one as it is typed: so are the words near it.
    private static func goesFirst(_ a: Place, _ b: Place) -> Bool {
        if a.whole != b.whole {
            return (a.whole.lowerBound, -a.whole.upperBound) < (b.whole.lowerBound, -b.whole.upperBound)
        }
        return (a.confidence, a.view) > (b.confidence, b.view)
    }

    private func patternPlaces(
        _ range: Range<Int>, _ text: TextBytes
    ) -> [(entry: Int, place: Range<Int>, confidence: Match.Confidence)] {
        guard let patterns = scan.patterns else { return [] }
        var start = max(0, range.lowerBound - PatternSet.longestMatch)
        while start < range.lowerBound, text[start] & 0xC0 == 0x80 { start += 1 }
        var end = min(text.count, range.upperBound + PatternSet.longestMatch)
        while end > range.upperBound, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
        let slice = text.slice(start..<end)
        let hits =
            if let repaired = ValidText.repaired(slice) {
                repaired.withUnsafeBufferPointer { patterns.hits(in: $0) }
            } else {
                patterns.hits(in: slice)
            }
        return hits.compactMap { hit in
            let place = (hit.range.lowerBound + start)..<(hit.range.upperBound + start)
            return range.contains(place.lowerBound) ? (scan.patternEntries[hit.expression], place, .medium) : nil
        }
    }

    private mutating func take(
        _ entry: Int, _ place: Range<Int>, _ base: Match.Confidence, _ text: TextBytes, _ whole: Range<Int>
    ) {
        guard told[entry] < most, whole.lowerBound >= lastEnds[entry] else { return }
        let refinement = scan.refinements[entry]
        guard !refinement.excludes(place, of: text), let confidence = refinement.confidence(base, of: place, in: text),
            confidence >= minimum
        else { return }
        told[entry] += 1
        lastEnds[entry] = whole.upperBound
        found.append(match(entry, whole, confidence))
    }

    private func match(_ entry: Int, _ place: Range<Int>, _ confidence: Match.Confidence) -> Match {
        let id = scan.entries[entry].id
        return Match(detector: id, entry: id, range: place, confidence: confidence, isSample: false)
    }
}

extension CustomScan {
    /// The entries whose label is in force on a document: by the ids of the label and of its tenant.
    /// - Returns: matches without a place in the text.
    public func matches(labels: [DocumentLabel]) -> [Match] {
        entries.compactMap { entry in
            guard labels.contains(where: entry.means.isBorne) else { return nil }
            return Match(detector: entry.id, entry: entry.id, range: 0..<0, confidence: .high, isSample: false)
        }
    }
}

extension CustomScan {
    /// Those of some labels that an entry asks for.
    public func labels(_ labels: [DocumentLabel], of entry: CustomEntry.ID) -> [DocumentLabel] {
        entries.first { $0.id == entry }.map { labels.filter($0.means.isBorne) } ?? []
    }
}

extension CustomEntry.Means {
    /// Whether a label is one of those that are looked for. One that does not say whose it is is nobody's.
    fileprivate func isBorne(_ label: DocumentLabel) -> Bool {
        switch self {
        case .label(let id, let tenant):
            label.labelID.lowercased() == id.lowercased() && label.siteID.lowercased() == tenant.lowercased()
        case .foreignLabel(let tenant): label.isForeign(to: tenant)
        case .pattern, .words, .dataset, .fingerprint: false
        }
    }
}
