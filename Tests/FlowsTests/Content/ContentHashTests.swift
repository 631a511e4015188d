import Foundation
import HTTPTypes
import Model
import Posture
import SimulatedTenant
import Store
import Testing

@testable import Flows

/// The keyed hashes of what was found in files.
struct ContentHashTests {
    private func row(_ fixture: ContosoFixture, _ name: String, entry: String) throws -> Evidence {
        let instance = try #require(try fixture.contentInstances().first { $0.resource.name == name })
        return try #require(instance.matches.first { $0["entry"] == .text(entry) })
    }

    @Test func `a value has the same hash in two files, however it is written, and others have others`() async throws {
        let fixture = try ContosoFixture(profiles: [ContosoFixture.money])
        fixture.tenant.graph.edit {
            $0.write(
                "IBAN: DE89 3704 0044 0532 0130 00\nIBAN: NL91 ABNA 0417 1643 00", to: "Readme.md",
                of: "CameronW@contoso.example")
            $0.write(
                "IBAN: DE89370400440532013000\nIBAN: DE89-3704-0044-0532-0130-00", to: "Guests.csv",
                of: "AlexW@contoso.example")
        }
        _ = try await fixture.scan()
        let two = try row(fixture, "Readme.md", entry: "iban")
        let one = try row(fixture, "Guests.csv", entry: "iban")
        #expect(two.texts("hashes").count == 2 && two.texts("hashes") == two.texts("sampleHashes"))
        #expect(one["count"] == .number(2) && one.texts("hashes").count == 1)
        #expect(one.texts("sampleHashes") == [one.texts("hashes")[0], one.texts("hashes")[0]])
        #expect(one.texts("hashes")[0] == two.texts("hashes")[0])
        // The same account stands in a file that was there already.
        #expect(try row(fixture, "deploy.sh", entry: "iban").texts("hashes") == [two.texts("hashes")[1]])
    }

    @Test func `two installations have different hashes of the same value`() async throws {
        var hashes: Set<[String]> = []
        for _ in 0..<2 {
            let fixture = try ContosoFixture(profiles: [ContosoFixture.money])
            _ = try await fixture.scan()
            hashes.insert(try row(fixture, "deploy.sh", entry: "iban").texts("hashes"))
        }
        #expect(hashes.count == 2)
    }

    @Test func `as many are kept as is said, and each value is counted`() {
        var hashes = ValueHashes(most: 2) { "#" + $0 }
        #expect(hashes.note("1 2-3.4", of: "a") == "#1234")
        #expect(hashes.note("1234", of: "a") == "#1234")
        #expect(hashes.note("Ab", of: "a") == "#Ab")
        #expect(hashes.note("third", of: "a") == nil && hashes.note("12\u{2011}34", of: "a") == "#1234")
        #expect(hashes.note("third", of: "b") == "#third")
        #expect(hashes.byEntry == ["a": ["#1234", "#Ab"], "b": ["#third"]])
    }
}
