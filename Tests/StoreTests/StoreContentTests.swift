import Foundation
import Model
import Testing

@testable import Store

struct StoreContentTests {
    let fixture: StoreFixture
    init() throws { fixture = try StoreFixture() }

    private func file(_ id: String, tag: String = "1", name: String = "a.txt") -> ContentCandidate {
        var file = ContentCandidate(driveID: "d", id: id, name: name, tag: tag)
        file.size = 12
        file.modified = Date(timeIntervalSince1970: 1_700_000_000)
        file.webUrl = "https://x"
        file.parentID = "root"
        return file
    }

    private func write(_ body: @escaping @Sendable (StoreWriter) throws -> Void) async throws {
        try await fixture.store.write(fixture.integration.id, body)
    }

    private func waiting() throws -> [String] {
        try fixture.store.waitingCandidates(of: fixture.integration.id, limit: 10).map(\.id)
    }

    @Test func `gives back what was kept`() async throws {
        let kept = file("1")
        try await write { try $0.scan(for: "A") }
        try await write { try $0.keep([kept], round: 1) }
        #expect(try fixture.store.candidate(of: fixture.integration.id, drive: "d", id: "1") == kept)
        #expect(try fixture.store.waitingCandidates(of: fixture.integration.id, limit: 10) == [kept])
    }

    @Test func `nothing waits while nothing is looked for, and everything once something is`() async throws {
        let files = [file("1"), file("2")]
        try await write { try $0.keep(files, round: 1) }
        #expect(try waiting() == [])
        try await write { try $0.scan(for: "A") }
        #expect(try waiting() == ["1", "2"])
        try await write { try $0.scan(for: "") }
        #expect(try waiting() == [])
    }

    @Test func `a settled file waits again when its bytes or its name change`() async throws {
        let one = file("1")
        try await write { writer in
            try writer.scan(for: "A")
            try writer.keep([one], round: 1)
            try writer.settle(one, .ok, detail: nil)
            try writer.keep([one], round: 2)
        }
        #expect(try waiting() == [])
        let (newer, renamed) = (file("1", tag: "2"), file("1", tag: "2", name: "b.txt"))
        try await write { try $0.keep([newer], round: 3) }
        #expect(try waiting() == ["1"])
        #expect(try fixture.store.contentCounts(of: fixture.integration.id).map(\.standing) == [.waiting])
        try await write { writer in
            try writer.settle(newer, .ok, detail: nil)
            try writer.keep([renamed], round: 3)
        }
        #expect(try waiting() == ["1"])
    }

    @Test func `what was read before the file changed settles nothing`() async throws {
        let (old, new) = (file("1"), file("1", tag: "2"))
        try await write { writer in
            try writer.scan(for: "A")
            try writer.keep([old], round: 1)
            try writer.keep([new], round: 1)
            try writer.settle(old, .ok, detail: nil)
        }
        #expect(try waiting() == ["1"])
    }

    @Test func `a failure is tried again, a refusal is not`() async throws {
        let (one, two) = (file("1"), file("2"))
        try await write { writer in
            try writer.scan(for: "A")
            try writer.keep([one, two], round: 1)
            try writer.settle(one, .failed, detail: "504")
            try writer.settle(two, .denied, detail: "403")
        }
        #expect(try waiting() == ["1"])
        let counts = try fixture.store.contentCounts(of: fixture.integration.id)
        #expect(counts.map(\.standing) == [.denied, .failed] && counts.map(\.detail) == ["403", "504"])
    }

    @Test func `a sweep forgets what a round did not see`() async throws {
        let (one, two) = (file("1"), file("2"))
        try await write { writer in
            try writer.keep([one, two], round: 1)
            try writer.keep([two], round: 2)
            try writer.sweepCandidates(drive: "d", round: 2)
        }
        #expect(try fixture.store.candidate(of: fixture.integration.id, drive: "d", id: "1") == nil)
        #expect(try fixture.store.candidate(of: fixture.integration.id, drive: "d", id: "2") != nil)
    }

    @Test func `an integration that is removed takes its files along`() async throws {
        let one = file("1")
        try await write { try $0.keep([one], round: 1) }
        try fixture.store.remove(fixture.integration.id)
        #expect(try fixture.store.contentCounts(of: fixture.integration.id) == [])
    }
}
