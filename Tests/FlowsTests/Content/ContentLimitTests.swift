import Foundation
import Model
import SimulatedTenant
import Store
import Testing

@testable import Flows

/// Files that limits kept out, and limits that are raised.
struct ContentLimitTests {
    private func settings(megabytes: Int, largest: Int64) -> ContentSettings {
        var settings = ContentSettings()
        settings.limits.inputMegabytes = megabytes
        settings.largest = largest
        return settings
    }

    private func names(_ fixture: ContosoFixture) throws -> Set<String> {
        Set(try fixture.contentInstances().map { "\($0.check) \($0.resource.name)" })
    }

    @Test func `a limit that is raised lets in the files that it kept out, and those alone`() async throws {
        let fixture = try ContosoFixture(profiles: [ContosoFixture.money])
        _ = try await fixture.scan(content: settings(megabytes: 100, largest: 300))
        let first = Set(fixture.takeDownloads())
        let whole = try ContosoFixture(profiles: [ContosoFixture.money])
        _ = try await whole.scan()
        let all = Set(whole.takeDownloads())
        #expect(!first.isEmpty && first.isStrictSubset(of: all))
        // Less lets nothing in, and once more nothing.
        _ = try await fixture.scan(content: settings(megabytes: 50, largest: 300))
        #expect(fixture.takeDownloads() == [])
        _ = try await fixture.scan(content: settings(megabytes: 200, largest: 1 << 30))
        #expect(Set(fixture.takeDownloads()) == all.subtracting(first))
        #expect(try names(fixture) == names(whole))
        _ = try await fixture.scan(content: settings(megabytes: 200, largest: 1 << 30))
        #expect(fixture.takeDownloads() == [])
    }

    @Test func `a file that was cut short is read again once any limit of reading is raised`() async throws {
        let fixture = try ContosoFixture(profiles: [ContosoFixture.money])
        var content = ContentSettings { bytes, name in
            name == "Card orders.csv" ? Extraction(status: .partial, detail: "cut") : PlainText.extraction(bytes)
        }
        _ = try await fixture.scan(content: content)
        _ = fixture.takeDownloads()
        content.limits.findings = 2_000
        _ = try await fixture.scan(content: content)
        #expect(fixture.takeDownloads() == [])
        content.limits.textMegabytes = 48
        _ = try await fixture.scan(content: content)
        #expect(fixture.takeDownloads().count == 1)
    }

    @Test func `files that could not be read without a reader of documents are read once there is one`() async throws {
        let fixture = try ContosoFixture(profiles: [ContosoFixture.money])
        var without = ContentSettings { bytes, name in
            name == "Card orders.csv" ? Extraction(status: .error, detail: "no reader") : PlainText.extraction(bytes)
        }
        without.readsDocuments = false
        _ = try await fixture.scan(content: without)
        let all = fixture.takeDownloads()
        _ = try await fixture.scan(content: without)
        #expect(fixture.takeDownloads() == [] && all.count > 1)
        _ = try await fixture.scan()
        #expect(fixture.takeDownloads().count == 1)
        _ = try await fixture.scan()
        #expect(fixture.takeDownloads() == [])
        let whole = try ContosoFixture(profiles: [ContosoFixture.money])
        _ = try await whole.scan()
        #expect(try names(fixture) == names(whole))
    }

    @Test func `what was kept before limits were settings was read within the standard ones`() {
        let profiles = [#"{"name":"A"} []"#, #"{"name":"B"} []"#]
        let old = ScannedFor(profiles.joined(separator: "\n"))
        #expect(old == ScannedFor(profiles: profiles, limits: DocumentLimits()))
        let alone = ScannedFor(profiles: profiles, limits: DocumentLimits(), readsDocuments: false)
        #expect(old.readsDocuments && ScannedFor(alone.text) == alone && alone != old)
        #expect(ScannedFor(old.text) == old && ScannedFor("").profiles.isEmpty && ScannedFor("").text.isEmpty)
    }
}
