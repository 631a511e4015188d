import Model
import Workers

/// Reads documents: clear text by itself, everything else by the workers of `reeve-extract`. Whatever happens is a status.
public struct DocumentReader: Sendable {
    private let workers: ExtractionWorkers?
    public let limits: ExtractionLimits

    /// - Parameter workers: nil to read plain text only.
    public init(workers: ExtractionWorkers?, limits: ExtractionLimits) {
        self.workers = workers
        self.limits = limits
    }

    /// With the `reeve-extract` that lies beside the running command, behind the strongest walls that work here. Nothing is
    /// started before the first document needs it.
    public static func installed(_ options: DocumentOptions) -> DocumentReader {
        let workers = ExtractionWorkers.installedExecutable().map {
            ExtractionWorkers(executable: $0, size: options.workers, sandbox: nil)
        }
        return DocumentReader(workers: workers, limits: options.extraction)
    }

    /// What a person has to know before reading begins; nil where all kinds of documents are read.
    public var lack: String? {
        workers == nil ? "reeve-extract is not installed beside reeve: only plain text is read" : nil
    }

    /// Without workers: what is no text, or a document that is written as one, may be anything.
    private func extractionAlone(_ bytes: [UInt8]) -> Extraction {
        let isDocument = ["%PDF-", "{\\rtf"].contains { bytes.starts(with: $0.utf8) }
        let extraction = PlainText.extraction(bytes)
        guard isDocument || extraction.status != .ok else { return extraction }
        return Extraction(status: .error, detail: lack.map { "\($0); install it there" })
    }

    /// Which walls stand around the workers; nil until one has been started.
    public var walls: String? { get async { await workers?.note } }

    /// What a person has to know once documents have been read; nil where all walls stand around the workers.
    public var weakness: String? {
        get async {
            guard await workers?.isWithoutNamespaces == true else { return nil }
            return
                "documents were read without bubblewrap, which is missing or not permitted here: reeve doctor says which walls stand"
        }
    }

    /// - Parameter name: the file's, which decides only where the content does not.
    @Sendable public func callAsFunction(_ bytes: [UInt8], _ name: String) async -> Extraction {
        if let extraction = ClearText.extraction(bytes, named: name, limits: limits) { return extraction }
        guard let workers else { return extractionAlone(bytes) }
        return await workers.extract(bytes, named: name, limits: limits)
    }

    /// Ends the idle workers.
    public func stop() async { await workers?.stop() }
}
