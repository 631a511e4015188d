/// How much of a document is read; all of them per file, whatever it contains.
public struct ExtractionLimits: Hashable, Sendable {
    /// Bytes of the file.
    public var input = 100 << 20
    /// Bytes that come out of all decompression together.
    public var expanded = 250 << 20
    /// Bytes out for one byte in, above 1 MB.
    public var ratio = 200
    /// Members of all archives, parts of all messages, streams of all compound files.
    public var members = 10_000
    /// Documents in documents.
    public var depth = 10
    /// Bytes of UTF-8 text; of more, head and tail are kept.
    public var text = 32 << 20
    public var pages = 5_000
    public var xmlDepth = 256
    /// Milliseconds of processor time.
    public var processorTime = 8_000
    /// Milliseconds on the clock.
    public var wallTime = 9_000
    /// Whether the text in images is read, which takes long.
    public var readsImages = false

    public init() {}

    /// A time as people say it: "9 seconds", "1500 ms".
    public static func words(milliseconds: Int) -> String {
        let seconds = milliseconds / 1_000
        guard milliseconds % 1_000 == 0 else { return "\(milliseconds) ms" }
        return seconds == 1 ? "1 second" : "\(seconds) seconds"
    }

    /// With the text in images, and the time that takes.
    public static let readingImages: ExtractionLimits = {
        var limits = ExtractionLimits()
        limits.readsImages = true
        limits.processorTime = 60_000
        limits.wallTime = 60_000
        return limits
    }()
}
