import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import Testing

@testable import Store
@testable import Web

/// The screens about findings, as a browser without script sees them.
struct FindingPageTests {
    static let pages = [
        "/", "/?d=90&low=1", "/?as=table", "/findings", "/findings?tab=ignored", "/findings?tab=passed",
        "/findings?tab=unanswered",
        "/findings?severity=critical&category=file-sharing&since=7d&owner=nobody&sort=-title",
        "/findings?q=public", "/findings?do=ignore&f=1:file-public-write",
        "/findings?do=severity&f=1:file-public-write",
        "/findings?do=owner&f=1:user-disabled", "/findings/file-public-write?integration=contoso",
        "/findings/file-public-write?integration=contoso&do=ignore",
        "/findings/user-disabled?integration=contoso&status=hidden",
        "/findings/user-disabled?integration=contoso&q=script", "/instances", "/instances?status=resolved&since=7d",
        "/instances?q=item", "/coverage", "/coverage?integration=contoso", "/coverage?integration=contoso&scan=1",
    ]

    @Test(arguments: pages) func `is shown, escapes what strangers wrote, and all its links lead somewhere`(
        page: String
    )
        async throws
    {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let answer = try await visitor.get(page)
            #expect(answer.status == .ok, "\(answer.text)")
            #expect(!answer.text.contains("<script>alert"))
            #expect(!answer.text.contains("\" onload="))
            #expect(!answer.text.contains("\u{202E}"))
            // Other screens belong to other routes; what stands here is ours to keep whole.
            let ours = ["/findings", "/instances", "/coverage", "/?"]
            for link in answer.links where ours.contains(where: link.hasPrefix) {
                let there = try await visitor.get(link)
                #expect([.ok, .seeOther].contains(there.status), "\(link) on \(page)")
            }
        }
    }

    @Test func `an unread check keeps its row and says unknown, never 0`() async throws {
        try await FindingFixture().test { visitor in
            let text = try await visitor.get("/findings?tab=unanswered").text
            #expect(text.contains("mail-rule-forwards"))
            #expect(text.contains("unknown"))
            #expect(try await visitor.get("/findings").text.contains("no answer"))
        }
    }

    @Test func `the numbers of the overview are the lengths of the lists they lead to`() async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let text = try await visitor.get("/").text
            let figures = text.matches(of: /<b><a href="([^"]*)">([0-9,]+)<\/a><\/b>/)
            #expect(figures.count >= 6)
            for figure in figures {
                let link = String(figure.1).replacing("&amp;", with: "&")
                guard link.hasPrefix("/instances") else { continue }
                let list = try await visitor.get("/api/v1" + link).object()
                #expect((list["items"] as? [Any])?.count == Int(figure.2), "\(link)")
            }
        }
    }

    @Test func `a page goes on where the one before ended, and back`() async throws {
        try await FindingFixture().test { visitor in
            let first = try await visitor.get("/instances?limit=5").text
            let next = try link("next", first)
            let second = try await visitor.get(next).text
            #expect(names(first).isDisjoint(with: names(second)))
            #expect(names(first).count == 5 && names(second).count == 4)
            let back = try link("prev", second)
            #expect(names(try await visitor.get(back).text) == names(first))
        }
    }

    private func link(_ relation: String, _ page: String) throws -> String {
        let found = try #require(page.matches(of: /rel="(prev|next)" href="([^"]*)"/).first { $0.1 == relation })
        return String(found.2).replacing("&amp;", with: "&")
    }

    private func names(_ page: String) -> Set<String> {
        Set(page.matches(of: /name="i" value="([^"]*)"/).map { String($0.1) })
    }

    @Test(arguments: [
        "/findings?severity=terrible", "/findings?tab=x", "/findings?limit=0", "/findings?cursor=zz",
        "/instances?cursor=e30",
        "/instances?status=lost", "/instances?since=yesterday", "/findings?sort=x", "/findings/export?format=doc",
        "/?d=8",
        "/coverage?integration=contoso&scan=x",
    ]) func `what no list knows is refused`(uri: String) async throws {
        try await FindingFixture().test { visitor in
            let answer = try await visitor.get(uri)
            #expect(answer.status == .badRequest)
        }
    }

    @Test(arguments: [
        "/findings/no-such-check", "/instances/0000", "/findings?integration=nobody",
        "/coverage?integration=contoso&scan=99",
    ]) func `what is not there is not found`(uri: String) async throws {
        try await FindingFixture().test { visitor in
            let answer = try await visitor.get(uri)
            #expect(answer.status == .notFound)
        }
    }

    @Test(arguments: ["csv", "jsonl", "json", "ocsf", "sarif", "html"]) func `exports the filter in force`(
        format: String
    )
        async throws
    {
        try await FindingFixture().test { visitor in
            let all = try await visitor.get("/findings/export?format=\(format)")
            #expect(all.status == .ok)
            #expect(all.field("Content-Disposition")?.hasPrefix("attachment") == true)
            #expect(all.text.contains("Other user"))
            let some = try await visitor.get("/findings/export?format=\(format)&severity=critical")
            #expect(some.text.contains("item 3") && !some.text.contains("Other user"))
            if format == "html" { #expect(!all.text.contains("<script>alert")) }
        }
    }

    /// The number on a tab, and where it leads.
    private func tab(_ title: String, _ page: String) throws -> (count: String, link: String) {
        let found = try #require(
            page.matches(of: /<a href="([^"]*)"[^>]*>([^<]*) <span class="n">([^<]*)<\/span>/).first { $0.2 == title })
        return (String(found.3), String(found.1).replacing("&amp;", with: "&"))
    }

    @Test func `tabs count what the filter fits, and keep it`() async throws {
        try await FindingFixture().test { visitor in
            #expect(try tab("Posture", try await visitor.get("/findings").text).count == "3")
            let text = try await visitor.get("/findings?severity=low&tab=unanswered").text
            #expect(try tab("Posture", text).count == "2")
            #expect(try tab("Posture", text).link == "/findings?severity=low")
            #expect(try tab("No answer", text).count == "2")
            #expect(try tab("No answer", try await visitor.get("/findings?q=rule").text).link.contains("q=rule"))
            let one = try await visitor.get("/findings/file-public-write?integration=contoso&q=item+5").text
            #expect(try tab("Active", one).count == "1")
            #expect(try tab("Hidden", one).count == "0")
            #expect(try tab("Hidden", one).link.contains("q=item%205"))
        }
    }

    @Test func `exceptions that end soon are those of findings and of instances`() async throws {
        let fixture = try await FindingFixture()
        let first = try #require(try fixture.instances().first)
        try await fixture.test { visitor in
            _ = try await visitor.post(
                "/instances/hide", [("i", "1:\(first.fingerprint)"), ("reason", "x"), ("until", "2027-01-18")])
            let text = try await visitor.get("/").text
            #expect(text.contains(">0 ignored findings</a>") && text.contains(">1 hidden instance</a>"))
            // Hidden and ignored for longer: they are not among those.
            let second = try #require(try fixture.instances().first)
            _ = try await visitor.post(
                "/instances/hide", [("i", "1:\(second.fingerprint)"), ("reason", "x"), ("until", "2027-12-31")])
            _ = try await visitor.post(
                "/findings/ignore", [("f", "1:user-disabled"), ("reason", "x"), ("until", "2027-12-31")])
            _ = try await visitor.post(
                "/findings/ignore", [("f", "2:user-disabled"), ("reason", "x"), ("until", "2027-01-18")])
            let overview = try await visitor.get("/").text
            func list(_ words: Regex<(Substring, Substring)>) async throws -> String {
                let link = String(try #require(overview.firstMatch(of: words)).1)
                return try await visitor.get(link.replacing("&amp;", with: "&")).text
            }
            let hidden = try await list(/href="([^"]*)">1 hidden instance</)
            #expect(hidden.contains(">1 instance<") && hidden.contains("ending within 7 days"))
            #expect(hidden.contains(first.fingerprint) && !hidden.contains(second.fingerprint))
            let export = String(try #require(hidden.firstMatch(of: /href="(\/instances\/export\?[^"]*format=csv)"/)).1)
            let file = try await visitor.get(export.replacing("&amp;", with: "&")).text
            #expect(file.contains(first.fingerprint) && !file.contains(second.fingerprint))
            #expect(file.split(separator: "\r\n").count == 2)
            // A search in the list stays in it.
            let form = try #require(hidden.split(separator: "aria-label=\"Search instances\"").last)
            #expect(form.prefix { $0 != "\n" }.contains("name=\"ends\" value=\"7d\""))
            let own = "/instances?status=hidden&ignored=included&ends=7d"
            let found = try await visitor.get("\(own)&q=\(Link.part(first.resource.name))").text
            #expect(found.contains(first.fingerprint) && !found.contains(second.fingerprint))
            let other = try await visitor.get("\(own)&q=\(Link.part(second.resource.name))").text
            #expect(other.contains("Nothing here has this text."))
            #expect(try await visitor.get("\(own)&severity=low").text.contains("No instance here."))
            #expect(hidden.contains("Show all"))
            let ignored = try await list(/href="([^"]*)">1 ignored finding</)
            #expect(ignored.contains("user-disabled?integration=fabrikam"))
            #expect(!ignored.contains("user-disabled?integration=contoso") && ignored.contains("ends within 7 days"))
            #expect(try await visitor.get("/findings?tab=ignored&ends=8d").status == .badRequest)
            let ticked = try await visitor.get(
                "/instances/export?status=hidden&ends=7d&i=1:\(first.fingerprint)&format=csv")
            #expect(ticked.status == .ok && ticked.text.contains(first.fingerprint))
            #expect(!ticked.text.contains(second.fingerprint))
        }
    }

    @Test func `what the first scan found is new to nobody but us`() async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let text = try await visitor.get("/").text
            #expect(!text.contains("since yesterday") && text.contains("none found"))
            #expect(try await visitor.get("/api/v1/overview").object()["newSinceYesterday"] is NSNull)
            let tomorrow = fixture.now.addingTimeInterval(86_400)
            fixture.web.time.change { $0 = tomorrow }
            try await fixture.found("user-disabled", "New today", .low, in: fixture.contoso, run: 2, at: tomorrow)
            let later = try await visitor.get("/").text
            #expect(later.contains("+1 since yesterday") && !later.contains("+7 since"))
        }
    }

    @Test func `before the first scan nothing is counted, not even as 0`() async throws {
        let web = try WebFixture()
        _ = try web.store.add(FindingFixture.integration("contoso"), secret: CredentialSecret(clientSecret: "x"))
        var server = web.server()
        server.visit = { _ in Visitor(name: "ana", role: .analyst, actor: "user:ana", csrf: "token") }
        try await web.test(server) { visitor in
            let overview = try await visitor.get("/").text
            for section in ["figures", "time", "week", "mails"] {
                let part = try #require(overview.split(separator: "data-live=\"\(section)\"").last)
                let own = part.prefix(upTo: part.range(of: "data-live=")?.lowerBound ?? part.endIndex)
                #expect(own.firstMatch(of: />0<|Add 0/) == nil, "\(section): \(own)")
            }
            for page in ["/instances", "/instances?status=resolved", "/instances?q=x", "/findings"] {
                let text = try await visitor.get(page).text
                #expect(text.contains("Nothing has been scanned yet"), "\(page)")
                #expect(!text.contains("0 instances") && !text.contains("Nothing here"), "\(page)")
                guard page != "/findings" else { continue }
                let main = try #require(text.firstMatch(of: /(?s)<main.*<\/main>/)).0
                #expect(!main.contains("Export") && !main.contains("<bdi>active</bdi>"), "\(page)")
                #expect(!main.contains("Not known yet"), "\(page)")
            }
        }
    }

    @Test(arguments: ["/findings", "/instances", "/findings/file-public-write?integration=contoso"])
    func `rows can be chosen all at once, and Enter on one of their boxes presses no button`(page: String) async throws
    {
        try await FindingFixture().test { visitor in
            let text = try await visitor.get(page).text
            let form = try #require(
                text.split(separator: "<form method=\"get\"").last { $0.contains("class=\"bulk\"") })
            #expect(form.firstMatch(of: /<button[^>]*>/)?.0 == "<button type=\"submit\" hidden>")
            #expect(form.contains("<span>Select all</span>"))
        }
    }

    @Test(arguments: [
        ("/findings", ["lead", "tabs", "findings", "side", "running"]),
        ("/findings/user-disabled?integration=contoso", ["meta", "tabs", "instances", "history"]),
        ("/instances", ["heading", "instances"]), ("/coverage", ["coverage"]), ("/domains", ["domains"]),
        ("/mail", ["verdicts", "side"]),
        ("/", ["lead", "figures", "worst", "time", "week", "sure", "health", "mails", "dirs", "acts"]),
    ]) func `whatever counts on a page is exchanged with its list`(page: String, fragments: [String]) async throws {
        try await FindingFixture().test { visitor in
            let text = try await visitor.get(page).text
            for fragment in fragments { #expect(text.contains("data-live=\"\(fragment)\""), "\(fragment)") }
        }
    }
}
