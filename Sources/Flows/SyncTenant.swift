import Foundation
import Graph
import Model
import Store

/// The tenant's own facts: organization, domains, apps, labels. A few pages in all.
struct SyncTenant: Sendable {
    let session: Session

    func organization() async throws {
        try await session.stage(.organization) {
            let found = try await list(.organization, .organization, kind: .organization)
            // Nobody else's name is taken over; the flow ends the run where the tenant is another one.
            if found.first?.id.lowercased() == session.integration.tenantID.lowercased(),
                let name = found.first?.displayName
            {
                try await session.write { try $0.setTenantName(name) }
            }
        }
    }

    func domains() async throws {
        try await session.stage(.domains) { _ = try await list(.domains, .domains, kind: .domain) }
    }

    func applications() async throws {
        try await session.stage(.applications) {
            try await follow(
                .applications, "applications", .applications, .applicationsDelta, .applicationsDeltaLatest,
                kind: .application)
        }
    }

    func servicePrincipals() async throws {
        try await session.stage(.servicePrincipals) {
            try await follow(
                .servicePrincipals, "servicePrincipals", .servicePrincipals, .servicePrincipalsDelta,
                .servicePrincipalsDeltaLatest,
                kind: .servicePrincipal)
        }
    }

    /// The v1.0 list where its permission is granted, else the preview list by itself, marked so.
    func sensitivityLabels() async throws {
        try await session.stage(.sensitivityLabels) {
            let full: [Permission] = [.sensitivityLabelsReadAll, .sensitivityLabelRead]
            if full.contains(where: session.permissions.contains) {
                try await labels(.sensitivityLabels, detail: nil)
            } else {
                try await labels(.sensitivityLabelsPreview, detail: "preview list (beta)")
            }
        }
    }

    /// Beside what the tenant has now, what it had: names that changed, labels that were deleted.
    private func labels(_ feed: Feed<Void, SensitivityLabel>, detail: String?) async throws {
        guard try await session.mayRead(.sensitivityLabels) else { return }
        let prepare: FeedRound<Void, SensitivityLabel>.Prepare = keeping(
            .sensitivityLabels, kind: .sensitivityLabel, detail: detail)
        let now = session.now()
        try await round(.sensitivityLabels, feed).run(session) { changes in
            let keep = try await prepare(changes)
            return { writer, page in
                try writer.keepLabels(page.changes.kept, round: page.round, at: now)
                if page.isListing && page.changes.isLast {
                    try writer.markLabelsDeleted(before: page.round, at: now)
                    let tree = LabelTree(try writer.labels())
                    let present = tree.rows.map(\.label).filter { $0.deletedAt == nil }
                    try writer.keepLabelPaths(
                        Dictionary(present.map { ($0.id, tree.path(of: $0)) }, uniquingKeysWith: { first, _ in first }),
                        at: now)
                }
                return try keep(writer, page)
            }
        }
    }

    /// Reads every page of a feed without a memory and puts the result in place of what was stored, in one transaction a page.
    private func list<Subject: Entity>(
        _ collector: Collector, _ feed: Feed<Void, Subject>, kind: EntityKind
    ) async throws -> [Subject] {
        guard try await session.mayRead(collector) else { return [] }
        try await round(collector, feed).run(session, prepare: keeping(collector, kind: kind, detail: nil))
        return try session.store.entities(Subject.self, of: session.id, limit: 1)
    }

    private func round<Subject: Entity>(
        _ collector: Collector, _ feed: Feed<Void, Subject>
    ) -> FeedRound<Void, Subject> {
        FeedRound(name: collector.rawValue, ownerID: "", owner: (), list: feed, delta: nil, latest: nil, listEvery: 0)
    }

    private func follow<Subject: Entity>(
        _ collector: Collector, _ name: String, _ list: Feed<Void, Subject>, _ delta: Feed<Void, Subject>,
        _ latest: Feed<Void, Subject>, kind: EntityKind
    ) async throws {
        guard try await session.mayRead(collector) else { return }
        let round = FeedRound(
            name: name, ownerID: "", owner: (), list: list, delta: delta, latest: latest,
            listEvery: session.freshness.fullList)
        try await round.run(session, prepare: keeping(collector, kind: kind, detail: nil))
    }

    private func keeping<Subject: Entity>(
        _ collector: Collector, kind: EntityKind, detail: String?
    ) -> FeedRound<Void, Subject>.Prepare {
        let (run, now) = (session.run.number, session.now())
        return { changes in
            let entities = try changes.kept.map { try StoredEntity($0) }
            return { writer, page in
                try writer.keep(entities, round: page.round, run: run)
                var resolved = 0
                for id in page.changes.forgotten {
                    resolved += try writer.forget(kind, owner: "", id: id, run: run, at: now)
                }
                if page.isListing && page.changes.isLast {
                    resolved += try writer.sweep(kind, owner: "", round: page.round, run: run, at: now)
                }
                if page.changes.isLast { try writer.note(Coverage(collector, .ok, detail: detail), run: run, at: now) }
                return resolved
            }
        }
    }
}
