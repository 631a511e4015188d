import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import Testing

@testable import Flows
@testable import Store
@testable import Web

/// Pages of a tenant with more labels than one looks at.
struct ManyLabelsTests {
    let fixture: PeopleFixture
    private var store: Store { fixture.base.store }
    private static let own = "/dlp/profile?name=MIP%20Sensitivity%20Labels%20-%20contoso"
    private static let terms = [("minimum", "medium"), ("allowed", "0"), ("together", "1"), ("context", "yes")]

    init() async throws { fixture = try await PeopleFixture() }

    private static func id(_ number: Int) -> String {
        "00000000-0000-4000-8000-\(String(repeating: "0", count: 12 - "\(number)".count))\(number)"
    }

    /// Labels `Label 1`, `Label 2`, …, the last of them renamed from `Past`.
    /// - Parameter under: so many stand under `Label 1`.
    private func keep(_ count: Int, under: Int = 0) async throws {
        func labels(_ last: String) -> [SensitivityLabel] {
            (1...count).map { number in
                var label = SensitivityLabel(id: Self.id(number))
                label.name = number == count ? last : "Label \(number)"
                if number > 1, number <= under + 1 { label.parentID = Self.id(1) }
                return label
            }
        }
        let (before, now) = (labels("Past"), WebFixture.start)
        let after = labels("Label \(count)")
        try await store.write(fixture.integration.id) { writer in
            try writer.keepLabels(before, round: 1, at: now.addingTimeInterval(-7200))
            try writer.keepLabels(after, round: 2, at: now.addingTimeInterval(-3600))
            try writer.note(Coverage(.sensitivityLabels, .ok), run: 2, at: now.addingTimeInterval(-3600))
        }
    }

    @Test(arguments: ["name", "allowed", "together"])
    func `Enter in a field of a profile saves it, Enter in the search of its labels searches`(field: String)
        async throws
    {
        try await keep(60)
        let store = store
        try await fixture.test { visitor in
            var form = try SentForm("/dlp/add-profile", of: try await visitor.page("/dlp/add-profile"))
            form.fields += [("entry", "iban"), ("entry", "visa")]
            form.type("Mine", into: "name")
            // The search is typed into first: what the form is sent for is what stands in it, whatever the field.
            var search = form
            search.type("Label 6", into: "sought")
            let found = try await visitor.send(form.action, search.entered)
            #expect(found.status == .ok && found.text.contains("Label 60") && !found.text.contains("Label 59"))
            #expect(try store.contentProfiles().isEmpty)
            var again = try SentForm("/dlp/add-profile", of: found.text)
            #expect(again.has("iban") && again.has("visa"))
            again.type(field == "name" ? "Mine" : "1", into: field)
            #expect(try await visitor.send(again.action, again.entered).status == .seeOther)
            #expect(try store.contentProfiles().map(\.profile.name) == ["Mine"])
            var change = try SentForm("/dlp/profile/change", of: try await visitor.page("/dlp/profile?name=Mine"))
            change.type(field == "name" ? "Other" : "2", into: field)
            #expect(try await visitor.send(change.action, change.entered).status == .seeOther)
            let kept = try #require(try store.contentProfiles().first?.profile)
            switch field {
            case "name": #expect(kept.name == "Other")
            case "allowed": #expect(kept.allowed == 2)
            default: #expect(kept.together == 2)
            }
        }
    }

    @Test func `Enter without a name is answered, not swallowed`() async throws {
        try await keep(60)
        try await fixture.test { visitor in
            let page = try await visitor.page("/dlp/add-profile")
            let form = try SentForm("/dlp/add-profile", of: page)
            let answer = try await visitor.send(form.action, form.entered)
            #expect(answer.status == .unprocessableContent && answer.text.contains("id=\"form-error\""))
        }
    }

    @Test(arguments: [(60, 30), (600, 0)])
    func `the profile of many labels folds them, and a search loses none that is on`(count: Int, under: Int)
        async throws
    {
        try await keep(count, under: under)
        let store = store
        try await fixture.test { visitor in
            let page = try await visitor.page(Self.own)
            #expect(page.contains("<details class=\"under\""))
            let form = try SentForm("/dlp/profile/entries", of: page)
            // The labels, and those of other organizations.
            #expect(form.fields.count { $0.name == "entry" } == count + 1)
            // Save stands where it is seen, wherever one is in the list.
            #expect(page.contains("<div class=\"save-bar"))
            for (text, hit) in [("label 6", "Label 60"), ("past", "Label \(count)"), (Self.id(7), "Label 7")] {
                var search = form
                search.clear("label-\(Self.id(9))")
                search.type(text, into: "sought")
                for sent in [search.entered, try search.pressed("Search")] {
                    let found = try await visitor.send(form.action, sent)
                    #expect(found.status == .ok && found.text.contains("\(hit)</bdi>"), "\(text)")
                    #expect(!found.text.contains("Label 11</bdi>"))
                    let kept = try SentForm("/dlp/profile/entries", of: found.text)
                    #expect(kept.fields.count { $0.name == "entry" } == count && !kept.has("label-\(Self.id(9))"))
                    #expect(try store.entriesOff().isEmpty)
                    if text == "past" {
                        _ = try await visitor.send(kept.action, kept.entered)
                        let off = try store.entriesOff().values.flatMap(\.self)
                        #expect(off == ["label-\(Self.id(9))"])
                        _ = try await visitor.send(kept.action, form.entered.filter { $0.0 != "version" })
                        #expect(try store.entriesOff().values.allSatisfy(\.isEmpty))
                    }
                }
            }
        }
    }

    @Test func `a search on a page that others made stale does not save over theirs`() async throws {
        try await keep(60)
        let store = store
        let seven = "label-\(Self.id(7))"
        try await fixture.test { visitor in
            var search = try SentForm("/dlp/profile/entries", of: try await visitor.page(Self.own))
            let all = search.fields.filter { $0.name == "entry" }.map(\.value)
            let others = all.filter { $0 != seven }.map { ("entry", $0) }
            _ = try await visitor.send(
                search.action, [("profile", "MIP Sensitivity Labels - contoso"), ("do", "save")] + others)
            search.clear("label-\(Self.id(9))")
            search.type("Label 6", into: "sought")
            let found = try await visitor.send(search.action, try search.pressed("Search"))
            let late = try SentForm("/dlp/profile/entries", of: found.text)
            let refused = try await visitor.send(late.action, late.entered)
            #expect(refused.status == .conflict && refused.text.contains("Not saved: Label 9 off."))
            #expect(try store.entriesOff().values.flatMap(\.self) == [seven])
        }
    }

    @Test(arguments: [100, 101, 600])
    func `the page of labels shows the first hundred rows and leads to all`(count: Int) async throws {
        try await keep(count)
        try await fixture.test(.viewer) { visitor in
            func rows(_ text: String) -> Int { text.components(separatedBy: "<th scope=\"row\"").count - 1 }
            let page = try await visitor.page("/dlp/labels?integration=contoso")
            #expect(rows(page) == min(count, 100))
            let link = "/dlp/labels?integration=contoso&amp;rows=all"
            #expect(page.contains("href=\"\(link)\">Show all \(count) rows</a>") == (count > 100))
            let whole = try await visitor.page("/dlp/labels?integration=contoso&rows=all")
            #expect(rows(whole) == count && !whole.contains("rows=all\">Show all"))
            #expect(rows(try await visitor.page("/dlp/labels?q=label%20\(count)")) == 1)
        }
    }
}
