import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import Testing

@testable import Store
@testable import Web

/// The search of the top bar.
struct SearchPageTests {
    private func page(_ visitor: WebVisitor, _ uri: String) async throws -> String {
        let answer = try await visitor.send(.get, uri)
        #expect(answer.status == .ok, "\(uri)")
        return answer.text
    }

    @Test func `finds people, groups and apps by a part of their name, each with its own way there`() async throws {
        let fixture = try await PeopleFixture()
        try await fixture.test(.viewer) { visitor in
            let people = try await visitor.page("/search?q=vance")
            #expect(people.contains("Adele Vance"))
            #expect(people.contains("/settings/directories/contoso?kind=users&amp;text=Adele%20Vance"))
            #expect(try await visitor.page("/search?q=exec").contains("open=g1"))
            #expect(try await visitor.page("/search?q=mailmerge").contains("/apps/contoso/a1"))
            #expect(try await visitor.page("/search?q=mallory%40").contains("mallory@contoso.example"))
        }
    }

    @Test func `finds findings by title and resources by name`() async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let findings = try await page(visitor, "/search?q=user-disabled")
            #expect(findings.contains("/findings/user-disabled?integration=contoso"))
            #expect(findings.contains("/findings/user-disabled?integration=fabrikam"))
            let files = try await page(visitor, "/search?q=item")
            #expect(files.components(separatedBy: "item ").count > 6)
            #expect(files.contains("/instances?q=item"))
        }
    }

    @Test func `keeps to the integration that is shown`() async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let one = try await page(visitor, "/search?q=user-disabled&integration=fabrikam")
            #expect(one.contains("/findings/user-disabled?integration=fabrikam"))
            #expect(!one.contains("/findings/user-disabled?integration=contoso"))
        }
    }

    @Test func `says that nothing is called so, and what it looks through where nothing was asked`() async throws {
        let fixture = try await PeopleFixture()
        try await fixture.test(.viewer) { visitor in
            let none = try await visitor.page("/search?q=zzzz")
            #expect(none.contains("Nothing that was read is called so"))
            for path in ["/search", "/search?q=%20"] {
                let empty = try await visitor.page(path)
                #expect(empty.contains("Finds users and groups"))
            }
        }
    }

    @Test(arguments: ["<script>alert(1)</script>", "\u{202E}", String(repeating: "a", count: 5_000), "%", "\"'`"])
    func `hostile words and names stay text`(words: String) async throws {
        let fixture = try await PeopleFixture()
        try await fixture.test(.viewer) { visitor in
            let page = try await visitor.page("/search?q=\(Link.part(words))")
            #expect(!page.contains("<script>alert"))
        }
    }

    @Test func `the field of every page leads here and keeps what was asked`() async throws {
        let fixture = try await PeopleFixture()
        try await fixture.test(.viewer) { visitor in
            let page = try await visitor.page("/search?q=vance")
            #expect(page.contains(#"role="search" aria-label="Search" action="/search""#))
            #expect(page.contains(#"name="q" type="search" placeholder="Search" value="vance""#))
        }
    }
}
