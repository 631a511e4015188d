/// What a person may do. A higher role may do all that a lower one may.
public enum Role: String, Sendable, CaseIterable, Codable, Comparable {
    /// Sees everything, changes nothing.
    case viewer
    /// Decides about findings, protections, mail and apps.
    case analyst
    /// Connects tenants, and looks after users, tokens and settings.
    case administrator

    public static func < (one: Role, other: Role) -> Bool { one.rank < other.rank }

    private var rank: Int {
        switch self {
        case .viewer: 0
        case .analyst: 1
        case .administrator: 2
        }
    }
}
