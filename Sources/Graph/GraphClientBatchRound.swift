import Foundation
import HTTPTypes
import JSONPull
import Model

/// What a round leaves: results by place, and parts to send again.
private typealias Sorted<Owner: Sendable, Subject: Sendable> = (
    answered: [(Int, Result<Changes<Subject>, GraphError>)], again: [BatchPart<Owner>]
)

/// What a `$batch` as a whole came to.
private enum BatchAnswer {
    case parts([String: BatchBody.Part])
    case throttled(Double?)
    case unauthorized(GraphError)
    case transient(GraphError)
    case refused(GraphError)
}

extension GraphClient {
    /// Sends one `$batch` and sorts its answers. Where it waits, it waits before it returns.
    func send<Owner, Subject>(
        _ round: BatchRound<Owner>, _ feed: Feed<Owner, Subject>
    ) async throws -> (answered: [(Int, Result<Changes<Subject>, GraphError>)], again: [BatchPart<Owner>]) {
        let refused = round.parts.compactMap(\.refusedToken).last
        let token: String
        do { token = try await tokens.token(insteadOf: refused).value } catch {
            await leave(round, round.tickets.map { _ in .failed })
            throw error
        }
        let retries = round.parts.count { !$0.attempts.isFirst }
        let url = origin.description + "/" + feed.version.rawValue + "/$batch"
        let lines = [RequestLog.Line(method: "POST", url: url)] + round.parts.map(\.request.logLine)
        count(requests: round.parts.count, retries: retries, lines)
        let answer: BatchAnswer
        do { answer = try await exchange(round, feed.version.rawValue, token) } catch {
            await leave(round, round.tickets.map { _ in .failed })
            throw error
        }
        return try await sort(answer, round, feed, token)
    }

    private func exchange<Owner>(_ round: BatchRound<Owner>, _ version: String, _ token: String) async throws
        -> BatchAnswer
    {
        let path = "/" + version + "/$batch"
        var fields = HTTPFields()
        fields.authorise(token, userAgent)
        fields[.contentType] = "application/json"
        let request = HTTPRequest(
            method: .post, scheme: origin.scheme, authority: origin.authority, path: path, headerFields: fields)
        let response: HTTPResponse
        let body: [UInt8]
        do { (response, body) = try await exchange(request, BatchBody.request(round.parts.map(\.request))) } catch {
            return .transient(try lost(error, path))
        }
        let judgement = Judgement(
            status: response.status.code, headers: response.headerFields, body: body,
            request: GraphRequest(origin: origin, target: path, headers: fields), now: clock.now())
        switch judgement {
        case .throttled(let wait): return .throttled(wait)
        case .unauthorized(let error): return .unauthorized(error)
        case .transient(let error): return .transient(error)
        case .failed(let error): return .refused(error)
        case .success: break
        }
        do throws(JSONError) {
            if let parts = try BatchBody.answers(body) {
                counter.add { $0.malformedBatchesInARow = 0 }
                return .parts(parts)
            }
            return malformed(path, "no responses")
        } catch { return malformed(path, "no JSON (\(error))") }
    }

    /// One such answer is an accident; several in a row mean something in between that knows no batches, and asking again is in vain.
    private func malformed(_ path: String, _ what: String) -> BatchAnswer {
        counter.add { $0.malformedBatchesInARow += 1 }
        let error = GraphError.malformed(path: path, what: what)
        return counter.value.malformedBatchesInARow > 5 ? .refused(error) : .transient(error)
    }

    private func sort<Owner, Subject>(
        _ answer: BatchAnswer, _ round: BatchRound<Owner>, _ feed: Feed<Owner, Subject>, _ token: String
    ) async throws -> Sorted<Owner, Subject> {
        var sorter = BatchSorter<Owner, Subject>(client: self, token: token)
        switch answer {
        case .parts(let parts):
            for (index, part) in round.parts.enumerated() { sorter.sort(part, parts[String(index + 1)], feed) }
        case .throttled(let wait):
            counter.add { $0.throttled += 1 }
            for part in round.parts { sorter.throttle(part, wait) }
        case .unauthorized(let error):
            for part in round.parts { sorter.renewBatch(around: part, error) }
        case .transient(let error):
            for part in round.parts { sorter.retry(part, error) }
        case .refused:
            await leave(round, round.tickets.map { _ in .answered(units: nil, usage: nil) })
            return (await singly(round.parts, feed), [])
        }
        await leave(round, outcomes(round, sorter.pauses))
        if let wait = sorter.backOff { try await gate.backOff(feed.scope, wait) }
        return (sorter.answered, sorter.again)
    }

    /// A batch that is refused as a whole may be one part's fault, or that of something in between that knows no batches.
    private func singly<Owner, Subject>(
        _ parts: [BatchPart<Owner>], _ feed: Feed<Owner, Subject>
    ) async -> [(Int, Result<Changes<Subject>, GraphError>)] {
        var answered: [(Int, Result<Changes<Subject>, GraphError>)] = []
        for part in parts {
            do { answered.append((part.place, .success(try await page(of: feed, for: part.owner)))) } catch {
                let reason = error as? GraphError ?? .cancelled(path: part.request.path)
                answered.append((part.place, .failure(reason)))
            }
        }
        return answered
    }

    /// What was throttled waits as long as the longest of the parts asked for: a lane that all share, or the mailboxes concerned.
    private func outcomes<Owner>(_ round: BatchRound<Owner>, _ pauses: [Int: Double]) -> [ThrottleGate.Outcome] {
        let longest = pauses.values.max()
        let isShared = round.tickets.count < round.parts.count
        return round.tickets.indices.map { index in
            guard let longest, isShared || pauses[round.parts[index].place] != nil else {
                return .answered(units: nil, usage: nil)
            }
            return .throttled(pause: longest)
        }
    }

    private func leave<Owner>(_ round: BatchRound<Owner>, _ outcomes: [ThrottleGate.Outcome]) async {
        for (ticket, outcome) in zip(round.tickets, outcomes) { await gate.leave(ticket, outcome) }
    }
}
