import DLP
import Model

/// A finding together with the value, which leaves the scan only where somebody asked to see it.
struct LocatedFinding {
    var finding: ScannedDocument.Finding
    let value: String
    /// Its number among those of the document.
    var order = 0
    /// Places of the profiles that tell of it.
    var tellers: [Int] = []
}

extension LocatedFinding {
    /// - Parameters:
    ///   - bytes: the text of the part of the document.
    ///   - place: where in the part it stands, in words.
    ///   - likenesses: what the document is like, told of this part.
    init(
        _ match: Match, in segment: ExtractedSegment, _ bytes: UnsafeBufferPointer<UInt8>, place: String?,
        showsValue: Bool, among likenesses: [Likeness] = []
    ) {
        let value = match.text(in: bytes)
        self.init(
            finding: ScannedDocument.Finding(
                match: match, profile: nil, part: segment.part.isEmpty ? nil : segment.part, place: place,
                masked: MaskedValue.of(value), value: showsValue ? value : nil,
                likeness: likenesses.first { $0.match == match }?.percent),
            value: value)
    }
}
