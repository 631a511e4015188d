import Foundation

/// What files were last looked through for, and within which limits, as the store keeps it: a line for each profile, then the limits, then
/// whether there was no reader of documents and whether the text in images was read.
struct ScannedFor: Equatable {
    /// What is in each profile, sorted.
    var profiles: [String]
    var limits: DocumentLimits
    /// False where plain text alone was read.
    var readsDocuments: Bool
    /// True where the text in images was read too.
    var readsImages: Bool

    private static let sign = "limits "
    private static let withoutReader = "plain text alone"
    private static let withImages = "text in images"

    init(profiles: [String], limits: DocumentLimits, readsDocuments: Bool = true, readsImages: Bool = false) {
        self.profiles = profiles
        self.limits = limits
        self.readsDocuments = readsDocuments
        self.readsImages = readsImages
    }

    /// What was kept before limits could be set was read within the standard ones.
    init(_ text: String) {
        let lines = text.split(separator: "\n").map(String.init)
        profiles = lines.filter { !$0.hasPrefix(Self.sign) && ![Self.withoutReader, Self.withImages].contains($0) }
        readsDocuments = !lines.contains(Self.withoutReader)
        readsImages = lines.contains(Self.withImages)
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
        let images = readsImages ? Self.withImages : nil
        return (profiles + [limits, reader, images].compactMap(\.self)).joined(separator: "\n")
    }
}
