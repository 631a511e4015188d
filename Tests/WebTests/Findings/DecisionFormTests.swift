import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import Testing

@testable import Store
@testable import Web

/// Decisions as forms send them, and as the API takes them.
struct DecisionFormTests {
    private func undo(_ fixture: FindingFixture) throws -> String {
        try #require(try fixture.web.store.latestDecisions(limit: 1).first).1.batch
    }

    @Test func `hides what was selected, says so, and takes it back`() async throws {
        let fixture = try await FindingFixture()
        let id = "1:" + (try #require(try fixture.instances().first).fingerprint)
        try await fixture.test { visitor in
            let preview = try await visitor.get("/findings/file-public-write?integration=contoso&do=hide&i=\(id)").text
            #expect(preview.contains("1 instance moves to Hidden"))
            #expect(preview.contains("Critical: 7 → 6"))
            let answer = try await visitor.post(
                "/instances/hide",
                [("i", id), ("reason", "Not a problem here"), ("until", "2027-12-31"), ("next", "/instances")])
            #expect(answer.status == .seeOther)
            #expect(answer.field("Location") == "/instances")
            #expect(try fixture.instances([.hidden]).count == 1)
            #expect(try await visitor.get("/findings").text.contains("1 hidden"))
            let back = try await visitor.post("/findings/undo", [("batch", try undo(fixture))])
            #expect(back.status == .seeOther)
            #expect(try fixture.instances([.hidden]).isEmpty)
        }
    }

    @Test func `an owner has the same limit in the API`() async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            for (count, status) in [(100, HTTPResponse.Status.ok), (101, .unprocessableContent)] {
                let owner = String(repeating: "x", count: count)
                let answer = try await visitor.call(
                    "/api/v1/findings/owner",
                    #"{"findings":[{"integration":"contoso","check":"user-disabled"}],"owner":"\#(owner)"}"#)
                #expect(answer.status == status, "\(count): \(answer.text)")
            }
        }
    }

    @Test func `what is hidden is counted of the rows that the filter fits, and led to with it`() async throws {
        let fixture = try await FindingFixture()
        let other = try #require(try fixture.instances().first { $0.integration == "fabrikam" })
        try await fixture.test { visitor in
            _ = try await visitor.post("/instances/hide", [("i", "2:\(other.fingerprint)"), ("reason", "known")])
            for query in ["", "?severity=low", "?q=account+disabled", "?severity=low&owner=nobody", "?tab=passed"] {
                let text = try await visitor.get("/findings\(query)").text
                let link = try #require(text.firstMatch(of: /<a href="([^"]*)">1 instance is hidden</), "\(query)")
                let list = try await visitor.get(String(link.1).replacing("&amp;", with: "&")).text
                #expect(list.contains(other.fingerprint), "\(query)")
                #expect(list.contains(">1 instance<"), "\(query)")
            }
            for query in ["?severity=critical", "?q=public", "?integration=contoso", "?owner=bo"] {
                #expect(try await !visitor.get("/findings\(query)").text.contains("is hidden"), "\(query)")
            }
        }
    }

    @Test func `a finding whose instances are all hidden stands with what is ignored, not with what found nothing`()
        async throws
    {
        let fixture = try await FindingFixture()
        let other = try #require(try fixture.instances().first { $0.integration == "fabrikam" })
        try await fixture.test { visitor in
            _ = try await visitor.post(
                "/instances/hide", [("i", "2:\(other.fingerprint)"), ("reason", "known"), ("until", "2027-12-31")])
            let ignored = try await visitor.get("/findings?tab=ignored&integration=fabrikam").text
            #expect(ignored.contains("/findings/user-disabled?") && ignored.contains("1 hidden"))
            let passed = try await visitor.get("/findings?tab=passed&integration=fabrikam").text
            #expect(!passed.contains("/findings/user-disabled?"))
        }
    }

