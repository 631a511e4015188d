import Foundation
import HummingbirdTesting
import Model
import Testing

@testable import Store
@testable import Web

/// Pages of a service provider with more tenants than a page has rows.
struct ManyIntegrationsTests {
    let fixture: FindingFixture

    init() async throws {
        fixture = try await FindingFixture()
        for number in 1...60 {
            let name = "tenant-" + String("00\(number)".suffix(3))
            _ = try fixture.web.store.add(FindingFixture.integration(name), secret: CredentialSecret(clientSecret: "x"))
        }
    }

    @Test(arguments: [("/integrations", 50), ("/settings/directories", 50), ("/coverage", 10)])
    func `come page by page, every integration on one of them`(path: String, rows: Int) async throws {
        let all = try fixture.web.store.integrations().map(\.name)
        try await fixture.test { visitor in
            var (next, seen): (String?, [String]) = (path, [])
            while let uri = next {
                let whole = try await visitor.get(uri).text
                // The frame names every integration, on each page.
                let text = String(whole[try #require(whole.range(of: "<main")).upperBound...])
                let shown = all.filter { text.contains("<bdi>\($0)</bdi>") || text.contains(">\($0)</bdi>") }
                #expect(shown.count <= rows)
                seen += shown
                let link = text.firstMatch(of: /rel="next" href="([^"]*)"/)?.output.1
                next = link.map { String($0).replacing("&amp;", with: "&") }
            }
            #expect(seen.sorted() == all.sorted())
        }
    }

    @Test func `stand by name in any case, and before a first scan nobody knows how many instances there are`()
        async throws
    {
        let store = fixture.web.store
        _ = try store.add(FindingFixture.integration("Bcontoso"), secret: CredentialSecret(clientSecret: "x"))
        #expect(try store.integrations().prefix(3).map(\.name) == ["Bcontoso", "contoso", "fabrikam"])
        try await fixture.test { visitor in
            let whole = try await visitor.get("/integrations").text
            // The frame names every integration as well.
            let rows = whole[try #require(whole.range(of: "<main")).upperBound...].split(separator: "<tr>")
            let unread = try #require(rows.first { $0.contains("<bdi>Bcontoso</bdi></a>") })
            #expect(unread.contains(">unknown<") && !unread.contains("aria-label=\"0 critical\""))
            let read = try #require(rows.first { $0.contains("<bdi>contoso</bdi></a>") })
            #expect(read.contains("critical\""))
        }
    }

    @Test func `a page of one integration has no pages behind it`() async throws {
        try await fixture.test { visitor in
            let text = try await visitor.get("/coverage?integration=contoso").text
            #expect(text.contains(">contoso</bdi>"))
            #expect(!text.contains("rel=\"next\""))
        }
    }
}
