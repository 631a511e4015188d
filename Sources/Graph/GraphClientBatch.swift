import Foundation
import HTTPTypes
import Model

extension GraphClient {
    /// How many batches of one call are under way at once; what may be sent is decided at the gate.
    private static let batchesAtOnce = 8

    /// The first page of a feed for many owners, 20 in a request. Parts that were throttled or failed are sent again by themselves.
    /// - Returns: one result an owner, in the order of the owners. A page's next link is the caller's to follow.
    public func batch<Owner, Subject>(
        of feed: Feed<Owner, Subject>, for owners: [Owner]
    ) async -> [Result<Changes<Subject>, GraphError>] {
        let untouched = GraphError.cancelled(path: "/" + feed.version.rawValue + "/$batch")
        var results = [Result<Changes<Subject>, GraphError>](repeating: .failure(untouched), count: owners.count)
        var starts = stride(from: 0, to: owners.count, by: BatchBody.limit).makeIterator()
        await withTaskGroup(of: [(Int, Result<Changes<Subject>, GraphError>)].self) { group in
            func add() {
                guard let start = starts.next() else { return }
                let places = start..<min(start + BatchBody.limit, owners.count)
                group.addTask { await self.answers(feed, places.map { ($0, owners[$0]) }) }
            }
            for _ in 0..<Self.batchesAtOnce { add() }
            for await answers in group {
                for (place, result) in answers { results[place] = result }
                add()
            }
        }
        return results
    }

    /// Twenty owners or less, until each has an answer.
    private func answers<Owner, Subject>(
        _ feed: Feed<Owner, Subject>, _ owners: [(Int, Owner)]
    ) async -> [(Int, Result<Changes<Subject>, GraphError>)] {
        var done: [(Int, Result<Changes<Subject>, GraphError>)] = []
        var pending: [BatchPart<Owner>] = []
        for (place, owner) in owners {
            do throws(GraphError) {
                let request = try GraphRequest(feed, for: owner, at: nil, origin)
                pending.append(BatchPart(place: place, owner: owner, request: request, lane: feed.lane(for: owner)))
            } catch { done.append((place, .failure(error))) }
        }
        var parts: [BatchPart<Owner>] = []
        do {
            while !pending.isEmpty {
                let round = try await admitted(&pending, feed)
                parts = round.parts
                let (answered, again) = try await send(round, feed)
                parts = []
                done += answered
                pending = again + pending
            }
        } catch {
            let reason = error as? GraphError
            return done
                + (parts + pending).map {
                    ($0.place, .failure(reason ?? $0.failure ?? .cancelled(path: $0.request.path)))
                }
        }
        return done
    }

    /// Takes out of `pending` what may be sent now. Parts of a mailbox that waits hold back no others.
    private func admitted<Owner, Subject>(
        _ pending: inout [BatchPart<Owner>], _ feed: Feed<Owner, Subject>
    ) async throws -> BatchRound<Owner> {
        guard feed.scope == .mailbox else {
            let size = await gate.batchSize(pending[0].lane, units: feed.cost.first)
            let parts = Array(pending.prefix(size))
            let ticket = try await gate.enter(pending[0].lane, units: feed.cost.first * Double(parts.count))
            pending.removeFirst(parts.count)
            return BatchRound(parts: parts, tickets: [ticket])
        }
        let tickets = try await gate.enter(
            mailboxes: pending.map { part in
                if case .mailbox(let id) = part.lane { id } else { "" }
            })
        let places = tickets.keys.sorted()
        let round = BatchRound(parts: places.map { pending[$0] }, tickets: places.compactMap { tickets[$0] })
        for place in places.reversed() { pending.remove(at: place) }
        return round
    }
}

/// The parts of one `$batch` request with the right to send them: a ticket for all, or in mailboxes one each.
struct BatchRound<Owner: Sendable>: Sendable {
    var parts: [BatchPart<Owner>]
    var tickets: [ThrottleGate.Ticket]
}
