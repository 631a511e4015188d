import Foundation
import HTTPTypes
import Model
import Posture
import SimulatedTenant
import Store
import Testing

@testable import Flows

/// Which files are read first.
struct ContentOrderTests {
    private static let guest = "anna_partner.example#EXT#@contoso.onmicrosoft.com"

    /// The files in the order of their downloads.
    private func downloads(_ fixture: ContosoFixture) async throws -> [ContentCandidate] {
        var settings = ContentSettings()
        settings.atOnce = 1
        _ = try await fixture.scan(content: settings)
        let paths = fixture.takeRequests().compactMap(\.path).filter { $0.hasSuffix("/content") }
        return try paths.map { path in
            let parts = path.split(separator: "/").map { $0.removingPercentEncoding ?? String($0) }
            return try #require(
                try fixture.store.candidate(of: fixture.integration.id, drive: parts[2], id: parts[4]))
        }
    }

    @Test func `are those whom most people reach, by their own links or a folder's, the newest first`() async throws {
        let fixture = try ContosoFixture(profiles: [ContosoFixture.money])
        fixture.tenant.graph.edit { $0.share("Quotas.xlsx", of: "BenW@contoso.example", "users view \(Self.guest)") }
        let files = try await downloads(fixture)
        let reaches = Dictionary(files.map { ($0.name, $0.reach) }, uniquingKeysWith: min)
        #expect(reaches["Payroll 2026.xlsx"] == .anyoneEdits)
        #expect(reaches["Price list.xlsx"] == .anyoneReads && reaches["Guests.csv"] == .anyoneReads)
        #expect(reaches["Card orders.csv"] == .organization && reaches["Handbook.docx"] == .organization)
        #expect(reaches["Quotas.xlsx"] == .guests)
        // The link to this one has run out.
        #expect(reaches["Seattle.docx"] == .named && reaches["Strategy.docx"] == .named)
        #expect(Set(files.map(\.reach)) == Set(ContentReach.allCases))
        #expect(files.map(\.turn) == files.map(\.turn).sorted())
        #expect(files.filter { $0.reach == .named }.count > 10)
    }

    @Test func `are known without asking for anything but the files`() async throws {
        let plain = try ContosoFixture()
        _ = try await plain.scan()
        let fixture = try ContosoFixture(profiles: [ContosoFixture.money])
        let files = try await downloads(fixture)
        let again = try ContosoFixture(profiles: [ContosoFixture.money])
        _ = try await again.scan()
        // A question where it lies, and the file itself.
        #expect(again.takeRequests().count == plain.takeRequests().count + 2 * files.count)
    }
}
