import HTTPTypes
import Model

/// Sorts the parts of an answered batch: done, or to be sent again and when.
struct BatchSorter<Owner: Sendable, Subject: Sendable> {
    let client: GraphClient
    /// What the batch was sent with.
    let token: String
    private(set) var answered: [(Int, Result<Changes<Subject>, GraphError>)] = []
    private(set) var again: [BatchPart<Owner>] = []
    /// How long the lanes of throttled parts wait, by the parts' places.
    private(set) var pauses: [Int: Double] = [:]
    /// How long the failed parts wait; nil where none failed.
    private(set) var backOff: Double?

    init(client: GraphClient, token: String) {
        self.client = client
        self.token = token
    }

    /// - Parameter answer: nil where the batch's answer has none for this part.
    mutating func sort(_ part: BatchPart<Owner>, _ answer: BatchBody.Part?, _ feed: Feed<Owner, Subject>) {
        guard let answer else {
            return retry(part, .malformed(path: part.request.path, what: "missing from the batch's answer"))
        }
        let judgement = Judgement(
            status: answer.status, headers: answer.headers, body: answer.body, request: part.request,
            now: client.clock.now())
        switch judgement {
        case .success: decode(part, answer.body, feed)
        case .throttled(let wait):
            client.counter.add { $0.throttled += 1 }
            throttle(part, wait)
        case .unauthorized(let error):
            var part = part
            let isFirst = part.attempts.renew()
            renew(part, isOver: !isFirst, error)
        case .transient(let error): retry(part, error)
        case .failed(let error): answered.append((part.place, .failure(error)))
        }
    }

    private mutating func decode(_ part: BatchPart<Owner>, _ body: [UInt8], _ feed: Feed<Owner, Subject>) {
        do throws(PageProblem) {
            answered.append(
                (part.place, .success(try client.changes(feed, for: part.owner, in: body, of: part.request))))
        } catch {
            if case .cutShort(let cut) = error { return retry(part, cut) }
            answered.append((part.place, .failure(error.error)))
        }
    }

    mutating func throttle(_ part: BatchPart<Owner>, _ wait: Double?) {
        var part = part
        let count = part.attempts.throttle(wait: wait)
        if count != nil { pauses[part.place] = wait ?? client.clock.backOff(attempt: part.attempts.throttled) }
        finish(part, isOver: count == nil, .throttled(path: part.request.path, attempts: part.attempts.throttled))
    }

    mutating func retry(_ part: BatchPart<Owner>, _ error: GraphError) {
        var part = part
        let count = part.attempts.fail()
        if let count { backOff = max(backOff ?? 0, client.clock.backOff(attempt: count)) }
        finish(part, isOver: count == nil, error)
    }

    /// The batch itself was refused.
    mutating func renewBatch(around part: BatchPart<Owner>, _ error: GraphError) {
        var part = part
        let isFirst = part.attempts.renewBatch()
        renew(part, isOver: !isFirst, error)
    }

    private mutating func renew(_ part: BatchPart<Owner>, isOver: Bool, _ error: GraphError) {
        var part = part
        part.refusedToken = token
        finish(part, isOver: isOver, error)
    }

    private mutating func finish(_ part: BatchPart<Owner>, isOver: Bool, _ error: GraphError) {
        if isOver { return answered.append((part.place, .failure(error))) }
        var part = part
        part.failure = error
        again.append(part)
    }
}
