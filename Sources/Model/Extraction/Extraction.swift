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
    public var detail: String?

    public init(
        segments: [ExtractedSegment] = [], labels: [DocumentLabel] = [], status: Status, detail: String? = nil
    ) {
        self.segments = segments
        self.labels = labels
        self.status = status
        self.detail = detail
    }
}
