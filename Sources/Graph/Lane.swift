/// A queue of its own at the throttle: a scope, or one mailbox of the scope `mailbox`.
enum Lane: Hashable, Sendable {
    case directory, reports, sharePoint
    case mailbox(String)

    var scope: Scope {
        switch self {
        case .directory: .directory
        case .reports: .reports
        case .sharePoint: .sharePoint
        case .mailbox: .mailbox
        }
    }

    /// How many requests may be under way at once.
    var concurrency: Int {
        switch self {
        case .directory: 8
        case .reports: 4
        case .sharePoint: 16
        case .mailbox: 4
        }
    }

    /// The documented quota (Graph documentation, "Service-specific throttling limits"), adopted once the server has throttled; nil where none is per time.
    var quota: Quota? {
        switch self {
        // 5 in 10 seconds, and a little less: the server's window need not begin with ours.
        case .reports: Quota(unitsPerSecond: 0.49, burst: 1, ceiling: 0.49)
        // Of a tenant with less than 50 users; the largest have 8,000 in 10 seconds.
        case .directory: Quota(unitsPerSecond: 350, burst: 350, ceiling: 800)
        // Of a tenant with up to 1,000 licences: 1,250 a minute; the largest have 6,250.
        case .sharePoint: Quota(unitsPerSecond: 1_250 / 60, burst: 104, ceiling: 6_250 / 60)
        case .mailbox: nil
        }
    }

    struct Quota: Sendable {
        var unitsPerSecond: Double
        /// How many units may go at once after a quiet while.
        var burst: Double
        /// How far the rate may rise while nothing is throttled.
        var ceiling: Double
    }
}
