import Foundation
import Graph
import Model
import Store

/// One round of a feed that has pages, and perhaps a memory (delta): lists everything the first time, follows the changes
/// afterwards, goes on where a killed run stopped, starts over when Graph says so.
struct FeedRound<Owner: Sendable, Subject: Sendable>: Sendable {
    /// The name under which the position is kept.
    let name: String
    let ownerID: String
    let owner: Owner
    let list: Feed<Owner, Subject>
    /// Decodes pages of a round that began with a delta link; nil where the feed has no delta.
    let delta: Feed<Owner, Subject>?
    /// Asked before the list begins, so that nothing between the list and the first delta is lost; nil where the list is a delta round itself.
    let latest: Feed<Owner, Subject>?
    /// Seconds after which a full list replaces the delta.
    let listEvery: Double

    /// What a page means for the store. `isListing` says that the round sees everything, so that what it has not seen is gone.
    struct Page: Sendable {
        let changes: Changes<Subject>
        let isListing: Bool
        let round: Int
    }

    /// Stores a page; runs inside the transaction that also stores the position. Returns how many instances it resolved.
    typealias Keep = @Sendable (StoreWriter, Page) throws -> Int
    /// Prepares a page before its transaction (reads what belongs to it, encodes): what comes out is stored by `Keep`.
    typealias Prepare = @Sendable (Changes<Subject>) async throws -> Keep

    func run(_ session: Session, report: (Int) -> Void = { _ in }, prepare: Prepare) async throws {
        var state = try await start(session)
        var restarts = 0
        while true {
            do {
                try await follow(session, from: &state, report: report, prepare: prepare)
                return
            } catch GraphError.resync(let location) where restarts < 3 {
                restarts += 1
                state = try await restart(at: location.isEmpty ? nil : location, session)
            } catch GraphError.refused(_, 400, _, _) where restarts == 0 && state.link != nil {
                // A link that an earlier run left and the server no longer knows: nothing is lost by starting over.
                restarts += 1
                state = try await restart(at: nil, session)
            }
        }
    }

    private func restart(at link: String?, _ session: Session) async throws -> FeedState {
        let next = link == nil ? try await latestLink(session) : nil
        let state = FeedState(phase: .listing, link: link, nextDelta: next, round: session.run.number)
        try await save(state, session)
        return state
    }

    /// Where this run begins: in the middle of an unfinished round, at the delta link, or with a new list.
    private func start(_ session: Session) async throws -> FeedState {
        let known = try session.store.feed(name, owner: ownerID, of: session.id)
        if let known, known.phase != .ready { return known }
        if let known, let link = known.link, delta != nil, !session.isFull || known.round == session.run.number {
            let age = known.listedAt.map { session.now().timeIntervalSince($0) } ?? .infinity
            if age < listEvery {
                return FeedState(phase: .following, link: link, round: session.run.number, listedAt: known.listedAt)
            }
        }
        let state = FeedState(
            phase: .listing, link: nil, nextDelta: try await latestLink(session), round: session.run.number,
            listedAt: known?.listedAt)
        try await save(state, session)
        return state
    }

    private func latestLink(_ session: Session) async throws -> String? {
        guard let latest else { return nil }
        return try await session.graph.page(of: latest, for: owner).cursor
    }

    private func save(_ state: FeedState, _ session: Session) async throws {
        let (name, ownerID) = (name, ownerID)
        try await session.write { try $0.set(name, owner: ownerID, to: state) }
    }

    /// Three pages are on their way at a time: one is stored while the next is encoded and the one after it is fetched.
    private func follow(
        _ session: Session, from state: inout FeedState, report: (Int) -> Void, prepare: Prepare
    ) async throws {
        var done = 0
        var guarding = PageGuard(path: name)
        var fetched: Changes<Subject>? = try await fetch(session, state.link)
        try await withThrowingTaskGroup(of: Int.self) { storing in
            while let page = fetched {
                done += page.kept.count
                report(done)
                let isEnd = page.isLast || page.cursor == nil
                if !isEnd { try guarding.check(page) }
                async let next = isEnd ? nil : fetch(session, page.cursor)
                let store = try await prepare(page)
                if let resolved = try await storing.next() { await session.counts.add(resolved) }
                let before = state
                state = advanced(before, by: page, at: session.now())
                storing.addTask { [state] in try await keep(page, store, session, from: before, to: state) }
                do {
                    fetched = try await next
                } catch {
                    // What was fetched is kept, whatever became of the page after it.
                    for try await resolved in storing { await session.counts.add(resolved) }
                    throw error
                }
            }
            for try await resolved in storing { await session.counts.add(resolved) }
        }
    }

    private func fetch(_ session: Session, _ link: String?) async throws -> Changes<Subject> {
        try await session.graph.page(of: link == nil ? list : (delta ?? list), for: owner, at: link)
    }

    /// The position after a page.
    private func advanced(_ state: FeedState, by changes: Changes<Subject>, at now: Date) -> FeedState {
        var next = state
        guard changes.isLast else {
            next.link = changes.cursor
            return next
        }
        next.phase = .ready
        next.link = delta == nil ? nil : (changes.cursor ?? state.nextDelta)
        next.nextDelta = nil
        next.finishedAt = now
        if state.phase == .listing { next.listedAt = now }
        return next
    }

    /// Stores a page and the position after it in one transaction. - Returns: how many instances that resolved.
    private func keep(
        _ changes: Changes<Subject>, _ store: @escaping Keep, _ session: Session, from before: FeedState,
        to after: FeedState
    ) async throws -> Int {
        let page = Page(changes: changes, isListing: before.phase == .listing, round: before.round)
        let (name, ownerID) = (name, ownerID)
        return try await session.write { writer in
            let resolved = try store(writer, page)
            try writer.set(name, owner: ownerID, to: after)
            return resolved
        }
    }
}
