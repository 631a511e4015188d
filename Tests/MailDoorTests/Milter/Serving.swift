import Foundation
import Model
import Synchronization
import Testing

@testable import MailDoor

/// What a server told while it ran.
final class Heard: Sendable {
    private let state = Mutex(
        (judged: [JudgedMessage](), notices: [String](), waiting: [(Int, CheckedContinuation<Void, Never>)]()))

    var judged: [JudgedMessage] { state.withLock { $0.judged } }
    var notices: [String] { state.withLock { $0.notices } }

    func add(_ message: JudgedMessage) {
        let ready = state.withLock { state in
            state.judged.append(message)
            let count = state.judged.count
            let ready = state.waiting.filter { $0.0 <= count }
            state.waiting.removeAll { $0.0 <= count }
            return ready
        }
        for (_, continuation) in ready { continuation.resume() }
    }

    func add(_ notice: MilterNotice) { state.withLock { $0.notices.append("\(notice)") } }

    /// Returns when so many messages were handed over.
    func messages(_ count: Int) async -> [JudgedMessage] {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.judged.count >= count { return true }
                state.waiting.append((count, continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
        return judged
    }
}

/// A verdict as the mail of the tests earns it.
func suspicious(_ reason: String = "Protected Name <Ana> should not appear as <a@x.test>") -> Verdict {
    Verdict(disposition: .suspicious, attributes: ["BEC"], reason: reason)
}

/// Runs a server on a free port for as long as the test talks to it, then stops it and waits until it stopped.
func serving(
    on listen: MilterAddress = .tcp(host: "127.0.0.1", port: 0), policy: MilterPolicy = MilterPolicy(),
    limits: MilterServer.Limits = MilterServer.Limits(), clock: any Clock<Duration> = ContinuousClock(),
    judge: @escaping MilterServer.Judge = { _, _ in suspicious() },
    _ test: (MilterAddress, Heard) async throws -> Void
) async throws {
    let heard = Heard()
    let server = MilterServer(
        listen: listen, policy: policy, limits: limits, clock: clock, now: { Date(timeIntervalSince1970: 0) },
        judge: judge, judged: { heard.add($0) }, notice: { heard.add($0) })
    let (addresses, ready) = AsyncStream<MilterAddress>.makeStream()
    let running = Task {
        defer { ready.finish() }
        try await server.run { ready.yield($0) }
    }
    var found: MilterAddress?
    for await address in addresses {
        found = address
        break
    }
    guard let address = found else { return try await running.value }
    #expect(server.boundAddress == address)
    do {
        try await test(address, heard)
    } catch {
        running.cancel()
        try await running.value
        throw error
    }
    running.cancel()
    try await running.value
    #expect(server.boundAddress == nil)
}
