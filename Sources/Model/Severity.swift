/// How soon somebody has to act: critical today, high this week, medium this month, low at the next review.
public enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
    case critical, high, medium, low

    /// 1 for critical to 4 for low: the order in which lists show them.
    public var rank: Int {
        switch self {
        case .critical: 1
        case .high: 2
        case .medium: 3
        case .low: 4
        }
    }

    /// `a < b` means that `a` is the less severe one.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank > b.rank }
}
