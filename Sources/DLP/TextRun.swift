import Model

/// One pass of all detectors and entries over a whole text, a part at a time: what it holds does not grow with the number of matches.
struct TextRun {
    private let scan: TextScan
    /// As it was given, and as the predefined detectors see it.
    private let text: TextBytes
    private let plain: PlainText?
    /// As the customer's own entries see it, where letters were joined with their marks.
    private let joined: PlainText?
    /// As somebody would type it, which they see as well.
    private let typed: TypedText?
    private var own: CustomRun?
    /// Where the customer's own entries go on.
    private var ownNext = 0
    /// Matches of those entries that a value found later may stand before.
    private var waiting: [Match] = []

    /// Bytes that are looked through at a time.
    static let part = 1 << 20

    /// - Parameter most: matches of an entry of one's own that are told.
    init(_ scan: TextScan, _ text: TextBytes, most: Int) {
        self.scan = scan
        self.text = text
        let bytes = text.slice(0..<text.count)
        plain = PlainText(bytes, PlainText.scope(of: bytes))
        joined = plain?.joinsMarks == true && scan.custom != nil ? PlainText(bytes, .marks) : nil
        typed = scan.custom?.looksAtTexts == true ? TypedText(bytes, plain: plain) : nil
        own = scan.custom.map { CustomRun($0, minimum: scan.minimum, most: most) }
    }

    /// Hands out the matches in order of place.
    mutating func each(_ body: ([Match]) -> Void) {
        guard let plain else {
            each(in: text, body)
            return
        }
        plain.bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            each(in: TextBytes(base: base, count: bytes.count), body)
        }
    }

    private mutating func each(in bytes: TextBytes, _ body: ([Match]) -> Void) {
        var run = ScanRun(scan, bytes)
        for start in stride(from: 0, to: max(bytes.count, 1), by: Self.part) {
            let end = min(start + Self.part, bytes.count)
            let isLast = end == bytes.count
            let found = run.winners(from: start, to: end, isLast: isLast).map { judged in
                let match = judged.match(by: scan.detectors[judged.candidate.detector])
                return plain.map { match.over($0.original(match.range)) } ?? match
            }
            let next = isLast ? text.count : original(end)
            let others = ownMatches(to: next, before: isLast ? text.count : original(run.open(at: end)))
            let matches = TextScan.merged(found, others)
            if !matches.isEmpty { body(matches) }
        }
    }

    private func original(_ place: Int) -> Int { plain?.original(place..<place).lowerBound ?? place }

    /// The matches of the customer's own entries in the text up to a place, those that begin before another.
    private mutating func ownMatches(to end: Int, before place: Int) -> [Match] {
        guard var run = own else { return [] }
        own = nil
        waiting += run.matches(in: ownNext..<max(ownNext, end), of: text, joined, typed)
        own = run
        ownNext = max(ownNext, end)
        let count = waiting.firstIndex { $0.range.lowerBound >= place } ?? waiting.count
        defer { waiting.removeFirst(count) }
        return Array(waiting[..<count])
    }
}
