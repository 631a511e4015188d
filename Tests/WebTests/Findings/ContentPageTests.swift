import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import Testing

@testable import Store
@testable import Web

/// The Content tab, and what stands in a file on the page of its instance. What Graph and files say is hostile.
struct ContentPageTests {
    private static let hostile = "<script>alert(1)</script>\u{202E}\" onload=\"x.xlsx"
    private static let hash = "5d2c0c9c8a5f1c6be6d6c5f4c1b2e7a9"

    private static func evidence(_ name: String) -> Evidence {
        [
            "access": .text("read"), "scope": .text("anonymous"), "status": .text("ok"),
            "profiles": .list(["Financial Information"]), "entries": .list(["iban", "own-\(name)"]),
            "matches": .records([
                [
                    "profile": .text("Financial Information"), "entry": .text("iban"), "count": .number(1_234),
                    "confidence": .text("high"), "samples": .list(["••••••00", name]),
                    "places": .list(["Salaries!2", name]), "sampleHashes": .list([hash, hash]),
                    "hashes": .list([hash]),
                ],
                [
                    "profile": .text(name), "entry": .text("own-\(name)"), "count": .number(1),
                    "confidence": .text("medium"), "samples": .list(["••••••77"]), "places": .list([]),
                ],
            ]),
        ]
    }

    private func fixture() async throws -> FindingFixture {
        let fixture = try await FindingFixture()
        for (id, name, check) in [
            ("1", Self.hostile, "file-public-read-dlp"), ("2", "Prices.xlsx", "file-public-read-dlp"),
            ("3", "Notes.docx", "file-content-match"),
        ] {
            var file = FileContent(id: id, driveID: "b!1", name: name, status: .ok)
            file.location = "OneDrive of \(name)"
            file.webUrl = "javascript:alert(1)//\(name)"
            let assessment = Assessment(
                of: file,
                answers: [.init(check: check, severity: .critical, outcome: .found(Self.evidence(name)))])
            let (tenant, now) = (fixture.contoso.tenantID, fixture.now)
            try await fixture.web.store.write(fixture.contoso.id) {
                _ = try $0.record(assessment, tenantID: tenant, run: 1, at: now)
            }
        }
        return fixture
    }

    private func fingerprint(_ name: String, _ fixture: FindingFixture) throws -> String {
        try #require(try fixture.instances().first { $0.resource.name == name }).fingerprint
    }

    private func expectNothingBreaksOut(_ page: String) {
        // What a field sends is what was found, to the letter; nobody reads it.
        let text = page.replacing(/<option value="[^"]*"/, with: "<option")
        #expect(!text.contains("<script>alert"))
        #expect(!text.contains("\" onload="))
        #expect(!text.contains("\u{202E}"))
        #expect(!text.contains("href=\"javascript:"))
    }

