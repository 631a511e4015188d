import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Store
@testable import Web

/// Queries as browsers write them from forms: a blank as a plus sign.
struct QueryBlankTests {
    @Test(arguments: [
        "/search?q=adele+vance", "/protected?q=Adele+Vance",
        "/settings/directories/contoso?kind=users&text=Adele+Vance",
    ])
    func `finds names of several words`(path: String) async throws {
        let fixture = try await PeopleFixture()
        try await fixture.test(.viewer) { visitor in
            let page = try await visitor.page(path)
            #expect(page.contains("value=\"adele vance\"") || page.contains("value=\"Adele Vance\""))
            #expect(!page.contains("ele+"))
            #expect(page.contains("a.vance@contoso.example") || page.contains("Adele%20Vance"))
        }
    }

    @Test(arguments: ["/findings", "/instances", "/coverage", "/api/v1/findings", "/mail"])
    func `an integration may have a blank in its name`(path: String) async throws {
        let fixture = try await FindingFixture()
        _ = try fixture.web.store.add(
            FindingFixture.integration("Head office"), secret: CredentialSecret(clientSecret: "x"))
        try await fixture.test { visitor in
            for query in ["integration=Head+office", "integration=Head%20office"] {
                let answer = try await visitor.get("\(path)?\(query)")
                #expect(answer.status == .ok, "\(path)?\(query)")
            }
            let other = try await visitor.get("/findings?integration=Head%2Boffice")
            #expect(other.status == .notFound)
        }
    }

    @Test func `a path keeps its plus signs`() async throws {
        try await FindingFixture().test { visitor in
            let answer = try await visitor.get("/findings/a+b")
            #expect(answer.status == .notFound)
        }
    }
}
