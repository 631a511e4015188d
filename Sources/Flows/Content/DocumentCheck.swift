import Model

/// Whether documents can be read on this machine: a small one is.
public struct DocumentCheck: Sendable {
    public enum Outcome: Hashable, Sendable {
        /// Read as it should be, behind these walls: "bubblewrap; ...".
        case works(walls: String)
        /// A sentence: what is missing or wrong.
        case fails(String)
    }

    private let reader: DocumentReader

    public init(_ reader: DocumentReader) { self.reader = reader }

    private static let text = "Reeve reads documents"

    public func run() async -> Outcome {
        if let lack = reader.lack { return .fails(lack) }
        let extraction = await reader(Array("{\\rtf1\\ansi \(Self.text)}".utf8), "sample.rtf")
        let walls = await reader.walls ?? "no walls"
        guard extraction.status == .ok, extraction.segments.contains(where: { $0.text.contains(Self.text) }) else {
            let why = extraction.detail ?? "its text was not found"
            return .fails("a sample could not be read (\(extraction.status.rawValue): \(why)); \(walls)")
        }
        return .works(walls: walls)
    }
}
