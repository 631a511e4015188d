import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import Testing

@testable import Flows
@testable import Store
@testable import Web

/// Forms of profiles and entries: several integrations of one tenant, two people at once, and what a change means.
struct ProfileFormTests {
    let fixture: PeopleFixture
    init() async throws {
        fixture = try await PeopleFixture()
        try await fixture.keepLabels()
    }
    private var store: Store { fixture.base.store }
    private static let board = "label-b31dcbf5-1d16-459d-8453-dc7d729e1a68"
    private static let terms = [("minimum", "medium"), ("allowed", "0"), ("together", "1"), ("context", "yes")]

    /// The words that the next page says first.
    private func told(_ answer: TestResponse) throws -> String {
        let text = try #require(answer.headers[.setCookie]?.prefix { $0 != ";" }.dropFirst("reeve-flash=".count))
        let data = Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4))
        return try JSONDecoder().decode(Flash.self, from: try #require(data)).words
    }

    private func hidden(_ name: String, of page: String) throws -> String {
        let mark = "name=\"\(name)\" value=\""
        let start = try #require(page.range(of: mark)).upperBound
        return String(page[start...].prefix { $0 != "\"" }).replacing("&quot;", with: "\"")
    }

    @Test func `a label of a tenant with two integrations has one box, under both`() async throws {
        var second = fixture.integration
        second.name = "again"
        second = try store.add(second, secret: CredentialSecret(clientSecret: "x"))
        var label = SensitivityLabel(id: String(Self.board.dropFirst("label-".count)))
        label.name = "Board Only"
        let (kept, now, store) = (label, WebFixture.start, store)
        try await store.write(second.id) { try $0.keepLabels([kept], round: 1, at: now) }
        try await fixture.test { visitor in
            let page = try await visitor.page("/dlp/add-profile")
            #expect(page.components(separatedBy: "value=\"\(Self.board)\"").count == 2)
            #expect(page.contains("Labels of again, contoso") || page.contains("Labels of contoso, again"))
            let fields = [("name", "Two"), ("entry", "visa"), ("entry", Self.board)] + Self.terms
            _ = try await visitor.send("/dlp/add-profile", fields)
            // What a browser sends once every box of the label is cleared.
            let form = try await visitor.page("/dlp/profile?name=Two")
            let ticked = form.matches(of: /name="entry" value="([^"]*)" checked/).map { String($0.output.1) }
            #expect(ticked.sorted() == [Self.board, "visa"])
            _ = try await visitor.send(
                "/dlp/profile/change", [("profile", "Two"), ("name", "Two"), ("entry", "visa")] + Self.terms)
            #expect(try store.contentProfiles().first?.profile.entries == ["visa"])
        }
    }

    @Test func `a form that was opened before somebody else saved is refused, and keeps what was typed`() async throws {
        let store = store
        try await fixture.test { visitor in
            _ = try await visitor.send("/dlp/add-profile", [("name", "Falcon"), ("entry", "iban")] + Self.terms)
            let version = try hidden("version", of: try await visitor.page("/dlp/profile?name=Falcon"))
            func save(_ version: String, allowed: String) async throws -> TestResponse {
                try await visitor.send(
                    "/dlp/profile/change",
                    [
                        ("profile", "Falcon"), ("name", "Falcon"), ("entry", "iban"), ("version", version),
                        ("minimum", "high"), ("allowed", allowed), ("together", "1"), ("context", "yes"),
                    ])
            }
            #expect(try await save(version, allowed: "3").status == .seeOther)
            let late = try await save(version, allowed: "5")
            #expect(late.status == .conflict && late.text.contains("It was changed by ana since this form"))
            // Fragments that live are asked for where there is something to ask: the form itself is no page.
            #expect(late.text.contains("<body data-here=\"/dlp/profiles\""))
            #expect(!late.text.contains("next=%2Fdlp%2Fprofile%2Fchange"))
            #expect(late.text.contains("name=\"allowed\" value=\"5\"") && late.text.contains("id=\"form-error\""))
            #expect(try store.contentProfiles().first?.profile.allowed == 3)
            // Whoever has read that may go on.
            #expect(try await save(try hidden("version", of: late.text), allowed: "5").status == .seeOther)
            #expect(try store.contentProfiles().first?.profile.allowed == 5)
        }
    }

    @Test func `entries that were switched in the meantime are not switched back`() async throws {
        let store = store
        try await fixture.test { visitor in
            let page = try await visitor.page("/dlp/profile?name=Financial%20Information")
            let version = try hidden("version", of: page)
            let all = page.matches(of: /name="entry" value="([^"]*)" checked/).map { String($0.output.1) }
            func save(_ version: String, _ entries: [String]) async throws -> TestResponse {
                try await visitor.send(
                    "/dlp/profile/entries",
                    [("profile", "Financial Information"), ("version", version)]
                        + all.map { ("was", $0) } + entries.map { ("entry", $0) })
            }
            #expect(page.components(separatedBy: "name=\"was\"").count == all.count + 1)
            #expect(try await save(version, all.filter { $0 != "visa" }).status == .seeOther)
            let late = try await save(version, all.filter { $0 != "iban" })
            #expect(late.status == .conflict && late.text.contains("Its entries were changed since"))
            // What is on now is shown, and what was not saved is told.
            #expect(late.text.contains("name=\"entry\" value=\"iban\" checked"))
            #expect(late.text.contains("name=\"entry\" value=\"visa\">"))
            #expect(late.text.contains("Not saved: International bank account number (IBAN) off."))
            #expect(try store.entriesOff() == ["financial information": ["visa"]])
            let again = try await save(version, all.filter { $0 != "visa" })
            #expect(again.status == .conflict && again.text.contains("What you switched is so already."))
            let shown = late.text.matches(of: /name="entry" value="([^"]*)" checked/).map { String($0.output.1) }
            let seen = try hidden("version", of: late.text)
            #expect(try await save(seen, shown.filter { $0 != "iban" }).status == .seeOther)
            #expect(try store.entriesOff() == ["financial information": ["iban", "visa"]])
        }
    }

    @Test func `a form of a profile that is gone is kept, and saved again as a new one`() async throws {
        let store = store
        try await fixture.test { visitor in
            _ = try await visitor.send("/dlp/add-profile", [("name", "Mine"), ("entry", "iban")] + Self.terms)
            let version = try hidden("version", of: try await visitor.page("/dlp/profile?name=Mine"))
            let typed = [("name", "Mine"), ("entry", "visa"), ("entry", "iban")] + Self.terms
            _ = try await visitor.send(
                "/dlp/profile/change", [("profile", "Mine"), ("name", "Mine Z"), ("entry", "iban")] + Self.terms)
            let late = try await visitor.send(
                "/dlp/profile/change", [("profile", "Mine"), ("version", version)] + typed)
            #expect(late.status == .conflict && late.text.contains("any more, it was renamed or removed: save again"))
            #expect(!late.text.contains("there are: ") && !late.text.contains("/dlp/profile/remove"))
            #expect(late.text.contains("action=\"/dlp/add-profile\"") && !late.text.contains("Used by"))
            #expect(late.text.contains("value=\"visa\" checked") && late.text.contains("name=\"name\" value=\"Mine\""))
            #expect(try await visitor.send("/dlp/add-profile", typed).status == .seeOther)
            #expect(Set(try store.contentProfiles().map(\.profile.name)) == ["Mine", "Mine Z"])
            let gone = try await visitor.send("/dlp/profile/remove", [("profile", "No")])
            #expect(try told(gone) == "There is no profile \"No\" any more.")
        }
    }

    @Test func `a form of an entry that was opened before somebody else saved is refused, and keeps what was typed`()
        async throws
    {
        let store = store
        try await fixture.test { visitor in
            _ = try await visitor.send(
                "/dlp/add-entry", [("kind", "words"), ("name", "Birds"), ("words", "heron"), ("do", "save")])
            let id = try #require(try store.customEntries().first?.id)
            let version = try hidden("version", of: try await visitor.page("/dlp/add-entry?entry=\(id)"))
            func save(_ version: String, _ more: (String, String)...) async throws -> TestResponse {
                try await visitor.send(
                    "/dlp/add-entry",
                    [
                        ("kind", "words"), ("entry", id), ("version", version), ("name", "Birds"), ("words", "heron"),
                        ("do", "save"),
                    ] + more)
            }
            #expect(try await save(version, ("raising", "map")).status == .seeOther)
            let late = try await save(version, ("exclusions", "grey heron"))
            #expect(late.status == .conflict && late.text.contains("It was changed by ana since this form was opened"))
            #expect(late.text.contains("open the entry anew") && late.text.contains("grey heron</textarea>"))
            #expect(try store.customEntries().first?.entry.hotWords.map(\.words) == [["map"]])
            // What changed nothing makes no form stale; whoever has read what is said may go on.
            let seen = try hidden("version", of: late.text)
            #expect(try await save(seen, ("raising", "map")).status == .seeOther)
            #expect(try await save(seen, ("exclusions", "grey heron")).status == .seeOther)
            #expect(try store.customEntries().first?.entry.exclusionWords == ["grey heron"])
            _ = try await visitor.send("/dlp/entries/remove", [("entry", id)])
            let gone = try await save(seen, ("exclusions", "x"))
            #expect(gone.status == .conflict && gone.text.contains("any more, it was removed: save again"))
            #expect(gone.text.contains("heron</textarea>") && !gone.text.contains("name=\"entry\""))
        }
    }

    @Test func `a file of words or of a table that a stale form came with is not lost without a word`() async throws {
        let store = store
        try await fixture.test { visitor in
            _ = try await visitor.send(
                "/dlp/add-entry", [("kind", "words"), ("name", "Birds"), ("words", "heron"), ("do", "save")])
            _ = try await visitor.upload(
                "/dlp/add-entry", "file", file: "c.csv", "Name,Account\nAda Quell,DE-77120\n",
                [("kind", "dataset"), ("name", "Customers"), ("primary", "Account"), ("supporting", "1")])
            for (kind, name) in [("words", "Birds"), ("dataset", "Customers")] {
                let id = try #require(try store.customEntries().first { $0.entry.name == name }?.id)
                let fields = [
                    ("kind", kind), ("entry", id), ("name", name), ("primary", "Account"), ("supporting", "1"),
                ]
                let late = try await visitor.upload(
                    "/dlp/add-entry", "file", file: "x.csv", "Name,Account\nfalcon,DE-77121\n",
                    fields + [("version", "\"old\"")])
                #expect(late.status == .conflict)
                #expect(late.text.contains("DE-77121\n</textarea>") == (kind == "words"))
                #expect(late.text.contains("a file has to be chosen again") == (kind == "dataset"))
            }
        }
    }

    @Test func `an entry that is in a profile and off says so, and stays when others are ticked`() async throws {
        let store = store
        try await fixture.test(.administrator) { visitor in
            _ = try await visitor.send("/dlp/add-profile", [("name", "Mine"), ("entry", "iban")] + Self.terms)
            let off = try await visitor.call(.put, "/api/v1/dlp/profiles/Mine/entries", #"{"on":[]}"#)
            #expect(off.status == .ok)
            let page = try await visitor.page("/dlp/profile?name=Mine")
            #expect(page.components(separatedBy: "<span class=\"prov\">switched off</span>").count == 2)
            let use = [("profile", "Mine"), ("profile", "Financial Information")]
            let used = try await visitor.send("/integrations/contoso/profiles", use)
            #expect(
                try told(used)
                    == "contoso uses 2 DLP profiles. Mine has no entry that is on: nothing is looked for with it.")
            #expect(try await visitor.page("/integrations/contoso").contains("Your own, no entry on"))
            let api = try await visitor.call(.put, "/api/v1/integrations/contoso/profiles", #"{"profiles":["mine"]}"#)
            #expect(try api.object()["withoutEntries"] as? [String] == ["Mine"])
            _ = try await visitor.send(
                "/dlp/profile/change", [("profile", "Mine"), ("name", "Mine"), ("entry", "visa")] + Self.terms)
            #expect(try store.contentProfiles().first?.profile.entries == ["visa", "iban"])
            #expect(try store.entriesOff() == ["mine": ["iban"]])
            #expect(try await visitor.page("/dlp/profile?name=Mine").contains("switched off</span>"))
        }
    }

    @Test func `what a saved entry means is said, by who looks for it`() async throws {
        let store = store
        try await fixture.test(.administrator) { visitor in
            func save(_ words: String) async throws -> String {
                let id = try store.customEntries().first.map { [("entry", $0.entry.id)] } ?? []
                return try told(
                    try await visitor.send(
                        "/dlp/add-entry", id + [("kind", "words"), ("name", "Birds"), ("words", words), ("do", "save")])
                )
            }
            #expect(try await save("heron") == "Birds is saved. Put it into a profile to look for it.")
            let id = try #require(try store.customEntries().first?.entry.id)
            _ = try await visitor.send("/dlp/add-profile", [("name", "Mine"), ("entry", id)] + Self.terms)
            #expect(
                try await save("kite")
                    == "Birds is saved. Documents scanned from now on with Mine are looked through for it.")
            _ = try await visitor.send("/integrations/contoso/profiles", [("profile", "Mine")])
            #expect(try await save("kite") == "Birds is saved. Nothing about it changed.")
            let looked = try AttachedProfiles(named: ["Mine"], in: store).scannedFor(DocumentLimits()).text
            try await store.write(fixture.integration.id) { try $0.scan(for: looked) }
            #expect(
                try await save("falcon")
                    == "Birds is saved. The next scan of contoso looks at every stored file again for it.")
        }
    }
}
