import Model

/// How files of a tenant are looked through.
public struct ContentSettings: Sendable {
    /// The text, labels and status of a file's bytes: in the product the sandboxed worker.
    public typealias Extract = @Sendable (_ bytes: [UInt8], _ name: String) async -> Extraction

    /// Bytes of the largest file that is downloaded.
    public var largest: Int64 = 100 << 20
    /// How much of a document is read.
    public var limits = DocumentLimits()
    /// Files that are looked through at once, and how many bytes of them: what memory has to hold.
    public var atOnce = 4
    public var bytesAtOnce: Int64 = 32 << 20
    /// Seconds after which a file that was not handed over is asked for once more, though it has not changed: about a day, so that an
    /// hourly scan costs no more than a daily one.
    public static let retryAfter: Double = 20 * 3600
    public var extract: Extract
    /// False where there is no reader but of plain text: what it could not read waits for one.
    public var readsDocuments = true
    /// Whether the text in images is read: where it is not, pictures are not downloaded.
    public var readsImages = false

    public init(extract: @escaping Extract = { bytes, _ in PlainText.extraction(bytes) }) {
        self.extract = extract
    }
}
