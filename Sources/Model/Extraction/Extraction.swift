/// What came of reading one document.
public struct Extraction: Hashable, Sendable {
    public enum Status: String, CaseIterable, Codable, Sendable {
        /// All of it was read.
        case ok
        /// Something could not be read or was cut: what was found counts, what was not found proves nothing.
        case partial
        /// Only who has a key or a password can read it.
        case encrypted
        /// It is larger, deeper or slower than the limits allow.
        case limit
        /// It is damaged, or reading it ended the worker.
        case error
        /// A kind of file without text that is known here.
        case unsupported
    }

    public var segments: [ExtractedSegment]
    public var labels: [DocumentLabel]
    public var status: Status
    /// Why the status is not `ok`: what and which.
    public var reason: ExtractionReason?
    /// The same as one sentence, with the names that the document gave as they are.
    public var detail: String? { reason?.text }

    public init(
        segments: [ExtractedSegment] = [], labels: [DocumentLabel] = [], status: Status, reason: ExtractionReason?
    ) {
        self.segments = segments
        self.labels = labels
        self.status = status
        self.reason = reason
    }

    /// - Parameter detail: words without a name that the document gave.
    public init(
        segments: [ExtractedSegment] = [], labels: [DocumentLabel] = [], status: Status, detail: String? = nil
    ) {
        self.init(segments: segments, labels: labels, status: status, reason: detail.map { ExtractionReason($0) })
    }
}
