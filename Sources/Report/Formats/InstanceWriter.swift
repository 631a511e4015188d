import Model

/// Writes instances one by one in a format: `begin`, `write` for each, `end`. Nothing is held, so a tenant may have a million.
public struct InstanceWriter {
    private var document: any InstanceDocument
    private let sink: (String) throws -> Void

    /// - Parameters:
    ///   - version: of the product, as documents name their producer.
    ///   - sink: takes the pieces of the document in order; a piece always ends where a line or an object ends.
    public init(
        format: Format, version: String = "dev", index: CheckIndex = .standard, style: Style = .plain,
        sink: @escaping (String) throws -> Void
    ) throws {
        self.sink = sink
        document =
            switch format {
            case .table: TableDocument(index: index, style: style)
            case .json: JSONDocument(index: index)
            case .jsonl: JSONLinesDocument(index: index)
            case .csv: CSVDocument(index: index)
            case .ocsf: OCSFDocument(index: index, version: version)
            case .sarif: SARIFDocument(index: index, version: version)
            case .html: try HTMLDocument(index: index, version: version)
            }
    }

    /// Starts the document.
    /// - Parameter summaries: of the scans it reports on; empty for an export that follows no scan.
    public mutating func begin(_ summaries: [ScanSummary]) throws { try put(document.begin(summaries)) }
    public mutating func begin(summary: ScanSummary) throws { try begin([summary]) }
    public mutating func write(_ instance: Instance) throws { try put(document.write(instance)) }
    public mutating func end() throws { try put(document.end()) }

    private func put(_ text: String) throws {
        if !text.isEmpty { try sink(text) }
    }
}

/// A format of instances: text out, piece by piece.
protocol InstanceDocument {
    mutating func begin(_ summaries: [ScanSummary]) -> String
    mutating func write(_ instance: Instance) -> String
    mutating func end() -> String
}
