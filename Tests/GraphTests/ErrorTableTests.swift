import Graph
import Model
import Testing

struct ErrorTableTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var status: Int
        var code: String
        var state: CoverageState
        var detail: String
        var requests: Int
        var testDescription: String { "\(status) \(code)" }
        init(_ status: Int, _ code: String, _ state: CoverageState, requests: Int = 1, detail: String? = nil) {
            self.status = status
            self.code = code
            self.state = state
            self.requests = requests
            self.detail = detail ?? "\(status) \(code)"
        }
    }

    /// What the services answer, and what becomes of it.
    static let rows: [Row] = [
        Row(400, "Request_BadRequest", .error), Row(400, "BadRequest", .error),
        Row(400, "Request_UnsupportedQuery", .error),
        Row(400, "invalidRequest", .error), Row(400, "ErrorInvalidIdMalformed", .error),
        Row(401, "InvalidAuthenticationToken", .denied, requests: 2), Row(401, "unauthenticated", .denied, requests: 2),
        Row(403, "Authorization_RequestDenied", .denied), Row(403, "ErrorAccessDenied", .denied),
        Row(403, "accessDenied", .denied),
        Row(403, "Authentication_RequestFromNonPremiumTenantOrB2CTenant", .denied),
        Row(403, "Authentication_MSGraphPermissionMissing", .denied),
        Row(404, "Request_ResourceNotFound", .notApplicable), Row(404, "ResourceNotFound", .notApplicable),
        Row(404, "MailboxNotEnabledForRESTAPI", .notApplicable), Row(404, "itemNotFound", .notApplicable),
        Row(404, "ErrorItemNotFound", .notApplicable), Row(409, "conflict", .error), Row(412, "conflict", .error),
        Row(410, "resyncRequired", .error, detail: "410 resync required"),
        Row(410, "resyncChangesApplyDifferences", .error, detail: "410 resync required"),
        Row(410, "resyncChangesUploadDifferences", .error, detail: "410 resync required"),
        Row(400, "syncStateNotFound", .error, detail: "410 resync required"),
        Row(404, "syncStateNotFound", .error, detail: "410 resync required"),
        Row(423, "fileDoubleKeyEncrypted", .error), Row(423, "fileDecryptionDeferred", .error),
        Row(424, "failedDependency", .error),
        Row(429, "TooManyRequests", .throttled, requests: 8, detail: "throttled 8 times"),
        Row(429, "ApplicationThrottled", .throttled, requests: 8, detail: "throttled 8 times"),
        Row(429, "activityLimitReached", .throttled, requests: 8, detail: "throttled 8 times"),
        Row(500, "generalException", .error, requests: 5), Row(502, "BadGateway", .error, requests: 5),
        Row(503, "serviceNotAvailable", .error, requests: 5), Row(504, "UnknownError", .error, requests: 5),
        Row(509, "bandwidthLimitExceeded", .error, requests: 5), Row(501, "notSupported", .error),
        Row(302, "", .error, detail: "302 redirect"),
    ]

    @Test(arguments: rows)
    func `becomes coverage, after as many requests as it deserves`(row: Row) async throws {
        let graph = ScriptedGraph { _, _ in .error(row.status, row.code) }
        let client = try graph.client()
        let error = await #expect(throws: GraphError.self) {
            try await client.page(of: .messageRules, for: Owner(id: "u", name: "U"))
        }
        #expect(error?.coverage.state == row.state)
        #expect(error?.coverage.detail == row.detail)
        #expect(error?.isFatal == false)
        #expect(graph.calls.count == row.requests)
        #expect(error?.description.first?.isUppercase == false && error?.description.last != ".")
    }

    @Test(arguments: rows)
    func `means the same inside a batch`(row: Row) async throws {
        let body = #"{"error":{"code":"\#(row.code)","message":"no"}}"#
        let graph = ScriptedGraph { call, _ in
            .json(#"{"responses":[{"id":"1","status":\#(row.status),"headers":{},"body":\#(body)}]}"#)
        }
        let results = try await graph.client().batch(of: .messageRules, for: [Owner(id: "u", name: "U")])
        guard case .failure(let error) = results[0] else {
            Issue.record("a page came back")
            return
        }
        #expect(error.coverage.state == row.state)
        #expect(error.coverage.detail == row.detail)
        #expect(graph.calls.count == row.requests)
    }

    @Test func `counts attempts in words`() {
        #expect(GraphError.throttled(path: "/x", attempts: 1).coverage.detail == "throttled 1 time")
        #expect("\(GraphError.throttled(path: "/x", attempts: 1))".contains("after 1 attempt;"))
        #expect(GraphError.throttled(path: "/x", attempts: 2).coverage.detail == "throttled 2 times")
    }

    @Test func `takes the most specific code, whatever the inner error is called`() async throws {
        for inner in ["innerError", "innererror", "InnerError"] {
            let body =
                #"{"error":{"\#(inner)":{"code":"b","\#(inner)":{"code":"quotaLimitReached","date":"x"}},"code":"accessDenied","message":"no\nmore"}}"#
            let graph = ScriptedGraph { _, _ in .json(body, status: 403) }
            let client = try graph.client()
            let error = await #expect(throws: GraphError.self) { try await client.page(of: .domains, for: ()) }
            #expect(error == .refused(path: "/v1.0/domains", status: 403, code: "quotaLimitReached", message: "no"))
        }
    }

    @Test(arguments: ["", "<html>busy</html>", "{", #"{"error":"x"}"#, #"{"error":{"code":""}}"#])
    func `lives with an error body that says nothing`(body: String) async throws {
        let graph = ScriptedGraph { _, _ in .json(body, status: 403) }
        let client = try graph.client()
        let error = await #expect(throws: GraphError.self) { try await client.page(of: .domains, for: ()) }
        #expect(error?.coverage.detail == "403")
    }

    @Test func `restarts at the Location of a 410, and refuses a foreign one`() async throws {
        func error(_ location: String) async throws -> GraphError? {
            let graph = ScriptedGraph { _, _ in .error(410, "resyncRequired", ["Location": location]) }
            let client = try graph.client()
            return await #expect(throws: GraphError.self) { try await client.page(of: .usersDelta, for: ()) }
        }
        let own = "https://graph.test.example/v1.0/users/delta?$deltatoken="
        #expect(try await error(own) == .resync(location: own))
        #expect(try await error("/v1.0/users/delta?$deltatoken=") == .resync(location: own))
        #expect(
            try await error("https://evil.example/v1.0/users/delta")
                == .foreignLink("https://evil.example/v1.0/users/delta"))
        #expect(try await error("//evil.example/v1.0/users/delta") == .foreignLink("//evil.example/v1.0/users/delta"))
    }

    @Test(arguments: [
        (#"{"error":{"code":"x"}}"#, "an error inside a 200"),
        (#"{"value":[],"error":{"code":"x"}}"#, "an error inside a 200"),
        ("{}", "no value"), (#"{"value":null}"#, "no value"), (#"{"value":{}}"#, "no value"), ("[]", "no object"),
        ("null", "no object"),
        ("<html>", "no JSON (unexpected byte, byte 0)"),
        (#"{"value":[]} x"#, "no JSON (bytes after the end of the document, byte 13)"),
        (#"{"value":["# + String(repeating: #"{"a":"#, count: 200), "it is nested too deep"),
    ])
    func `calls a 200 malformed that holds no page`(body: String, what: String) async throws {
        let graph = ScriptedGraph { _, _ in .json(body) }
        let client = try graph.client()
        let error = await #expect(throws: GraphError.self) { try await client.page(of: .users, for: ()) }
        #expect(error == .malformed(path: "/v1.0/users", what: what))
        #expect(graph.calls.count == 1)
    }

    @Test(arguments: [
        ExchangeError.unreachable(host: "h", why: "reset"), .timedOut(host: "h"), .truncated("reset"),
    ])
    func `asks again after a lost or truncated answer, five times in all`(failure: ExchangeError) async throws {
        let passing = ScriptedGraph { _, number in number < 5 ? .lost(failure) : .value() }
        _ = try await passing.client().page(of: .domains, for: ())
        #expect(passing.calls.count == 5)
        let lasting = ScriptedGraph { _, _ in .lost(failure) }
        let client = try lasting.client()
        let error = await #expect(throws: GraphError.self) { try await client.page(of: .domains, for: ()) }
        #expect(lasting.calls.count == 5)
        #expect(error?.isFatal == (failure == .unreachable(host: "h", why: "reset")))
    }

    @Test func `asks again for a body that is cut short, and gives up on one that stays so`() async throws {
        let graph = ScriptedGraph { _, _ in .json(#"{"value":[{"id":"1"}"#) }
        let client = try graph.client()
        let error = await #expect(throws: GraphError.self) { try await client.page(of: .users, for: ()) }
        #expect(graph.calls.count == 5)
        #expect(error?.coverage.detail == "malformed answer: it ends too early (byte 20)")
    }

    @Test func `does not ask again for an answer that is too large`() async throws {
        let graph = ScriptedGraph { _, _ in .lost(.tooLarge(limit: 64 << 20)) }
        let client = try graph.client()
        await #expect(throws: GraphError.malformed(path: "/v1.0/users", what: "it is larger than 64 MiB")) {
            try await client.page(of: .users, for: ())
        }
        #expect(graph.calls.count == 1)
    }

    @Test func `never shows the query of a link, which may hold a token`() async throws {
        let graph = ScriptedGraph { _, _ in .error(403, "x") }
        let client = try graph.client()
        let error = await #expect(throws: GraphError.self) {
            try await client.page(of: .users, for: (), at: "https://graph.test.example/v1.0/users?$skiptoken=SECRET")
        }
        #expect(error?.description.contains("SECRET") == false)
        #expect(!GraphError.foreignLink("https://evil.example/?t=SECRET").description.contains("SECRET"))
    }
}
