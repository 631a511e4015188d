import Foundation
import Synchronization

@testable import SimulatedTenant

/// A tenant to ask, its clock stopped.
struct Asking {
    static let noon = Date(timeIntervalSince1970: 1_800_000_000)
    let graph: SimulatedGraph
    let clock: Clock

    final class Clock: Sendable {
        private let time = Mutex(Asking.noon)
        var now: Date { time.withLock { $0 } }
        func pass(days: Double) { time.withLock { $0 += days * 86400 } }
    }

    init(_ change: (inout SimulatedConfiguration) -> Void = { _ in }) {
        let clock = Clock()
        self.clock = clock
        var configuration = SimulatedConfiguration()
        configuration.now = { clock.now }
        change(&configuration)
        graph = SimulatedGraph(configuration)
    }

    struct Answer {
        var status: Int
        var headers: [(String, String)]
        var json: JSON
        var code: String? { json["error"]?["code"]?.text }
        var value: [JSON] { json["value"]?.elements ?? [] }
        var next: String? { json["@odata.nextLink"]?.text }
        var delta: String? { json["@odata.deltaLink"]?.text }
        func header(_ name: String) -> String? { headers.first { $0.0.lowercased() == name.lowercased() }?.1 }
    }

    /// Sends `GET` for a path with query, or for an absolute link.
    func get(_ target: String, headers: [String: String] = [:], caller: SimulatedCaller? = nil) -> Answer {
        let answer = graph.answer(Self.call(target, headers: headers, caller: caller))
        let json = (try? JSONReader.read(answer.body)) ?? .null
        return Answer(status: answer.status, headers: answer.headers, json: json)
    }

    static func call(_ target: String, headers: [String: String] = [:], caller: SimulatedCaller? = nil) -> SimulatedCall
    {
        var path = Substring(target)
        if let scheme = path.range(of: "://") {
            path = path[scheme.upperBound...]
            path = path[(path.firstIndex(of: "/") ?? path.startIndex)...]
        }
        var version = "v1.0"
        for known in ["v1.0", "beta"] where path.hasPrefix("/\(known)/") {
            version = known
            path = path.dropFirst(known.count + 1)
        }
        let halves = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let segments = halves[0].split(separator: "/").map { String($0).removingPercentEncoding ?? String($0) }
        let pairs = halves.count < 2 ? [] : halves[1].split(separator: "&")
        let query = pairs.map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1).map {
                String($0).removingPercentEncoding ?? String($0)
            }
            return SimulatedCall.Option(parts[0], parts.count > 1 ? parts[1] : "")
        }
        return SimulatedCall(
            segments: segments, version: version, query: query, headers: headers,
            caller: caller ?? SimulatedCaller(permissions: SimulatedConfiguration.everyPermission), url: target)
    }

    /// All objects of a collection, page after page, and the last answer.
    func all(_ target: String, headers: [String: String] = [:]) -> (objects: [JSON], last: Answer, pages: Int) {
        var answer = get(target, headers: headers)
        var objects = answer.value
        var pages = 1
        while let next = answer.next, pages < 10_000 {
            answer = get(next, headers: headers)
            objects += answer.value
            pages += 1
        }
        return (objects, answer, pages)
    }
}

extension [JSON] {
    var ids: [String] { compactMap { $0["id"]?.text } }
}
