import Model
import Pattern

/// One pass over one text, block by block: words and anchors by the literal database, then numbers and shapes, then what stands around
/// each candidate.
struct ScanRun {
    let scan: TextScan
    let text: TextBytes
    var hits: [WordIndex.Hit] = []
    var candidates: [Candidate] = []
    var tables: TableReader
    private var literalHits: [LiteralHit] = []
    private var anchorHits: [(detector: Int, range: Range<Int>)] = []
    private var found: [Judged] = []

    /// Bytes looked at in one go: they stay in the processor's cache between the passes.
    static let block = 64 * 1024
    /// Bytes around a block in which words count for values in it: characters have four bytes at most.
    static let reach = Surroundings.before * 4 + 80

    init(_ scan: TextScan, _ text: TextBytes) { self.init(scan, text, TableReader(text: text)) }

    init(_ scan: TextScan, _ text: TextBytes, _ tables: TableReader) {
        self.scan = scan
        self.text = text
        self.tables = tables
        literalHits.reserveCapacity(256)
    }

    mutating func matches() -> [Match] {
        matches(from: 0, to: text.count)
    }

    /// The matches of the values that begin in a part of the text.
    mutating func matches(from start: Int, to end: Int) -> [Match] {
        winners(from: start, to: end).map { $0.match(by: scan.detectors[$0.candidate.detector]) }
    }

    mutating func winners(from start: Int, to end: Int) -> [Judged] {
        var at = start
        while at < end {
            let next = min(at + Self.block, end)
            look(at..<next)
            at = next
        }
        let winners = Resolution.winners(of: found)
        return start == 0 ? wholes.filter { $0.confidence >= scan.minimum } + winners : winners
    }

    private mutating func look(_ core: Range<Int>) {
        findLiterals(around: core)
        var live = scan.alwaysLive
        for hit in hits { live.formUnion(hit.names) }
        live.formUnion(tables.named(at: core.lowerBound, by: scan))
        let dispatch = scan.dispatches.dispatch(for: live)
        candidates.removeAll(keepingCapacity: true)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: CandidateCheck.capacity) { buffer in
            scan.probes.withUnsafeBufferPointer { probes in
                let check = CandidateCheck(probes: probes, text: text, buffer: buffer)
                find(core, by: dispatch, check)
                if let lists = scan.lists, scan.listed.intersects(live) { find(core, in: lists, live: live, check) }
            }
        }
        for candidate in candidates { judge(candidate) }
    }

    private mutating func find(_ core: Range<Int>, by dispatch: Dispatch, _ check: CandidateCheck) {
        NumberPass(text: text, check: check, dispatch: dispatch).run(over: core, into: &candidates)
        for kind in dispatch.tokens {
            TokenPass(text: text, check: check, kind: kind).run(over: core, into: &candidates)
        }
        for anchor in anchorHits where core.contains(anchor.range.lowerBound) {
            check.finder(anchor.detector, anchor.range, into: &candidates)
        }
    }

    private mutating func find(_ core: Range<Int>, in lists: WordFinder, live: DetectorMask, _ check: CandidateCheck) {
        let isColumn = scan.listed.intersects(tables.named(at: core.lowerBound, by: scan))
        for part in isColumn ? [core] : parts(of: core) {
            lists.each(in: part, of: text) { detector, place in
                if live[detector] { check.listed(detector, place, into: &candidates) }
            }
        }
    }

    /// Where the words of a list can count: near what names them, and below what may be the header of their column.
    private func parts(of core: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        for hit in hits where scan.listed.intersects(hit.names) {
            let isCell = Self.partsCells(text[hit.end]) || Self.partsCells(text[hit.start - 1])
            let end = isCell ? core.upperBound : hit.end + Self.reach
            let part = (max(0, hit.start - Self.listReach)..<max(end, hit.end)).clamped(to: core)
            if let last = parts.last, last.upperBound >= part.lowerBound {
                parts[parts.count - 1] =
                    min(last.lowerBound, part.lowerBound)..<max(last.upperBound, part.upperBound)
            } else if !part.isEmpty {
                parts.append(part)
            }
        }
        return parts
    }

    private static func partsCells(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "|") || byte == 9
            || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
    }

    /// Bytes before a word that names what stands there.
    private static let listReach = Surroundings.after * 4 + CustomEntry.Limits.wordLength

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

    private mutating func judge(_ candidate: Candidate) {
        let around = Surroundings(of: candidate, hits: hits, tables: &tables, scan: scan)
        let judged = Judged(candidate: candidate, surroundings: around, isStrong: candidate.need == .nothing)
        if judged.confidence >= scan.minimum { found.append(judged) }
    }

    /// Words and anchors of a block and a little on either side of it.
    private mutating func findLiterals(around core: Range<Int>) {
        hits.removeAll(keepingCapacity: true)
        literalHits.removeAll(keepingCapacity: true)
        anchorHits.removeAll(keepingCapacity: true)
        guard let database = scan.database else { return }
        let start = max(0, core.lowerBound - Self.reach)
        let range = start..<min(text.count, core.upperBound + Self.reach)
        _ = database.scan(text.slice(range), into: &literalHits)
        for hit in literalHits {
            let (literal, end) = (Int(hit.literal), Int(hit.end) + start)
            if literal < scan.firstAnchor {
                scan.words.add(literal, endingAt: end, in: text, to: &hits)
            } else {
                let anchor = scan.anchors[literal - scan.firstAnchor]
                anchorHits.append((anchor.detector, (end - anchor.length)..<end))
            }
        }
    }
}

extension Judged {
    /// Low: shape and check alone. Medium: a strong check, or a word. High: both, or the field bears its name.
    var confidence: Match.Confidence {
        switch (surroundings.naming, isStrong) {
        case (.none, true): surroundings.isDenied ? .low : .medium
        case (.none, false): .low
        case (.field, _): .high
        case (.near, true): surroundings.isDenied ? .low : .high
        case (.near(let distance), false): surroundings.isDenied ? .low : distance < 60 ? .high : .medium
        }
    }

    func match(by detector: Detector) -> Match {
        Match(
            detector: detector.id, entry: candidate.kind ?? detector.id, range: candidate.start..<candidate.end,
            confidence: candidate.isSample ? min(confidence, .medium) : confidence, isSample: candidate.isSample)
    }
}
