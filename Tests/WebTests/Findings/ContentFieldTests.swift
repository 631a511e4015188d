import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import Testing

@testable import Store
@testable import Web

/// Fields that narrow lists of files by profile, entry and label.
struct ContentFieldTests {
    private static let own = "own-falcon"
    private static let general = "b31dcbf5-1d16-459d-8453-dc7d729e1a68"
    private static let past = "00000000-0000-4000-8000-000000000001"

    /// Two files: one with an IBAN under a label, one with an entry of one's own under a label that its tenant deleted.
    private func fixture() async throws -> FindingFixture {
        let fixture = try await FindingFixture()
        let now = fixture.now
        func label(_ id: String, _ name: String) -> SensitivityLabel {
            var label = SensitivityLabel(id: id)
            label.name = name
            return label
        }
        let (general, past) = (label(Self.general, "General"), label(Self.past, "Past"))
        try await fixture.web.store.write(fixture.contoso.id) { writer in
            try writer.keepLabels([general, past], round: 1, at: now.addingTimeInterval(-7200))
            try writer.keepLabels([general], round: 2, at: now.addingTimeInterval(-3600))
            try writer.markLabelsDeleted(before: 2, at: now.addingTimeInterval(-3600))
        }
        for (name, profile, entry, label) in [
            ("Salaries.xlsx", "Financial Information", "iban", Self.general),
            ("Plan.docx", "Mine & <b>", Self.own, Self.past),
        ] {
            try await record(name, profile, entry, label, fixture)
        }
        return fixture
    }

    private func record(
        _ name: String, _ profile: String, _ entry: String, _ label: String, _ fixture: FindingFixture
    ) async throws {
        let (tenant, now) = (fixture.contoso.tenantID, fixture.now)
        let evidence: Evidence = [
            "matches": .records([
                [
                    "profile": .text(profile), "entry": .text(entry), "count": .number(1), "confidence": "high",
                    "samples": .list(["••••••00"]), "places": .list(["1"]),
                ]
            ]), "labels": .list([label]), "foreignLabels": .records([]),
        ]
        let file = FileContent(id: name, driveID: "b!1", name: name, status: .ok)
        let assessment = Assessment(
            of: file, answers: [.init(check: "file-content-match", severity: .medium, outcome: .found(evidence))])
        try await fixture.web.store.write(fixture.contoso.id) {
            _ = try $0.record(assessment, tenantID: tenant, run: 1, at: now)
        }
    }

