import Foundation

/// For how long something is kept, as a person writes it: `90 days`, `12 weeks`, `2 years`, `forever`.
public struct RetentionPeriod: Codable, Sendable, Hashable {
    /// Seconds; nil for ever.
    public let seconds: TimeInterval?

    public init(days: Int) { seconds = Double(days) * 86_400 }
    private init(seconds: TimeInterval?) { self.seconds = seconds }

    /// Nil for what is no such period, and for less than a day.
    public init?(_ text: String) {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace)
        if words == ["forever"] {
            self.init(seconds: nil)
            return
        }
        guard words.count == 2, let count = Int(words[0]), (1...36_500).contains(count) else { return nil }
        switch words[1] {
        case "day", "days": self.init(days: count)
        case "week", "weeks": self.init(days: count * 7)
        case "month", "months": self.init(days: count * 30)
        case "year", "years": self.init(days: count * 365)
        default: return nil
        }
    }

    public init(from decoder: any Decoder) throws {
        let box = try decoder.singleValueContainer()
        guard let period = RetentionPeriod(try box.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: box, debugDescription: "no period such as 90 days")
        }
        self = period
    }

    public func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        try box.encode(seconds.map { "\(Int($0 / 86_400)) days" } ?? "forever")
    }

    /// What lies before is not kept any more; nil where everything is.
    public func start(from now: Date) -> Date? { seconds.map { now.addingTimeInterval(-$0) } }
}
