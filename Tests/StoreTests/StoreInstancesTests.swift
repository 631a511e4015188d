import Foundation
import Model
import Testing

@testable import Store

struct StoreInstancesTests {
    let fixture: StoreFixture
    let found = Outcome.found(["mail": "a@contoso.example"])

    init() throws { fixture = try StoreFixture() }

    @Test func `opens an instance once and keeps when it was first seen`() async throws {
        let user = fixture.user("u1")
        #expect(try await fixture.record(user, [fixture.answer(found)], run: 1).opened == 1)
        #expect(try await fixture.record(user, [fixture.answer(found)], run: 2, at: 60).opened == 0)
        let instance = try #require(try fixture.instances().first)
        #expect(instance.firstSeen == fixture.now)
        #expect(instance.lastSeen == fixture.now.addingTimeInterval(60))
        #expect(instance.timesSeen == 2)
        #expect(instance.fingerprint.count == 32)
    }

    @Test func `resolves what is clear and opens it again with its history`() async throws {
        let user = fixture.user("u1")
        try await fixture.record(user, [fixture.answer(found)], run: 1)
        #expect(try await fixture.record(user, [fixture.answer(.clear)], run: 2, at: 10).resolved == 1)
        #expect(try fixture.instances().isEmpty)
        let resolved = try #require(try fixture.instances([.resolved]).first)
        #expect(resolved.resolvedAt == fixture.now.addingTimeInterval(10))
        #expect(try await fixture.record(user, [fixture.answer(found)], run: 3, at: 20).opened == 1)
        let again = try #require(try fixture.instances().first)
        #expect(again.firstSeen == fixture.now)
        #expect(again.resolvedAt == nil)
        let history = try fixture.store.history(fingerprint: again.fingerprint, of: fixture.integration.id)
        #expect(history.map(\.change) == [.opened, .resolved, .reopened])
    }

