import Model
import Pattern

/// One pass over one text, block by block: fixed bytes, then numbers and shapes, then the words around what may be a value.
///
/// Where there are few numbers, the words around each are looked for once it has passed its check; where there are many, the words come
/// first, and what none of them names is not checked. Both ways find the same.
struct ScanRun {
    let scan: TextScan
    let text: TextBytes
    var tables: TableReader
    /// Words of the gate, and fixed bytes, in the block.
    var gateHits: [WordIndex.Hit] = []
    private var anchors: [Gate.Anchor] = []
    private var otherAnchors: [Gate.Anchor] = []
    /// Words around the candidates that are judged.
    private var hits: [WordIndex.Hit] = []
    private var candidates: [Candidate] = []
    /// Candidates around which words have not been looked for.
    private var pending: [Candidate] = []
    private var literalHits: [LiteralHit] = []
    private var found: [Judged] = []
    /// Whether all words of the block are known.
    private var isCrowdedBlock = false
    /// Detectors that labels in the block name, which no word does.
    private var labelled = DetectorMask()
    private let watch: Watch
    private let map = WordMap(part: part)

    /// Bytes looked at in one go: they stay in the processor's cache between the passes.
    static let block = 64 * 1024
    /// Bytes of a block for which it is asked at once which detectors can count.
    static let part = 2 * 1024
    /// Bytes before a value in which words count: characters have four bytes at most.
    static let reach = Surroundings.before * 4 + 80
    /// Bytes behind the beginning of a part within which its values end, and the words behind them.
    static let behind = 1_024

    init(_ scan: TextScan, _ text: TextBytes) {
        self.scan = scan
        self.text = text
        tables = TableReader(text: text)
        watch = Watch(scan.watches)
        literalHits.reserveCapacity(256)
    }

    /// The values that begin in a part of the text, the parts in their order; of those near the end of any but the last some come with the
    /// next, because one that is found later may be believed more.
    mutating func winners(from start: Int, to end: Int, isLast: Bool = true) -> [Judged] {
        var winners = start == 0 ? wholes.filter { $0.confidence >= scan.minimum } : []
        var at = start
        while at < end {
            let next = min(at + Self.block, end)
            look(at..<next)
            at = next
            winners += Resolution.settled(&found, before: at - Self.longestBeginning)
        }
        return isLast ? winners + Resolution.settled(&found, before: .max) : winners
    }

    /// After a part that ended there, the place before which nothing comes any more.
    func open(at end: Int) -> Int { min(found.first?.candidate.start ?? end, end - Self.longestBeginning) }

    /// Bytes at which a value begins at the farthest before the block in which it is found.
    static let longestBeginning = 1_024

