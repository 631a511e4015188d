import Foundation
import Graph
import Model
import Store

/// Sign-in methods. The registration report says whom it is worth asking, because asking is limited to 5 requests in 10 seconds.
struct SyncMethods: Sendable {
    let session: Session

    func run() async throws {
        var hasReport = false
        try await session.stage(.registrationDetails) {
            guard try await session.mayRead(.registrationDetails) else { return }
            try await report()
            hasReport = true
        }
        let prefiltered = hasReport
        try await session.stage(.authenticationMethods) {
            guard try await session.mayRead(.authenticationMethods) else { return }
            if prefiltered { try await fromReport() } else { try await fromUsers() }
        }
    }

    private func report() async throws {
        let round = FeedRound(
            name: "registrationDetails", ownerID: "", owner: (),
            list: Feed<Void, RegistrationDetail>.registrationDetails, delta: nil,
            latest: nil, listEvery: 0)
        let (run, now) = (session.run.number, session.now())
        try await round.run(
            session,
            report: {
                session.report(
                    StageProgress(stage: "reading the registration report", unit: "users", done: $0, total: nil))
            }
        ) { changes in
            let entities = try changes.kept.map { try StoredEntity($0) }
            let unworthy = changes.kept.filter { !$0.isWorthReading }.map(\.id)
            return { writer, page in
                try writer.keep(entities, round: page.round, run: run)
                var resolved = 0
                for id in unworthy {
                    resolved += try writer.forgetAll(.authenticationMethod, owner: id, run: run, at: now)
                }
                if page.changes.isLast {
                    resolved += try writer.sweep(.registrationDetail, owner: "", round: page.round, run: run, at: now)
                    try writer.note(Coverage(.registrationDetails, .ok), run: run, at: now)
                }
                return resolved
            }
        }
    }

    /// Users whose registered methods a check looks at, again only where the report's row has moved since.
    private func fromReport() async throws {
        let walk = EachSubject<RegistrationDetail>(
            session: session, collector: .authenticationMethods, freshFor: session.freshness.fullList, subject: \.id,
            include: \.isWorthReading,
            isOutdated: { detail, reading in detail.lastUpdatedDateTime.map { $0 > reading.at } ?? true },
            stage: "reading sign-in methods", unit: "users")
        try await walk.run { details in
            let owners = try details.compactMap {
                try session.store.entity(User.self, of: session.id, id: $0.id).flatMap { $0.isGuest ? nil : $0.asOwner }
            }
            try await read(owners)
        }
    }

    private func fromUsers() async throws {
        let walk = EachSubject<User>(
            session: session, collector: .authenticationMethods, freshFor: session.freshness.calendars, subject: \.id,
            include: { !$0.isGuest }, stage: "reading sign-in methods", unit: "users")
        try await walk.run { try await read($0.map(\.asOwner)) }
    }

    /// Singly, not in batches: a batch saves no quota here, and most of its parts would be refused at once.
    private func read(_ owners: [Owner]) async throws {
        let (run, now) = (session.run.number, session.now())
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            for owner in owners {
                tasks.addTask {
                    let answer: Result<[AuthenticationMethod], GraphError>
                    do {
                        answer = try await session.rest(
                            of: .authenticationMethods, owner,
                            after: session.graph.page(of: .authenticationMethods, for: owner))
                    } catch let error as GraphError {
                        if error.isFatal { throw error }
                        answer = .failure(error)
                    }
                    let resolved = try await keep(answer, of: owner, run: run, at: now)
                    await session.counts.add(resolved)
                }
            }
            try await tasks.waitForAll()
        }
    }

    private func keep(
        _ answer: Result<[AuthenticationMethod], GraphError>, of owner: Owner, run: Int, at now: Date
    ) async throws -> Int {
        switch answer {
        case .success(let methods):
            let entities = try methods.map { try StoredEntity($0) }
            return try await session.write { writer in
                try writer.keep(entities, round: run, run: run)
                try writer.note(Coverage(.authenticationMethods, subject: owner.id, .ok), run: run, at: now)
                return try writer.sweep(.authenticationMethod, owner: owner.id, round: run, run: run, at: now)
            }
        case .failure(let error):
            let (state, detail) = error.coverage
            try await session.note(Coverage(.authenticationMethods, subject: owner.id, state, detail: detail))
            return 0
        }
    }
}
