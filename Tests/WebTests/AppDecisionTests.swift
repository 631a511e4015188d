import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import Testing

@testable import Store
@testable import Web

/// Decisions about third-party apps: how they are taken, taken back, told, looked for and taken away as a file.
struct AppDecisionTests {
    private static let place = "/apps/contoso/a1"
    let fixture: PeopleFixture
    init() async throws { fixture = try await PeopleFixture() }
    private var store: Store { fixture.base.store }

    private func flash(_ answer: TestResponse) throws -> Flash {
        #expect(answer.status == .seeOther, "\(answer.text.prefix(300))")
        let text = try #require(answer.headers[.setCookie]?.prefix { $0 != ";" }.dropFirst("reeve-flash=".count))
        let data = Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4))
        return try JSONDecoder().decode(Flash.self, from: try #require(data))
    }

    private func takeBack(_ told: Flash, _ visitor: PeopleVisitor) async throws -> Flash {
        let undo = try #require(told.undo)
        return try flash(try await visitor.send(undo.action, undo.fields.map { ($0, $1) }))
    }

    @Test(arguments: [
        ([("why", "needed"), ("again", "2020-01-01")], "That day has come already: choose a later one, or none."),
        ([("why", "needed"), ("again", "soon")], "is no date such as"),
        ([("why", " \n"), ("owner", "Adele")], "Say the reason: whoever looks at it in a year wants to know."),
        ([("owner", "Adele")], "Say the reason"),
        ([("why", ""), ("again", "soon")], "Say the reason"), ([("why", ""), ("again", "soon")], "is no date such as"),
        ([("why", ""), ("again", "2020-01-01")], "That day has come already"),
        ([("why", "needed"), ("owner", String(repeating: "x", count: 101))], "more than 100 characters"),
    ])
    func `a form with a mistake comes back with what was typed and what is wrong`(
        fields: [(String, String)], words: String
    ) async throws {
        let store = store
        try await fixture.test { visitor in
            let refused = try await visitor.send(Self.place, [("decision", "allowed")] + fields)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains(words))
            for (name, value) in fields where name != "why" { #expect(refused.text.contains(value), "\(name)") }
            #expect(try store.appDecisions(of: 1).isEmpty)
        }
    }

    @Test func `where nothing is decided nothing is chosen, and a form without an answer says so`() async throws {
        let store = store
        try await fixture.test { visitor in
            let page = try await visitor.page(Self.place)
            #expect(page.firstMatch(of: /name="decision"[^>]*checked/) == nil)
            let refused = try await visitor.send(Self.place, [("why", "needed")])
            #expect(refused.status == .unprocessableContent)
            #expect(
                refused.text.contains("Choose allowed, under review or not allowed.") && refused.text.contains("needed")
            )
            #expect(try store.appDecisions(of: 1).isEmpty)
        }
    }

    @Test func `the day to ask again is the day that was said, wherever it is told`() async throws {
        let fixture = fixture
        try await fixture.test { visitor in
            let told = try flash(
                try await visitor.send(
                    Self.place, [("decision", "allowed"), ("why", "needed"), ("again", "2027-01-24")]))
            #expect(told.words.hasSuffix("is saved: allowed. Ask again on 24 Jan."), "\(told.words)")
            let page = try await visitor.page(Self.place)
            let box = try #require(page.firstMatch(of: /(?s)id="decide">.*?<form/)).0
            #expect(box.contains("ask again on 24 Jan") && page.contains("value=\"2027-01-24\""))
            #expect(page.contains("Allowed, by ana: needed · ask again on 24 Jan"))
            let csv = try await visitor.get("/apps/export?format=csv").text
            #expect(csv.contains("needed,,2027-01-24,"))
            let path = "/api/v1\(Self.place)"
            func answered() async throws -> String? {
                let app = try await visitor.call(.get, path).object()
                return (app["decision"] as? [String: Any])?["askAgain"] as? String
            }
            let first = try #require(try await answered())
            #expect(first == "2027-01-24T00:00:00Z")
            for again in [first, "2027-01-24"] {
                _ = try await visitor.call(
                    .put, path + "/decision", #"{"decision":"allowed","why":"needed","askAgain":"\#(again)"}"#)
                #expect(try await answered() == first, "\(again)")
            }
            // In the first minute of that day the question is open.
            fixture.base.time.change { $0 = Date(timeIntervalSince1970: 1_800_748_799) }
            #expect(try await visitor.get("/apps?decision=askAgain").text.contains("/apps/contoso/a1") == false)
            fixture.base.time.change { $0 += 1 }
            #expect(try await visitor.get("/apps?decision=askAgain").text.contains("/apps/contoso/a1"))
        }
        let note = try store.audit(AuditFilter(action: "app.decide"), limit: 1).records.first?.entry.detail
        #expect(note == "Allowed: needed, ask again on 2027-01-24")
    }

    @Test func `what Undo puts back is told as that`() async throws {
        let fixture = fixture
        try await fixture.test { visitor in
            _ = try await visitor.send(Self.place, [("decision", "allowed"), ("why", "needed")])
            fixture.base.time.change { $0 += 60 }
            let second = try flash(
                try await visitor.send(Self.place, [("decision", "notAllowed"), ("why", "no contract")]))
            fixture.base.time.change { $0 += 60 }
            let back = try await takeBack(second, visitor)
            #expect(try await visitor.page(Self.place).contains("Put back: allowed, by ana: needed"))
            fixture.base.time.change { $0 += 60 }
            _ = try await takeBack(back, visitor)
            let page = try await visitor.page(Self.place)
            let told = ["Put back: not allowed, by ana: no contract", "Put back: allowed", "Not allowed, by ana"]
            let places = try told.map { try #require(page.range(of: $0), "\($0)").lowerBound }
            #expect(places == places.sorted())
        }
    }

    @Test func `the API wants a reason too`() async throws {
        try await fixture.test { visitor in
            let path = "/api/v1\(Self.place)/decision"
            for body in [#"{"decision":"allowed","why":" "}"#, #"{"decision":"allowed"}"#] {
                let refused = try await visitor.call(.put, path, body)
                #expect([.unprocessableContent, .badRequest].contains(refused.status), "\(body) \(refused.status)")
            }
        }
    }

    @Test func `Undo says what stands again, and can itself be taken back`() async throws {
        let store = store
        try await fixture.test { visitor in
            let first = try flash(
                try await visitor.send(Self.place, [("decision", "allowed"), ("why", "needed"), ("owner", "R. Haas")]))
            #expect(first.words.hasSuffix("is saved: allowed."))
            let second = try flash(
                try await visitor.send(Self.place, [("decision", "notAllowed"), ("why", "no contract")]))
            let late = try await takeBack(first, visitor)
            #expect(late.kind == .warn && late.words.contains("something else has been decided since"))
            let back = try await takeBack(second, visitor)
            #expect(back.words.contains("is allowed."))
            let decision = try #require(try store.appDecisions(of: 1).values.first)
            #expect(decision.answer == .allowed && decision.why == "needed" && decision.owner == "R. Haas")
            let forth = try await takeBack(back, visitor)
            #expect(forth.words.contains("is not allowed."))
        }
    }

    @Test func `Undo of the first decision leaves none`() async throws {
        let store = store
        try await fixture.test { visitor in
            let first = try flash(try await visitor.send(Self.place, [("decision", "allowed"), ("why", "needed")]))
            let back = try await takeBack(first, visitor)
            #expect(back.words.hasPrefix("Taken back: nothing is decided about"))
            #expect(try store.appDecisions(of: 1).isEmpty)
            let page = try await visitor.page(Self.place)
            #expect(page.contains("Decision taken back, by ana") && page.contains("Allowed, by ana: needed"))
        }
    }

    @Test func `the page tells every decision with its reason`() async throws {
        let fixture = fixture
        try await fixture.test { visitor in
            for (answer, why) in [("underReview", "new here"), ("allowed", "needed"), ("notAllowed", "no contract")] {
                fixture.base.time.change { $0 += 60 }
                _ = try await visitor.send(Self.place, [("decision", answer), ("why", why)])
            }
            let page = try await visitor.page(Self.place)
            let told = [
                "Not allowed, by ana: no contract", "Allowed, by ana: needed", "Put under review, by ana: new here",
            ]
            let places = try told.map { try #require(page.range(of: $0), "\($0)").lowerBound }
            #expect(places == places.sorted())
        }
        let notes = try store.audit(AuditFilter(action: "app.decide"), limit: 9).records.map(\.entry.detail)
        #expect(notes.first == "Not allowed: no contract")
    }

    @Test func `what was decided before there was a history is its first step`() throws {
        let steps = schema0017.last?.contains("FROM app_decision")
        #expect(steps == true)
        try store.database.write { connection in
            for statement in ["DROP TABLE app_decision_step"] { try connection.execute(statement, []) }
            try connection.execute(
                """
                INSERT INTO app_decision (integration, app_id, decision, why, decided_by, decided_at)
                VALUES (1, 'x', 'allowed', 'old', 'user:bo', 5)
                """, [])
            for statement in schema0017 { try connection.execute(statement, []) }
        }
        let kept = try #require(try store.appDecisionSteps(about: "x", of: 1).first)
        #expect(kept.number == 1 && kept.decision?.why == "old" && kept.by == "user:bo")
    }

    @Test func `the list narrows by decision and publisher, keeps that in its form, and refuses other words`()
        async throws
    {
        let (store, id) = (store, fixture.integration.id)
        var verified = ServicePrincipal(id: "a2")
        (verified.appId, verified.displayName) = ("7777", "Planner")
        verified.servicePrincipalType = "Application"
        verified.appOwnerOrganizationId = "65415bb1-9267-4313-bbf5-ae259732ee12"
        verified.verifiedPublisher = .init(displayName: "Tailspin", verifiedPublisherId: "1")
        let entity = try StoredEntity(verified)
        try await store.write(id) { try $0.keep(entity, round: 1, run: 1) }
        try await fixture.test { visitor in
            _ = try await visitor.send(
                Self.place, [("decision", "allowed"), ("why", "needed"), ("again", "2027-01-16")])
            func shown(_ query: String) async throws -> [String] {
                let page = try await visitor.page("/apps?\(query)")
                return page.matches(of: /href="\/apps\/contoso\/(a\d)"/).map { String($0.1) }
            }
            #expect(try await shown("") == ["a1", "a2"])
            #expect(try await shown("decision=allowed") == ["a1"])
            #expect(try await shown("decision=none") == ["a2"])
            #expect(try await shown("decision=&publisher=verified") == ["a2"])
            #expect(try await shown("publisher=unverified&text=merge") == ["a1"])
            #expect(try await shown("publisher=verified&decision=allowed") == [])
            fixture.base.time.change { $0 += 30 * 86_400 }
            #expect(try await shown("decision=askAgain") == ["a1"])
            #expect(try await shown("decision=allowed") == [])
            let page = try await visitor.page("/apps?decision=none&publisher=verified")
            #expect(page.contains("value=\"none\" selected") && page.contains("value=\"verified\" selected"))
            for query in ["decision=x", "publisher=x"] {
                #expect(try await visitor.get("/apps?\(query)").status == .badRequest, "\(query)")
            }
            let listed = try await visitor.call(.get, "/api/v1/apps?integration=contoso&publisher=verified").object()
            #expect((listed["items"] as? [Any])?.count == 1)
        }
    }

    @Test func `what the list shows can be taken away as a file`() async throws {
        try await fixture.test { visitor in
            _ = try await visitor.send(Self.place, [("decision", "allowed"), ("why", "=needed"), ("owner", "R. Haas")])
            let page = try await visitor.page("/apps?decision=allowed")
            let link = try #require(page.firstMatch(of: /href="([^"]*format=csv)"/)).1
            let csv = try await visitor.get(String(link).replacing("&amp;", with: "&"))
            #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(csv.headers[.contentDisposition]?.contains("third-party-apps.csv") == true)
            let lines = csv.text.split(separator: "\r\n")
            #expect(lines.count == 2 && lines[0].hasPrefix("integration,id,appId,name,"))
            // People's consents were not read here: how many there are is not known, and no zero.
            #expect(lines[1].contains(",,allowed,'=needed,R. Haas"))
            let json = try await visitor.get("/apps/export?decision=allowed&format=json")
            let apps = try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [[String: Any]]
            #expect((apps?.first?["decision"] as? [String: Any])?["why"] as? String == "=needed")
            #expect(apps?.first?["areConsentsRead"] as? Bool == false)
            #expect(try await visitor.get("/apps/export?decision=notAllowed&format=json").text == "[\n\n]\n")
            #expect(try await visitor.call(.get, "/api/v1/apps/export?integration=contoso").status == .ok)
            #expect(try await visitor.get("/apps/export?format=xml").status == .badRequest)
        }
    }
}
