import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import Testing

@testable import Store
@testable import Web

struct PeoplePagesTests {
    let fixture: PeopleFixture
    init() async throws { fixture = try await PeopleFixture() }
    private var store: Store { fixture.base.store }
    private var id: Int { fixture.integration.id }

    @Test(arguments: [
        "/settings/directories/contoso", "/settings/directories/contoso?kind=guests",
        "/settings/directories/contoso?open=g1&open=g2", "/settings/directories/contoso?text=%25&protected=no",
        "/protected", "/protected/add", "/protected/import", "/mail", "/mail?disposition=detections&since=7",
        "/mail/test",
        "/policies", "/policies/add", "/apps", "/apps/contoso/a1", "/domains", "/domains?domain=contoso.example",
    ])
    func `every page answers, hostile names are escaped, and every link on it leads somewhere`(path: String)
        async throws
    {
        try await fixture.test { visitor in
            let text = try await visitor.page(path)
            #expect(!text.contains("<script>alert"))
            #expect(!text.contains(" style=") && !text.contains("onclick"))
            for match in text.matches(
                of: /(?:href|action)="(\/(?:settings\/directories\/|protected|mail|policies|apps|domains)[^"]*)"/)
            {
                let link = String(match.output.1).replacing("&amp;", with: "&")
                let status = try await visitor.get(link).status
                #expect(
                    status == .ok || status == .methodNotAllowed || status == .notFound && link.hasSuffix("/remove"),
                    "\(link)")
            }
        }
    }

    @Test(arguments: [
        "/settings/directories/nobody", "/settings/directories/contoso?cursor=x",
        "/settings/directories/contoso?limit=0",
        "/settings/directories/contoso?kind=x", "/protected/person/x", "/protected/person/user.1.nobody", "/mail/0",
        "/mail?door=x",
        "/mail?since=x", "/mail?disposition=x", "/apps/contoso/nobody", "/apps/nobody/a1", "/domains?domain=x",
    ])
    func `what is not there or not understood is the asker's mistake`(path: String) async throws {
        try await fixture.test { visitor in
            let status = try await visitor.get(path).status
            #expect(status == .notFound || status == .badRequest, "\(path) \(status)")
        }
    }

    @Test func `a list of one directory says whose it is, and an unknown one is none`() async throws {
        try await fixture.test { visitor in
            #expect(try await visitor.get("/protected?directory=nope").status == .notFound)
            let local = try await visitor.page("/protected?directory=local")
            #expect(!local.contains("Nobody is protected yet"))
            #expect(local.contains("Nobody was typed in or imported yet."))
            #expect(local.contains("on the whole list"))
        }
    }

    /// What the page after a change says.
    private func flash(_ answer: TestResponse) throws -> Flash {
        let cookie = try #require(answer.headers[values: .setCookie].first { $0.hasPrefix(Flash.cookie) })
        let value = String(cookie.dropFirst(Flash.cookie.count + 1).prefix { $0 != ";" })
        let data = try #require(Data(base64Encoded: value + String(repeating: "=", count: (4 - value.count % 4) % 4)))
        return try JSONDecoder().decode(Flash.self, from: data)
    }

    @Test func `rows that are protected together are taken back together, and those listed before stay`() async throws {
        let (path, store, id) = ("/settings/directories/contoso", store, id)
        @Sendable func listed() throws -> Set<String> {
            Set(try (store.protections(.user, in: id) + store.protections(.group, in: id)).map(\.key.id))
        }
        try await fixture.test { visitor in
            _ = try await visitor.send("\(path)/protection", [("one", "protect user:u2")])
            let rows = [
                ("do", "protect"), ("chosen", "group:g1"), ("chosen", "user:u1"), ("chosen", "user:u1"),
                ("chosen", "user:u2"),
            ]
            let answer = try flash(try await visitor.send("\(path)/protection", rows))
            #expect(answer.words.contains("1 was on the list already."), "\(answer.words)")
            #expect(try listed() == ["g1", "u1", "u2"])
            let undo = try #require(answer.undo)
            let back = try flash(try await visitor.send(undo.action, undo.fields.map { ($0, $1) }))
            #expect(try listed() == ["u2"], "\(back.words)")
            #expect(back.words.hasPrefix("Taken back. No longer on the list: "), "\(back.words)")
            // The undo of the undo, once.
            let again = try #require(back.undo)
            let forth = try flash(try await visitor.send(again.action, again.fields.map { ($0, $1) }))
            #expect(forth.words.hasPrefix("Taken back. On the list as before: "), "\(forth.words)")
            #expect(try listed() == ["g1", "u1", "u2"])
            let twice = try flash(try await visitor.send(again.action, again.fields.map { ($0, $1) }))
            #expect(twice.kind == .warn)
            #expect(try listed() == ["g1", "u1", "u2"])
        }
    }

    @Test func `people are found by what they are`() async throws {
        let (store, id) = (store, id)
        var adele = User(id: "u1")
        adele.displayName = "Adele Vance"
        adele.jobTitle = "Head of 100% Treasury"
        let entity = try StoredEntity(adele)
        try await store.write(id) { try $0.keep(entity, round: 1, run: 1) }
        try await fixture.test { visitor in
            _ = try await visitor.send("/settings/directories/contoso/protection", [("one", "protect user:u1")])
            for (text, isFound) in [("treasury", true), ("100%25", true), ("1%25T", false), ("jobTitle", false)] {
                let page = try await visitor.page("/protected?text=\(text)")
                #expect(page.contains("/protected/person/user.\(id).u1\"") == isFound, "\(text)")
            }
        }
    }

    @Test func `whoever is put back on the list has the same reasons, end and secondary emails`() async throws {
        let (path, store, id) = ("/settings/directories/contoso", store, id)
        try await fixture.test { visitor in
            _ = try await visitor.send("\(path)/protection", [("one", "protect user:u1")])
            _ = try await visitor.send(
                "/protected/person/user.\(id).u1", [("secondary", "adele@home.example until 2027-06-30")])
            let key = Protection.Key(integration: id, kind: .user, id: "u1")
            let (before, emails) = (try store.protection(key), try store.secondaryEmails(from: "u1", to: "u1", in: id))
            #expect(emails.count == 1)
            for send in [
                ("\(path)/protection", ("one", "remove user:u1")), ("/protected/remove", ("person", key.text)),
            ] {
                let answer = try flash(try await visitor.send(send.0, [send.1]))
                #expect(try store.protection(key) == nil)
                #expect(try store.secondaryEmails(from: "u1", to: "u1", in: id).isEmpty)
                let undo = try #require(answer.undo)
                _ = try await visitor.send(undo.action, undo.fields.map { ($0, $1) })
                #expect(try store.protection(key) == before)
                #expect(try store.secondaryEmails(from: "u1", to: "u1", in: id) == emails)
            }
            // What somebody changed since is left alone.
            let answer = try flash(try await visitor.send("\(path)/protection", [("one", "remove user:u1")]))
            _ = try await visitor.send("\(path)/protection", [("one", "protect user:u1")])
            let undo = try #require(answer.undo)
            let late = try flash(try await visitor.send(undo.action, undo.fields.map { ($0, $1) }))
            #expect(late.kind == .warn && late.words.contains("left alone"), "\(late.words)")
            #expect(try store.secondaryEmails(from: "u1", to: "u1", in: id).isEmpty)
        }
    }

    @Test func `who stays protected for other reasons is told when a group is taken off`() async throws {
        let path = "/settings/directories/contoso"
        try await fixture.test { visitor in
            _ = try await visitor.send("\(path)/protection", [("one", "protect group:g1")])
            let members = try store.transitiveUserIDs(ofGroup: "g1", of: id)
            let one = try #require(members.first)
            _ = try await visitor.send("\(path)/protection", [("one", "protect user:\(one)")])
            let answer = try await visitor.send("\(path)/protection", [("one", "remove group:g1")])
            let flash = try flash(answer)
            #expect(flash.words.contains("1 of these people stays protected for other reasons."), "\(flash.words)")
        }
    }

    @Test func `a group that is protected protects its members, with a way back, and the audit log says so`()
        async throws
    {
        let (store, id) = (store, id)
        try await fixture.test { visitor in
            let path = "/settings/directories/contoso"
            let answer = try await visitor.send("\(path)/protection", [("one", "protect group:g1")])
            #expect(answer.status == .seeOther)
            #expect(try store.standings(ofUsers: ["u1"], of: id, at: WebFixture.start)["u1"]?.groups == ["Executives"])
            #expect(try await visitor.page("/protected").contains("Adele Vance"))
            #expect(try await visitor.page("\(path)?protected=yes&kind=users").contains("Adele Vance"))
            _ = try await visitor.send(
                "\(path)/protection", [("do", "remove"), ("chosen", "group:g1"), ("chosen", "user:u1")])
            #expect(try store.standings(ofUsers: ["u1"], of: id, at: WebFixture.start)["u1"]?.isProtected == false)
        }
        let actions = try fixture.actions()
        #expect(actions == ["protection.add", "protection.remove"])
    }

    @Test func `a viewer changes nothing`() async throws {
        let store = store
        try await fixture.test(.viewer) { visitor in
            for (path, fields) in [
                ("/settings/directories/contoso/protection", [("one", "protect user:u1")]),
                ("/protected/add", [("name", "X Y"), ("emails", "x@y.example")]),
                ("/policies/add", [("kind", "blocked"), ("patternKind", "email"), ("pattern", "a@b.example")]),
                ("/apps/contoso/a1", [("decision", "allowed")]),
                ("/protected/import", [("rows", "Display Name,Email\nA B,a@b.c")]),
            ] {
                #expect(try await visitor.send(path, fields).status == .forbidden, "\(path)")
            }
            let refused = try await visitor.call(.post, "/api/v1/policies", "{}")
            #expect(refused.status == .forbidden)
            #expect(try await !visitor.page("/settings/directories/contoso").contains("value=\"protect "))
        }
        #expect(try store.mailPolicies().isEmpty && store.protectionCounts(in: nil).isEmpty)
    }

    @Test func `a user's secondary emails are edited one a line, and a wrong line keeps what was typed`() async throws {
        let (store, id) = (store, id)
        try await fixture.test { visitor in
            _ = try await visitor.send("/settings/directories/contoso/protection", [("one", "protect user:u1")])
            let path = "/protected/person/user.\(id).u1"
            let saved = try await visitor.send(
                path,
                [("secondary", "adele@home.example until 2027-06-30\nav@x.example authenticated"), ("name", "Hacked")])
            #expect(saved.status == .seeOther)
            let kept = try store.secondaryEmails(from: "u1", to: "u1", in: id).map(\.email.address)
            #expect(kept == ["adele@home.example", "av@x.example"])
            let refused = try await visitor.send(path, [("secondary", "no address")])
            #expect(refused.status == .unprocessableContent && refused.text.contains("no address"))
            #expect(try store.secondaryEmails(from: "u1", to: "u1", in: id).count == 2)
            _ = try await visitor.send(path, [("secondary", "")])
            #expect(try store.secondaryEmails(from: "u1", to: "u1", in: id).isEmpty)
            #expect(try store.protection(.init(integration: id, kind: .user, id: "u1"))?.name == "Adele Vance")
        }
    }

    @Test func `somebody typed in is added, changed in everything, and removed`() async throws {
        let store = store
        try await fixture.test { visitor in
            let made = try await visitor.send(
                "/protected/add", [("name", "Hjördis Quellmalz"), ("emails", "h@q.example"), ("comment", "adviser")])
            let path = try #require(made.field("location"))
            let changed = try await visitor.send(
                path, [("name", "Hjördis Q"), ("pattern", "h.*@q\\.example"), ("expires", "2030-01-31")])
            #expect(changed.status == .seeOther)
            let entry = try #require(try store.protections(.pattern, in: nil).first)
            #expect(entry.name == "Hjördis Q" && entry.person.addressPatterns == ["h.*@q\\.example"])
            #expect(try store.protections(.person, in: nil).isEmpty)
            #expect(try await visitor.send("/protected/add", [("name", "")]).status == .unprocessableContent)
            let key = Protection.Key(integration: nil, kind: .pattern, id: entry.key.id)
            _ = try await visitor.send("/protected/remove", [("person", key.text)])
            #expect(try store.protectionCounts(in: nil).isEmpty)
        }
    }

    @Test func `an export holds whom the list shows under its filter`() async throws {
        try await fixture.test { visitor in
            _ = try await visitor.send("/settings/directories/contoso/protection", [("one", "protect user:u1")])
            let rows = "Display Name,Email\nNestor Wilke,nestor@wilke.example\n"
            _ = try await visitor.upload("/protected/import", "file", file: "vips.csv", rows)
            for (query, names) in [
                ("text=wilke", ["Nestor Wilke"]), ("directory=contoso", ["Adele Vance"]),
                ("directory=local", ["Nestor Wilke"]), ("text=nobody", []), ("", ["Adele Vance", "Nestor Wilke"]),
            ] {
                let page = try await visitor.page("/protected?\(query)")
                let links = page.matches(of: /href="(\/protected\/export[^"]*)"/).map {
                    String($0.1).replacing("&amp;", with: "&")
                }
                #expect(links.count == 2)
                for link in links + ["/api/v1/protections/export?\(query)"] {
                    let file = try await visitor.get(link).text
                    for name in ["Adele Vance", "Nestor Wilke"] {
                        #expect(file.contains(name) == names.contains(name), "\(link): \(name)")
                    }
                }
            }
            #expect(try await visitor.get("/api/v1/protections/export?directory=nope").status == .notFound)
        }
    }

    @Test func `people are found without their accents, and exported in the order of the list`() async throws {
        let (store, id) = (store, id)
        var rene = User(id: "u9")
        rene.displayName = "René Ångström"
        let entity = try StoredEntity(rene)
        try await store.write(id) { try $0.keep(entity, round: 1, run: 1) }
        try await fixture.test { visitor in
            for user in ["u9", "u1"] {
                _ = try await visitor.send(
                    "/settings/directories/contoso/protection", [("one", "protect user:\(user)")])
            }
            let rows = "Display Name,Email\nZoë Zett,z@wilke.example\nÉlodie O'Brien,e@wilke.example\n"
            _ = try await visitor.upload("/protected/import", "file", file: "vips.csv", rows)
            for (text, name) in [
                ("elodie%20o'brien", "Élodie"), ("%C3%A9lodie", "Élodie"), ("rene%20angstrom", "René"), ("zoe", "Zoë"),
            ] {
                #expect(try await visitor.page("/protected?text=\(text)").contains("<bdi>\(name)"), "\(text)")
            }
            let names = ["Adele Vance", "René Ångström", "Zoë Zett", "Élodie O'Brien"]
            let page = try await visitor.page("/protected").replacing("&#39;", with: "'")
            let list = page.suffix(from: try #require(page.range(of: "<caption")).upperBound)
            let file = try await visitor.get("/protected/export?format=csv").text
            for text in [String(list), file] {
                let places = try names.map { try #require(text.range(of: $0), "\($0)").lowerBound }
                #expect(places == places.sorted())
            }
        }
    }

    @Test func `every remark about the list can be seen, leads to whom it is about, and names no command`() async throws
    {
        try await fixture.test { visitor in
            let rows = "Display Name,Email\n" + (0..<9).map { "Plain\($0),plain\($0)@wilke.example\n" }.joined()
            _ = try await visitor.upload("/protected/import", "file", file: "vips.csv", rows)
            let page = try await visitor.page("/protected?directory=local")
            let all = try #require(page.firstMatch(of: /href="([^"]*)#lint">All remarks</))
            let whole = try await visitor.page(String(all.1).replacing("&amp;", with: "&"))
            for place in 0..<9 { #expect(whole.contains("<a href=\"/protected?text=Plain\(place)\"><b>")) }
            #expect(!whole.contains("All remarks"))
            #expect(!whole.contains("--secondary") && !whole.contains("reeve protect "))
        }
    }

    @Test func `Enter on the box of a row protects nobody`() async throws {
        let (store, id) = (store, id)
        try await fixture.test { visitor in
            let form = try #require(
                try await visitor.page("/settings/directories/contoso").split(separator: "/protection\"").last)
            #expect(form.firstMatch(of: /<button[^>]*>/)?.0 == "<button type=\"submit\" hidden>")
            let pressed = try await visitor.send("/settings/directories/contoso/protection", [("chosen", "user:u1")])
            #expect(pressed.status == .seeOther)
            #expect(try store.protections(.user, in: id).isEmpty)
        }
    }

    @Test func `a page of a directory keeps its length, and no group is disabled`() async throws {
        try await fixture.test { visitor in
            let page = try await visitor.page("/settings/directories/contoso?limit=1")
            let next = try #require(page.firstMatch(of: /rel="next" href="([^"]*)"/))
            #expect(next.1.contains("limit=1"))
            #expect(page.firstMatch(of: /href="[^"]*limit=1&amp;open=/) != nil)
            let disabled = try await visitor.page("/settings/directories/contoso?disabled=yes&kind=groups")
            #expect(!disabled.contains("Executives"))
        }
    }

    @Test func `an import with a bad row changes nothing unless bad rows may be left out`() async throws {
        let store = store
        let rows = "Display Name,Email\nNestor Wilke,nestor@wilke.example\nBad,not an address\n"
        try await fixture.test { visitor in
            let refused = try await visitor.upload("/protected/import", "file", file: "vips.csv", rows)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("<td class=\"num\">3</td>"))
            #expect(try store.protectionCounts(in: nil).isEmpty)
            let done = try await visitor.upload("/protected/import", "file", file: "vips.csv", rows, [("skip", "yes")])
            #expect(done.status == .seeOther)
            #expect(try store.protections(.person, in: nil).map(\.reasons.first?.text) == ["import:vips.csv"])
            #expect(try await visitor.page("/protected/export?format=csv").contains("Nestor Wilke"))
            #expect(try await visitor.get("/protected/export?format=json").text.contains("nestor@wilke.example"))
        }
    }
}

