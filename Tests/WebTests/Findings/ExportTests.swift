import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import Testing

@testable import Store
@testable import Web

/// An export holds exactly what the list beside it shows.
struct ExportTests {
    /// The resources of an export, with the check of each.
    private func lines(_ visitor: WebVisitor, _ uri: String) async throws -> [String] {
        let answer = try await visitor.get(uri)
        #expect(answer.status == .ok, "\(uri)")
        return try answer.text.split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
            return object["check"] as? String ?? ""
        }
    }

    @Test(arguments: [
        ("", 9), ("?q=public", 7), ("?q=FILE-PUBLIC", 7), ("?q=nothing-like-it", 0), ("?severity=low", 2),
        ("?severity=low&integration=fabrikam", 1), ("?tab=content", 0), ("?tab=passed", 0), ("?tab=unanswered", 0),
        ("?tab=ignored", 0), ("?owner=nobody&since=7d", 9), ("?q=item", 0),
    ]) func `of findings holds the instances that the list counts`(query: String, count: Int) async throws {
        try await FindingFixture().test { visitor in
            let page = try await visitor.get("/findings" + query).text
            #expect(page.contains("with \(count) active instance"), "\(query)")
            let link = try #require(page.matches(of: /href="(\/findings\/export[^"]*format=jsonl[^"]*)"/).first).1
            #expect(try await lines(visitor, String(link).replacing("&amp;", with: "&")).count == count)
            guard let all = page.firstMatch(of: /<p class="sub"[^>]*><a href="([^"]*)"/)?.1 else {
                #expect(count == 0)
                return
            }
            let found = try await visitor.get("/api/v1" + String(all).replacing("&amp;", with: "&") + "&limit=200")
                .object()
            #expect((found["items"] as? [Any])?.count == count, "\(all)")
        }
    }

    @Test func `of what is ignored and hidden holds both, and the first sentence says how many`() async throws {
        let fixture = try await FindingFixture()
        let other = try #require(try fixture.instances().first { $0.integration == "fabrikam" })
        try await fixture.test { visitor in
            _ = try await visitor.post("/instances/hide", [("i", "2:\(other.fingerprint)"), ("reason", "known")])
            _ = try await visitor.post("/findings/ignore", [("f", "1:user-disabled"), ("reason", "known")])
            let page = try await visitor.get("/findings?tab=ignored").text
            #expect(page.contains("2 findings with 1 active instance and 1 hidden"))
            #expect(try await lines(visitor, "/findings/export?tab=ignored").count == 2)
            #expect(try await lines(visitor, "/api/v1/instances/export?tab=ignored").count == 2)
            // A finding some of whose instances are hidden stands with the open ones; the way to those is there all the same.
            #expect(page.contains("1 instance is hidden</a> in all lists."))
            #expect(page.contains("/instances?status=hidden&amp;ignored=included"))
        }
    }

    @Test func `of chosen rows holds these alone`() async throws {
        try await FindingFixture().test { visitor in
            let one = try await lines(visitor, "/findings/export?f=2:user-disabled")
            #expect(one == ["user-disabled"])
            let none = try await lines(visitor, "/findings/export?f=2:user-disabled&severity=critical")
            #expect(none.isEmpty)
        }
    }

    @Test func `of one finding holds its tab and what is searched, in every format`() async throws {
        let fixture = try await FindingFixture()
        let first = try #require(try fixture.instances().first { $0.resource.name == "item 3" })
        try await fixture.test { visitor in
            _ = try await visitor.post("/instances/hide", [("i", "1:\(first.fingerprint)"), ("reason", "known")])
            let page = "/findings/file-public-write?integration=contoso"
            for (more, count) in [("", 6), ("&status=hidden", 1), ("&q=item+5", 1), ("&q=public", 0)] {
                let text = try await visitor.get(page + more).text
                let links = text.matches(of: /href="(\/instances\/export[^"]*)"/).map {
                    String($0.1).replacing("&amp;", with: "&")
                }
                #expect(links.count == 6)
                let found = try #require(links.first { $0.contains("format=jsonl") })
                #expect(try await lines(visitor, found).count == count, "\(more)")
            }
        }
    }

    @Test(arguments: [("", 9), ("?q=item+2", 1), ("?q=public", 7), ("?status=resolved", 0), ("?severity=low", 2)])
    func `of all instances holds the list, with its search`(query: String, count: Int) async throws {
        try await FindingFixture().test { visitor in
            let page = try await visitor.get("/instances" + query).text
            let link = try #require(page.matches(of: /href="(\/instances\/export[^"]*format=jsonl[^"]*)"/).first).1
            #expect(try await lines(visitor, String(link).replacing("&amp;", with: "&")).count == count)
            let list = try await visitor.get("/api/v1/instances" + query).object()
            #expect((list["items"] as? [Any])?.count == count)
            #expect(page.matches(of: /name="i" value=/).count == count)
        }
    }

    @Test(arguments: ["/instances", "/findings/file-public-write?integration=contoso"])
    func `of ticked instances holds these alone, and of none what the list shows`(page: String) async throws {
        let fixture = try await FindingFixture()
        try await fixture.test(as: .viewer) { visitor in
            let text = try await visitor.get(page).text
            #expect(text.contains("formaction=\"/instances/export\""))
            #expect(!text.contains("value=\"hide\""))
            let form = try #require(text.split(separator: "<form method=\"get\"").last { $0.contains("formaction=") })
            let kept = form.matches(of: /type="hidden" name="([^"]*)" value="([^"]*)"/).map {
                "\($0.1)=\(Link.part(String($0.2)))"
            }
            let boxes = text.matches(of: /name="i" value="([^"]*)"/).map { String($0.1) }
            let query = (kept + ["format=jsonl"]).joined(separator: "&")
            #expect(try await lines(visitor, "/instances/export?" + query).count == boxes.count)
            let chosen = boxes.suffix(2).map { "&i=\($0)" }.joined()
            let found = try await visitor.get("/instances/export?" + query + chosen).text.split(separator: "\n")
            #expect(found.count == 2)
            for (line, box) in zip(found, boxes.suffix(2)) {
                #expect(line.contains(box.split(separator: ":").last ?? "?"))
            }
        }
    }

    @Test(
        arguments: [
            ("", "file-public-write"), ("?sort=-severity", "user-disabled"), ("?sort=title", nil),
            ("?sort=-title", nil), ("?sort=instances", "file-public-write"), ("?sort=-instances", "user-disabled"),
            ("?sort=integration", nil), ("?sort=-integration", "user-disabled"),
        ] as [(String, String?)]) func `of findings stands in the order of the list`(query: String, first: String?)
        async throws
    {
        try await FindingFixture().test { visitor in
            let page = try await visitor.get("/findings" + query).text
            let link = try #require(page.matches(of: /href="(\/findings\/export[^"]*format=jsonl[^"]*)"/).first).1
            let checks = try await lines(visitor, String(link).replacing("&amp;", with: "&"))
            #expect(checks.count == 9)
            if let first { #expect(checks.first == first) }
            let rows = page.matches(of: /<input type="checkbox" name="f" value="\d+:([a-z-]*)"/).map { String($0.1) }
            func once(_ names: [String]) -> [String] {
                names.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
            }
            #expect(once(checks) == once(rows.filter(checks.contains)))
        }
    }

    @Test func `a search in instances finds those of an owner's findings too`() async throws {
        try await FindingFixture().test { visitor in
            _ = try await visitor.post("/findings/owner", [("f", "2:user-disabled"), ("owner", "Ünal Haas")])
            #expect(try await lines(visitor, "/api/v1/instances/export?q=%C3%BCnal").count == 1)
            #expect(try await lines(visitor, "/findings/export?q=%C3%BCnal").count == 1)
        }
    }

    @Test func `the summary of a filtered document counts what the document holds`() async throws {
        try await FindingFixture().test { visitor in
            for uri in ["/findings/export?severity=low", "/instances/export?q=user-disabled"] {
                let summary = try await visitor.get(uri + "&format=json").object()["summary"] as? [String: Any]
                #expect(summary?["active"] as? Int == 2)
                #expect(summary?["opened"] as? Int == 2)
            }
        }
    }
}
