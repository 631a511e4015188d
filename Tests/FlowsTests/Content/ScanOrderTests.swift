import Foundation
import HTTPTypes
import Model
import Posture
import Store
import Testing

@testable import Flows

/// What a scan tells while files are still being read.
struct ScanOrderTests {
    /// Requests before the first file is downloaded, and all of them.
    private func requests() async throws -> (before: Int, all: Int) {
        let whole = try ContosoFixture(profiles: ContosoFixture.profiles)
        _ = try await whole.scan()
        let paths = whole.takeRequests().map { $0.path ?? "" }
        return (try #require(paths.firstIndex { $0.hasSuffix("/content") }), paths.count)
    }

    @Test func `what is known without the contents of files is told before they are read`() async throws {
        let whole = try ContosoFixture(profiles: ContosoFixture.profiles)
        _ = try await whole.scan()
        let fixture = try ContosoFixture(profiles: ContosoFixture.profiles)
        fixture.cut(after: try await requests().before + 3)
        await #expect(throws: CancellationError.self) { try await fixture.scan() }
        let contents = Set(Check.content.map(\.id))
        let known = try whole.picture().filter { key in !contents.contains { key.hasPrefix("\($0) ") } }
        #expect(try fixture.picture() == known && known.count > 40)

        fixture.cut(after: nil)
        let second = try await fixture.scan()
        #expect(second.isResumed)
        // Each store has its own key, and so other hashes of values.
        func names(_ fixture: ContosoFixture) throws -> [String] {
            try fixture.instances().map { "\($0.check) \($0.fingerprint)" }.sorted()
        }
        #expect(try names(fixture) == names(whole))
        let run = try #require(try fixture.store.runs(fixture.integration.id, kind: .scan, limit: 1).first)
        #expect(try run.opened == whole.picture().count, "each part of the run counts what it opened")
    }

    @Test func `what was found in files is told while others are read`() async throws {
        let fixture = try ContosoFixture(profiles: ContosoFixture.profiles)
        let clock = fixture.clock
        let slow = ContentSettings { bytes, name in
            clock.advance(5)
            return PlainText.extraction(bytes)
        }
        fixture.cut(after: try await requests().all - 4)
        await #expect(throws: CancellationError.self) { try await fixture.scan(content: slow) }
        let told = try fixture.contentInstances().count
        fixture.cut(after: nil)
        _ = try await fixture.scan(content: slow)
        let all = try fixture.contentInstances().count
        #expect(told > 2 && told <= all, "\(told) of \(all)")
    }
}