extension PeopleFixture {
    /// What the audit log says was done, oldest first.
    func actions() throws -> [String] {
        try base.store.database.read { try $0.rows("SELECT action FROM audit ORDER BY id") { $0.text(0) } }
    }

    @Test func `nobody overwrites unseen what somebody else has saved`() async throws {
        let fixture = try await PeopleFixture()
        let path = "/protected/person/user.\(fixture.integration.id).u1"
        try await fixture.test { visitor in
            _ = try await visitor.send("/settings/directories/contoso/protection", [("one", "protect user:u1")])
            let page = try await visitor.page(path)
            let before = try #require(page.firstMatch(of: /name="before" value="([^"]*)"/).map { String($0.1) })
            let first = try await visitor.send(path, [("before", before), ("secondary", "one@gmail.example")])
            #expect(first.status == .seeOther)
            let second = try await visitor.send(path, [("before", before), ("secondary", "two@gmail.example")])
            #expect(second.status == .conflict)
            #expect(second.text.contains("one@gmail.example"))
            #expect(second.text.contains("two@gmail.example"))
            let now = try #require(second.text.firstMatch(of: /name="before" value="([^"]*)"/).map { String($0.1) })
            let third = try await visitor.send(path, [("before", now), ("secondary", "two@gmail.example")])
            #expect(third.status == .seeOther)
        }
    }
}
