import Foundation
import Graph
import Model
import Synchronization
import Testing

struct TokenTests {
    @Test func `signs in with the secret and asks for the default scope of its Graph`() async throws {
        let graph = ScriptedGraph { _, _ in .value() }
        _ = try await graph.client(credential: .secret("a+b&c=d é")).token()
        let login = try #require(graph.logins.first)
        #expect(login.method == "POST")
        #expect(login.path == "/t1/oauth2/v2.0/token")
        #expect(login.header("Content-Type") == "application/x-www-form-urlencoded")
        #expect(
            login.body
                == "client_id=c1&grant_type=client_credentials&scope=https%3A%2F%2Fgraph.test.example%2F.default"
                + "&client_secret=a%2Bb%26c%3Dd%20%C3%A9")
    }

    @Test func `renews at eighty percent of its life and not before`() async throws {
        let graph = ScriptedGraph(life: 1_000) { _, _ in .value() }
        let client = try graph.client()
        _ = try await client.page(of: .domains, for: ())
        graph.clock.advance(799)
        _ = try await client.page(of: .domains, for: ())
        #expect(graph.logins.count == 1)
        graph.clock.advance(1)
        _ = try await client.page(of: .domains, for: ())
        #expect(graph.logins.count == 2)
        #expect(graph.calls.last?.token == ScriptedGraph.jwt(2))
    }

    @Test func `signs in once for fifty who ask at the same time`() async throws {
        let graph = ScriptedGraph { _, _ in .value() }
        let client = try graph.client()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<50 { group.addTask { _ = try await client.token() } }
            try await group.waitForAll()
        }
        #expect(graph.logins.count == 1)
        #expect(client.statistics.tokens == 1)
    }

    @Test(.timeLimit(.minutes(1)))
    func `whoever is stopped while the sign-in service is silent is free at once, and who asks next signs in anew`()
        async throws
    {
        let graph = ScriptedGraph { _, _ in .value() }
        let (asked, asks) = AsyncStream.makeStream(of: Void.self)
        let (silence, end) = AsyncStream.makeStream(of: Void.self)
        let first = Mutex(true)
        // Takes the first question and does not even notice that nobody wants the answer any more.
        let client = try graph.client(exchange: { request, body in
            if first.withLock({ isFirst in
                defer { isFirst = false }; return isFirst
            }) {
                asks.finish()
                await Task.detached { for await _ in silence {} }.value
            }
            return try await graph.exchange(request, body)
        })
        let waiting = (0..<3).map { _ in Task { try await client.token() } }
        for await _ in asked {}
        for task in waiting {
            task.cancel()
            await #expect(throws: CancellationError.self) { _ = try await task.value }
        }
        _ = try await client.page(of: .domains, for: ())
        #expect(graph.calls.count == 1)
        end.finish()
    }

    @Test func `renews once on a 401 and goes on`() async throws {
        let graph = ScriptedGraph { call, _ in
            call.token == ScriptedGraph.jwt(1) ? .error(401, "InvalidAuthenticationToken") : .value()
        }
        _ = try await graph.client().page(of: .domains, for: ())
        #expect(graph.logins.count == 2)
        #expect(graph.calls.count == 2)
    }

    @Test func `renews once for twenty requests whose token expired under way`() async throws {
        let graph = ScriptedGraph { call, _ in
            call.token == ScriptedGraph.jwt(1) ? .error(401, "InvalidAuthenticationToken") : .value()
        }
        let client = try graph.client()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { _ = try await client.page(of: .domains, for: ()) } }
            try await group.waitForAll()
        }
        #expect(graph.logins.count == 2)
    }

    @Test func `gives up after the second 401`() async throws {
        let graph = ScriptedGraph { _, _ in .error(401, "InvalidAuthenticationToken") }
        let client = try graph.client()
        let error = await #expect(throws: GraphError.self) { try await client.page(of: .domains, for: ()) }
        #expect(
            error == .refused(path: "/v1.0/domains", status: 401, code: "InvalidAuthenticationToken", message: "no"))
        #expect(graph.logins.count == 2)
    }

    @Test func `goes on with a token that still lives while the sign-in service is down`() async throws {
        let graph = ScriptedGraph(life: 1_000, onLogin: { _, number in number == 1 ? nil : .error(503) }) { _, _ in
            .value()
        }
        let client = try graph.client()
        _ = try await client.token()
        graph.clock.advance(850)
        _ = try await client.page(of: .domains, for: ())
        graph.clock.advance(200)
        let error = await #expect(throws: GraphError.self) { try await client.page(of: .domains, for: ()) }
        #expect(error?.isFatal == true)
    }

    @Test func `says what the token may do`() async throws {
        let claims = #""roles":["Files.ReadWrite.All","MailboxSettings.ReadWrite"],"tid":"T","oid":"O","appid":"A""#
        let graph = ScriptedGraph(onLogin: { _, _ in
            .json(#"{"access_token":"\#(ScriptedGraph.jwt(1, claims: claims))","expires_in":"3599"}"#)
        }) { _, _ in .value() }
        let facts = try await graph.client().token()
        #expect(facts.permissions.isSuperset(of: [.filesReadAll, .filesReadWriteAll, .mailboxSettingsRead]))
        #expect(!facts.isDelegated)
        #expect([facts.tenantID, facts.userObjectID, facts.appID] == ["T", "O", "A"])
        #expect(facts.expiresAt == graph.clock.date.addingTimeInterval(3_599))
    }

    @Test func `keeps a token without permissions for half a minute only`() async throws {
        let graph = ScriptedGraph(onLogin: { _, number in
            let claims = number == 1 ? #""tid":"t1""# : #""roles":["User.Read.All"],"tid":"t1""#
            return .json(#"{"access_token":"\#(ScriptedGraph.jwt(number, claims: claims))","expires_in":3599}"#)
        }) { _, _ in .value() }
        let client = try graph.client()
        let before = try await client.token()
        #expect(before.isConsentMissing && before.permissions.isEmpty)
        graph.clock.advance(31)
        #expect(try await client.token().permissions == [.userReadAll])
    }

    @Test func `does not guess what an opaque token may do`() async throws {
        let graph = ScriptedGraph(onLogin: { _, _ in .json(#"{"access_token":"opaque","expires_in":3599}"#) }) { _, _ in
            .value()
        }
        let facts = try await graph.client().token()
        #expect(facts.isOpaque && !facts.isConsentMissing && facts.tenantID == "t1")
    }

    @Test func `stores a rotated refresh token before it uses the new access token`() async throws {
        let events = Mutex<[String]>([])
        let graph = ScriptedGraph(
            life: 100,
            onLogin: { call, number in
                let sent = call.body.contains("refresh_token=r\(number - 1)&")
                events.withLock { $0.append(sent ? "sent r\(number - 1)" : "wrong: \(call.body)") }
                let jwt = ScriptedGraph.jwt(number, claims: #""scp":"User.Read.All offline_access","oid":"me""#)
                return .json(#"{"access_token":"\#(jwt)","refresh_token":"r\#(number)","expires_in":100}"#)
            }
        ) { _, _ in
            events.withLock { $0.append("page") }
            return .value()
        }
        let client = try graph.client(
            credential: .refreshToken("r0", client: nil),
            onRotatedRefreshToken: { token in events.withLock { $0.append("stored \(token)") } })
        _ = try await client.page(of: .domains, for: ())
        graph.clock.advance(90)
        _ = try await client.page(of: .domains, for: ())
        #expect(events.withLock { $0 } == ["sent r0", "stored r1", "page", "sent r1", "stored r2", "page"])
        let facts = try await client.token()
        #expect(facts.isDelegated && facts.permissions.contains(.userReadAll) && facts.userObjectID == "me")
    }

    @Test func `does not use a token whose refresh token could not be stored`() async throws {
        struct Full: Error {}
        let graph = ScriptedGraph(onLogin: { _, number in
            .json(#"{"access_token":"\#(ScriptedGraph.jwt(number))","refresh_token":"r1","expires_in":100}"#)
        }) { _, _ in .value() }
        let client = try graph.client(
            credential: .refreshToken("r0", client: nil), onRotatedRefreshToken: { _ in throw Full() })
        await #expect(throws: GraphError.self) { try await client.page(of: .domains, for: ()) }
        #expect(graph.calls.isEmpty)
    }
}
