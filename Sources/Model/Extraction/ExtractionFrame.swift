/// What the extraction worker and its owner tell each other: a kind, a length of four bytes, least significant first, a body.
///
/// Strings are preceded by their length in bytes, numbers have eight bytes. Neither side trusts a length it reads.
public enum ExtractionFrame: Hashable, Sendable {
    /// To the worker: the next document. Its bytes follow in `content` frames up to an empty one.
    case job(name: String, size: Int, limits: ExtractionLimits)
    case content([UInt8])
    /// From the worker: which walls stand around it, once, before anything else.
    case ready(walls: String)
    case segment(ExtractedSegment)
    case label(DocumentLabel)
    /// The document is done.
    case end(status: Extraction.Status, reason: ExtractionReason?)

    /// No frame is longer.
    public static let longest = 64 << 20
    /// Of the kind and the length.
    public static let headerLength = 5

    public var bytes: [UInt8] {
        var body = FrameWriter()
        let kind = write(to: &body)
        let count = UInt32(body.bytes.count)
        let header = [kind] + (0..<4).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) }
        return header + body.bytes
    }

    private func write(to body: inout FrameWriter) -> UInt8 {
        switch self {
        case .job(let name, let size, let limits):
            body.add(name)
            body.add(size)
            body.add(limits)
            return 1
        case .content(let bytes):
            body.bytes = bytes
            return 2
        case .ready(let walls):
            body.add(walls)
            return 3
        case .segment(let segment):
            body.add(segment)
            return 4
        case .label(let label):
            body.add(label)
            return 5
        case .end(let status, let reason):
            body.add(status.rawValue)
            body.add(reason)
            return 6
        }
    }

    /// - Returns: nil for what no honest side writes.
    public init?(kind: UInt8, body: [UInt8]) {
        var reader = FrameReader(body)
        guard let frame = Self.read(kind, from: &reader), reader.isAtEnd else { return nil }
        self = frame
    }

    private static func read(_ kind: UInt8, from body: inout FrameReader) -> Self? {
        switch kind {
        case 1:
            guard let name = body.string(), let size = body.number(), let limits = body.limits() else { return nil }
            return .job(name: name, size: size, limits: limits)
        case 2: return .content(body.rest())
        case 3: return body.string().map { .ready(walls: $0) }
        case 4: return body.segment().map { .segment($0) }
        case 5: return body.label().map { .label($0) }
        case 6:
            guard let status = body.string().flatMap(Extraction.Status.init), let reason = body.reason() else {
                return nil
            }
            return .end(status: status, reason: reason)
        default: return nil
        }
    }
}
