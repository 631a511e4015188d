import Foundation
import Synchronization

/// Stands before Graph: token, limits, permissions, failures on purpose, then the answer.
final class GraphDoor: Sendable {
    let configuration: SimulatedConfiguration
    let graph: SimulatedGraph
    let login: SimulatedLogin
    let throttle: Throttle?
    let faults: Faults?
    /// Takes a line for every request, `METHOD URL [ConsistencyLevel]`.
    let log: (@Sendable (String) -> Void)?
    /// How long a mailbox takes to answer: while it does, its other requests count against the limit of four.
    let mailboxLatency: @Sendable () async -> Void
    private let requests = Mutex(0)

    init(
        _ configuration: SimulatedConfiguration, graph: SimulatedGraph, login: SimulatedLogin,
        log: (@Sendable (String) -> Void)?, mailboxLatency: @escaping @Sendable () async -> Void
    ) {
        self.configuration = configuration
        self.graph = graph
        self.login = login
        self.log = log
        self.mailboxLatency = mailboxLatency
        throttle = Throttle(configuration)
        faults = Faults(configuration)
    }

    /// What a request gets, and how much of it arrives.
    func answer(
        _ target: RequestTarget, version: String, method: String, headers: [String: String], body: [UInt8]
    ) async -> (SimulatedAnswer, SimulatedOutcome.Delivery) {
        let number = nextNumber()
        if let log { log(Self.line(method, target.url, headers["consistencylevel"])) }
        var call = SimulatedCall(
            method: method, segments: target.segments, version: version,
            query: target.query.all.map { SimulatedCall.Option($0.name, $0.value) }, headers: headers, body: body,
            caller: SimulatedCaller(permissions: []), url: target.url)
        switch login.caller(bearing: Self.bearer(headers["authorization"])) {
        case .failure(let refusal): return (GraphFailure(refusal).answer(to: call, at: configuration.now()), .whole)
        case .success(let caller): call.caller = caller
        }
        let isBatch = call.segments.count == 1 && call.segments[0].lowercased() == "$batch"
        let fault = faults?.happening(to: number, of: kinds(for: call, isBatch: isBatch), identity: Self.identity(call))
        if let fault {
            if fault == .reset { return (SimulatedAnswer(status: 503), .reset) }
            let service = GraphRoute.of(call.segments)?.service ?? .directory
            if let failure = fault.failure(of: service) {
                return (failure.answer(to: call, at: configuration.now()), .whole)
            }
            if fault == .gone { call = Self.withAgedToken(call) }
        }
        let answer = isBatch ? await batch(call, number: number) : await single(call)
        switch fault {
        case .truncated: return (answer, .truncated(answer.body.count * 2 / 3))
        case .slow: return (answer, .slow(pieces: 5))
        default: return (answer, .whole)
        }
    }

    /// Limits, permissions, answer: a request of its own or a part of a batch.
    func single(_ call: SimulatedCall) async -> SimulatedAnswer {
        let now = configuration.now()
        do throws(GraphFailure) {
            let call = try withoutMe(call)
            guard let route = GraphRoute.of(call.segments) else { return graph.answer(call) }
            let mailbox = route.service == .mailbox ? call.segments.dropFirst().first?.lowercased() : nil
            var headers = try admit(call, route, mailbox: mailbox, now: now)
            try permit(call, route)
            if let mailbox, let throttle {
                throttle.enter(mailbox: mailbox)
                defer { throttle.leave(mailbox: mailbox) }
                await mailboxLatency()
            }
            var answer = graph.answer(call)
            if route.service == .directory { headers.append(("x-ms-resource-unit", String(route.cost(of: call)))) }
            answer.headers += headers
            return answer
        } catch {
            return error.answer(to: call, at: now)
        }
    }

    func nextNumber() -> Int {
        requests.withLock { count in
            count += 1
            return count
        }
    }

    /// - Returns: headers that tell how near the limit is.
    private func admit(
        _ call: SimulatedCall, _ route: GraphRoute, mailbox: String?, now: Date
    ) throws(GraphFailure) -> [(String, String)] {
        guard let throttle else { return [] }
        let isLow = call.headers["x-ms-throttle-priority"]?.lowercased() == "low"
        let (wait, used) = throttle.admit(
            route.service, mailbox: mailbox, cost: route.cost(of: call), isLowPriority: isLow, now: now)
        if let wait {
            var failure = route.service.throttled
            failure.headers += [
                ("Retry-After", String(wait.seconds)),
                (
                    "x-ms-throttle-scope",
                    "Tenant_Application/ReadWrite/\(configuration.clientID)/\(configuration.tenantID)"
                ),
                ("x-ms-throttle-information", "ResourceUnitLimitExceeded"),
            ]
            throw failure
        }
        let isNear = used >= 0.8 && (route.service == .directory || route.service == .reports)
        return isNear ? [("x-ms-throttle-limit-percentage", String(Double(Int(used * 100)) / 100))] : []
    }

    private func permit(_ call: SimulatedCall, _ route: GraphRoute) throws(GraphFailure) {
        guard [route.method, "GET", "HEAD"].contains(call.method) else {
            var refusal = route.service.refusal
            refusal.assumed.append("write-refused")
            throw refusal
        }
        guard route.allows(call.caller) else { throw route.service.refusal }
        if !configuration.premium, route.pattern.hasPrefix("reports/") { throw .notPremium }
        if route.service == .mailbox, call.segments.count > 1, configuration.deniedMailboxes.contains(call.segments[1])
        {
            throw .mailboxDenied
        }
    }

    /// `/me` is the signed-in user.
    private func withoutMe(_ call: SimulatedCall) throws(GraphFailure) -> SimulatedCall {
        guard call.segments.first?.lowercased() == "me" else { return call }
        guard let user = call.caller.delegatedUserID else { throw .onlyDelegated }
        var call = call
        call.segments = ["users", user] + call.segments.dropFirst()
        return call
    }

    private func kinds(for call: SimulatedCall, isBatch: Bool) -> [Faults.Kind] {
        guard !isBatch, Self.deltaToken(of: call) != nil else { return Faults.request }
        // To start a round and lose its answer would move the tenant's simulated days on twice.
        return Faults.request.filter { $0 != .truncated } + [.gone, .gone]
    }

    static func line(_ method: String, _ url: String, _ consistency: String?) -> String {
        consistency.map { "\(method) \(url) \($0)" } ?? "\(method) \(url)"
    }

    static func identity(_ call: SimulatedCall) -> UInt64 {
        call.body.reduce(Mix.name(call.method + " " + call.url)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private static func bearer(_ header: String?) -> String {
        guard let header, header.lowercased().hasPrefix("bearer ") else { return "" }
        return String(header.dropFirst(7))
    }

    /// The option that starts a delta round from an earlier one's end.
    private static func deltaToken(of call: SimulatedCall) -> (place: Int, token: PageToken)? {
        for (place, option) in call.query.enumerated() {
            guard ["$deltatoken", "token"].contains(option.name.lowercased()) else { continue }
            guard let token = PageToken(option.value, path: call.segments.joined(separator: "/")) else { continue }
            return token.mode == .changes ? (place, token) : nil
        }
        return nil
    }

    /// The same request with a token that ran out yesterday.
    private static func withAgedToken(_ call: SimulatedCall) -> SimulatedCall {
        guard let (place, found) = deltaToken(of: call) else { return call }
        var token = found
        token.issued -= Reply.tokenLife + 86400
        var call = call
        call.query[place].value = token.text
        return call
    }
}
