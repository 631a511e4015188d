import Foundation
import Graph
import Model
import Store

/// Users, groups and memberships: what `reeve directory` shows and most checks ask about.
struct SyncDirectory: Sendable {
    let session: Session

    func run() async throws {
        try await session.stage(.users) { try await users() }
        try await session.stage(.groups) { try await groups() }
        try ProtectKeep(store: session.store, now: session.now()).refresh(session.integration)
    }

    private func users() async throws {
        guard try await session.mayRead(.users) else { return }
        let round = FeedRound(
            name: "users", ownerID: "", owner: (), list: .users, delta: .usersDelta, latest: .usersDeltaLatest,
            listEvery: session.freshness.fullList)
        let (run, now) = (session.run.number, session.now())
        try await round.run(
            session,
            report: { session.report(StageProgress(stage: "reading users", unit: "users", done: $0, total: nil)) }
        ) {
            changes in
            let users = try await withMailboxPurposes(changes.kept)
            let entities = try users.map { try StoredEntity($0) }
            return { writer, page in
                try writer.keep(entities, round: page.round, run: run)
                var resolved = 0
                for id in page.changes.forgotten {
                    resolved += try writer.forget(.user, owner: "", id: id, run: run, at: now)
                }
                let isEndOfList = page.isListing && page.changes.isLast
                if isEndOfList {
                    resolved += try writer.sweep(.user, owner: "", round: page.round, run: run, at: now)
                }
                if isEndOfList || !page.changes.forgotten.isEmpty {
                    for kind in [EntityKind.messageRule, .calendarPermission, .authenticationMethod] {
                        resolved += try writer.forgetOrphans(kind, owners: .user, run: run, at: now)
                    }
                    for collector in [Collector.messageRules, .calendars, .authenticationMethods] {
                        try writer.forgetOrphanCoverage(collector, owners: .user)
                    }
                }
                if page.changes.isLast { try writer.note(Coverage(.users, .ok), run: run, at: now) }
                return resolved
            }
        }
    }

    /// With the option, asks what the mailboxes of disabled users are for; without it, no request is made.
    private func withMailboxPurposes(_ users: [User]) async throws -> [User] {
        guard session.options.leaveOutSharedMailboxes else { return users }
        let wanted = users.indices.filter { users[$0].accountEnabled == false && users[$0].mail != nil }
        guard !wanted.isEmpty, session.permissions.contains(.mailboxSettingsRead) else { return users }
        var users = users
        let answers = await session.graph.batch(of: .mailboxPurpose, for: wanted.map { users[$0].asOwner })
        for (index, answer) in zip(wanted, answers) {
            if case .success(let page) = answer { users[index].mailboxPurpose = page.kept.first }
        }
        return users
    }

    private func groups() async throws {
        guard try await session.mayRead(.groups) else { return }
        let round = FeedRound(
            name: "groups", ownerID: "", owner: (), list: .groupsDelta, delta: .groupsDelta, latest: nil,
            listEvery: session.freshness.fullList)
        let (run, now) = (session.run.number, session.now())
        try await round.run(
            session,
            report: { session.report(StageProgress(stage: "reading groups", unit: "groups", done: $0, total: nil)) }
        ) {
            changes in
            // A large group comes in several parts, and later parts may name nothing but members.
            let named = changes.kept.filter { $0.group != Group(id: $0.group.id) || $0.joined.isEmpty }
            let entities = try named.map { try StoredEntity($0.group) }
            return { writer, page in
                try writer.keep(entities, round: page.round, run: run)
                try writer.move(page.changes.kept, round: page.round)
                var resolved = 0
                for id in page.changes.forgotten {
                    resolved += try writer.forget(.group, owner: "", id: id, run: run, at: now)
                    try writer.forgetMembers(ofGroup: id)
                }
                if page.isListing && page.changes.isLast {
                    resolved += try writer.sweep(.group, owner: "", round: page.round, run: run, at: now)
                    try writer.sweepMemberships(round: page.round)
                }
                if page.changes.isLast { try writer.note(Coverage(.groups, .ok), run: run, at: now) }
                return resolved
            }
        }
    }
}
