import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import Testing

@testable import Store
@testable import Web

struct EntryPagesTests {
    let fixture: PeopleFixture
    init() async throws { fixture = try await PeopleFixture() }
    private var store: Store { fixture.base.store }

    @Test(arguments: ["pattern", "words", "dataset", "fingerprint"])
    func `there is a form for each kind, and none for another`(kind: String) async throws {
        try await fixture.test { visitor in
            let page = try await visitor.page("/dlp/add-entry?kind=\(kind)")
            #expect(page.contains("name=\"kind\" value=\"\(kind)\""))
            #expect(try await visitor.get("/dlp/add-entry?kind=x").status == .badRequest)
            #expect(try await visitor.get("/dlp/add-entry?entry=own-x").status == .notFound)
        }
    }

    @Test func `an expression is tried on a sample at once and nothing is kept`() async throws {
        let store = store
        try await fixture.test { visitor in
            let tried = try await visitor.send(
                "/dlp/add-entry",
                [
                    ("kind", "pattern"), ("expression", "P-[0-9]{6}"), ("sample", "a P-204117 <b>"), ("do", "try"),
                ])
            #expect(tried.status == .ok && tried.text.contains("<b>1 match</b>"))
            #expect(tried.text.contains("••••••17") && tried.text.contains("a P-204117 &lt;b&gt;"))
            let wrong = try await visitor.send(
                "/dlp/add-entry", [("kind", "pattern"), ("expression", "(a"), ("sample", "a"), ("do", "try")])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("is not usable"))
        }
        #expect(try store.customEntries().isEmpty)
    }

    @Test func `an entry with a hostile name is made, listed, changed and removed`() async throws {
        let store = store
        try await fixture.test { visitor in
            let made = try await visitor.send(
                "/dlp/add-entry",
                [
                    ("kind", "words"), ("name", PeopleFixture.hostile), ("words", "falcon\r\nblue heron"),
                    ("exclusions", "falcon one"), ("raising", "project"), ("do", "save"),
                ])
            #expect(made.status == .seeOther)
            let kept = try #require(try store.customEntries().first?.entry)
            #expect(kept.means == .words(list: ["falcon", "blue heron"]) && kept.exclusionWords == ["falcon one"])
            let listed = try await visitor.page("/dlp/entries")
            #expect(!listed.contains("<script>alert") && listed.contains("2 words"))
            let form = try await visitor.page("/dlp/add-entry?entry=\(kept.id)")
            #expect(form.contains("falcon\nblue heron</textarea>") && !form.contains("<script>alert"))
            let changed = try await visitor.send(
                "/dlp/add-entry",
                [("kind", "words"), ("entry", kept.id), ("name", "Birds"), ("words", "heron"), ("do", "save")])
            #expect(changed.status == .seeOther)
            #expect(try store.customEntries().map(\.entry.name) == ["Birds"])
            #expect(try await visitor.page("/dlp/add-profile").contains("value=\"\(kept.id)\""))
            let list = try await visitor.page("/dlp/entries")
            #expect(
                list.contains("href=\"/dlp/entries/remove?entry=\(kept.id)\"")
                    && !list.contains("action=\"/dlp/entries/remove"))
            let asks = try await visitor.page("/dlp/entries/remove?entry=\(kept.id)")
            #expect(asks.contains("Its list of 1 word.") && asks.contains("name=\"entry\" value=\"\(kept.id)\""))
            _ = try await visitor.send("/dlp/entries/remove", [("entry", kept.id)])
            #expect(try store.customEntries().isEmpty)
        }
    }

    @Test func `an expression that is too long is refused and comes back whole`() async throws {
        let long = "Q-[0-9]{4}|" + String(repeating: "b", count: 1_000) + "|END"
        try await fixture.test { visitor in
            let answer = try await visitor.send(
                "/dlp/add-entry", [("kind", "pattern"), ("name", "Long"), ("expression", long), ("do", "save")])
            #expect(answer.status == .unprocessableContent && answer.text.contains("value=\"\(long)\""))
            #expect(answer.text.contains("1015 bytes, 1000 are allowed"), "\(long.utf8.count)")
        }
    }

    @Test func `no form cuts what is pasted into it`() {
        for template in Template.all {
            for field in template.text.matches(of: /<(?:input|textarea)[^>]*maxlength[^>]*>/) {
                #expect(field.output.contains("type=\"search\""), "\(template.name): \(field.output)")
            }
        }
    }

    @Test func `a long expression is short in lists and whole on its own page`() async throws {
        let long = "Q-[0-9]{4}|" + String(repeating: "b", count: 700) + "|END"
        let store = store
        try await fixture.test { visitor in
            _ = try await visitor.send(
                "/dlp/add-entry", [("kind", "pattern"), ("name", "Long"), ("expression", long), ("do", "save")])
            let kept = try #require(try store.customEntries().first?.entry)
            for page in ["/dlp/entries", "/dlp/add-profile"] {
                let text = try await visitor.page(page)
                #expect(text.contains("Q-[0-9]{4}|bbb") && text.contains("bbb…") && !text.contains("|END"), "\(page)")
            }
            #expect(try await visitor.page("/dlp/add-entry?entry=\(kept.id)").contains("bbb|END\""))
        }
    }

    @Test func `the page and the API say which rows of a table were left out`() async throws {
        let table = "Name,Account\nAda Quell,DE-77120\nBo,Marsh,DE-88231\n,DE-88232\n"
        try await fixture.test { visitor in
            let made = try await visitor.upload(
                "/dlp/add-entry", "file", file: "customers.csv", table,
                [("kind", "dataset"), ("name", "Customers"), ("primary", "Account"), ("supporting", "1")])
            let cookie = try #require(made.headers[.setCookie]?.prefix { $0 != ";" })
            let listed = try await visitor.client.execute(
                uri: "/dlp/entries", method: .get, headers: [.cookie: String(cookie)]
            ).text
            #expect(listed.contains("Hashed 1 row; 1 of another number of cells than the header left out (line 3)"))
            let csv = table.replacing("\n", with: "\\n")
            let answer = try await visitor.call(
                .post, "/api/v1/dlp/entries", #"{"name":"T","table":{"csv":"\#(csv)","primary":"Account"}}"#
            ).object()
            let rows = try #require(answer["rows"] as? [String: Any])
            #expect(rows["hashed"] as? Int == 1 && rows["withoutPrimary"] as? Int == 0)
            #expect((rows["uneven"] as? [String: Any])?["lines"] as? [Int] == [3])
            #expect((rows["withoutOthers"] as? [String: Any])?["lines"] as? [Int] == [4])
        }
    }

    @Test func `a table is hashed, and its terms change without a new file`() async throws {
        let store = store
        try await fixture.test { visitor in
            let made = try await visitor.upload(
                "/dlp/add-entry", "file", file: "customers.csv", "Name,Account\nAda Quell,DE-77120\n",
                [("kind", "dataset"), ("name", "Customers"), ("primary", "Account"), ("supporting", "1")])
            #expect(made.status == .seeOther)
            let kept = try #require(try store.customEntries().first?.entry)
            #expect(try store.material(of: kept.id) != nil)
            let form = try await visitor.page("/dlp/add-entry?entry=\(kept.id)")
            #expect(form.contains("hashes of the columns Name, Account"))
            _ = try await visitor.send(
                "/dlp/add-entry",
                [("kind", "dataset"), ("entry", kept.id), ("name", "Customers"), ("supporting", "0"), ("do", "save")])
            guard case .dataset(_, supporting: 0) = try store.customEntries().first?.entry.means else {
                Issue.record("the number of supporting cells was not changed")
                return
            }
            let wrong = try await visitor.upload(
                "/dlp/add-entry", "file", file: "x.csv", "Name\nAda\n",
                [("kind", "dataset"), ("name", "X"), ("primary", "IBAN"), ("supporting", "0")])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("The table has no column"))
        }
    }

    @Test func `the API makes each kind and removes it`() async throws {
        try await fixture.test { visitor in
            let path = "/api/v1/dlp/entries"
            let made = try await visitor.call(
                .post, path, #"{"name":"P","expression":"P-[0-9]{6}","raising":["staff"]}"#)
            #expect(made.status == .created)
            #expect(try made.object()["id"] as? String == "own-p")
            let table =
                #"{"name":"T","table":{"csv":"Name,Account\nAda,DE-77120\n","primary":"Account","supporting":0}}"#
            #expect(try await visitor.call(.post, path, table).status == .created)
            #expect(try await visitor.call(.post, path, #"{"name":"W","words":["heron"]}"#).status == .created)
            let none = try await visitor.call(.post, path, #"{"name":"N"}"#)
            #expect(none.status == .unprocessableContent)
            let wrong = try await visitor.call(.post, path, #"{"name":"X","expression":"(a"}"#)
            #expect(wrong.status == .unprocessableContent)
            #expect(try await visitor.call(.delete, "\(path)/own-p").status == .noContent)
            #expect(try await visitor.call(.delete, "\(path)/own-p").status == .notFound)
        }
    }

    @Test func `a viewer makes and removes none`() async throws {
        try await fixture.test(.viewer) { visitor in
            let made = try await visitor.send("/dlp/add-entry", [("kind", "words"), ("name", "x"), ("words", "y")])
            let removed = try await visitor.send("/dlp/entries/remove", [("entry", "x")])
            let page = try await visitor.page("/dlp/entries")
            #expect(made.status == .forbidden && removed.status == .forbidden && !page.contains("/dlp/add-entry"))
        }
    }
}
