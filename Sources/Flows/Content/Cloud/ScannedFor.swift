import Foundation

/// What files were last looked through for, and within which limits, as the store keeps it: a line for each profile, then the limits.
struct ScannedFor: Equatable {
    /// What is in each profile, sorted.
    var profiles: [String]
    var limits: DocumentLimits

    private static let sign = "limits "

    init(profiles: [String], limits: DocumentLimits) {
        self.profiles = profiles
        self.limits = limits
    }

    /// What was kept before limits could be set was read within the standard ones.
    init(_ text: String) {
        let lines = text.split(separator: "\n").map(String.init)
        profiles = lines.filter { !$0.hasPrefix(Self.sign) }
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
        return (profiles + [limits].compactMap(\.self)).joined(separator: "\n")
    }
}