    /// The options of a field: value and title.
    private static func options(_ name: String, of page: String) throws -> [(value: String, title: String)] {
        let select = try #require(
            page.firstRange(of: "<select class=\"select content\" id=\"c-\(name)\"").map { page[$0.lowerBound...] })
        return select.prefix { $0 != "\u{0}" }.split(separator: "</select>")[0]
            .matches(of: /<option value="([^"]*)"[^>]*>([^<]*)<\/option>/)
            .map { (String($0.output.1), String($0.output.2)) }
    }

    @Test(arguments: [
        "/instances", "/instances?status=active&q=", "/findings/file-content-match?integration=contoso",
    ])
    func `every option of every field leads to the files that have it, and to no other`(path: String) async throws {
        let fixture = try await fixture()
        try await fixture.test { visitor in
            let page = try await visitor.get(path).text
            let action = path.hasPrefix("/instances") ? "/instances" : "/findings/file-content-match"
            let expected = [
                "profile": ["Financial Information": "Salaries.xlsx", "Mine & <b>": "Plan.docx"],
                "entry": ["iban": "Salaries.xlsx", Self.own: "Plan.docx"],
                "label": [Self.general: "Salaries.xlsx", Self.past: "Plan.docx"],
            ]
            for (name, files) in expected {
                let options = try Self.options(name, of: page)
                #expect(options.first?.value == "" && options.count == 3)
                for option in options.dropFirst() {
                    let value = option.value.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
                        .replacing("&amp;", with: "&")
                    let file = try #require(files[value])
                    // What a browser without scripts sends: the other fields are there and empty.
                    var fields = page.contains("name=\"integration\" value=") ? [("integration", "contoso")] : []
                    fields += [("q", "")] + expected.keys.map { ($0, $0 == name ? value : "") }
                    let query = fields.map { "\($0.0)=\(Link.part($0.1))" }.joined(separator: "&")
                    let list = try await visitor.get("\(action)?\(query)").text
                    for other in files.values {
                        #expect(list.contains("\(other)</bdi></a>") == (other == file), "\(name)=\(value): \(other)")
                    }
                    #expect(list.contains("<option value=\"\(option.value)\" selected>"))
                    let main = try #require(list.firstRange(of: "<main").map { list[$0.lowerBound...] })
                    let links = main.split(separator: "</main>")[0].matches(of: /href="[^"]*[?;]\w+=(?:&|")/)
                    #expect(links.isEmpty, "\(links.map { $0.output })")
                }
            }
            #expect(try Self.options("label", of: page).map(\.title) == ["Any label", "General", "Past (deleted)"])
        }
    }

    @Test func `a label that its tenant deleted says so where a list is narrowed to it`() async throws {
        let fixture = try await fixture()
        try await fixture.test { visitor in
            for (label, isDeleted) in [(Self.past, true), ("past", true), (Self.general, false)] {
                let text = try await visitor.get("/instances?label=\(label)").text
                let mark = "</bdi></b> <span class=\"prov\">deleted</span>. <a"
                #expect(text.contains(mark) == isDeleted, "\(label)")
            }
        }
    }

    @Test func `what is chosen and called otherwise is shown as chosen`() async throws {
        let fixture = try await fixture()
        try await fixture.test { visitor in
            let text = try await visitor.get("/instances?profile=financial%20information&label=general").text
            #expect(text.contains("<option value=\"Financial Information\" selected>"))
            #expect(text.contains("<option value=\"general\" selected>"))
        }
    }

    @Test func `where nothing is known of files there is no field, nor for another check`() async throws {
        try await FindingFixture().test { visitor in
            let text = try await visitor.get("/instances").text
            #expect(!text.contains("id=\"c-"))
        }
        let fixture = try await fixture()
        try await fixture.test { visitor in
            let page = "/findings/user-disabled?integration=contoso"
            let text = try await visitor.get(page).text
            #expect(!text.contains("id=\"c-"))
        }
    }

    @Test func `the list of one's own entries counts the findings of each and leads to them`() async throws {
        let fixture = try await fixture()
        try await fixture.test { visitor in
            let made = try await visitor.post(
                "/dlp/add-entry", [("kind", "words"), ("name", "Heron"), ("words", "heron"), ("do", "save")])
            #expect(made.status == .seeOther)
            let id = try #require(try fixture.web.store.customEntries().first?.id)
            try await record("Heron.docx", "Mine", id, Self.general, fixture)
            let text = try await visitor.get("/dlp/entries").text
            let link = "/instances?entry=\(id)&amp;integration=all"
            #expect(text.contains("<a href=\"\(link)\" aria-label=\"1 finding in a file with Heron\">1</a>"))
            let list = try await visitor.get(link.replacing("&amp;", with: "&")).text
            #expect(list.contains("Heron.docx</bdi></a>") && !list.contains("Plan.docx</bdi></a>"))
        }
    }

    @Test func `a page that cannot be shown speaks to people`() async throws {
        let fixture = try await fixture()
        try await fixture.test { visitor in
            for query in ["label=nothing", "entry=nothing", "profile=nothing"] {
                let text = try await visitor.send(.get, "/instances?\(query)", ["Accept": "text/html"]).text
                #expect(text.contains("&quot;nothing&quot;"), "\(text)")
                for word in ["reeve dlp", "Bad Request"] { #expect(!text.contains(word)) }
            }
        }
    }
}
