import Model
import Synchronization

/// What the server has done since it began, in numbers. No label holds an address, a name, or anything a client chose.
final class Metrics: Sendable {
    struct Request: Hashable {
        let method: String
        /// As it stands in the list of routes; `other` for what is none.
        let path: String
        let status: Int
    }

    struct Judged: Hashable {
        let door: String
        let disposition: String
    }

    struct Counts {
        var requests: [Request: Int] = [:]
        var verdicts: [Judged: Int] = [:]
        /// Messages without a verdict, by door.
        var unjudged: [String: Int] = [:]
        /// How many verdicts took up to each of `bounds`, and not up to the one before; the last one longer than all.
        var judging = [Int](repeating: 0, count: bounds.count + 1)
        var judgingSeconds = 0.0
    }

    /// Upper bounds of the histogram of judging, in seconds.
    static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private let held = Mutex(Counts())

    var counts: Counts { held.withLock { $0 } }

    func count(_ request: Request) { held.withLock { $0.requests[request, default: 0] += 1 } }

    func count(_ verdict: Verdict, at door: Submission.Door, took: Duration) {
        let seconds = took / .seconds(1)
        held.withLock { counts in
            counts.verdicts[Judged(door: door.rawValue, disposition: verdict.disposition.rawValue), default: 0] += 1
            counts.judging[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
            counts.judgingSeconds += seconds
        }
    }

    func countUnjudged(at door: Submission.Door) { held.withLock { $0.unjudged[door.rawValue, default: 0] += 1 } }
}
