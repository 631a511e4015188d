import Foundation

/// What files were last looked through for, and within which limits, as the store keeps it: a line for each profile, then the limits, then
/// whether there was no reader of documents.
struct ScannedFor: Equatable {
    /// What is in each profile, sorted.
    var profiles: [String]
    var limits: DocumentLimits
    /// False where plain text alone was read.
    var readsDocuments: Bool

    private static let sign = "limits "
    private static let withoutReader = "plain text alone"

    init(profiles: [String], limits: DocumentLimits, readsDocuments: Bool = true) {
        self.profiles = profiles
        self.limits = limits
        self.readsDocuments = readsDocuments
    }

    /// What was kept before limits could be set was read within the standard ones.
    init(_ text: String) {
        let lines = text.split(separator: "\n").map(String.init)
        profiles = lines.filter { !$0.hasPrefix(Self.sign) && $0 != Self.withoutReader }
        readsDocuments = !lines.contains(Self.withoutReader)
        limits =
            lines.first { $0.hasPrefix(Self.sign) }.flatMap {
                try? JSONDecoder().decode(DocumentLimits.self, from: Data($0.dropFirst(Self.sign.count).utf8))
            } ?? DocumentLimits()
    }

    /// Empty where nothing is looked for.
    var text: String {
        guard !profiles.isEmpty else { return "" }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let limits = (try? encoder.encode(limits)).map { Self.sign + String(decoding: $0, as: UTF8.self) }
        let reader = readsDocuments ? nil : Self.withoutReader
        return (profiles + [limits, reader].compactMap(\.self)).joined(separator: "\n")
    }
}