    @Test func `the tab lists what stands in files, counts it, and leaves it out of posture`() async throws {
        let fixture = try await fixture()
        try await fixture.test { visitor in
            let content = try await visitor.get("/findings?tab=content").text
            for check in ["file-public-read-dlp", "file-content-match"] { #expect(content.contains(check)) }
            #expect(!content.contains("user-disabled"))
            #expect(content.contains(/Content <span class="n">2<\/span>/))
            #expect(content.contains(/aria-current="page">Content/))
            let posture = try await visitor.get("/findings").text
            #expect(!posture.contains("file-public-read-dlp") && posture.contains("user-disabled"))
        }
    }

    @Test func `an empty tab says that nothing was found, not that all is well`() async throws {
        try await FindingFixture().test { visitor in
            let text = try await visitor.get("/findings?tab=content").text
            #expect(text.contains("Nothing that an attached DLP profile names stands in the files that were read."))
        }
    }

    @Test func `the files of a check are listed by hostile names that stay text`() async throws {
        let fixture = try await fixture()
        try await fixture.test { visitor in
            for page in [
                "/findings/file-public-read-dlp?integration=contoso", "/instances?q=script", "/findings?tab=content",
            ] {
                let text = try await visitor.get(page).text
                expectNothingBreaksOut(text)
            }
            let list = try await visitor.get("/findings/file-public-read-dlp?integration=contoso").text
            #expect(list.contains("&lt;script&gt;alert(1)") && list.contains("Prices.xlsx"))
            #expect(!list.contains("Notes.docx</bdi></a>"))
        }
    }

    @Test func `files are found by the profile that found something in them, from its page too`() async throws {
        let fixture = try await fixture()
        try await fixture.test { visitor in
            for page in [
                "/instances?q=financial%20info", "/search?q=financial%20info",
                "/findings/file-public-read-dlp?integration=contoso&q=financial%20info",
            ] {
                #expect(try await visitor.get(page).text.contains("Prices.xlsx"), "\(page)")
            }
            let answer = try await visitor.get("/api/v1/instances?q=financial%20info").text
            #expect(answer.contains("Prices.xlsx") && answer.contains("Notes.docx"))
            #expect(!(try await visitor.get("/api/v1/instances?q=health%20info").text).contains("Prices.xlsx"))
            let profile = try await visitor.get("/dlp/profile?name=Financial%20Information").text
            let link = "/instances?profile=Financial%20Information&amp;integration=all"
            #expect(profile.contains("href=\"\(link)\">3 findings in files</a>"))
        }
    }

    @Test func `lists are narrowed to a profile and an entry, say so, and lead out of it`() async throws {
        let fixture = try await fixture()
        try await fixture.test { visitor in
            // The profile of one file is called as the file.
            let list = try await visitor.get("/instances?profile=Prices.xlsx").text
            #expect(list.contains("<h1 data-live=\"heading\" data-calm>1 instance</h1>"))
            let told = "Only files in which this profile found something: <b><bdi class=\"break\">Prices.xlsx"
            #expect(list.contains(told))
            #expect(list.contains("<a href=\"/instances\" aria-label=\"Show all"))
            #expect(list.contains("/instances/export?profile=Prices.xlsx"))
            #expect(list.contains("name=\"profile\" value=\"Prices.xlsx\""))
            let all = try await visitor.get("/instances?profile=financial%20information&entry=iban").text
            #expect(
                all.contains(">3 instances</h1>") && all.contains("href=\"/instances?profile=financial%20information\"")
            )
            let own = "/findings/file-public-read-dlp?integration=contoso&profile=Prices.xlsx"
            let finding = try await visitor.get(own).text
            #expect(finding.contains("Prices.xlsx</bdi></a>") && !finding.contains("<bdi>&lt;script"))
            #expect(finding.contains(/Active <span class="n">1</))
            #expect(
                finding.contains("href=\"/findings/file-public-read-dlp?integration=contoso\" aria-label=\"Show all"))
            let answer = try await visitor.get("/api/v1/instances?profile=Prices.xlsx").text
            #expect(answer.contains("Prices.xlsx") && !answer.contains("Notes.docx"))
            for query in ["profile=Nobody", "entry=nothing", "label=No%20%5C%20Label"] {
                #expect(try await visitor.get("/api/v1/instances?\(query)").status == .badRequest, "\(query)")
            }
        }
    }

    @Test func `an instance shows entries, counts, samples and places, and no hash`() async throws {
        let fixture = try await fixture()
        let prices = try fingerprint("Prices.xlsx", fixture)
        try await fixture.test { visitor in
            let text = try await visitor.get("/instances/\(prices)").text
            #expect(text.contains("What was found in the file"))
            #expect(text.contains("International bank account number") && text.contains(">iban<"))
            #expect(text.contains(/data-label="Count"><b>1,234<\/b>/))
            #expect(text.contains(/data-label="Confidence">high</))
            #expect(text.contains("••••••00") && text.contains("Salaries!2"))
            #expect(text.contains("and 1,232 more"))
            // A sample without a place, and nothing more to say of it.
            #expect(text.contains("••••••77") && text.matches(of: /muted small">and [0-9,]+ more/).count == 1)
            #expect(!text.contains(Self.hash))
        }
    }

    @Test func `what stands in a hostile file stays text`() async throws {
        let fixture = try await fixture()
        let hostile = try fingerprint(Self.hostile, fixture)
        try await fixture.test { visitor in
            let text = try await visitor.get("/instances/\(hostile)").text
            expectNothingBreaksOut(text)
            // In the name, a sample, a place, a profile and the id of an entry.
            #expect(text.matches(of: /&lt;script&gt;alert\(1\)/).count >= 5)
        }
    }

    @Test func `an instance about something else has no such block`() async throws {
        let fixture = try await fixture()
        let user = try fingerprint("Other user", fixture)
        try await fixture.test { visitor in
            let text = try await visitor.get("/instances/\(user)").text
            #expect(!text.contains("What was found in the file"))
        }
    }

    @Test func `hashes are for programs: in the API and in JSON, not in HTML`() async throws {
        let fixture = try await fixture()
        let prices = try fingerprint("Prices.xlsx", fixture)
        try await fixture.test { visitor in
            let answer = try await visitor.get("/api/v1/instances/\(prices)").text
            #expect(answer.contains(Self.hash) && answer.contains("sampleHashes"))
            for format in ["json", "jsonl"] {
                let text = try await visitor.get("/findings/export?format=\(format)&tab=content").text
                #expect(text.contains(Self.hash) && text.contains("Notes.docx") && !text.contains("Other user"))
            }
            let page = try await visitor.get("/findings/export?format=html&tab=content").text
            expectNothingBreaksOut(page)
            #expect(!page.contains(Self.hash) && page.contains("Prices.xlsx"))
        }
    }

    @Test func `what was read of a file is told in words, a label by its name, a moment as everywhere`() async throws {
        let fixture = try await fixture()
        let now = fixture.now
        var label = SensitivityLabel(id: "a20cbae4-0c05-448c-b342-cb6c618d0957")
        label.name = "All Employees"
        let kept = label
        try await fixture.web.store.write(fixture.contoso.id) { try $0.keepLabels([kept], round: 1, at: now) }
        let evidence: Evidence = [
            "matches": .records([
                [
                    "profile": .text("Labels"), "entry": .text("label-\(label.id)"), "title": .text(label.id),
                    "count": .number(1), "confidence": .text("high"), "samples": .list([""]),
                    "places": .list(["sensitivity label"]),
                ]
            ]), "labels": .list([label.id, "l2", "l2-more"]),
            "foreignLabels": .records([["label": "l2", "tenant": "t2", "part": .none]]),
            "innerLabels": .records([["label": .text(label.id), "part": "a/b.docx"]]),
            "sharedThrough": .list(["Plan.docx"]), "size": .number(1_541),
            "modified": .text("2026-09-16T17:12:37Z"), "statusDetail": .none, "status": .text("ok"),
        ]
        let file = FileContent(id: "9", driveID: "b!1", name: "Plan.docx", status: .ok)
        let assessment = Assessment(
            of: file, answers: [.init(check: "file-content-match", severity: .medium, outcome: .found(evidence))])
        let tenant = fixture.contoso.tenantID
        try await fixture.web.store.write(fixture.contoso.id) {
            _ = try $0.record(assessment, tenantID: tenant, run: 1, at: now)
        }
        let plan = try fingerprint("Plan.docx", fixture)
        try await fixture.test { visitor in
            let text = try await visitor.get("/instances/\(plan)").text
            #expect(text.contains("<b>All Employees</b>"))
            #expect(text.contains("data-label=\"Where\"") && !text.contains("data-label=\"Samples\""))
            #expect(!text.contains("The values themselves are not kept"))
            #expect(text.contains("<dt><bdi>labels</bdi></dt><dd><bdi class=\"break\">All Employees</bdi>"))
            #expect(text.contains("title=\"2026-09-16 17:12:37 UTC\">16 Sep 2026</time>"))
            #expect(text.contains("l2 (label of another organization)</bdi>") && text.contains(">l2-more</bdi>"))
            #expect(text.contains("<bdi class=\"break\">l2 of tenant t2</bdi>"))
            #expect(text.contains("labels of documents inside") && text.contains("All Employees, in a/b.docx"))
            #expect(text.contains("shared by way of") && text.contains("size in bytes"))
            #expect(!text.contains("status detail") && !text.contains("what was not read"))
            // Unfolded in a list it says the same.
            let list = try await visitor.get("/instances?open=\(plan)").text
            #expect(list.contains("<dt><bdi>labels</bdi></dt><dd><bdi class=\"break\">All Employees</bdi>"))
            #expect(list.contains("All Employees, in a/b.docx") && !list.contains("\(kept.id), in a/b.docx"))
        }
    }
}
