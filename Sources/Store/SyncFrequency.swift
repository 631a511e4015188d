/// How often a directory is read by itself: seconds between two readings, or only by hand.
public enum SyncFrequency: Int, Sendable, Codable, CaseIterable, Hashable {
    case quarterHour = 900
    case hourly = 3600
    case sixHours = 21_600
    case twelveHours = 43_200
    case daily = 86_400
    case manual = 0

    public static let standard = SyncFrequency.hourly

    /// Nil where it is read by hand alone.
    public var seconds: Double? { self == .manual ? nil : Double(rawValue) }

    /// The word of the command line and of JSON: `15m`, `1h`, `6h`, `12h`, `24h`, `manual`.
    public var word: String {
        switch self {
        case .quarterHour: "15m"
        case .hourly: "1h"
        case .sixHours: "6h"
        case .twelveHours: "12h"
        case .daily: "24h"
        case .manual: "manual"
        }
    }

    /// The words of the forms.
    public var title: String {
        switch self {
        case .quarterHour: "Every 15 minutes"
        case .hourly: "Every hour"
        case .sixHours: "Every 6 hours"
        case .twelveHours: "Every 12 hours"
        case .daily: "Every day"
        case .manual: "Only by hand"
        }
    }

    public init?(word: String) {
        guard let found = Self.allCases.first(where: { $0.word == word.lowercased() }) else { return nil }
        self = found
    }
}