    @Test func `who chooses a theme under a refused form comes to a page that is there`() async throws {
        let fixture = try await FindingFixture()
        let id = "1:" + (try #require(try fixture.instances().first).fingerprint)
        try await fixture.test { visitor in
            let refused = try await visitor.post("/instances/hide", [("i", id), ("reason", "")])
            #expect(refused.status == .unprocessableContent)
            let place = try #require(refused.text.firstMatch(of: /action="\/theme".*?name="next" value="([^"]+)"/)).1
            #expect(try await visitor.get(String(place)).status == .ok)
        }
    }

    @Test func `ignores, ranks and assigns findings in bulk`() async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let both = [("f", "1:user-disabled"), ("f", "2:user-disabled")]
            #expect(try await visitor.post("/findings/severity", both + [("severity", "high")]).status == .seeOther)
            #expect(try fixture.instances().filter { $0.severity == .high }.count == 2)
            #expect(try await visitor.post("/findings/owner", both + [("owner", "R. Haas")]).status == .seeOther)
            #expect(
                try await visitor.post("/findings/ignore", both + [("reason", "leavers stay a year")]).status
                    == .seeOther)
            let ignored = try await visitor.get("/findings?tab=ignored").text
            #expect(ignored.contains("leavers stay a year") && ignored.contains("owner R. Haas"))
            #expect(
                try await visitor.get("/api/v1/overview").object()["active"] as? [String: Int] == [
                    "critical": 7, "high": 0, "medium": 0, "low": 0,
                ])
            #expect(try await visitor.post("/findings/activate", both).status == .seeOther)
            #expect(try await visitor.post("/findings/severity", both + [("severity", "default")]).status == .seeOther)
            #expect(try fixture.instances().filter { $0.severity == .low }.count == 2)
            let actions = try fixture.web.store.audit(AuditFilter(), limit: 50).records.map(\.entry.action)
            #expect(actions.count { $0 == "finding.ignore" } == 2)
        }
    }

    @Test(
        arguments: [
            ("/findings/ignore", [("f", "1:user-disabled")]),
            ("/findings/ignore", [("reason", "x")]),
            ("/findings/ignore", [("f", "1:user-disabled"), ("reason", "x"), ("until", "2020-01-01")]),
            ("/findings/ignore", [("f", "1:user-disabled"), ("reason", "x"), ("until", "soon")]),
            ("/findings/ignore", [("f", "1:user-disabled"), ("reason", String(repeating: "x", count: 201))]),
            ("/findings/owner", [("f", "1:user-disabled"), ("owner", String(repeating: "x", count: 101))]),
            ("/findings/severity", [("f", "1:user-disabled"), ("severity", "worse")]),
            ("/instances/hide", [("i", "nonsense"), ("reason", "x")]),
        ] as [(String, [(String, String)])])
    func `a form with a mistake comes back with what is wrong, and nothing changes`(
        path: String, fields: [(String, String)]
    ) async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let answer = try await visitor.post(path, fields)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("class=\"error\""))
            #expect(try fixture.web.store.latestDecisions(limit: 9).isEmpty)
        }
    }

    @Test(arguments: [
        "/findings/ignore", "/findings/activate", "/findings/severity", "/findings/owner", "/findings/undo",
        "/instances/hide",
        "/instances/unhide",
    ]) func `a viewer changes nothing, nor does a form of another site`(path: String) async throws {
        let fixture = try await FindingFixture()
        let fields = [("f", "1:user-disabled"), ("reason", "x"), ("severity", "high"), ("batch", "1")]
        try await fixture.test(as: .viewer) { visitor in
            let (form, call) = (try await visitor.post(path, fields), try await visitor.call("/api/v1" + path, "{}"))
            #expect(form.status == .forbidden && call.status == .forbidden)
            let page = try await visitor.get("/findings").text
            #expect(!page.contains("Ignore…"))
        }
        try await fixture.test { visitor in
            let forged = try await visitor.post(path, fields, csrf: "wrong")
            #expect(forged.status == .forbidden)
        }
        #expect(try fixture.web.store.latestDecisions(limit: 9).isEmpty)
    }

    @Test func `the API decides as the dashboard does`() async throws {
        let fixture = try await FindingFixture()
        let fingerprint = try #require(try fixture.instances().first).fingerprint
        try await fixture.test { visitor in
            let hidden = try await visitor.call(
                "/api/v1/instances/hide",
                #"{"instances":[{"integration":"contoso","fingerprint":"\#(fingerprint)"}],"reason":"so","expires":"2027-12-31"}"#
            )
            #expect(hidden.status == .ok)
            #expect(try hidden.object()["changed"] as? Int == 1)
            let one = try await visitor.get("/api/v1/instances/\(fingerprint)?integration=contoso").object()
            #expect((one["exception"] as? [String: Any])?["reason"] as? String == "so")
            #expect(one["status"] as? String == "hidden")
            let batch = try #require(try hidden.object()["batch"] as? String)
            #expect(
                try await visitor.call("/api/v1/findings/undo", #"{"batch":"\#(batch)"}"#).object()["changed"] as? Int
                    == 1)
            let ignored = try await visitor.call(
                "/api/v1/findings/ignore",
                #"{"findings":[{"integration":"contoso","check":"user-disabled"}],"reason":"so"}"#)
            #expect(ignored.status == .ok)
            let finding = try await visitor.get("/api/v1/findings/contoso/user-disabled").object()
            let days = try #require(finding["days"] as? [[String: Any]])
            #expect(days.last?["day"] as? String == "2027-01-15" && days.last?["opened"] as? Int == 1)
            #expect(finding["status"] as? String == "ignored")
            for body in ["", "[]", #"{"findings":[{"integration":"contoso"}]}"#, #"{"findings":"x"}"#] {
                #expect(try await visitor.call("/api/v1/findings/ignore", body).status == .badRequest, "\(body)")
            }
            #expect(try await visitor.call("/api/v1/findings/ignore", "{}").status == .unprocessableContent)
            let never = try await visitor.call("/api/v1/findings/undo", #"{"batch":"never"}"#)
            #expect(never.status == .notFound)
            let untyped = try await visitor.send(
                .post, "/api/v1/findings/undo", ["X-CSRF-Token": FindingFixture.csrf, "Content-Type": "text/plain"],
                body: #"{"batch":"\#(batch)"}"#)
            #expect(untyped.status == .unsupportedMediaType)
        }
    }

    @Test func `Undo comes back to the list that the decision was made on`() async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let place = "/findings?integration=contoso&severity=low"
            let form = try await visitor.get("\(place)&do=ignore&f=1%3Auser-disabled").text
            #expect(form.contains("name=\"next\" value=\"/findings?integration=contoso&amp;severity=low\""))
            let done = try await visitor.post(
                "/findings/ignore", [("f", "1:user-disabled"), ("reason", "known"), ("next", place)])
            let flash = try #require(done.field("Set-Cookie")?.prefix { $0 != ";" })
            let page = try await visitor.send(.get, place, ["Cookie": String(flash)]).text
            let undo = try #require(page.firstMatch(of: /action="\/findings\/undo".*?<\/form>/)).0
            #expect(undo.contains("name=\"next\" value=\"/findings?integration=contoso&amp;severity=low\""))
            let back = try await visitor.post("/findings/undo", [("batch", try self.undo(fixture)), ("next", place)])
            #expect(back.field("Location") == place)
        }
    }

    @Test func `the form of chosen rows keeps filter, search and page, and leads to itself`() async throws {
        try await FindingFixture().test { visitor in
            let list = try await visitor.get("/findings?q=public&severity=critical&limit=1").text
            let form = try #require(
                list.firstMatch(of: /(?s)<form method="get" action="\/findings#decide".*?<div class="bulk">/)
            ).0
            for field in [
                "name=\"q\" value=\"public\"", "name=\"severity\" value=\"critical\"", "name=\"limit\" value=\"1\"",
            ] {
                #expect(form.contains(field), "\(field)")
            }
            #expect(try await visitor.get("/instances").text.contains("action=\"/instances#decide\""))
            let finding = try await visitor.get("/findings/file-public-write?integration=contoso").text
            #expect(finding.contains("action=\"/findings/file-public-write#decide\""))
        }
    }

    @Test func `what is hidden says by whom, why, for whom and until when, in lists and on its page`() async throws {
        let fixture = try await FindingFixture()
        let first = try #require(try fixture.instances().first)
        try await fixture.test { visitor in
            _ = try await visitor.post(
                "/instances/hide",
                [
                    ("i", "1:\(first.fingerprint)"), ("reason", "Accepted for now"), ("comment", "why not"),
                    ("owner", "bob"), ("until", "2027-12-31"),
                ])
            let words = "Hidden by ana until 31 Dec, owner bob: Accepted for now"
            for page in [
                "/findings/file-public-write?integration=contoso&status=hidden", "/instances?status=hidden",
                "/instances/\(first.fingerprint)?integration=contoso",
            ] {
                let text = try await visitor.get(page).text
                #expect(text.contains(words) && text.contains("why not"), "\(page)")
                #expect(!text.contains("Accepted for now why not"))
            }
            let story = try await visitor.get("/instances/\(first.fingerprint)?integration=contoso").text
            #expect(story.contains("hid: Accepted for now: why not, owner bob, until 31 Dec"))
        }
    }

    @Test func `taking back a part says how much stayed`() async throws {
        let fixture = try await FindingFixture()
        let two = try fixture.instances().prefix(2).map { "1:\($0.fingerprint)" }
        try await fixture.test { visitor in
            _ = try await visitor.post("/instances/hide", two.map { ("i", $0) } + [("reason", "known")])
            let batch = try self.undo(fixture)
            fixture.web.time.change { $0 += 5 }
            _ = try await visitor.post("/instances/unhide", [("i", two[0])])
            let answer = try await visitor.post("/findings/undo", [("batch", batch)])
            let cookie = try #require(answer.field("Set-Cookie")?.prefix { $0 != ";" })
            let page = try await visitor.send(.get, "/findings", ["Cookie": String(cookie)]).text
            #expect(page.contains("Taken back: 1 decision. 1 stayed, because something else has been decided since."))
        }
    }

    @Test
    func `a refused form of instances names them, says what it would do, and keeps the way back and what was typed`()
        async throws
    {
        let fixture = try await FindingFixture()
        let two = try fixture.instances().filter { $0.check == "file-public-write" }.prefix(2)
        try await fixture.test { visitor in
            for (next, crumb) in [
                ("/instances?severity=critical", "Instances"),
                ("/findings/file-public-write?integration=contoso", "Publicly Accessible"),
            ] {
                let page = try await visitor.post(
                    "/instances/hide",
                    two.map { ("i", "1:\($0.fingerprint)") } + [
                        ("reason", ""), ("comment", "two minutes of thought"), ("until", "2027-12-31"), ("next", next),
                    ])
                #expect(page.status == .unprocessableContent)
                for words in [
                    "Say the reason", "2 instances move to Hidden", "Critical: 7 → 5", "two minutes of thought",
                    "value=\"2027-12-31\"",
                ] {
                    #expect(page.text.contains(words), "\(words)")
                }
                for instance in two {
                    #expect(page.text.contains("<bdi>\(instance.resource.name)</bdi>"))
                    #expect(page.text.contains("/instances/\(instance.fingerprint)?"))
                }
                let crumbs = try #require(page.text.firstMatch(of: /(?s)<nav class="crumb".*?<\/nav>/)).0
                #expect(crumbs.contains("<a href=\"/findings\">") && crumbs.contains(crumb))
                #expect(crumbs.contains("<a href=\"\(next)\">") && crumbs.contains("Hide 2 instances"))
            }
        }
    }

    @Test func `a refused form of findings names them and says what it would do to the list it stood in`() async throws
    {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            for (next, shift) in [("/findings", "Low: 2 → 1"), ("/findings?integration=contoso", "Low: 1 → 0")] {
                let page = try await visitor.post(
                    "/findings/ignore", [("f", "1:user-disabled"), ("reason", ""), ("next", next)])
                #expect(page.status == .unprocessableContent)
                #expect(page.text.contains(shift), "\(next)")
                #expect(page.text.contains("href=\"/findings/user-disabled?integration=contoso\""))
            }
        }
    }

    @Test func `a graver severity says how many hidden instances count again, and its Undo that they are hidden`()
        async throws
    {
        let fixture = try await FindingFixture()
        let first = try #require(try fixture.instances().first { $0.integration == "fabrikam" })
        try await fixture.test { visitor in
            _ = try await visitor.post("/instances/hide", [("i", "2:\(first.fingerprint)"), ("reason", "known")])
            fixture.web.time.change { $0 += 5 }
            let graver = try await visitor.post(
                "/findings/severity", [("f", "2:user-disabled"), ("severity", "critical")])
            let cookie = try #require(graver.field("Set-Cookie")?.prefix { $0 != ";" })
            let told = try await visitor.send(.get, "/findings", ["Cookie": String(cookie)]).text
            #expect(told.contains("Changed the severity of 1 finding. 1 hidden instance counts again."))
            let batch = try #require(
                try fixture.web.store.latestDecisions(limit: 9).first { $0.1.action == .severity }
            ).1.batch
            fixture.web.time.change { $0 += 5 }
            let undone = try await visitor.post("/findings/undo", [("batch", batch)])
            let after = try #require(undone.field("Set-Cookie")?.prefix { $0 != ";" })
            let said = try await visitor.send(.get, "/findings", ["Cookie": String(after)]).text
            #expect(said.contains("Taken back: 1 decision. 1 instance is hidden again.") && said.contains(">Undo<"))
            let page = try await visitor.get("/findings/user-disabled?integration=fabrikam").text
            let hid = "ana hid: 1 · again, because the severity was taken back"
            #expect(page.contains(hid) && page.contains("ana took back: severity, critical → low"))
            let own = try await visitor.get("/instances/\(first.fingerprint)").text
            #expect(own.contains("ana hid: again, because the severity was taken back"))
            // What was taken back has not opened again.
            #expect(try await visitor.get("/").text.contains("<b>0</b> <span class=\"muted\">times, still open or not"))
        }
    }

    @Test func `all that is wrong with a form is said at once, and no reason is given in anybody's name`() async throws
    {
        try await FindingFixture().test { visitor in
            for until in ["2020-01-01", "soon"] {
                let answer = try await visitor.post(
                    "/findings/ignore", [("f", "1:user-disabled"), ("reason", ""), ("until", until)])
                #expect(answer.text.contains("id=\"reason-error\"") && answer.text.contains("id=\"until-error\""))
            }
            let form = try await visitor.get("/findings?do=ignore&f=1:user-disabled").text
            #expect(
                form.firstMatch(of: /id="reason"[^>]*value=""[^>]*placeholder="Accepted for now, for example"/) != nil)
        }
    }

    @Test func `the last day of an exception comes back as that day, and means the same sent back`() async throws {
        try await FindingFixture().test { visitor in
            var answers: [String] = []
            for expires in ["2027-12-31", "2027-12-31T23:59:59Z", "2028-01-01T00:00:00Z"] {
                let body =
                    #"{"findings":[{"integration":"contoso","check":"user-disabled"}],"reason":"x","expires":"\#(expires)"}"#
                #expect(try await visitor.call("/api/v1/findings/ignore", body).status == .ok)
                let text = try await visitor.get("/api/v1/findings/contoso/user-disabled").text
                answers.append(text.firstMatch(of: /"expires":"([^"]*)"/).map { String($0.1) } ?? text)
            }
            #expect(Set(answers) == ["2027-12-31T23:59:59Z"])
        }
    }

    @Test func `what is wrong with a field is a sentence`() async throws {
        try await FindingFixture().test { visitor in
            let answer = try await visitor.post(
                "/findings/ignore", [("f", "1:user-disabled"), ("reason", "x"), ("until", "2020-01-01")])
            #expect(answer.text.contains(">The end lies in the past: choose a later day, or none.<"))
        }
    }
}