    private mutating func look(_ core: Range<Int>) {
        gateHits.removeAll(keepingCapacity: true)
        anchors.removeAll(keepingCapacity: true)
        isCrowdedBlock = isCrowded(core)
        let gate = isCrowdedBlock ? scan.words : scan.gate
        gate.find(in: widened(core), of: text, words: &gateHits, anchors: &anchors, memory: &literalHits)
        if isCrowdedBlock { hits = gateHits }
        labelled = labels(in: core)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: CandidateCheck.capacity) { buffer in
            scan.probes.withUnsafeBufferPointer { probes in
                let check = CandidateCheck(probes: probes, text: text, buffer: buffer)
                findNumbers(core, by: check)
                findOthers(core, by: check)
            }
        }
        judgeAll()
    }

    /// The detectors of which a block has labels. Letters with signatures are short; tables and logs are not asked.
    private func labels(in core: Range<Int>) -> DetectorMask {
        guard core.count < Self.block else { return DetectorMask() }
        return scan.labelled.reduce(into: DetectorMask()) { $0[$1.detector] = $1.areIn(text, core) }
    }

    /// A part of the text with as much around it as words in it may count for, and a word more.
    private func widened(_ range: Range<Int>) -> Range<Int> {
        max(
            0, range.lowerBound - Self.reach - CustomEntry.Limits.wordLength)..<min(
                text.count, range.upperBound + Self.behind)
    }

    /// Numbers and shapes, in small parts.
    private mutating func findNumbers(_ core: Range<Int>, by check: CandidateCheck) {
        var near = NearbyNames()
        var start = core.lowerBound
        while start < core.upperBound {
            var end = min(start + Self.part, core.upperBound)
            let isCrowded = isCrowdedBlock || isCrowded(start..<end)
            while end < core.upperBound, isCrowded,
                isCrowdedBlock || self.isCrowded(end..<min(end + Self.part, core.upperBound))
            {
                end = min(end + Self.part, core.upperBound)
            }
            if isCrowded {
                findCrowded(start..<end, by: check)
            } else {
                var (list, live) = (pending, scan.quiet)
                pending = []
                live.formUnion(near.names(around: start..<end, of: gateHits, in: text))
                find(start..<end, live: live, into: &list, by: check)
                pending = list
            }
            start = end
        }
    }

    /// Where there are many numbers: their words first.
    private mutating func findCrowded(_ stretch: Range<Int>, by check: CandidateCheck) {
        // Values begin a little before their first digit.
        let first = max(0, stretch.lowerBound - NearbyNames.longestStart)
        findWords(in: window(around: first..<stretch.upperBound, behind: NearbyNames.behind))
        var near = NearbyNames()
        var list = candidates
        candidates = []
        var start = stretch.lowerBound
        while start < stretch.upperBound {
            let part = start..<min(start + Self.part, stretch.upperBound)
            var live = scan.alwaysLive.union(labelled)
            live.formUnion(near.names(around: part, of: hits, in: text))
            find(part, live: live, into: &list, by: check)
            for candidate in list { judge(candidate) }
            list.removeAll(keepingCapacity: true)
            start = part.upperBound
        }
        candidates = list
    }

    private mutating func find(
        _ part: Range<Int>, live: DetectorMask, into list: inout [Candidate], by check: CandidateCheck
    ) {
        var live = live
        live.formUnion(tables.named(in: part, by: scan))
        watch.turn(to: live)
        NumberPass(text: text, check: check, watch: watch.tables, map: map).run(over: part, into: &list)
    }

    /// Whether so much of a part is digits that the words are better looked for first. Where all is reported, words are not asked.
    private func isCrowded(_ part: Range<Int>) -> Bool {
        scan.minimum == .low || text.digits(sampledIn: part) * Self.crowd > part.count
    }

    /// One byte in so many is a digit.
    private static let crowd = 32

    /// What is found otherwise than by numbers.
    private mutating func findOthers(_ core: Range<Int>, by check: CandidateCheck) {
        var live = scan.alwaysLive
        for hit in gateHits { live.formUnion(hit.names) }
        live.formUnion(tables.named(at: core.lowerBound, by: scan))
        watch.turn(to: live)
        for kind in scan.dispatch.tokens where kind.mask.intersects(live) {
            var rows = WordRows(text: text)
            let places =
                scan.minimum == .low ? [core] : parts(of: core, near: kind.mask) { hit, _ in rows.isRow(of: hit) }
            for part in places {
                TokenPass(text: text, check: check, kind: kind, watch: watch.tables).run(over: part, into: &pending)
            }
        }
        for anchor in anchors where core.contains(anchor.range.lowerBound) {
            check.finder(anchor.detector, anchor.range, into: &pending)
        }
        guard let lists = scan.lists, scan.listed.intersects(live) else { return }
        for part in parts(of: core, near: scan.listed, Self.isCell) {
            lists.each(in: part, of: text) { detector, place in
                if live[detector] { check.listed(detector, place, into: &pending) }
            }
        }
    }

    /// Judges the candidates that are left, those that stand close together by one look for words.
    private mutating func judgeAll() {
        guard !pending.isEmpty else { return }
        let list = pending.sorted { $0.start < $1.start }
        pending.removeAll(keepingCapacity: true)
        var first = 0
        while first < list.count {
            var (next, end) = (first + 1, list[first].end)
            while next < list.count, list[next].start <= end + Self.near {
                end = max(end, list[next].end)
                next += 1
            }
            findWords(in: window(around: list[first].start..<end, behind: Surroundings.after))
            for candidate in list[first..<next] { judge(candidate) }
            first = next
        }
    }

    private mutating func judge(_ candidate: Candidate) {
        let isStrong = candidate.need == .nothing
        let around = hits.withUnsafeBufferPointer { hits -> Surroundings? in
            let near = Nearby(hits: hits, candidate: candidate, text: text)
            // What nothing names is not reported.
            if scan.minimum > .low, !isStrong, !near.isNamedAnywhere,
                !tables.isNamed(candidate.detector, at: candidate.start, by: scan)
            {
                return nil
            }
            return Surroundings(of: candidate, near: near, tables: &tables, scan: scan)
        }
        guard let around else { return }
        let judged = Judged(candidate: candidate, surroundings: around, isStrong: isStrong)
        if judged.confidence >= scan.minimum { found.append(judged) }
    }

    /// A part of the text with what before it and behind it holds the words that count for its values.
    private func window(around part: Range<Int>, behind: Int) -> Range<Int> {
        let first = text.place(characters: Surroundings.before, before: part.lowerBound)
        return max(0, first - Self.longestPhrase)..<min(text.count, part.upperBound + behind + Self.longestPhrase)
    }

    /// More bytes than any word or phrase has.
    private static let longestPhrase = 128
    /// Bytes within which the words around two values are looked for together.
    private static let near = 512

    /// The words in a part of the text.
    private mutating func findWords(in window: Range<Int>) {
        guard !isCrowdedBlock else { return }
        hits.removeAll(keepingCapacity: true)
        otherAnchors.removeAll(keepingCapacity: true)
        scan.words.find(in: window, of: text, words: &hits, anchors: &otherAnchors, memory: &literalHits)
    }

    /// What the text is as a whole; it has a place, but takes none from the values in it.
    private var wholes: [Judged] {
        scan.detectors.enumerated().compactMap { place, detector in
            guard case .whole(let examine) = detector.find, let found = examine(text) else { return nil }
            let candidate = Candidate(
                detector: place, start: found.place.lowerBound, end: found.place.upperBound, need: .nothing,
                kind: found.kind, isSample: false)
            return Judged(candidate: candidate, surroundings: .nothing, isStrong: true)
        }
    }
}
