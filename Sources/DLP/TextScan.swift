import Model
import Pattern

/// Detectors made ready to look through texts. Making it takes a moment; any number of threads may use it at once.
public struct TextScan: Sendable {
    /// In the order of their places in a mask.
    public let detectors: [Detector]
    /// What is less sure is not reported.
    public let minimum: Match.Confidence
    /// The customer's own entries, looked for in the same pass.
    public let custom: CustomScan?
    /// Every word, and the fixed bytes.
    let words: Gate
    /// The fixed bytes, and the words without which the values of some detectors are not looked for at all.
    let gate: Gate
    /// The lists of the detectors that have one, and which these are.
    let lists: WordFinder?
    let listed: DetectorMask
    let probes: [Probe]
    let dispatch: Dispatch
    /// Detectors whose values may count without a word.
    let alwaysLive: DetectorMask
    /// These, and the detectors whose values are so few that they are looked for before the words.
    let quiet: DetectorMask

    /// - Throws: `PatternError` where the words cannot be compiled.
    public init(
        _ detectors: [Detector], custom: CustomScan? = nil, minimum: Match.Confidence
    ) throws(PatternError) {
        self.custom = custom
        let listed = Array(detectors.prefix(DetectorMask.most))
        self.detectors = listed
        self.minimum = minimum
        let named = listed.indices.reduce(into: DetectorMask()) { $0[$1] = listed[$1].isNamedFirst }
        words = try Gate(listed, namesOf: nil)
        gate = try Gate(listed, namesOf: named)
        var lists: [(list: Int, words: [String], letterCaseCounts: Bool)] = []
        var mask = DetectorMask()
        for (place, detector) in listed.enumerated() {
            guard case .listed(let words) = detector.find else { continue }
            lists.append((place, words, false))
            mask[place] = true
        }
        self.listed = mask
        self.lists = lists.isEmpty ? nil : try WordFinder(lists)
        probes = listed.map(Probe.init)
        dispatch = Dispatch(listed)
        alwaysLive = Self.live(listed, minimum: minimum)
        quiet = alwaysLive.union(gate.others(of: listed))
    }

    private static func live(_ detectors: [Detector], minimum: Match.Confidence) -> DetectorMask {
        var mask = DetectorMask()
        for (place, detector) in detectors.enumerated() where minimum == .low || detector.canStandAlone {
            mask[place] = true
        }
        return mask
    }

    /// The matches of a text, in order of place.
    /// - Parameter text: UTF-8; what is not is looked at as well, byte by byte.
    public func matches(in text: UnsafeBufferPointer<UInt8>) -> [Match] {
        guard let base = text.baseAddress, !text.isEmpty else { return [] }
        let found = predefined(in: text)
        guard let custom else { return found }
        let text = TextBytes(base: base, count: text.count)
        var own = CustomRun(custom, minimum: minimum)
        return Self.merged(found, own.matches(in: 0..<text.count, of: text) + own.finish())
    }

    /// The matches of the detectors that are not the customer's own.
    private func predefined(in text: UnsafeBufferPointer<UInt8>) -> [Match] {
        if let plain = PlainText(text, isUnfolded: PlainText.isFolded(text)) {
            return plain.bytes.withUnsafeBufferPointer { matches(ofPlain: $0) }.map {
                $0.over(plain.original($0.range))
            }
        }
        return matches(ofPlain: text)
    }

    private func matches(ofPlain text: UnsafeBufferPointer<UInt8>) -> [Match] {
        guard let base = text.baseAddress else { return [] }
        var run = ScanRun(self, TextBytes(base: base, count: text.count))
        return run.matches()
    }

    static func merged(_ found: [Match], _ own: [Match]) -> [Match] {
        guard !own.isEmpty else { return found }
        return (found + own).sorted { ($0.range.lowerBound, $0.detector) < ($1.range.lowerBound, $1.detector) }
    }

    public func matches(in text: String) -> [Match] {
        var text = text
        return text.withUTF8 { matches(in: $0) }
    }
}

extension Detector {
    var canStandAlone: Bool {
        guard need == .nothing else {
            if case .forms(let forms, _) = find { return forms.contains { $0.need == .nothing } }
            return false
        }
        return true
    }
}
