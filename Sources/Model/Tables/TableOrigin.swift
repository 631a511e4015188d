/// Where a list comes from: what the first lines of its file say.
public struct TableOrigin: Sendable, Hashable {
    /// Who publishes it.
    public let source: String
    /// As its publisher counts.
    public let version: String
    /// `2026-10-22`, or `2026-04` where no day is known.
    public let date: String
    public let licence: String

    public init(source: String, version: String, date: String, licence: String) {
        self.source = source
        self.version = version
        self.date = date
        self.licence = licence
    }

    /// The names that the first lines give them, in the order in which they are asked for.
    static let names = ["source", "version", "date", "licence"]

    /// Whether a text is a day or a month as ISO 8601 writes them: `2026-10-22`, `2026-10`.
    public static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isOfDigits = parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
        guard isOfDigits, [2, 3].contains(parts.count), parts[0].count == 4 else { return false }
        return parts.dropFirst().enumerated().allSatisfy { at, part in
            part.count == 2 && (1...(at == 0 ? 12 : 31)).contains(Int(part) ?? 0)
        }
    }
}
