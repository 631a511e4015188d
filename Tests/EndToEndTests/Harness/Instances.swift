import Foundation

/// The instances of a scan, as far as they must stay the same between two scans: everything but when they were seen.
struct Instances {
    private struct Body {
        /// The object with its keys sorted and a mark in place of each time.
        let text: String
        let times: [Date]
    }

    private let bodies: [String: Body]

    /// Reads JSON lines of `scan` or `finding export`.
    init(_ answer: Answer) throws {
        var bodies: [String: Body] = [:]
        for object in try answer.objects() {
            guard let fingerprint = object["fingerprint"] as? String else {
                throw Surprise("an instance without fingerprint")
            }
            let rest = object.filter { !["firstSeen", "lastSeen", "resolvedAt"].contains($0.key) }
            let data = try JSONSerialization.data(
                withJSONObject: rest, options: [.sortedKeys, .withoutEscapingSlashes])
            guard bodies.updateValue(Instances.body(String(decoding: data, as: UTF8.self)), forKey: fingerprint) == nil
            else {
                throw Surprise("fingerprint \(fingerprint) stands twice")
            }
        }
        self.bodies = bodies
    }

    var count: Int { bodies.count }

    /// The instances that one has and the other has not, or has differently; empty where both are the same.
    /// - Parameter tolerance: seconds by which times in the evidence may differ. Simulated tenants date their data from the moment they start.
    func differences(from other: Instances, tolerance: Double = 0) -> [String] {
        Set(bodies.keys).union(other.bodies.keys).sorted().compactMap { key in
            guard let mine = bodies[key] else { return "missing: \(other.bodies[key]?.text ?? "")" }
            guard let theirs = other.bodies[key] else { return "too many: \(mine.text)" }
            let isSame =
                mine.text == theirs.text
                && zip(mine.times, theirs.times).allSatisfy { abs($0.timeIntervalSince($1)) <= tolerance }
            return isSame ? nil : "different: \(mine.text) \(mine.times)\n     from: \(theirs.text) \(theirs.times)"
        }
    }

    private static func body(_ text: String) -> Body {
        var times: [Date] = []
        let marked = text.replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) { match in
            guard let time = try? Date(String(match.output), strategy: .iso8601) else { return String(match.output) }
            times.append(time)
            return "TIME"
        }
        return Body(text: marked, times: times)
    }
}
