import Foundation
import Testing

@testable import SimulatedTenant

struct DoorThrottleTests {
    private func statuses(_ count: Int, _ path: String, _ visit: DoorVisit, token: String) async throws -> [Int] {
        var all: [Int] = []
        for _ in 0..<count { all.append(try await visit.get(path, token: token).status) }
        return all
    }

    @Test func `limits nothing when off`() async throws {
        let visit = DoorVisit()
        let path = "/v1.0/reports/authenticationMethods/userRegistrationDetails"
        let all = try await statuses(50, path, visit, token: visit.token())
        #expect(Set(all) == [200])
    }

    @Test func `answers reports and sign-in methods five times in ten seconds, together`() async throws {
        let visit = DoorVisit { $0.throttle = .real }
        let token = try await visit.token()
        let report = "/v1.0/reports/authenticationMethods/userRegistrationDetails"
        #expect(try await statuses(4, report, visit, token: token) == [200, 200, 200, 200])
        visit.clock.advance(by: 3)
        #expect(try await visit.get("/v1.0/users/nobody/authentication/methods", token: token).status == 404)
        let refused = try await visit.get(report, token: token)
        #expect(refused.status == 429)
        #expect(refused.code == "TooManyRequests")
        #expect(refused.header("Retry-After") == "7")
        #expect(refused.header("x-ms-throttle-scope")?.hasPrefix("Tenant_Application/ReadWrite/") == true)
        #expect(try await visit.get("/v1.0/users?$select=id", token: token).status == 200)
        visit.clock.advance(by: 7)
        #expect(try await visit.get(report, token: token).status == 200)
    }

    @Test func `charges SharePoint by resource units a minute`() async throws {
        let visit = DoorVisit { $0.throttle = .real }
        let token = try await visit.token()
        let path = "/v1.0/drives/none/items/none/permissions"
        #expect(Set(try await statuses(250, path, visit, token: token)) == [404])
        let refused = try await visit.get(path, token: token)
        #expect(refused.code == "activityLimitReached")
        #expect(refused.header("Retry-After") == "60")
        visit.clock.advance(by: 60)
        #expect(try await visit.get(path, token: token).status == 404)
    }

    @Test func `gives directory units back with time and keeps some from low priority`() async throws {
        let visit = DoorVisit { $0.throttle = .tight }
        let token = try await visit.token()
        let path = "/v1.0/users?$select=id&$top=5"
        let low = ["x-ms-throttle-priority": "low"]
        var lowPassed = 0
        while try await visit.get(path, token: token, low).status == 200 { lowPassed += 1 }
        #expect(lowPassed == 16)
        #expect(try await visit.get(path, token: token).status == 200)
        var refused = try await visit.get(path, token: token)
        while refused.status == 200 { refused = try await visit.get(path, token: token) }
        #expect(refused.header("Retry-After") == "1")
        visit.clock.advance(by: 1)
        let answer = try await visit.get(path, token: token)
        #expect(answer.status == 200)
        #expect(answer.header("x-ms-throttle-limit-percentage") == nil)
    }

    @Test func `warns from four fifths of the limit`() async throws {
        let visit = DoorVisit { $0.throttle = .tight }
        let token = try await visit.token()
        var shares: [String?] = []
        for _ in 0..<18 {
            let answer = try await visit.get("/v1.0/users?$select=id", token: token)
            shares.append(answer.header("x-ms-throttle-limit-percentage"))
        }
        #expect(shares[14] == nil)
        #expect(shares[15...] == ["0.8", "0.85", "0.9"])
    }

    @Test func `makes a client that does not stop wait longer, but not for ever`() {
        var bucket = Throttle.TokenBucket(size: 20, refill: 20)
        var waits: [Int] = []
        for _ in 0..<200 { waits.append(bucket.take(1, reserve: 0, at: 0).wait?.seconds ?? 0) }
        #expect(waits.prefix(20).allSatisfy { $0 == 0 })
        #expect(waits.max() == 1)
        #expect(bucket.take(1, reserve: 0, at: 2).wait == nil)
    }

    @Test func `answers four requests to one mailbox at a time and others meanwhile`() async throws {
        let gate = Gate()
        let visit = DoorVisit({ $0.throttle = .real }, mailboxLatency: { await gate.wait() })
        let token = try await visit.token()
        let path = "/v1.0/users/a/calendars"
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<4 { group.addTask { try await visit.get(path, token: token).status } }
            await gate.untilWaiting(4)
            let fifth = try await visit.get(path, token: token)
            #expect(fifth.status == 429)
            #expect(fifth.code == "ApplicationThrottled")
            #expect(fifth.header("Retry-After") == "1")
            group.addTask { try await visit.get("/v1.0/users/b/calendars", token: token).status }
            await gate.untilWaiting(5)
            await gate.open()
            for try await status in group { #expect(status != 429) }
        }
        #expect(try await visit.get(path, token: token).status != 429)
    }
}

/// Holds callers until it opens, and lets a test wait for them to have come.
private actor Gate {
    private var isOpen = false
    private var held: [CheckedContinuation<Void, Never>] = []
    private var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

    func wait() async {
        if isOpen { return }
        await withCheckedContinuation { continuation in
            held.append(continuation)
            for watcher in watchers where watcher.count <= held.count { watcher.continuation.resume() }
            watchers.removeAll { $0.count <= held.count }
        }
    }

    func untilWaiting(_ count: Int) async {
        if held.count >= count { return }
        await withCheckedContinuation { watchers.append((count, $0)) }
    }

    func open() {
        isOpen = true
        for continuation in held { continuation.resume() }
        held = []
    }
}
