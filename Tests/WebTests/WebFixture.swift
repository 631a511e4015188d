import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Model
import NIOCore
import Synchronization

@testable import Store
@testable import Web

/// A server on a store in memory, with a judge that writes down what it was asked.
struct WebFixture: Sendable {
    static let verdict = Verdict(
        disposition: .malicious, attributes: ["BEC"],
        reason: "Protected Name Adele Vance should not appear as a.vance@gmail.example",
        matched: .init(id: "u-0001", name: "Adele Vance", reasons: ["group:Executives"]),
        reasons: [
            .init(
                signal: "display-name-exact", field: "From", value: "Adele Vance", entry: "u-0001", distance: 0,
                threshold: 0, weight: 0.8, text: "the name is hers")
        ], clearedBy: ["add a.vance@gmail.example to the secondary emails of Adele Vance"], notEvaluated: ["spf"])
    static let letter =
        "From: Adele Vance <a.vance@gmail.example>\r\nMessage-ID: <1@gmail.example>\r\nSubject: Urgent\r\n\r\nBo, are you there?\r\n"
    static let start = Date(timeIntervalSince1970: 1_800_000_000)

    let store: Store
    let token: APIToken
    let secret: String
    private let asked = Shared<[Submission]>([])
    let lines = Shared<[String]>([])
    /// The clock on the wall.
    let time = Shared(WebFixture.start)

    init() throws {
        store = try Store(.memory, key: SecretKey())
        let made = try store.addToken(named: "mta", scopes: [.mailCheck], by: "test", at: Self.start)
        token = made.token
        secret = made.secret.text
    }

    /// From now on nothing can be read of tokens.
    func breakDatabase() throws { _ = try store.database.write { try $0.execute("DROP TABLE api_token", []) } }

    /// What the judge was asked, in order.
    var submissions: [Submission] { asked.value }

    func server(
        _ limits: WebLimits = WebLimits(), actions: RspamdActions = RspamdActions(),
        clock: any Clock<Duration> = ContinuousClock(), judge: JudgeSubmission? = nil
    ) -> WebServer {
        let (asked, time, lines) = (asked, time, lines)
        var log = Logger(label: "test") { _ in LineLog(lines: lines) }
        log.logLevel = .trace
        return WebServer(store: store, limits: limits, actions: actions, log: log, now: { time.value }, clock: clock) {
            submission in
            asked.change { $0.append(submission) }
            return try await judge?(submission) ?? Self.verdict
        }
    }

    /// Lets the body talk to a server in memory.
    func test(
        _ server: WebServer? = nil, over setup: TestingSetup = .router,
        _ body: @escaping @Sendable (WebVisitor) async throws -> Void
    ) async throws {
        let secret = secret
        try await (server ?? self.server()).test(setup) { client in
            try await body(WebVisitor(client: client, secret: secret))
        }
    }
}

/// Somebody who asks over HTTP.
struct WebVisitor: Sendable {
    let client: any TestClientProtocol
    let secret: String

    func send(
        _ method: HTTPRequest.Method, _ uri: String, _ fields: KeyValuePairs<String, String> = [:], body: String? = nil
    ) async throws -> TestResponse {
        try await client.execute(
            uri: uri, method: method, headers: HTTPFields(fields), body: body.map { ByteBuffer(string: $0) })
    }

    /// Hands in a message with the fixture's token.
    func check(
        _ query: String = "", _ fields: KeyValuePairs<String, String> = [:], type: String = "message/rfc822",
        body: String = WebFixture.letter
    ) async throws -> TestResponse {
        var headers = HTTPFields(["Authorization": "Bearer \(secret)", "Content-Type": type])
        headers.append(contentsOf: HTTPFields(fields))
        return try await client.execute(
            uri: "/api/v1/mail/check\(query)", method: .post, headers: headers, body: ByteBuffer(string: body))
    }

    /// Hands in a message as clients of rspamd do.
    func checkV2(
        _ fields: KeyValuePairs<String, String> = [:], body: String = WebFixture.letter
    ) async throws -> TestResponse {
        var headers = HTTPFields(["Password": secret])
        headers.append(contentsOf: HTTPFields(fields))
        return try await client.execute(
            uri: "/checkv2", method: .post, headers: headers, body: ByteBuffer(string: body))
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }

    func object() throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(body.readableBytesView)) as? [String: Any] ?? [:]
    }

    func field(_ name: String) -> String? { headers.first(name) }
}

/// A value that several tasks may see and change.
final class Shared<Value: Sendable>: Sendable {
    private let held: Mutex<Value>
    init(_ value: Value) { held = Mutex(value) }
    var value: Value { held.withLock { $0 } }
    func change(_ body: (inout Value) -> Void) { held.withLock { body(&$0) } }
}

/// Keeps log lines with all that stands in them.
struct LineLog: LogHandler {
    let lines: Shared<[String]>
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let details = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        lines.change { $0.append("\(event.level) \(event.message)\(details)") }
    }
}

/// A clock on which every wait is over at once.
struct ImpatientClock: Clock {
    var now: ContinuousClock.Instant { ContinuousClock.now }
    var minimumResolution: Duration { .zero }
    func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {}
}
