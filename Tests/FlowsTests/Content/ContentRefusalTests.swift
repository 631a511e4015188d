import Foundation
import HTTPTypes
import Model
import Posture
import SimulatedTenant
import Store
import Synchronization
import Testing

@testable import Flows

/// Files that the service does not hand over.
struct ContentRefusalTests {
    private static let file = "Card orders.csv"

    private func fixture(refusing status: Int?, _ code: String = "") throws -> ContosoFixture {
        let fixture = try ContosoFixture(profiles: [ContosoFixture.money])
        fixture.tenant.graph.edit { $0.refuse(Self.file, of: "Sales", with: status, code: code) }
        return fixture
    }

    @Test(arguments: [
        (403, "accessDenied", CoverageState.denied, "403 accessDenied"),
        (404, "itemNotFound", .error, "404 itemNotFound"),
        (410, "gone", .error, "410"), (423, "locked", .error, "423 locked"),
        (500, "generalException", .error, "500 generalException"),
    ])
    func `are unknown with their reason, and asked for again once a day`(
        status: Int, code: String, state: CoverageState, detail: String
    ) async throws {
        let fixture = try fixture(refusing: status, code)
        _ = try await fixture.scan()
        let first = fixture.takeDownloads()
        let coverage = try fixture.contentCoverage(of: Self.file)
        #expect(coverage?.state == state && coverage?.detail == detail)
        #expect(try !fixture.contentInstances().contains { $0.resource.name == Self.file })

        // What is kept of the scan says it as well: when the file is read again hangs on it.
        let kept = try fixture.store.balance(of: fixture.integration.id).first { $0.example == Self.file }
        #expect(kept?.standing?.isRefusal == true && kept?.detail == detail)

        // An hourly scan asks for nothing, and says the same.
        fixture.clock.advance(3600)
        _ = try await fixture.scan()
        #expect(fixture.takeDownloads() == [])
        #expect(try fixture.contentCoverage(of: Self.file)?.detail == detail)

        // The next day that one file is asked for again, with as many attempts as the first time.
        fixture.clock.advance(20 * 3600)
        _ = try await fixture.scan()
        let again = fixture.takeDownloads()
        #expect(Set(again).count == 1)
        #expect(again.count == first.count { $0 == again.first })
    }

    @Test func `are read once they are handed over, though they have not changed`() async throws {
        let fixture = try fixture(refusing: 403)
        _ = try await fixture.scan()
        fixture.clock.advance(21 * 3600)
        fixture.tenant.graph.edit { $0.refuse(Self.file, of: "Sales", with: nil) }
        _ = try await fixture.scan()
        #expect(try fixture.contentInstances().contains { $0.resource.name == Self.file })
        #expect(try fixture.contentCoverage(of: Self.file) == nil)
    }

    @Test(arguments: [Self.file, "Payroll 2026.xlsx"])
    func `of a drive that is gone are forgotten, and it is looked for again by the next scan`(name: String) async throws
    {
        let fixture = try fixture(refusing: nil)
        _ = try await fixture.scan()
        let before = Set(try fixture.contentInstances().map(\.fingerprint))
        let drives = try fixture.store.count(.drive, of: fixture.integration.id)
        let paths = fixture.takeRequests().compactMap(\.path).filter { $0.hasSuffix("/content") }
        let file = try #require(try fixture.contentInstances().first { $0.resource.name == name }?.resource.id)
        let path = try #require(paths.first { $0.contains("/items/\(file)/") })
        let drive = try #require(path.components(separatedBy: "/items/").first)
        fixture.absent.withLock { $0 = [drive + "/root/delta"] }
        fixture.clock.advance(3600)
        #expect(try await fixture.scan().resolved > 0)
        #expect(try !fixture.contentInstances().contains { $0.resource.name == name })
        #expect(try fixture.store.count(.drive, of: fixture.integration.id) == drives - 1)

        fixture.absent.withLock { $0 = [] }
        fixture.clock.advance(3600)
        _ = try await fixture.scan()
        #expect(Set(try fixture.contentInstances().map(\.fingerprint)) == before)
        #expect(try fixture.store.count(.drive, of: fixture.integration.id) == drives)
    }

    @Test func `keep open what was found in them before`() async throws {
        let fixture = try fixture(refusing: nil)
        _ = try await fixture.scan()
        #expect(try fixture.contentInstances().contains { $0.resource.name == Self.file })
        fixture.tenant.graph.edit { $0.write("changed", to: Self.file, of: "Sales") }
        fixture.tenant.graph.edit { $0.refuse(Self.file, of: "Sales", with: 423, code: "locked") }
        let second = try await fixture.scan()
        #expect(second.resolved == 0)
        #expect(try fixture.contentInstances().contains { $0.resource.name == Self.file })
        #expect(
            try fixture.store.doubts(of: fixture.integration.id).contains {
                $0.reason == "the file could not be read (error)"
            })
    }
}