    @Test func `an unknown neither opens nor resolves, and is kept as a doubt`() async throws {
        let user = fixture.user("u1")
        try await fixture.record(user, [fixture.answer(.unknown("not said"))], run: 1)
        #expect(try fixture.instances([]).isEmpty)
        try await fixture.record(user, [fixture.answer(found)], run: 2)
        #expect(try await fixture.record(user, [fixture.answer(.unknown("not said"))], run: 3) == InstanceCounts())
        #expect(try fixture.instances().count == 1)
        #expect(
            try fixture.store.doubts(of: fixture.integration.id) == [
                DoubtCount(check: "user-disabled", reason: "not said", entities: 1)
            ])
        try await fixture.record(user, [fixture.answer(.clear)], run: 4)
        #expect(try fixture.store.doubts(of: fixture.integration.id).isEmpty)
    }

    @Test func `notes a change of evidence`() async throws {
        let user = fixture.user("u1")
        try await fixture.record(user, [fixture.answer(found)], run: 1)
        try await fixture.record(user, [fixture.answer(.found(["mail": "b@contoso.example"]))], run: 2)
        let instance = try #require(try fixture.instances().first)
        #expect(instance.evidence == ["mail": "b@contoso.example"])
        let history = try fixture.store.history(fingerprint: instance.fingerprint, of: fixture.integration.id)
        #expect(history.map(\.change) == [.opened, .changed])
    }

    @Test func `forgetting an entity resolves its instances`() async throws {
        let user = fixture.user("u1")
        try await fixture.keep([user])
        try await fixture.record(user, [fixture.answer(found)], run: 1)
        let now = fixture.now
        let resolved = try await fixture.store.write(fixture.integration.id) {
            try $0.forget(.user, owner: "", id: "u1", run: 2, at: now)
        }
        #expect(resolved == 1)
        #expect(try fixture.instances().isEmpty)
    }

    @Test func `a failing transaction changes nothing`() async throws {
        struct Stop: Error {}
        let entity = try StoredEntity(fixture.user("u1"))
        await #expect(throws: Stop.self) {
            try await fixture.store.write(fixture.integration.id) { writer in
                try writer.keep(entity, round: 1, run: 1)
                try writer.set("users", to: FeedState(phase: .ready, round: 1))
                throw Stop()
            }
        }
        #expect(try fixture.store.count(.user, of: fixture.integration.id) == 0)
        #expect(try fixture.store.feed("users", of: fixture.integration.id) == nil)
    }

    @Test func `lists worst first, in pages, each once`() async throws {
        for index in 0..<25 {
            let severity: Severity = index % 2 == 0 ? .low : .critical
            let user = fixture.user("u\(index)")
            try await fixture.record(
                user, [.init(check: "c\(index % 2)", severity: severity, outcome: found)], run: 1, at: Double(index / 4)
            )
        }
        var seen: [Instance] = []
        try fixture.store.forEachInstance(InstanceFilter(), pageSize: 4) { seen.append($0) }
        #expect(seen.count == 25)
        #expect(Set(seen.map(\.fingerprint)).count == 25)
        #expect(seen.map(\.severity.rank) == seen.map(\.severity.rank).sorted())
    }

    @Test func `filters by severity, check, text and beginning of the fingerprint`() async throws {
        try await fixture.record(fixture.user("u1"), [.init(check: "a", severity: .high, outcome: found)], run: 1)
        try await fixture.record(fixture.user("u2"), [.init(check: "b", severity: .low, outcome: found)], run: 1)
        func ids(_ change: (inout InstanceFilter) -> Void) throws -> [String] {
            var filter = InstanceFilter()
            change(&filter)
            return try fixture.store.instances(filter, limit: 10).map(\.resource.id)
        }
        #expect(try ids { $0.severities = [.high] } == ["u1"])
        #expect(try ids { $0.checks = ["b"] } == ["u2"])
        #expect(try ids { $0.text = "USER U2" } == ["u2"])
        #expect(try ids { $0.text = "nobody" } == [])
        let prefix = try #require(try fixture.instances().first).fingerprint.prefix(8)
        #expect(try fixture.store.instances(fingerprintPrefix: String(prefix), limit: 5).count == 1)
        #expect(try fixture.store.instances(fingerprintPrefix: "zz", limit: 5).isEmpty)
    }

    @Test func `a search that has looked at enough names goes on where it stopped`() async throws {
        for index in 0..<12 {
            let check = index % 2 == 0 ? "a" : "b"
            let user = fixture.user("u\(index)")
            try await fixture.record(
                user, [.init(check: check, severity: .low, outcome: found)], run: 1, at: Double(index))
        }
        var filter = InstanceFilter()
        filter.text = "user u1"
        for reach in [1, 2, 3, 5, 6, 7, 100] {
            var (names, pages, position) = ([String](), 0, InstancePosition?.none)
            repeat {
                let page = try fixture.store.instances(filter, after: position, limit: 2, reach: reach)
                names += page.instances.map(\.resource.id)
                position = page.next
                pages += 1
            } while position != nil && pages < 40
            #expect(names == ["u10", "u11", "u1"], "reach \(reach)")
        }
    }

    @Test func `a search takes whole the findings that it names, and counts what it finds`() async throws {
        for number in 1...20 {
            try await fixture.record(
                fixture.user("u\(number)"), [fixture.answer(found), fixture.answer(found, check: "user-guest")], run: 1)
        }
        var filter = InstanceFilter()
        filter.text = "user u1"
        #expect(try fixture.store.instances(filter, limit: 100).count == 22)
        #expect(try fixture.store.matchCount(filter).count == 22)
        filter.named = [Finding.Key(integration: fixture.integration.id, check: "user-guest")]
        #expect(try fixture.store.instances(filter, limit: 100).count == 31)
        #expect(try fixture.store.instanceCounts(filter).map(\.count).reduce(0, +) == 31)
        let whole = try fixture.store.matchCount(filter)
        #expect(whole == (31, false))
        #expect(try fixture.store.matchCount(filter, reach: 5).isCutShort)
        var pages: Set<String> = []
        var position: InstancePosition?
        repeat {
            let page = try fixture.store.instances(filter, after: position, .forward, limit: 4, reach: 7)
            for instance in page.instances {
                #expect(pages.insert(instance.check + instance.resource.id).inserted)
            }
            position = page.next
        } while position != nil
        #expect(pages.count == 31)
    }

    private func matches(_ profile: String, _ entry: String, _ title: String) -> Outcome {
        .found([
            "matches": .records([["profile": .text(profile), "entry": .text(entry), "title": .text(title)]]),
            "labels": .list(["5b1f7c3e-1111-4222-8333-444444444444"]),
        ])
    }

    @Test func `a text is looked for in what files hold, where a check tells of that`() async throws {
        for (id, check) in [("u1", "content"), ("u2", "other"), ("u3", "content")] {
            let outcome =
                id == "u3" ? found : matches("Straße \(check)", "us_passport", "US passport number")
            try await fixture.record(
                fixture.user(id), [.init(check: check, severity: .low, outcome: outcome)], run: 1)
        }
        func ids(_ change: (inout InstanceFilter) -> Void) throws -> [String] {
            var filter = InstanceFilter()
            filter.contentChecks = ["content"]
            change(&filter)
            let ids = try fixture.store.instances(filter, limit: 10).map(\.resource.id)
            #expect(try fixture.store.instanceCounts(filter).map(\.count).reduce(0, +) == ids.count)
            #expect(try fixture.store.matchCount(filter).count == ids.count)
            return ids
        }
        #expect(try ids { $0.text = "PASSPORT n" } == ["u1"])
        #expect(try ids { $0.text = "us_passport" } == ["u1"])
        #expect(try ids { $0.text = "STRASSE" } == [])
        #expect(try ids { $0.text = "strAßE" } == ["u1"])
        #expect(try ids { $0.text = "nothing" } == [])
        let label = "5b1f7c3e-1111-4222-8333-444444444444"
        #expect(
            try ids { ($0.text, $0.labels) = ("Geheim ß", [fixture.integration.id: ["x", label]]) } == ["u1"])
        #expect(try ids { ($0.text, $0.labels) = ("Board", [fixture.integration.id: ["x", label]]) } == ["u1"])
        #expect(try ids { ($0.text, $0.labels) = ("Board", [fixture.integration.id + 1: [label]]) } == [])
        // What is found later takes the place of what was.
        let newer = matches("P", "iban", "IBAN")
        try await fixture.record(
            fixture.user("u1"), [.init(check: "content", severity: .low, outcome: newer)], run: 2)
        #expect(try ids { $0.text = "passport" } == [])
        #expect(try ids { $0.text = "iban" } == ["u1"])
    }

    @Test func `instances are narrowed to those of a profile, an entry and a label, each by its own name`() async throws
    {
        let own = "5b1f7c3e-1111-4222-8333-444444444444"
        // A profile, an entry and a title that are called the same, a part of a name, and the same id of another organization.
        for (id, profile, entry, title) in [
            ("u1", "iban", "own-1", "Account"), ("u2", "Other", "iban", "IBAN"), ("u3", "Other iban", "own-2", "iban"),
        ] {
            try await fixture.record(
                fixture.user(id), [.init(check: "content", severity: .low, outcome: matches(profile, entry, title))],
                run: 1)
        }
        guard case .found(var foreign) = matches("Foreign", "label-x", "X") else { return }
        foreign["foreignLabels"] = .records([["label": .text(own), "tenant": .text("t"), "part": Evidence.Value.none]])
        try await fixture.record(
            fixture.user("u4"), [.init(check: "content", severity: .low, outcome: .found(foreign))], run: 1)
        try await fixture.record(fixture.user("u5"), [.init(check: "other", severity: .low, outcome: found)], run: 1)
        func ids(_ content: ContentFilter, text: String? = nil) throws -> Set<String> {
            var filter = InstanceFilter()
            (filter.content, filter.text, filter.contentChecks) = (content, text, ["content"])
            let ids = try fixture.store.instances(filter, limit: 10).map(\.resource.id)
            #expect(try fixture.store.instanceCounts(filter).map(\.count).reduce(0, +) == ids.count)
            #expect(try fixture.store.matchCount(filter).count == ids.count)
            filter.since = Date(timeIntervalSince1970: 0)
            #expect(try fixture.store.instanceCounts(filter).map(\.count).reduce(0, +) == ids.count)
            return Set(ids)
        }
        #expect(try ids(ContentFilter(profile: "iban")) == ["u1"])
        #expect(try ids(ContentFilter(profile: "IBAN")) == ["u1"])
        #expect(try ids(ContentFilter(profile: "Other")) == ["u2"])
        #expect(try ids(ContentFilter(profile: "Oth")) == [])
        #expect(try ids(ContentFilter(entries: ["iban"])) == ["u2"])
        #expect(try ids(ContentFilter(labels: [own])) == ["u1", "u2", "u3"])
        #expect(try ids(ContentFilter(profile: "Other", entries: ["iban"], labels: [own, "x"])) == ["u2"])
        #expect(try ids(ContentFilter(profile: "iban", entries: ["iban"])) == [])
        #expect(try ids(ContentFilter(labels: [own]), text: "account") == ["u1"])
        #expect(try ids(ContentFilter()) == ["u1", "u2", "u3", "u4", "u5"])
        #expect(try fixture.store.instancesByLabel(of: fixture.integration.id) == [own: 3])
        #expect(try fixture.store.hasContent(ContentFilter(entries: ["label-x"])))
        #expect(try !fixture.store.hasContent(ContentFilter(profile: "own-1")))
    }

    @Test func `instances of older databases are found by what their files hold`() async throws {
        try await fixture.record(
            fixture.user("u1"), [.init(check: "c", severity: .low, outcome: matches("P", "iban", "IBAN"))], run: 1)
        try await fixture.record(fixture.user("u2"), [.init(check: "c", severity: .low, outcome: found)], run: 1)
        func words() throws -> [String?] {
            try fixture.store.database.read {
                try $0.rows(
                    "SELECT w.words FROM instance i LEFT JOIN content_words w ON w.integration = i.integration AND w.id = i.words ORDER BY i.entity_id"
                ) { $0.optionalText(0) }
            }
        }
        let kept = try words()
        #expect(kept == ["P\n\niban\n\nIBAN\n\n5b1f7c3e-1111-4222-8333-444444444444\n\n", nil])
        try await fixture.store.database.write {
            try $0.execute("UPDATE instance SET words = NULL", [])
            try ContentWords.fill($0)
        }
        #expect(try words() == kept)
    }

    @Test func `signs of patterns in a search stand for themselves`() async throws {
        try await fixture.record(fixture.user("50%_a"), [.init(check: "c", severity: .low, outcome: found)], run: 1)
        var filter = InstanceFilter()
        for (text, count) in [("50%", 1), ("5%a", 0), ("%_a", 1), ("0_", 0), ("\\", 0)] {
            filter.text = text
            #expect(try fixture.store.instances(filter, limit: 5).count == count, "\(text)")
        }
    }

    @Test(arguments: [("ÖZTÜRK", 1), ("jörg ö", 1), ("ИВАН", 1), ("öztork", 0), ("ö_", 0), ("ø", 0)])
    func `a search knows the small and capital letters of every script`(text: String, count: Int) async throws {
        let user = fixture.user("u1") { $0.displayName = "Jörg Öztürk Иван" }
        for user in [user, fixture.user("u2") { $0.displayName = "Jorg Ozturk" }] {
            try await fixture.record(user, [.init(check: "c", severity: .low, outcome: found)], run: 1)
        }
        var filter = InstanceFilter()
        filter.text = text
        #expect(try fixture.store.instances(filter, limit: 5).count == count)
    }

    @Test func `says seen again only of owners that could be read`() async throws {
        let (run, now, later) = (2, fixture.now, fixture.now.addingTimeInterval(100))
        for id in ["good", "denied"] {
            let rule = MessageRule(id: "r", mailbox: Owner(id: id, name: id))
            let assessment = Assessment(of: rule, answers: [.init(check: "c", severity: .low, outcome: found)])
            let coverage = Coverage(.messageRules, subject: id, id == "good" ? .ok : .denied)
            try await fixture.store.write(fixture.integration.id) { writer in
                _ = try writer.record(assessment, tenantID: "t", run: 1, at: now)
                try writer.note(coverage, run: run, at: later)
                try writer.seenAgain(.messageRule, collector: .messageRules, by: .reading, run: run, at: later)
            }
        }
        let seen = Dictionary(uniqueKeysWithValues: try fixture.instances().map { ($0.resource.id, $0.lastSeen) })
        #expect(seen["good"] == later)
        #expect(seen["denied"] == now)
    }
}
