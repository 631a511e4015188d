/// What a pass needs of a detector, laid out so that asking it copies nothing.
struct Probe: Sendable {
    let need: Detector.Need
    let kind: (@Sendable (Characters) -> String)?
    let samples: Set<String>
    let accept: @Sendable (Characters) -> Bool
    let examine: @Sendable (TextBytes, Range<Int>) -> Range<Int>?
    /// What one token needs, where that is not the same for all.
    let needOf: (@Sendable (TextBytes, Range<Int>) -> Detector.Need)?
    let isTold: Bool

    init(_ detector: Detector) {
        need = detector.need
        kind = detector.kind
        samples = detector.samples
        isTold = detector.kind != nil || !detector.samples.isEmpty
        switch detector.find {
        case .token(_, _, _, let need, _), .word(_, _, _, let need): needOf = need
        default: needOf = nil
        }
        switch detector.find {
        case .forms(_, let accept), .token(_, _, let accept, _, _):
            self.accept = accept
            examine = { _, _ in nil }
        case .word(_, _, let examine, _), .anchors(_, let examine):
            accept = { _ in true }
            self.examine = examine
        case .listed, .whole:
            accept = { _ in true }
            examine = { _, _ in nil }
        }
    }
}
