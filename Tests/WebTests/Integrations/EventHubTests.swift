import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import Store
import Testing

@testable import Flows
@testable import Web

/// What open pages are told.
struct EventHubTests {
    @Test func `a program hears what changes, with a token that reads`() async throws {
        let fixture = try WebFixture()
        let made = try fixture.store.addToken(named: "reader", scopes: [.read], by: "test", at: WebFixture.start)
        let server = fixture.server()
        try await fixture.test(server) { visitor in
            let refused = try await visitor.send(.get, "/api/v1/events")
            #expect(refused.status == .unauthorized)
            async let answer = visitor.send(
                .get, "/api/v1/events", ["Authorization": "Bearer \(made.secret.text)"])
            while server.events.listenerCount == 0 { await Task.yield() }
            await server.events.publish(Event(.findings))
            server.events.close()
            let stream = try await answer
            #expect(stream.status == .ok)
            #expect(stream.field("Content-Type")?.hasPrefix("text/event-stream") == true)
            #expect(stream.text.contains("event: change\ndata: findings\n\n"))
        }
    }

    @Test(.timeLimit(.minutes(1))) func `a program whose token was revoked hears nothing more`() async throws {
        let fixture = try WebFixture()
        let made = try fixture.store.addToken(named: "reader", scopes: [.read], by: "test", at: WebFixture.start)
        let server = fixture.server()
        try await fixture.test(server) { visitor in
            let token = "Bearer \(made.secret.text)"
            let strange = try await visitor.send(.get, "/api/v1/events?x=1", ["Authorization": token])
            #expect(strange.status == .badRequest)
            async let answer = visitor.send(.get, "/api/v1/events", ["Authorization": token])
            while server.events.listenerCount == 0 { await Task.yield() }
            server.events.beat(1)
            _ = try fixture.store.revokeToken("reader", at: WebFixture.start)
            server.events.post(Event(.findings, words: "A secret."))
            server.events.beat(1)
            let stream = try await answer
            #expect(stream.text.components(separatedBy: ": still here").count <= 2)
            #expect(!stream.text.contains("A secret."))
            #expect(server.events.listenerCount == 0)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a page whose session is over, or whose person is shut out, hears nothing more`()
        async throws
    {
        let fixture = try AccountsFixture()
        let server = fixture.server()
        try await server.test(.router) { client in
            let browser = Browser(client)
            for isDisabled in [false, true] {
                try await browser.signIn("vi")
                async let answer = browser.get("/events")
                while server.events.listenerCount == 0 { await Task.yield() }
                let account = try fixture.account("vi")
                try await fixture.store.changeAccounts(Deed(by: "user:ana", at: WebFixture.start)) {
                    if isDisabled { try $0.disable(account) } else { try $0.endSessions(of: account) }
                }
                server.events.beat(isDisabled ? 2 : 1)
                #expect(try await answer.text.contains(": still here") == false)
                #expect(server.events.listenerCount == 0)
            }
        }
    }

    @Test func `an event reaches every open page, each with its id`() async throws {
        let hub = EventHub()
        let one = try #require(hub.subscribe("user:ana"))
        let two = try #require(hub.subscribe("user:bo"))
        await hub.publish(Event(.findings, integration: "contoso"))
        hub.close()
        for subscription in [one, two] {
            var ids: [String] = []
            for await signal in subscription.signals { if case .change(let id, _) = signal { ids.append(id) } }
            #expect(ids == [hub.lastID])
        }
    }

    @Test func `who does not keep up is let go, the others stay`() async throws {
        let hub = EventHub()
        let slow = try #require(hub.subscribe("user:slow"))
        for _ in 0..<32 { hub.post(Event(.findings)) }
        #expect(hub.listenerCount == 1)
        hub.post(Event(.findings))
        #expect(hub.listenerCount == 0)
        var count = 0
        for await _ in slow.signals { count += 1 }
        #expect(count == 32)
    }

    @Test func `streams are bounded in all; of one visitor's the oldest makes room`() async throws {
        let hub = EventHub(most: 3, mostEach: 2)
        let first = try #require(hub.subscribe("user:ana"))
        let second = try #require(hub.subscribe("user:ana"))
        #expect(hub.subscribe("user:ana") != nil)
        #expect(hub.listenerCount == 2)
        for await _ in first.signals { Issue.record("the oldest stream should have ended") }
        #expect(hub.subscribe("user:bo") != nil)
        #expect(hub.subscribe("user:cy") == nil)
        hub.leave(second.number)
        #expect(hub.subscribe("user:cy") != nil)
        hub.close()
        #expect(hub.subscribe("user:bo") == nil)
    }

    @Test func `a sign of life goes to one stream alone`() async throws {
        let hub = EventHub()
        let one = try #require(hub.subscribe("user:ana"))
        let two = try #require(hub.subscribe("user:ana"))
        hub.beat(one.number)
        hub.close()
        var beats = [0, 0]
        for await _ in one.signals { beats[0] += 1 }
        for await _ in two.signals { beats[1] += 1 }
        #expect(beats == [1, 0])
    }

    private func news(_ kind: Run.Kind, _ end: JobEnd) -> [String] {
        let integration = Integration(
            name: "contoso", tenantID: "t", clientID: "c", graphURL: "https://g", loginURL: "https://l",
            credential: .secret, createdAt: WebFixture.start)
        return JobNews(integration: integration, kind: kind, what: .ended(end)).events.compactMap(\.words)
    }

    @Test func `the end of a run is one sentence, not one for each row`() {
        #expect(
            news(.scan, .done(opened: 3, resolved: 1)) == ["Scan of contoso finished, 3 new instances, 1 resolved."])
        #expect(news(.sync, .done(opened: 0, resolved: 0)) == ["Sync of contoso finished."])
        #expect(news(.scan, .failed("429")) == ["Scan of contoso failed."])
    }

    @Test func `what nobody waits for is not said`() {
        #expect(news(.judging, .done(opened: 0, resolved: 0)) == [])
        #expect(news(.judging, .done(opened: 1, resolved: 0)) == ["Judging of contoso finished, 1 new instance."])
        #expect(news(.scan, .busy) == [])
    }

    @Test func `a sentence is one line of the stream, whatever stands in it`() {
        #expect(WebServer.news("a\r\ndata: b\n\nc") == "event: news\ndata: a data: b c\n\n")
    }

    @Test func `what another process changes reaches open pages`() async throws {
        let fixture = try await FindingFixture()
        let store = fixture.web.store
        let watch = StoreWatch()
        #expect(try watch.news(in: store).isEmpty, "the first look has nothing to compare with")
        #expect(try watch.news(in: store).isEmpty)
        let decide = Decide(in: store, Deed(by: "cli:root", at: fixture.now))
        _ = try await decide.ignore([Finding.Key(integration: 1, check: "user-disabled")], Terms(reason: "known"))
        #expect(try watch.news(in: store).map(\.topic).contains(.findings))
        #expect(try watch.news(in: store).isEmpty)
        try store.record(
            KeptVerdict(
                door: "milter", queueID: "Q1", messageID: nil, received: fixture.now, sender: "a@b.example",
                recipients: [], subject: nil, verdict: WebFixture.verdict))
        #expect(try watch.news(in: store).map(\.topic) == [.mail])
        let policies = PolicyBook(store: store, options: MailOptions())
        try policies.add(.init(.blocked, .domain, "evil.example"), Deed(by: "cli:root", at: fixture.now))
        #expect(try watch.news(in: store).map(\.topic).contains(.protections))
        let edit = ProtectEdit(store: store, Deed(by: "cli:root", at: fixture.now))
        var person = ProtectEdit.Draft()
        (person.name, person.emails) = ("Adele Vance", ["adele@contoso.example"])
        _ = try edit.keep(person)
        #expect(try watch.news(in: store).map(\.topic).contains(.protections))
    }
}
