import Model
import Synchronization
import Testing

@testable import DNS

/// Against servers that fail, and for how long answers are remembered.
struct ResolverFailureTests {
    private let question = DNSQuestion(.txt, "contoso.test")

    private func resolver(_ server: String, timeout: Double = 3) throws -> Resolver {
        try Resolver(server: server, timeout: timeout, tries: 2, now: { ContinuousClock.now })
    }

    @Test(arguments: [(UInt8(2), "SERVFAIL"), (5, "REFUSED"), (1, "FORMERR"), (4, "NOTIMP")])
    func `an error of the server is a failure by its name`(rcode: UInt8, word: String) async throws {
        let parrot = try Parrot { Parrot.answer($0, rcode: rcode) }
        defer { parrot.stop() }
        #expect(try await resolver(parrot.address).answer(to: question).result == .failed(word))
    }

    @Test func `silence is a time-out, after as many tries as asked for`() async throws {
        let parrot = try Parrot { _ in nil }
        defer { parrot.stop() }
        #expect(try await resolver(parrot.address, timeout: 0.05).answer(to: question).result == .failed("time-out"))
        #expect(parrot.count == 2)
    }

    @Test func `the next server is asked where one fails`() async throws {
        let broken = try Parrot { Parrot.answer($0, rcode: 2) }
        let sound = try Parrot {
            Parrot.answer($0, rcode: 0, records: [Parrot.record(type: 16, ttl: 60, [2, 0x68, 0x69])])
        }
        defer { [broken, sound].forEach { $0.stop() } }
        let resolver = try resolver("\(broken.address),\(sound.address)")
        #expect(await resolver.answer(to: question).result == .records(["hi"]))
    }

    @Test func `nothing listening is a failure`() async throws {
        let port = try Loopback.freePort()
        #expect(
            try await resolver("127.0.0.1:\(port)", timeout: 0.05).answer(to: question).result == .failed("no server"))
    }

    @Test func `a malformed answer is a failure, not an absence`() async throws {
        let parrot = try Parrot { Parrot.answer($0, rcode: 0, records: [Parrot.record(type: 16, ttl: 60, [9, 0x68])]) }
        defer { parrot.stop() }
        #expect(try await resolver(parrot.address).answer(to: question).result == .failed("malformed answer"))
    }

    @Test func `answers are remembered for their TTL and no longer`() async throws {
        let parrot = try Parrot { Parrot.answer($0, rcode: 0, records: [Parrot.record(type: 16, ttl: 60, [1, 0x78])]) }
        defer { parrot.stop() }
        let clock = Clock()
        let resolver = try Resolver(server: parrot.address, timeout: 3, tries: 2, now: { clock.now })
        for (seconds, count) in [(0, 1), (59, 1), (1, 2), (59, 2)] {
            clock.advance(seconds)
            #expect(await resolver.answer(to: question).result == .records(["x"]))
            #expect(parrot.count == count)
        }
    }

    @Test func `what may not be remembered is asked again`() async throws {
        let parrot = try Parrot { Parrot.answer($0, rcode: 0, records: [Parrot.record(type: 16, ttl: 0, [1, 0x78])]) }
        defer { parrot.stop() }
        let resolver = try resolver(parrot.address)
        for count in 1...3 {
            #expect(await resolver.answer(to: question).result == .records(["x"]))
            #expect(parrot.count == count)
        }
    }

    @Test func `absence is remembered as long as the zone says`() async throws {
        // A SOA with root names: two bytes, then five numbers of which the last is the lifetime of absence, 30 s.
        let soa = Parrot.record(type: 6, ttl: 60, [0, 0] + [UInt8](repeating: 0, count: 19) + [30])
        let absent = try Parrot { Parrot.answer($0, rcode: 3, authority: [soa]) }
        defer { absent.stop() }
        let clock = Clock()
        let resolver = try Resolver(server: absent.address, timeout: 3, tries: 2, now: { clock.now })
        for (seconds, count) in [(0, 1), (29, 1), (1, 2)] {
            clock.advance(seconds)
            #expect(await resolver.answer(to: question).result == .absent)
            #expect(absent.count == count)
        }
    }

    @Test func `failures are never remembered`() async throws {
        let parrot = try Parrot { Parrot.answer($0, rcode: 5) }
        defer { parrot.stop() }
        let resolver = try resolver(parrot.address)
        #expect(await resolver.answer(to: question).result == .failed("REFUSED"))
        let once = parrot.count
        #expect(await resolver.answer(to: question).result == .failed("REFUSED"))
        #expect(parrot.count == 2 * once)
    }

    @Test func `every server that fails is asked before giving up`() async throws {
        let parrots = try (0..<2).map { _ in try Parrot { Parrot.answer($0, rcode: 2) } }
        defer { parrots.forEach { $0.stop() } }
        let resolver = try resolver(parrots.map(\.address).joined(separator: ","))
        #expect(await resolver.answer(to: question).result == .failed("SERVFAIL"))
        #expect(parrots.allSatisfy { $0.count > 0 })
    }

    @Test func `equal questions under way are asked once`() async throws {
        let gate = Mutex(false)
        let parrot = try Parrot { query in
            while !gate.withLock({ $0 }) {}
            return Parrot.answer(query, rcode: 0, records: [Parrot.record(type: 16, ttl: 0, [1, 0x78])])
        }
        defer { parrot.stop() }
        let resolver = try resolver(parrot.address, timeout: 30)
        async let answers = withTaskGroup(of: DNSAnswer.self) { group in
            for _ in 0..<20 { group.addTask { [question] in await resolver.answer(to: question) } }
            return await group.reduce(into: []) { $0.append($1.result) }
        }
        while resolver.waiting < 20 { await Task.yield() }
        gate.withLock { $0 = true }
        #expect(await answers == Array(repeating: .records(["x"]), count: 20))
        #expect(parrot.count == 1)
    }

    @Test func `shutting down answers what is under way, and everything after`() async throws {
        let parrot = try Parrot { _ in nil }
        defer { parrot.stop() }
        let resolver = try resolver(parrot.address, timeout: 600)
        async let answer = resolver.answer(to: question)
        while resolver.waiting == 0 { await Task.yield() }
        resolver.shutDown()
        resolver.shutDown()
        #expect(await answer.result == .failed("resolver shut down"))
        #expect(await resolver.answer(to: question).result == .failed("resolver shut down"))
    }

    @Test(arguments: [
        "127.0.0.1", "127.0.0.1:53", "[::1]:53", "::1", "[::1]", "localhost:5353", "192.0.2.1:53,192.0.2.2:53",
    ])
    func `takes addresses of servers`(server: String) throws {
        try Resolver(server: server).shutDown()
    }

    @Test(arguments: [
        "", "dns.example:53", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:65536", "127.0.0.1:x", "256.0.0.1:53", "[::1",
        "[::1]x", "[::1]53",
        "127.0.0.1:53,", "::1:x", "127.0.0.1:53 ,x",
    ]) func `says what is no server`(server: String) {
        let error = #expect(throws: ResolverError.self) { try Resolver(server: server) }
        #expect(error?.description.contains("is no DNS server: an IP address and a port") == true)
    }
}

/// Time that passes when told to.
private final class Clock: Sendable {
    private let instant = Mutex(ContinuousClock.now)
    var now: ContinuousClock.Instant { instant.withLock { $0 } }
    func advance(_ seconds: Int) { instant.withLock { $0 += .seconds(seconds) } }
}
