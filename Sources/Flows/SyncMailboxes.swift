import Foundation
import Graph
import Model
import Store

/// Inbox rules and calendar sharing of every mailbox: users with mail who are no guests, disabled accounts included.
struct SyncMailboxes: Sendable {
    let session: Session

    private static let delegatedLimit = "a delegated token reads only the mailbox of the person who signed in"

    func messageRules() async throws {
        try await session.stage(.messageRules) {
            guard try await session.mayRead(.messageRules) else { return }
            try await each(.messageRules, freshFor: session.freshness.messageRules, stage: "reading mail rules") {
                users in
                let answers = await session.graph.batch(of: .messageRules, for: users.map(\.asOwner))
                return try await session.rest(of: .messageRules, answers, owners: users.map(\.asOwner))
            }
        }
    }

    func calendars() async throws {
        try await session.stage(.calendars) {
            guard try await session.mayRead(.calendars) else { return }
            try await each(.calendars, freshFor: session.freshness.calendars, stage: "reading calendars") {
                try await sharing(of: $0)
            }
        }
    }

    /// Reads groups of mailboxes and stores each group in one transaction: what was read replaces what was known of the mailbox.
    private func each<Subject: Entity>(
        _ collector: Collector, freshFor: Double, stage: String,
        read: @escaping @Sendable ([User]) async throws -> [Result<[Subject], GraphError>]
    ) async throws {
        let own = session.person
        let isDelegated = session.isDelegated
        let walk = EachSubject<User>(
            session: session, collector: collector, freshFor: freshFor, subject: \.id,
            include: { $0.mail != nil && !$0.isGuest }, stage: stage, unit: "mailboxes")
        try await walk.run { users in
            let readable = isDelegated ? users.filter { $0.id == own } : users
            if readable.count < users.count { try await refuse(users.filter { $0.id != own }, collector) }
            guard !readable.isEmpty else { return }
            try await keep(readable, try await read(readable), collector)
        }
    }

    private func refuse(_ users: [User], _ collector: Collector) async throws {
        let (run, now) = (session.run.number, session.now())
        try await session.write { writer in
            for user in users {
                try writer.note(
                    Coverage(collector, subject: user.id, .denied, detail: Self.delegatedLimit), run: run, at: now)
            }
        }
    }

    private func keep<Subject: Entity>(
        _ users: [User], _ answers: [Result<[Subject], GraphError>], _ collector: Collector
    ) async throws {
        let (run, now) = (session.run.number, session.now())
        var lines: [(String, Coverage, [StoredEntity]?)] = []
        for (user, answer) in zip(users, answers) {
            switch answer {
            case .success(let subjects):
                let entities = try subjects.map { try StoredEntity($0) }
                lines.append((user.id, Coverage(collector, subject: user.id, .ok), entities))
            case .failure(let error):
                if error.isFatal { throw error }
                let (state, detail) = error.coverage
                // A mailbox that is not there has no rules: what was stored of it goes.
                let entities: [StoredEntity]? = state == .notApplicable ? [] : nil
                lines.append((user.id, Coverage(collector, subject: user.id, state, detail: detail), entities))
            }
        }
        let stored = lines
        let resolved = try await session.write { writer in
            var resolved = 0
            for (owner, coverage, entities) in stored {
                try writer.note(coverage, run: run, at: now)
                guard let entities else { continue }
                try writer.keep(entities, round: run, run: run)
                resolved += try writer.sweep(Subject.kind, owner: owner, round: run, run: run, at: now)
            }
            return resolved
        }
        await session.counts.add(resolved)
    }

    private func sharing(of users: [User]) async throws -> [Result<[CalendarPermission], GraphError>] {
        var references: [[CalendarReference]] = []
        var failures: [Int: GraphError] = [:]
        if session.options.primaryCalendarsOnly {
            references = users.map { [.primary(of: $0.asOwner)] }
        } else {
            let answers = await session.graph.batch(of: .calendars, for: users.map(\.asOwner))
            let lists = try await session.rest(of: .calendars, answers, owners: users.map(\.asOwner))
            for (index, list) in lists.enumerated() {
                switch list {
                case .success(let calendars): references.append(calendars.filter { isOwn($0, of: users[index]) })
                case .failure(let error):
                    references.append([])
                    failures[index] = error
                }
            }
        }
        let flat = references.flatMap(\.self)
        let answers = await session.graph.batch(of: .calendarPermissions, for: flat)
        let permissions = try await session.rest(of: .calendarPermissions, answers, owners: flat)
        var rest = permissions[...]
        return references.enumerated().map { index, calendars in
            let mine = rest.prefix(calendars.count)
            rest = rest.dropFirst(calendars.count)
            if let failure = failures[index] { return .failure(failure) }
            return Result { try mine.flatMap { try $0.get() } }.mapError { $0 as? GraphError ?? .unreachable("\($0)") }
        }
    }

    /// A calendar that somebody else shared with the user belongs to that person's list.
    private func isOwn(_ calendar: CalendarReference, of user: User) -> Bool {
        guard let address = calendar.ownerAddress?.lowercased(), !address.isEmpty else { return true }
        if user.userPrincipalName?.lowercased() == address { return true }
        return user.addresses.contains { $0.description.lowercased() == address }
    }
}

extension Session {
    /// Follows what the first pages of a batch left over; the links are followed outside the batch.
    func rest<Owner: Sendable, Subject: Sendable>(
        of feed: Feed<Owner, Subject>, _ answers: [Result<Changes<Subject>, GraphError>], owners: [Owner]
    ) async throws -> [Result<[Subject], GraphError>] {
        var complete: [Result<[Subject], GraphError>] = []
        for (owner, answer) in zip(owners, answers) {
            switch answer {
            case .failure(let error): complete.append(.failure(error))
            case .success(let page): complete.append(try await rest(of: feed, owner, after: page))
            }
        }
        return complete
    }

    /// The rest of a list whose first page is known.
    func rest<Owner: Sendable, Subject: Sendable>(
        of feed: Feed<Owner, Subject>, _ owner: Owner, after first: Changes<Subject>
    ) async throws -> Result<[Subject], GraphError> {
        var all = first.kept
        var page = first
        var guarding = PageGuard(path: feed.collector.rawValue)
        do {
            while !page.isLast, let link = page.cursor {
                try guarding.check(page)
                page = try await graph.page(of: feed, for: owner, at: link)
                all += page.kept
            }
            return .success(all)
        } catch let error as GraphError {
            return .failure(error)
        }
    }
}
