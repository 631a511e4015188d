import Foundation
import HTTPTypes

/// What one attempt came to.
private enum Step<Value> {
    case value(Value)
    /// The lane waits; then again.
    case throttled(Double?)
    case unauthorized(GraphError)
    case transient(GraphError)
}

extension GraphClient {
    /// Sends a request until there is an answer: waits where the server asks to, tries again where it failed, renews the token once.
    func send<Value>(
        _ request: GraphRequest, lane: Lane, units: Double, decode: (HTTPFields, [UInt8]) throws(PageProblem) -> Value
    ) async throws -> Value {
        var attempts = Attempts()
        var refused: String?
        while true {
            let token = request.isAnonymous ? "" : try await tokens.token(insteadOf: refused).value
            let ticket = try await gate.enter(lane, units: units)
            count(requests: 1, retries: attempts.isFirst ? 0 : 1, [request.logLine])
            switch try await attempt(request, token, ticket, decode) {
            case .value(let value): return value
            case .throttled(let wait):
                let pause = attempts.throttle(wait: wait).map { wait ?? clock.backOff(attempt: $0) }
                // A lane is not held for longer than a run waits: whoever comes next hears it for himself.
                await gate.leave(ticket, pause.map { .throttled(pause: $0) } ?? .failed)
                guard pause != nil else { throw GraphError.throttled(path: request.path, attempts: attempts.throttled) }
            case .unauthorized(let error):
                guard !request.isAnonymous, attempts.renew() else { throw error }
                refused = token
            case .transient(let error):
                guard let failed = attempts.fail() else { throw error }
                try await gate.backOff(lane.scope, clock.backOff(attempt: failed))
            }
        }
    }

    /// One exchange. The ticket is given back, but for a 429: how long the lane waits is decided by who counts the attempts.
    private func attempt<Value>(
        _ request: GraphRequest, _ token: String, _ ticket: ThrottleGate.Ticket,
        _ decode: (HTTPFields, [UInt8]) throws(PageProblem) -> Value
    ) async throws -> Step<Value> {
        let response: HTTPResponse
        let body: [UInt8]
        do { (response, body) = try await exchange(request.http(token: token, userAgent: userAgent), []) } catch {
            await gate.leave(ticket, .failed)
            return .transient(try lost(error, request.path))
        }
        let headers = response.headerFields
        let judgement = Judgement(
            status: response.status.code, headers: headers, body: body, request: request, now: clock.now())
        if case .throttled(let wait) = judgement {
            counter.add { $0.throttled += 1 }
            return .throttled(wait)
        }
        await gate.leave(ticket, .answered(headers))
        switch judgement {
        case .failed(let error): throw error
        case .unauthorized(let error): return .unauthorized(error)
        case .transient(let error): return .transient(error)
        case .success, .throttled: break
        }
        do throws(PageProblem) { return .value(try decode(headers, body)) } catch {
            if case .cutShort(let cut) = error { return .transient(cut) }
            throw error.error
        }
    }

    /// The error of an exchange without an answer, where it is worth trying again.
    func lost(_ error: any Error, _ path: String) throws -> GraphError {
        guard let error = error as? ExchangeError else { throw error }
        if case .tooLarge = error { throw GraphError(error, path: path) }
        return GraphError(error, path: path)
    }

    func count(requests: Int, retries: Int, _ lines: [RequestLog.Line]) {
        counter.add {
            $0.requests += requests
            $0.roundTrips += 1
            $0.retries += retries
        }
        requestLog?.append(lines)
    }
}

extension ThrottleGate.Outcome {
    static func answered(_ headers: HTTPFields) -> Self {
        .answered(
            units: headers[.resourceUnit].flatMap { Double($0) },
            usage: headers[.throttlePercentage].flatMap { Double($0) })
    }
}
