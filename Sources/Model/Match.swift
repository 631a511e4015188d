/// A value in a text that a detector recognised. It says where the value stands and never holds it.
public struct Match: Hashable, Sendable {
    /// How sure it is. Low: shape and check digit. Medium: a strong check, or a word that names it. High: both.
    public enum Confidence: String, CaseIterable, Codable, Comparable, Sendable {
        case low, medium, high

        public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
        private var rank: Int { self == .low ? 0 : self == .medium ? 1 : 2 }
    }

    /// The id of what found it.
    public let detector: String
    /// The id of the profile entry: the detector's own, or one of its kinds (`visa` of `credit_card`).
    public let entry: String
    /// Bytes of the text in UTF-8, from the first of the value to the one after its last.
    public let range: Range<Int>
    public let confidence: Confidence
    /// A value that was published as an example and belongs to nobody.
    public let isSample: Bool

    public init(detector: String, entry: String, range: Range<Int>, confidence: Confidence, isSample: Bool) {
        self.detector = detector
        self.entry = entry
        self.range = range
        self.confidence = confidence
        self.isSample = isSample
    }
}
