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

    @Test func `what is throttled waits on, and what was refused waits again once its time has come`() async throws {
        let (one, two, three) = (file("1"), file("2"), file("3"))
        let soon = Date(timeIntervalSince1970: 1_800_000_000)
        try await write { writer in
            try writer.scan(for: "A")
            try writer.keep([one, two, three], round: 1)
            try writer.settle(one, .throttled, detail: "429")
            try writer.settle(two, .denied, detail: "403", again: soon)
            try writer.settle(three, .ok, detail: nil)
            try writer.wakeCandidates(at: soon.addingTimeInterval(-1))
        }
        #expect(try waiting() == ["1"])
        try await write { try $0.wakeCandidates(at: soon) }
        #expect(try waiting() == ["1", "2"])
        let counts = try fixture.store.contentCounts(of: fixture.integration.id)
        #expect(counts.map(\.standing) == [.ok, .denied, .throttled] && counts.map(\.detail) == [nil, "403", "429"])
    }

    @Test func `what limits kept out waits again once they reach as far`() async throws {
        var (large, larger) = (file("large"), file("larger"))
        (large.size, larger.size) = (150 << 20, 300 << 20)
        let files = [file("ok"), file("cut"), file("half"), file("locked"), large, larger]
        try await write { writer in
            try writer.scan(for: "A")
            try writer.keep(files, round: 1)
            let standings: [ContentStanding] = [.ok, .limit, .partial, .encrypted, .tooLarge, .tooLarge]
            for (file, standing) in zip(files, standings) { try writer.settle(file, standing, detail: nil) }
        }
        #expect(try waiting().isEmpty)
        try await write { try $0.wakeCandidates(cutShort: 200 << 20) }
        #expect(try Set(waiting()) == ["cut", "half", "large"])
    }

    @Test(arguments: [1, 32, 33, 64, 500]) func `of many new labels those files wait alone that bear one of them`(
        count: Int
    ) async throws {
        let new = Set((0..<count).map { "new-\($0)" })
        let borne: [Set<String>?] = [nil, [], ["old"], ["new-\(count - 1)"], ["old", "new-0"]]
        let files = borne.indices.map { file("\($0)") }
        try await write { writer in
            try writer.scan(for: "A")
            try writer.keep(files, round: 1)
            for (file, labels) in zip(files, borne) { try writer.settle(file, .ok, detail: nil, labels: labels) }
            try writer.wakeCandidates(bearing: new)
        }
        #expect(try waiting() == ["0", "3", "4"])
        try await write { try $0.wakeCandidates(bearing: nil) }
        #expect(try waiting() == ["0", "2", "3", "4"])
    }

    @Test func `a refused file that has changed waits at once, and is woken only once`() async throws {
        let (old, new) = (file("1"), file("1", tag: "2"))
        try await write { writer in
            try writer.scan(for: "A")
            try writer.keep([old], round: 1)
            try writer.settle(old, .failed, detail: "504", again: .distantPast)
            try writer.keep([new], round: 2)
        }
        #expect(try waiting() == ["1"])
        try await write { writer in
            try writer.settle(new, .ok, detail: nil)
            try writer.wakeCandidates(at: .distantFuture)
        }
        #expect(try waiting() == [])
    }

    @Test func `files wait in the order of their reach, then of their age, and come page by page`() async throws {
        func file(_ id: String, _ reach: ContentReach, day: Double) -> ContentCandidate {
            var file = self.file(id)
            file.modified = Date(timeIntervalSince1970: 1_700_000_000 + day * 86_400)
            file.reach = reach
            return file
        }
        let files = [
            file("a", .named, day: 9), file("b", .anyoneReads, day: 1), file("c", .named, day: 10),
            file("d", .anyoneEdits, day: 0), file("e", .guests, day: 20), file("f", .organization, day: 5),
        ]
        try await write { try $0.scan(for: "A") }
        try await write { try $0.keep(files, round: 1) }
        #expect(try waiting() == ["d", "b", "f", "e", "c", "a"])
        var (paged, last) = ([String](), ContentCandidate?.none)
        while let next = try fixture.store.waitingCandidates(of: fixture.integration.id, after: last, limit: 1).first {
            paged.append(next.id)
            last = next
        }
        #expect(paged == ["d", "b", "f", "e", "c", "a"])
        var moved = files[0]
        moved.reach = .anyoneEdits
        let first = moved
        try await write { try $0.setTurns([first]) }
        #expect(try waiting().first == "a")
        #expect(try fixture.store.candidate(of: fixture.integration.id, drive: "d", id: "a") == moved)
    }

    @Test func `a file without a date comes last of its kind`() async throws {
        var undated = file("0")
        undated.modified = nil
        let (one, two) = (undated, file("1"))
        try await write { try $0.scan(for: "A") }
        try await write { try $0.keep([one, two], round: 1) }
        #expect(try waiting() == ["1", "0"])
        #expect(try fixture.store.candidate(of: fixture.integration.id, drive: "d", id: "0") == undated)
    }

    @Test func `the hash of a value is the same for the same value, and another under another key`() throws {
        let hash = fixture.store.hash(ofValue: "536904399")
        #expect(hash == fixture.store.hash(ofValue: "536904399") && hash != fixture.store.hash(ofValue: "536904398"))
        #expect(hash.wholeMatch(of: /[0-9a-f]{32}/) != nil)
        #expect(try hash != StoreFixture().store.hash(ofValue: "536904399"))
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
