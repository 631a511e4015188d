import Model
import Pattern

/// Detectors made ready to look through texts. Making it takes a moment; any number of threads may use it at once.
public struct TextScan: Sendable {
    private let parts: ScanParts

    /// In the order of their places in a mask.
    public var detectors: [Detector] { parts.detectors }
    /// What is less sure is not reported.
    public var minimum: Match.Confidence { parts.minimum }
    /// The customer's own entries, looked for in the same pass.
    public var custom: CustomScan? { parts.custom }

    /// - Throws: `PatternError` where the words cannot be compiled.
    public init(
        _ detectors: [Detector], custom: CustomScan? = nil, minimum: Match.Confidence
    ) throws(PatternError) {
        parts = try ScanParts(detectors, custom: custom, minimum: minimum)
    }

    var words: Gate { parts.words }
    var gate: Gate { parts.gate }
    var lists: WordFinder? { parts.lists }
    var listed: DetectorMask { parts.listed }
    var probes: [Probe] { parts.probes }
    var labelled: [(detector: Int, areIn: @Sendable (TextBytes, Range<Int>) -> Bool)] { parts.labelled }
    var dispatch: Dispatch { parts.dispatch }
    var watches: MadeWatchTables { parts.watches }
    var alwaysLive: DetectorMask { parts.alwaysLive }
    var quiet: DetectorMask { parts.quiet }

    /// The matches of a text, in order of place.
    /// - Parameter text: UTF-8; what is not is looked at as well, byte by byte.
    public func matches(in text: UnsafeBufferPointer<UInt8>) -> [Match] {
        var found: [Match] = []
        each(in: text, most: CustomScan.most) { found += $0 }
        return custom == nil ? found : Self.sorted(found)
    }

    /// Hands out the matches of a text in order of place, some at a time, so that nobody has to hold them all.
    /// - Parameter text: UTF-8; what is not is looked at as well, byte by byte.
    public func eachMatches(in text: UnsafeBufferPointer<UInt8>, _ body: ([Match]) -> Void) {
        each(in: text, most: .max, body)
    }

    private func each(in text: UnsafeBufferPointer<UInt8>, most: Int, _ body: ([Match]) -> Void) {
        guard let base = text.baseAddress, !text.isEmpty else { return }
        let bytes = TextBytes(base: base, count: text.count)
        guard bytes.next(13, from: 0, to: bytes.count) != nil, bytes.next(10, from: 0, to: bytes.count) == nil else {
            var run = TextRun(self, bytes, most: most)
            return run.each(body)
        }
        // Where carriage returns alone end the lines, as spreadsheets write them for old programs, all else is told in lines too.
        text.map { $0 == 13 ? 10 : $0 }.withUnsafeBufferPointer { each(in: $0, most: most, body) }
    }

    static func merged(_ found: [Match], _ own: [Match]) -> [Match] {
        guard !own.isEmpty else { return found }
        return sorted(found + own)
    }

    private static func sorted(_ found: [Match]) -> [Match] {
        found.sorted { ($0.range.lowerBound, $0.detector) < ($1.range.lowerBound, $1.detector) }
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
