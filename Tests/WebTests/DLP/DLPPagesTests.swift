import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import Testing

@testable import Flows
@testable import Store
@testable import Web

struct DLPPagesTests {
    let fixture: PeopleFixture
    init() async throws {
        fixture = try await PeopleFixture()
        try await fixture.keepLabels()
    }
    private var store: Store { fixture.base.store }
    private static let labels = "MIP%20Sensitivity%20Labels%20-%20contoso"

    @Test(arguments: [
        "/dlp/profiles", "/dlp/profile?name=Financial%20Information", "/dlp/profile?name=\(labels)",
        "/dlp/add-profile", "/dlp/add-profile?copy=Health%20Information", "/dlp/add-profile?copy=\(labels)",
        "/dlp/test",
        "/dlp/test?profile=\(labels)", "/dlp/labels", "/dlp/labels?integration=contoso", "/integrations/contoso",
    ])
    func `every page answers, hostile names are escaped, and every link on it leads somewhere`(path: String)
        async throws
    {
        try await fixture.test(.administrator) { visitor in
            let text = try await visitor.page(path)
            #expect(!text.contains("<script>alert") && !text.contains("onclick"))
            for match in text.matches(of: /href="(\/(?:dlp|integrations)[^"]*)"/) {
                let link = String(match.output.1).replacing("&amp;", with: "&")
                #expect(try await visitor.get(link).status == .ok, "\(link)")
            }
        }
    }

    @Test func `labels are a tree with former names, deleted and preview marks, each name as it is`() async throws {
        try await fixture.test(.viewer) { visitor in
            let text = try await visitor.page("/dlp/labels")
            #expect(text.contains("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;\u{202E}</bdi>"))
            #expect(text.contains("Confidential \\ Board Only") && text.contains("deep-1"))
            #expect(text.contains(/href="\/instances\?label=[^"&]+&amp;integration=contoso" aria-label="0 findings/))
            #expect(text.contains("Old name") && text.contains("Deleted") && text.contains(">preview<"))
            #expect(text.contains(String(repeating: "x", count: 10_000)))
            #expect(!text.contains("/dlp/labels/sync"))
        }
    }

    @Test func `many labels are folded under their parents and searched, what finds one opens the way to it`() {
        func row(_ id: String, _ path: String, _ depth: Int, former: [String] = []) -> LabelBook.Row {
            var label = SensitivityLabel(id: id)
            label.name = path
            let now = WebFixture.start
            let names = former.map { KeptLabel.FormerName(name: $0, since: now, until: now) }
            return LabelBook.Row(
                kept: KeptLabel(label: label, firstSeen: now, formerNames: names), path: path, depth: depth)
        }
        let few = [
            row("a", "A", 0), row("b", #"A \ B"#, 1), row("c", #"A \ B \ C"#, 2, former: ["Past"]), row("d", "D", 0),
        ]
        func ids(_ rows: [LabelBook.Row], _ text: String? = nil, open: Set<String> = []) -> [String] {
            LabelFolds(rows, text: text, open: open).rows.map(\.row.kept.id)
        }
        #expect(ids(few) == ["a", "b", "c", "d"])
        #expect(LabelFolds(few, text: nil, open: []).rows.allSatisfy { $0.isOpen == nil })
        #expect(ids(few, #"b\c"#) == ["a", "b", "c"])
        #expect(ids(few, "past") == ["a", "b", "c"] && ids(few, "d") == ["d"] && ids(few, "x").isEmpty)
        let many = few + (0..<LabelFolds.most).map { row("n\($0)", "N\($0)", 0) }
        #expect(ids(many).prefix(3) == ["a", "d", "n0"])
        #expect(ids(many, open: ["a"]).prefix(3) == ["a", "b", "d"])
        #expect(ids(many, open: ["a", "b"]).prefix(4) == ["a", "b", "c", "d"])
        let folds = LabelFolds(many, text: nil, open: ["a"]).rows
        #expect(folds.prefix(3).map(\.isOpen) == [true, false, nil] && folds.prefix(3).map(\.below) == [2, 1, 0])
        #expect(ids(many, "past") == ["a", "b", "c"])
    }

    @Test func `in a form many labels are folded and searched, and none that is chosen is lost by it`() {
        func entry(_ id: String, _ title: String) -> ContentEntry {
            ContentEntry(id: id, title: title, kind: .label, note: "contoso", group: "Labels of contoso")
        }
        let few = [entry("a", "A"), entry("b", #"A \ B"#), entry("c", "C")]
        let plain = EntryBoxes(few, text: "c", isChosen: { _ in false })
        #expect(!plain.isMany && plain.rows.map(\.place) == [0, 1, 2])
        let many = few + (0..<LabelFolds.most).map { entry("n\($0)", "N\($0)") }
        let folded = EntryBoxes(many, text: nil, isChosen: { _ in false })
        #expect(folded.isMany && folded.rows.prefix(2).map(\.place) == [0, 2])
        #expect(folded.rows[0].under == [1] && !folded.rows[0].isOpen)
        #expect(EntryBoxes(many, text: nil, isChosen: { $0 == "b" }).rows[0].isOpen)
        let found = EntryBoxes(many, text: "n7", isChosen: { $0 == "c" })
        #expect(found.rows.map(\.place) == [2, 10])
    }

    @Test func `the search of the labels page finds names, former names and ids`() async throws {
        try await fixture.test(.viewer) { visitor in
            let found = try await visitor.page("/dlp/labels?q=board")
            #expect(found.contains("Confidential \\ Board Only") && !found.contains("&lt;script&gt;alert(1)"))
            #expect(
                found.contains("name=\"q\" type=\"search\" placeholder=\"Name, former name or id\" value=\"board\""))
            #expect(found.contains("href=\"/dlp/labels\">Show all"))
            #expect(try await visitor.page("/dlp/labels?q=old%20name").contains("<bdi>Confidential</bdi>"))
            #expect(try await visitor.page("/dlp/labels?q=nothing").contains("No label here has this text."))
        }
    }

    @Test func `labels that could not be read are not no labels`() async throws {
        let (store, id) = (store, fixture.integration.id)
        let now = WebFixture.start
        try await store.write(id) {
            try $0.note(
                Coverage(.sensitivityLabels, .denied, detail: "needs SensitivityLabels.Read.All"), run: 3, at: now)
        }
        try await fixture.test { visitor in
            let text = try await visitor.page("/dlp/labels")
            #expect(text.contains("could not be read (denied, needs SensitivityLabels.Read.All)"))
            let body = try await visitor.get("/api/v1/dlp/labels").object()
            let readings = try #require(body["readings"] as? [[String: Any]])
            #expect(readings.first?["state"] as? String == "denied")
            #expect(try await visitor.page("/dlp/profiles").contains("The labels could not be read"))
        }
    }

    @Test func `a profile is made, changed under another name, attached and removed`() async throws {
        let store = store
        try await fixture.test(.administrator) { visitor in
            let made = try await visitor.send(
                "/dlp/add-profile",
                [
                    ("name", PeopleFixture.hostile), ("entry", "iban"), ("entry", "visa"), ("minimum", "high"),
                    ("allowed", "2"), ("together", "1"), ("context", "yes"),
                ])
            #expect(made.status == .seeOther)
            let kept = try #require(try store.contentProfiles().first?.profile)
            #expect(kept.entries == ["iban", "visa"] && kept.minimum == .high && kept.allowed == 2 && kept.usesContext)
            let page = try await visitor.page(try #require(made.field("location")))
            #expect(!page.contains("<script>alert") && page.contains("value=\"visa\" checked"))
            let changed = try await visitor.send(
                "/dlp/profile/change",
                [
                    ("profile", PeopleFixture.hostile), ("name", "Falcon"), ("entry", "iban"), ("minimum", "low"),
                    ("allowed", "0"), ("together", "1"),
                ])
            #expect(changed.field("location") == "/dlp/profile?name=Falcon")
            #expect(try store.contentProfiles().first?.profile.usesContext == false)
            _ = try await visitor.send("/integrations/contoso/profiles", [("profile", "Falcon")])
            #expect(try store.integration(named: "contoso")?.dlpProfiles == ["Falcon"])
            #expect(try await visitor.page("/integrations/contoso").contains("value=\"Falcon\" checked"))
            let used = try await visitor.page("/dlp/profile/remove?name=Falcon")
            #expect(used.contains("href=\"/integrations/contoso\"") && !used.contains("btn btn-danger"))
            _ = try await visitor.send("/dlp/profile/remove", [("profile", "Falcon")])
            #expect(try store.contentProfiles().count == 1)
            _ = try await visitor.send("/integrations/contoso/profiles", [])
            #expect(try await visitor.page("/dlp/profile?name=Falcon").contains("/dlp/profile/remove?name=Falcon"))
            let asks = try await visitor.page("/dlp/profile/remove?name=Falcon")
            #expect(asks.contains("Its choice of 1 entry") && asks.contains("btn btn-danger"))
            #expect(!asks.contains("findings in files"))
            _ = try await visitor.send("/dlp/profile/remove", [("profile", "Falcon")])
            #expect(try store.contentProfiles().isEmpty)
        }
        #expect(
            try fixture.actions() == [
                "profile.add", "profile.change", "integration.profiles", "integration.profiles", "profile.remove",
            ])
    }

    @Test(arguments: [
        [("name", ""), ("entry", "iban")], [("name", "Falcon")],
        [("name", "Falcon"), ("entry", "iban"), ("allowed", "many")],
        [("name", "Health Information"), ("entry", "iban")],
    ])
    func `what cannot be used keeps what was typed`(fields: [(String, String)]) async throws {
        let store = store
        try await fixture.test { visitor in
            let refused = try await visitor.send("/dlp/add-profile", fields)
            #expect(refused.status == .unprocessableContent && refused.text.contains("id=\"form-error\""))
            #expect(refused.text.contains("name=\"name\" value=\"\(fields[0].1)\""))
        }
        #expect(try store.contentProfiles().isEmpty)
    }

    @Test func `entries of a predefined profile and of labels are switched`() async throws {
        let store = store
        try await fixture.test { visitor in
            let page = try await visitor.page("/dlp/profile?name=Financial%20Information")
            let all = page.matches(of: /name="entry" value="([^"]*)" checked/).map { String($0.output.1) }
            #expect(all.count > 10)
            _ = try await visitor.send(
                "/dlp/profile/entries",
                [("profile", "Financial Information")] + all.filter { $0 != "visa" }.map { ("entry", $0) })
            #expect(try store.entriesOff() == ["financial information": ["visa"]])
            let after = try await visitor.page("/dlp/profile?name=Financial%20Information")
            #expect(after.contains("name=\"entry\" value=\"visa\">"))
            _ = try await visitor.send("/dlp/profile/entries", [("profile", "MIP Sensitivity Labels - contoso")])
            #expect(try store.entriesOff().count == 2)
        }
    }

    @Test func `a text and a file are tried, and values are shown masked`() async throws {
        try await fixture.test(.viewer) { visitor in
            let text = try await visitor.send(
                "/dlp/test", [("profile", "Financial Information"), ("text", "card 5500-0055-5555-5559 <b>")])
            #expect(text.status == .ok && text.text.contains("Mastercard number"))
            #expect(text.text.contains("raised by <bdi class=\"break\">card</bdi>"))
            #expect(text.text.contains("1 match counts") && text.text.contains("card 5500-0055-5555-5559 &lt;b&gt;"))
            let file = try await visitor.upload("/dlp/test", "file", file: "<i>.txt", "card 5500-0055-5555-5559")
            #expect(file.text.contains("&lt;i&gt;.txt") && !file.text.contains("5500-0055"))
            #expect(try await visitor.send("/dlp/test", []).status == .unprocessableContent)
            #expect(try await visitor.send("/dlp/test", [("text", "x"), ("profile", "No")]).status == .notFound)
        }
    }

    @Test func `a label on a tried document is said to be foreign to whom it is foreign`() throws {
        let server = try fixture.server()
        func words(_ tenant: String) throws -> [String: Any] {
            let label = DocumentLabel(
                labelID: "b31dcbf5-1d16-459d-8453-dc7d729e1a68", siteID: tenant, carrier: .labelInfo)
            return try #require(try server.triedLabels([label]).first?.values)
        }
        let (own, other) = (fixture.integration.tenantID, "11111111-2222-3333-4444-555555555555")
        var said = [try words(own), try words(other), try words("")]
        #expect(said.map { $0["foreign"] as? String } == [nil, other, nil])
        #expect(said.allSatisfy { $0["owner"] as? String == nil })
        var second = fixture.integration
        (second.name, second.tenantID) = ("fabrikam", other)
        _ = try store.add(second, secret: CredentialSecret(clientSecret: "x"))
        said = [try words(own), try words(other), try words("")]
        #expect(said.allSatisfy { $0["foreign"] as? String == nil })
        #expect(said.map { $0["owner"] as? String } == [fixture.integration.name, "fabrikam", nil])
    }

    @Test func `a file of up to 8 MB is tried, on the page and by the API`() async throws {
        let most = ContentTrial.largest
        let (fits, large) = (String(repeating: "a", count: most), String(repeating: "a", count: most + 1))
        try await fixture.test(.viewer) { visitor in
            let page = try await visitor.page("/dlp/test")
            #expect(page.contains("data-most=\"\(most)\"") && page.contains(">8 MB at most;"))
            #expect(try await visitor.upload("/dlp/test", "file", file: "a.txt", fits).status == .ok)
            let refused = try await visitor.upload("/dlp/test", "file", file: "a.txt", large)
            #expect(refused.status == .contentTooLarge && refused.text.contains("The file is larger than 8 MB."))
            #expect(try await visitor.send("/dlp/test", [("text", fits)]).status == .ok)
            let typed = try await visitor.send("/dlp/test", [("text", large)])
            #expect(typed.status == .contentTooLarge && typed.text.contains("The text is larger than 8 MB."))
        }
        try await fixture.test { visitor in
            func status(_ text: String) async throws -> HTTPResponse.Status {
                let content = Data(text.utf8).base64EncodedString()
                return try await visitor.call(
                    .post, "/api/v1/dlp/test", #"{"document":{"name":"a.txt","content":"\#(content)"}}"#
                ).status
            }
            let answers = [try await status(fits), try await status(large)]
            #expect(answers == [.ok, .contentTooLarge])
            let typed = try await visitor.call(.post, "/api/v1/dlp/test", #"{"text":"\#(large)"}"#)
            #expect(typed.status == .contentTooLarge && typed.text.contains("The text is larger than 8 MB."))
        }
    }

    @Test func `what a changed profile means for stored files is said`() async throws {
        let fields = [
            ("profile", "Falcon"), ("name", "Falcon"), ("entry", "iban"), ("minimum", "low"), ("allowed", "0"),
            ("together", "1"),
        ]
        try await fixture.test(.administrator) { visitor in
            func told(_ path: String, _ fields: [(String, String)]) async throws -> String {
                let answer = try await visitor.send(path, fields)
                let text = try #require(
                    answer.headers[.setCookie]?.prefix { $0 != ";" }.dropFirst("reeve-flash=".count))
                let data = Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4))
                return try JSONDecoder().decode(Flash.self, from: try #require(data)).words
            }
            let made = try await told("/dlp/add-profile", fields)
            #expect(made.contains("Documents scanned from now on use it."))
            _ = try await visitor.send("/integrations/contoso/profiles", [("profile", "Falcon")])
            let same = try await told("/dlp/profile/change", fields)
            #expect(same.contains("Falcon is saved. Nothing about it changed."))
            let changed = try await told("/dlp/profile/change", fields + [("entry", "visa")])
            #expect(changed.contains("The next scan of contoso looks at every stored file again for it."))
            let looked = try AttachedProfiles(named: ["Falcon"], in: store).scannedFor(DocumentLimits()).text
            try await store.write(fixture.integration.id) { try $0.scan(for: looked) }
            let renamed = try await told(
                "/dlp/profile/change", [("profile", "Falcon"), ("name", "Kite"), ("entry", "visa")] + fields[2...])
            #expect(renamed.contains("Kite is saved. The next scan reads no file again for it."))
        }
    }

    @Test func `the API makes, reads, changes, attaches and removes`() async throws {
        try await fixture.test(.administrator) { visitor in
            let path = "/api/v1/dlp/profiles"
            let made = try await visitor.call(
                .post, path, #"{"name":"A/B","entries":["iban"],"minimumConfidence":"high"}"#)
            #expect(made.status == .created)
            #expect(try made.object()["origin"] as? String == "custom")
            let changed = try await visitor.call(.put, "\(path)/A%2FB", #"{"allowedMatches":7}"#)
            let body = try changed.object()
            #expect(body["allowedMatches"] as? Int == 7 && body["minimumConfidence"] as? String == "high")
            #expect(try await visitor.call(.put, "\(path)/A%2FB/entries", #"{"on":["iban","jwt"]}"#).status == .ok)
            let listed = try #require(try await visitor.get(path).object()["items"] as? [[String: Any]])
            #expect(listed.last?["name"] as? String == "A/B" && (listed.last?["entries"] as? [Any])?.count == 2)
            let attached = try await visitor.call(
                .put, "/api/v1/integrations/contoso/profiles", #"{"profiles":["a/b"]}"#)
            #expect(try attached.object()["profiles"] as? [String] == ["A/B"])
            #expect(try await visitor.call(.delete, "\(path)/A%2FB").status == .unprocessableContent)
            _ = try await visitor.call(.put, "/api/v1/integrations/contoso/profiles", #"{"profiles":[]}"#)
            #expect(try await visitor.call(.delete, "\(path)/A%2FB").status == .noContent)
            #expect(try await visitor.get("\(path)/A%2FB").status == .notFound)
            #expect(
                try await visitor.call(.post, path, #"{"name":"x","entries":["no"]}"#).status == .unprocessableContent)
            let tried = try await visitor.call(.post, "/api/v1/dlp/test", #"{"text":"card 5500-0055-5555-5559"}"#)
            let matches = try #require(try tried.object()["matches"] as? [[String: Any]])
            #expect(matches.first?["entry"] as? String == "mastercard" && matches.first?["start"] as? Int == 5)
            let entries = try #require(
                try await visitor.get("/api/v1/dlp/entries?limit=200").object()["items"] as? [[String: Any]])
            #expect(entries.contains { $0["kind"] as? String == "label" } && entries.count > 60)
            let labels = try await visitor.get("/api/v1/dlp/labels?integration=contoso").object()
            #expect((labels["items"] as? [Any])?.count == 4)
            #expect(try await visitor.get("/api/v1/dlp/labels?integration=nobody").status == .notFound)
        }
    }

    @Test func `a viewer changes nothing, an analyst attaches nothing`() async throws {
        try await fixture.test(.viewer) { visitor in
            for path in [
                "/dlp/add-profile", "/dlp/profile/change", "/dlp/profile/entries", "/dlp/profile/remove",
                "/dlp/labels/sync",
            ] {
                let status = try await visitor.send(path, [("name", "x")]).status
                #expect(status == .forbidden, "\(path)")
            }
            let page = try await visitor.page("/dlp/profile?name=Financial%20Information")
            #expect(!page.contains("Save entries"))
        }
        try await fixture.test(.analyst) { visitor in
            let status = try await visitor.send("/integrations/contoso/profiles", []).status
            #expect(status == .forbidden)
        }
    }
}

extension PeopleFixture {
    /// A tree of four: one with a hostile name, one deleted, one renamed, one from the preview list with a name of 10,000 letters.
    func keepLabels() async throws {
        func label(_ id: String, _ name: String, in parent: String? = nil) -> SensitivityLabel {
            var label = SensitivityLabel(id: id)
            (label.name, label.parentID) = (name, parent)
            return label
        }
        let parent = "8cf764ac-ef2b-4787-8ccd-0a8a65e7bafa"
        var long = label("00000000-0000-4000-8000-000000000002", String(repeating: "x", count: 10_000))
        long.isPreview = true
        let first = [
            label(parent, "Old name"), label("b31dcbf5-1d16-459d-8453-dc7d729e1a68", "Board Only", in: parent),
            label("00000000-0000-4000-8000-000000000001", Self.hostile), long,
        ]
        let second = [label(parent, "Confidential"), first[1], long]
        let now = WebFixture.start
        try await base.store.write(integration.id) { writer in
            try writer.keepLabels(first, round: 1, at: now.addingTimeInterval(-7200))
            try writer.keepLabels(second, round: 2, at: now.addingTimeInterval(-3600))
            try writer.markLabelsDeleted(before: 2, at: now.addingTimeInterval(-3600))
            try writer.note(Coverage(.sensitivityLabels, .ok), run: 2, at: now.addingTimeInterval(-3600))
        }
    }
}
