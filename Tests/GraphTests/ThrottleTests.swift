import Foundation
import Graph
import Model
import Synchronization
import Testing

struct ThrottleTests {
    private let ana = Owner(id: "ana", name: "Ana")
    private let bo = Owner(id: "bo", name: "Bo")

    @Test func `waits as long as Retry-After asks, then goes on`() async throws {
        let graph = ScriptedGraph { _, number in
            number == 1 ? .error(429, "TooManyRequests", ["Retry-After": "12"]) : .value()
        }
        let waits = Mutex<[String]>([])
        let client = try graph.client(onWait: { scope, seconds in
            waits.withLock { $0.append("\(scope) \(Int(seconds))") }
        })
        _ = try await client.page(of: .domains, for: ())
        #expect(graph.calls[1].at.timeIntervalSince(graph.calls[0].at) >= 12)
        #expect(waits.withLock { $0 } == ["directory 12"])
        #expect(client.statistics.throttled == 1)
        #expect(client.statistics.retries == 1)
        #expect(client.statistics.secondsWaited >= 12)
    }

    @Test func `understands Retry-After as an HTTP date`() async throws {
        let clock = TestClock()
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "GMT")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        let date = format.string(from: clock.date.addingTimeInterval(33))
        let graph = ScriptedGraph(clock: clock) { _, number in
            number == 1 ? .error(429, "", ["Retry-After": date]) : .value()
        }
        _ = try await graph.client().page(of: .domains, for: ())
        #expect(graph.calls[1].at.timeIntervalSince(graph.calls[0].at) >= 33)
    }

    @Test func `backs off longer each time without Retry-After, and gives up after eight`() async throws {
        let graph = ScriptedGraph { _, _ in .error(429) }
        let client = try graph.client()
        let error = await #expect(throws: GraphError.self) { try await client.page(of: .organization, for: ()) }
        #expect(error == .throttled(path: "/v1.0/organization", attempts: 8))
        #expect(error?.coverage.state == .throttled)
        let gaps = zip(graph.calls.dropFirst(), graph.calls).map { $0.at.timeIntervalSince($1.at) }
        #expect(gaps.count == 7)
        for (gap, least) in zip(gaps, [2, 4, 8, 16, 32, 60, 60]) { #expect(gap >= Double(least)) }
    }

    @Test func `gives up at once where it would have to wait for hours`() async throws {
        let graph = ScriptedGraph { _, _ in .error(429, "", ["Retry-After": "86400"]) }
        let client = try graph.client()
        await #expect(throws: GraphError.throttled(path: "/v1.0/domains", attempts: 1)) {
            try await client.page(of: .domains, for: ())
        }
        #expect(graph.clock.sleeps.isEmpty)
    }

    @Test func `pauses a 503 with Retry-After like a 429`() async throws {
        let graph = ScriptedGraph { _, number in number == 1 ? .error(503, "", ["Retry-After": "9"]) : .value() }
        _ = try await graph.client().page(of: .domains, for: ())
        #expect(graph.calls[1].at.timeIntervalSince(graph.calls[0].at) >= 9)
    }

    @Test func `pauses one mailbox and no other, and not the directory`() async throws {
        let start = TestClock().date
        let graph = ScriptedGraph { call, number in number == 1 ? .error(429, "", ["Retry-After": "50"]) : .value() }
        let client = try graph.client()
        async let first = client.page(of: .messageRules, for: ana)
        while graph.calls.isEmpty { await Task.yield() }
        _ = try await client.page(of: .messageRules, for: bo)
        _ = try await client.page(of: .domains, for: ())
        _ = try await first
        let others = graph.calls.filter { !$0.path.contains("/ana/") }
        #expect(others.count == 2)
        let again = try #require(graph.calls.last { $0.path.contains("/ana/") })
        #expect(again.at.timeIntervalSince(start) >= 50)
    }

    @Test func `pauses all of SharePoint when one drive is throttled`() async throws {
        let graph = ScriptedGraph { call, number in
            number == 1 ? .error(429, "activityLimitReached", ["Retry-After": "20"]) : .value()
        }
        let client = try graph.client()
        async let first = client.page(
            of: .driveItems, for: Drive(id: "d1", source: .user, sourceID: "u", sourceName: "U"))
        while client.statistics.throttled == 0 { await Task.yield() }
        let before = graph.clock.date
        _ = try await client.page(of: .driveItems, for: Drive(id: "d2", source: .user, sourceID: "u", sourceName: "U"))
        _ = try await first
        let second = try #require(graph.calls.first { $0.path.contains("d2") })
        #expect(
            second.at.timeIntervalSince(graph.calls[0].at) >= 20 || before.timeIntervalSince(graph.calls[0].at) >= 20)
    }

    @Test func `paces nothing until it is throttled, then keeps to the documented rate`() async throws {
        let graph = ScriptedGraph { _, number in number == 20 ? .error(429, "", ["Retry-After": "10"]) : .value() }
        let client = try graph.client()
        for _ in 0..<19 { _ = try await client.page(of: .authenticationMethods, for: ana) }
        #expect(graph.clock.sleeps.isEmpty)
        for _ in 0..<11 { _ = try await client.page(of: .authenticationMethods, for: ana) }
        let paced = graph.calls.dropFirst(20)
        let seconds = paced.last!.at.timeIntervalSince(paced.first!.at)
        #expect(seconds >= 20, "11 requests at 5 in 10 seconds took \(seconds) s")
    }

    @Test func `slows down when the server says that the limit is near`() async throws {
        let graph = ScriptedGraph { _, number in
            .json(#"{"value":[]}"#, number == 1 ? ["x-ms-throttle-limit-percentage": "0.9"] : [:])
        }
        let client = try graph.client()
        for _ in 0..<4 { _ = try await client.page(of: .registrationDetails, for: ()) }
        #expect(graph.calls.last!.at.timeIntervalSince(graph.calls[0].at) >= 5)
    }

    @Test(arguments: [("directory", 8), ("reports", 4), ("mailbox", 4), ("sharePoint", 16)])
    func `has so many requests under way at once and no more`(scope: String, limit: Int) async throws {
        let graph = ScriptedGraph { _, _ in
            for _ in 0..<50 { await Task.yield() }
            return .value()
        }
        let client = try graph.client()
        _ = try await client.token()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<60 {
                group.addTask {
                    switch scope {
                    case "directory": _ = try await client.page(of: .domains, for: ())
                    case "reports": _ = try await client.page(of: .registrationDetails, for: ())
                    case "mailbox": _ = try await client.page(of: .messageRules, for: ana)
                    default:
                        _ = try await client.page(of: .siteDrives, for: Site(id: "s\(index)"))
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(graph.mostInFlight <= limit)
        #expect(graph.mostInFlight > 1)
        #expect(graph.calls.count == 60)
    }

    @Test func `has at most 32 mailboxes under way`() async throws {
        let graph = ScriptedGraph { _, _ in
            for _ in 0..<100 { await Task.yield() }
            return .value()
        }
        let client = try graph.client()
        _ = try await client.token()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<100 {
                group.addTask { _ = try await client.page(of: .messageRules, for: Owner(id: "m\(index)", name: "M")) }
            }
            try await group.waitForAll()
        }
        #expect(graph.mostInFlight <= 32)
        #expect(graph.calls.count == 100)
    }

    @Test func `stops waiting when its task is cancelled`() async throws {
        let graph = ScriptedGraph { _, _ in .error(429, "", ["Retry-After": "5"]) }
        let client = try graph.client()
        let task = Task { try await client.page(of: .domains, for: ()) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
