import Model
import Pattern

/// What a scan consists of, behind one reference: a scan is handed to every judgement of a value.
final class ScanParts: Sendable {
    /// In the order of their places in a mask.
    let detectors: [Detector]
    /// What is less sure is not reported.
    let minimum: Match.Confidence
    /// The customer's own entries, looked for in the same pass.
    let custom: CustomScan?
    /// Every word, and the fixed bytes.
    let words: Gate
    /// The fixed bytes, and the words without which the values of some detectors are not looked for at all.
    let gate: Gate
    /// The lists of the detectors that have one, and which these are.
    let lists: WordFinder?
    let listed: DetectorMask
    /// The detectors that have names too short to be words.
    let labelled: [(detector: Int, areIn: @Sendable (TextBytes, Range<Int>) -> Bool)]
    let probes: [Probe]
    let dispatch: Dispatch
    let watches: MadeWatchTables
    /// Detectors whose values may count without a word.
    let alwaysLive: DetectorMask
    /// These, and the detectors whose values are so few that they are looked for before the words.
    let quiet: DetectorMask

    init(
        _ detectors: [Detector], custom: CustomScan?, minimum: Match.Confidence
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
        labelled = listed.enumerated().compactMap { place, detector in detector.labels.map { (place, $0) } }
        probes = listed.map(Probe.init)
        dispatch = Dispatch(listed)
        watches = MadeWatchTables(dispatch)
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
}
