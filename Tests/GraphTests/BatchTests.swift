import Foundation
import Graph
import JSONPull
import Model
import Synchronization
import Testing

struct BatchTests {
    private func owners(_ count: Int) -> [Owner] { (1...count).map { Owner(id: "u\($0)", name: "U\($0)") } }

    /// The parts of a batch's body: id and url, in order.
    private static func parts(_ body: String) -> [(id: String, url: String)] {
        var parts: [(id: String, url: String)] = []
        _ = try? JSONReader.read(Array(body.utf8)) { (reader) throws(JSONError) in
            try reader.object { (reader, key) throws(JSONError) in
                guard "requests" ~= key else { return }
                try reader.array { (reader) throws(JSONError) in
                    var part = (id: "", url: "")
                    try reader.object { (reader, key) throws(JSONError) in
                        switch key {
                        case "id": part.id = try reader.string()
                        case "url": part.url = try reader.string()
                        default: break
                        }
                    }
                    parts.append(part)
                }
            }
        }
        return parts
    }

    /// A server of batches: answers each part by its url, in reversed order; nil leaves the part out.
    private static func server(
        _ answer: @escaping @Sendable (_ url: String, _ batch: Int) -> (status: Int, headers: String, body: String)?
    ) -> @Sendable (ScriptedGraph.Call, Int) async -> ScriptedGraph.Reply {
        { call, number in
            let answers = parts(call.body).reversed().compactMap { part in
                answer(part.url, number).map {
                    #"{"id":"\#(part.id)","status":\#($0.status),"headers":{\#($0.headers)},"body":\#($0.body)}"#
                }
            }
            return .json(#"{"responses":[\#(answers.joined(separator: ","))]}"#)
        }
    }

    /// One rule, named after the mailbox.
    private static func rule(_ url: String) -> (status: Int, headers: String, body: String) {
        (200, "", #"{"value":[{"id":"\#(url.split(separator: "/")[1])"}]}"#)
    }

    @Test func `asks for twenty at a time and gives results in the order of the owners`() async throws {
        let graph = ScriptedGraph(onGraph: Self.server { url, _ in Self.rule(url) })
        let client = try graph.client()
        let results = await client.batch(of: .messageRules, for: owners(45))
        #expect(try results.map { try $0.get().kept.map(\.id) } == (1...45).map { ["u\($0)"] })
        #expect(graph.calls.map { Self.parts($0.body).count }.sorted() == [5, 20, 20])
        for call in graph.calls {
            #expect(call.method == "POST" && call.path == "/v1.0/$batch")
            #expect(call.header("Content-Type") == "application/json")
            let parts = Self.parts(call.body)
            #expect(Set(parts.map(\.id)).count == parts.count)
            #expect(
                parts.allSatisfy { $0.url.hasPrefix("/users/u") && $0.url.hasSuffix("/mailFolders/inbox/messageRules") }
            )
        }
        #expect(client.statistics.requests == 45)
        #expect(client.statistics.roundTrips == 3)
    }

    @Test func `gives every part its own headers`() async throws {
        let graph = ScriptedGraph(onGraph: Self.server { _, _ in (200, "", #"{"value":[]}"#) })
        _ = try await graph.client().batch(of: .authenticationMethods, for: owners(2))
        #expect(
            graph.calls[0].body.components(separatedBy: #""headers":{"Prefer":"include-unknown-enum-members"}"#).count
                == 3)
    }

    @Test func `sends again only what was throttled, after the longest wait`() async throws {
        let graph = ScriptedGraph(
            onGraph: Self.server { url, batch in
                if batch == 1, url.contains("/u3/") { return (429, #""Retry-After":"7""#, "{}") }
                if batch == 1, url.contains("/u5/") { return (429, #""retry-after":"21""#, "{}") }
                return Self.rule(url)
            })
        let client = try graph.client()
        let results = await client.batch(of: .messageRules, for: owners(20))
        #expect(results.allSatisfy { (try? $0.get().kept.count) == 1 })
        #expect(
            Self.parts(graph.calls[1].body).map(\.url).sorted()
                == [3, 5].map { "/users/u\($0)/mailFolders/inbox/messageRules" })
        #expect(graph.calls[1].at.timeIntervalSince(graph.calls[0].at) >= 21)
        #expect(client.statistics.retries == 2)
        #expect(client.statistics.throttled == 2)
    }

    @Test func `sends again what failed or is missing, and gives up on it alone`() async throws {
        let graph = ScriptedGraph(
            onGraph: Self.server { url, batch in
                if url.contains("/u1/") { return batch < 3 ? (503, "", "{}") : Self.rule(url) }
                if url.contains("/u2/") { return batch < 2 ? nil : Self.rule(url) }
                if url.contains("/u3/") { return (504, "", #"{"error":{"code":"UnknownError"}}"#) }
                if url.contains("/u4/") { return nil }
                return Self.rule(url)
            })
        let results = try await graph.client().batch(of: .messageRules, for: owners(6))
        #expect(try results[0].get().kept.map(\.id) == ["u1"])
        #expect(try results[1].get().kept.map(\.id) == ["u2"])
        #expect(
            throws: GraphError.failed(
                path: "/v1.0/users/u3/mailFolders/inbox/messageRules", status: 504, code: "UnknownError")
        ) {
            try results[2].get()
        }
        #expect(throws: GraphError.self) { try results[3].get() }
        #expect(try results[5].get().kept.map(\.id) == ["u6"])
        #expect(graph.calls.count == 5)
        #expect(Self.parts(graph.calls[4].body).count == 2)
    }

    @Test func `gives a part's refusal to its owner only`() async throws {
        let graph = ScriptedGraph(
            onGraph: Self.server { url, _ in
                if url.contains("/u1/") { return (404, "", #"{"error":{"code":"MailboxNotEnabledForRESTAPI"}}"#) }
                if url.contains("/u2/") { return (403, "", #"{"error":{"code":"ErrorAccessDenied"}}"#) }
                if url.contains("/u3/") { return (200, "", #"{"error":{"code":"x"}}"#) }
                return Self.rule(url)
            })
        let results = try await graph.client().batch(of: .messageRules, for: owners(4))
        let coverage = results.map { result -> String in
            if case .failure(let error) = result { error.coverage.detail } else { "ok" }
        }
        #expect(
            coverage == [
                "404 MailboxNotEnabledForRESTAPI", "403 ErrorAccessDenied", "malformed answer: an error inside a 200",
                "ok",
            ])
        #expect(graph.calls.count == 1)
    }

    @Test func `renews the token when parts or the batch say 401`() async throws {
        let inner = Self.server { url, batch in
            batch == 1 && url.contains("/u1/")
                ? (401, "", #"{"error":{"code":"InvalidAuthenticationToken"}}"#) : Self.rule(url)
        }
        let parts = ScriptedGraph(onGraph: inner)
        #expect(try await parts.client().batch(of: .messageRules, for: owners(3)).allSatisfy { (try? $0.get()) != nil })
        #expect(parts.logins.count == 2 && Self.parts(parts.calls[1].body).count == 1)
        let whole = ScriptedGraph { call, number in
            number == 1 ? .error(401, "InvalidAuthenticationToken") : await inner(call, number)
        }
        #expect(try await whole.client().batch(of: .messageRules, for: owners(3)).allSatisfy { (try? $0.get()) != nil })
        #expect(whole.logins.count == 2 && Self.parts(whole.calls[1].body).count == 3)
    }

    @Test func `a part may be refused once after the batch around it was, and no more`() async throws {
        for (refusals, isAnswered) in [(2, true), (3, false)] {
            let parts = Self.server { url, batch in
                batch <= refusals && url.contains("/u1/")
                    ? (401, "", #"{"error":{"code":"InvalidAuthenticationToken"}}"#) : Self.rule(url)
            }
            let graph = ScriptedGraph { call, number in
                number == 1 ? .error(401, "InvalidAuthenticationToken") : await parts(call, number)
            }
            let results = try await graph.client().batch(of: .messageRules, for: owners(3))
            #expect(results.count { (try? $0.get()) == nil } == (isAnswered ? 0 : 1))
        }
    }

    @Test(arguments: [
        ScriptedGraph.Reply.error(429, "", ["Retry-After": "5"]), .error(503),
        .lost(.unreachable(host: "h", why: "reset")),
        .json(#"{"responses":[{"id":"1","status":200,"#), .json("{}"), .json("[]"), .json("<html>"),
    ])
    func `sends the whole batch again when the batch itself fails`(first: ScriptedGraph.Reply) async throws {
        let server = Self.server { url, _ in Self.rule(url) }
        let graph = ScriptedGraph { call, number in number == 1 ? first : await server(call, number) }
        let results = try await graph.client().batch(of: .messageRules, for: owners(3))
        #expect(results.allSatisfy { (try? $0.get().kept.count) == 1 })
        #expect(graph.calls.count == 2)
        if first.status == 429 { #expect(graph.calls[1].at.timeIntervalSince(graph.calls[0].at) >= 5) }
    }

    @Test func `asks singly where batches are refused as such`() async throws {
        let graph = ScriptedGraph { call, _ in
            call.path.hasSuffix("$batch") ? .error(400, "BadRequest") : .value(#"{"id":"r"}"#)
        }
        let results = try await graph.client().batch(of: .messageRules, for: owners(3))
        #expect(results.allSatisfy { (try? $0.get().kept.count) == 1 })
        #expect(graph.calls.count == 4)
    }

    @Test func `never asks for more than four things of one mailbox in a batch`() async throws {
        let most = Mutex(0)
        let graph = ScriptedGraph(onGraph: { call, number in
            let counts = Dictionary(grouping: Self.parts(call.body), by: { $0.url.split(separator: "/")[1] }).values
                .map(\.count)
            most.withLock { $0 = max($0, counts.max() ?? 0) }
            return await Self.server { url, _ in (200, "", #"{"value":[{"id":"\#(url.split(separator: "/")[3])"}]}"#) }(
                call, number)
        })
        let ana = Owner(id: "ana", name: "Ana")
        let calendars = (1...11).map { CalendarReference(id: "c\($0)", isDefault: false, mailbox: ana) }
        let results = try await graph.client().batch(of: .calendarPermissions, for: calendars)
        #expect(try results.map { try $0.get().kept.map(\.permissionID) } == (1...11).map { ["c\($0)"] })
        #expect(most.withLock { $0 } <= 4)
    }

    @Test func `lets mailboxes that need not wait go first`() async throws {
        let asked = Mutex(0)
        let graph = ScriptedGraph(
            onGraph: Self.server { url, _ in
                guard url.contains("/u1/") else { return Self.rule(url) }
                let times = asked.withLock {
                    $0 += 1; return $0
                }
                return times == 1 ? (429, #""Retry-After":"100""#, "{}") : Self.rule(url)
            })
        let results = try await graph.client().batch(of: .messageRules, for: owners(40))
        #expect(results.allSatisfy { (try? $0.get().kept.count) == 1 })
        let late = graph.calls.filter { $0.at.timeIntervalSince(graph.calls[0].at) >= 100 }
        #expect(late.map { Self.parts($0.body).map(\.url) } == [["/users/u1/mailFolders/inbox/messageRules"]])
    }

    @Test func `ends for every owner when nobody can sign in`() async throws {
        let graph = ScriptedGraph(onLogin: { _, _ in
            .json(#"{"error":"invalid_client","error_codes":[7000215]}"#, status: 401)
        }) { _, _ in
            .value()
        }
        let results = try await graph.client().batch(of: .messageRules, for: owners(25))
        #expect(results.count == 25)
        #expect(
            results.allSatisfy {
                if case .failure(.signIn(let error)) = $0 { error.code == "AADSTS7000215" } else { false }
            })
        #expect(try await graph.client().batch(of: .messageRules, for: []).isEmpty)
    }

    @Test func `logs the batch and each of its parts, without the token`() async throws {
        let path = NSTemporaryDirectory() + "reeve-log-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let graph = ScriptedGraph(onGraph: Self.server { url, _ in Self.rule(url) })
        let client = try graph.client(requestLog: try RequestLog(path: path))
        _ = await client.batch(of: .messageRules, for: owners(2))
        _ = try? await client.page(of: .domains, for: ())
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(
            text == """
                POST https://graph.test.example/v1.0/$batch
                GET https://graph.test.example/v1.0/users/u1/mailFolders/inbox/messageRules
                GET https://graph.test.example/v1.0/users/u2/mailFolders/inbox/messageRules
                GET https://graph.test.example/v1.0/domains

                """)
    }
}
