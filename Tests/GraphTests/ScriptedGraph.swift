import Foundation
import Graph
import HTTPTypes
import Synchronization

/// A Graph and its sign-in service in memory: answers from a script, remembers what it was asked.
final class ScriptedGraph: Sendable {
    struct Call: Sendable {
        var method: String
        /// Host and port.
        var authority: String
        /// Path and query.
        var path: String
        var headers: HTTPFields
        var body: String
        var at: Date
        func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
        var token: String? { headers[.authorization]?.replacing("Bearer ", with: "") }
    }

    struct Reply: Sendable {
        var status = 200
        var headers: [String: String] = [:]
        var body = ""
        var failure: ExchangeError?

        static func json(_ body: String, status: Int = 200, _ headers: [String: String] = [:]) -> Reply {
            Reply(status: status, headers: headers, body: body)
        }
        static func error(_ status: Int, _ code: String = "", _ headers: [String: String] = [:]) -> Reply {
            .json(#"{"error":{"code":"\#(code)","message":"no"}}"#, status: status, headers)
        }
        static func lost(_ failure: ExchangeError) -> Reply { Reply(failure: failure) }
        static func value(_ elements: String = "", next: String? = nil, delta: String? = nil) -> Reply {
            var body = #"{"value":[\#(elements)]"#
            if let next { body += #","@odata.nextLink":"\#(next)""# }
            if let delta { body += #","@odata.deltaLink":"\#(delta)""# }
            return .json(body + "}")
        }
    }

    private struct State {
        var graph: [Call] = []
        var login: [Call] = []
        var tokens = 0
        var inFlight = 0
        var mostInFlight = 0
    }
    private let state = Mutex(State())
    let clock: TestClock
    let life: Int
    private let onLogin: @Sendable (Call, Int) -> Reply?
    private let onGraph: @Sendable (Call, Int) async -> Reply

    /// - Parameters:
    ///   - onLogin: answer to a sign-in and its number from 1; nil for a fresh token.
    ///   - onGraph: answer to a Graph request and its number from 1.
    init(
        clock: TestClock = TestClock(), life: Int = 3_600,
        onLogin: @escaping @Sendable (Call, Int) -> Reply? = { _, _ in nil },
        onGraph: @escaping @Sendable (Call, Int) async -> Reply
    ) {
        self.clock = clock
        self.life = life
        self.onLogin = onLogin
        self.onGraph = onGraph
    }

    var calls: [Call] { state.withLock { $0.graph } }
    var logins: [Call] { state.withLock { $0.login } }
    var mostInFlight: Int { state.withLock { $0.mostInFlight } }

    var exchange: Exchange {
        { request, body in
            let call = Call(
                method: request.method.rawValue, authority: request.authority ?? "", path: request.path ?? "",
                headers: request.headerFields,
                body: String(decoding: body, as: UTF8.self), at: self.clock.date)
            let reply = await self.reply(to: call, authority: request.authority ?? "")
            if let failure = reply.failure { throw failure }
            var fields = HTTPFields()
            for (name, value) in reply.headers { fields[HTTPField.Name(name)!] = value }
            return (HTTPResponse(status: .init(code: reply.status), headerFields: fields), Array(reply.body.utf8))
        }
    }

    private func reply(to call: Call, authority: String) async -> Reply {
        if authority == "login.test.example" {
            let number = state.withLock { state in
                state.login.append(call)
                return state.login.count
            }
            if let reply = onLogin(call, number) { return reply }
            return .json(#"{"token_type":"Bearer","expires_in":\#(life),"access_token":"\#(Self.jwt(number))"}"#)
        }
        let number = state.withLock { state in
            state.graph.append(call)
            state.inFlight += 1
            state.mostInFlight = max(state.mostInFlight, state.inFlight)
            return state.graph.count
        }
        await Task.yield()
        let reply = await onGraph(call, number)
        state.withLock { $0.inFlight -= 1 }
        return reply
    }

    /// An unsigned token that names its number.
    static func jwt(_ number: Int, claims: String = #""roles":["User.Read.All"],"tid":"t1","oid":"o1","appid":"a1""#)
        -> String
    {
        func part(_ text: String) -> String {
            Data(text.utf8).base64EncodedString().replacing("=", with: "").replacing("+", with: "-").replacing(
                "/", with: "_")
        }
        return part(#"{"alg":"none"}"#) + "." + part("{\(claims),\"n\":\(number)}") + ".x"
    }

    func client(
        credential: Credential = .secret("s3cret"), exchange: Exchange? = nil, requestLog: RequestLog? = nil,
        onRotatedRefreshToken: @escaping @Sendable (String) async throws -> Void = { _ in },
        onWait: @escaping @Sendable (Scope, Double) -> Void = { _, _ in }
    ) throws -> GraphClient {
        GraphClient(
            tenantID: "t1", clientID: "c1",
            endpoint: try GraphEndpoint(graphURL: "https://graph.test.example", loginURL: "https://login.test.example"),
            credential: credential, exchange: exchange ?? self.exchange, clock: clock.clock, requestLog: requestLog,
            userAgent: "NONISV|Reeve|Reeve/1",
            onRotatedRefreshToken: onRotatedRefreshToken, onWait: onWait)
    }
}

/// A clock that stands still but for those who sleep: they move it to the end of their sleep and go on at once.
final class TestClock: Sendable {
    private let time = Mutex((now: Date(timeIntervalSince1970: 1_800_000_000), sleeps: [Double]()))
    var date: Date { time.withLock { $0.now } }
    var sleeps: [Double] { time.withLock { $0.sleeps } }
    func advance(_ seconds: Double) { time.withLock { $0.now += seconds } }

    var clock: GraphClock {
        GraphClock(
            now: { self.date },
            sleep: { seconds in
                try Task.checkCancellation()
                let end = self.date.addingTimeInterval(seconds)
                // Whoever sleeps less goes first.
                for _ in 0..<5 { await Task.yield() }
                self.time.withLock { time in
                    time.now = max(time.now, end)
                    time.sleeps.append(seconds)
                }
            },
            random: { $0.upperBound })
    }
}
