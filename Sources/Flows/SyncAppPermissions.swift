import Foundation
import Graph
import Model
import Store

/// What third-party apps and the tenant's own may do: delegated consents, permissions of their own, and the names of those.
struct SyncAppPermissions: Sendable {
    let session: Session

    func run() async throws {
        try await session.stage(.permissionGrants) {
            guard try await session.mayRead(.permissionGrants) else { return }
            try await grants()
        }
        try await session.stage(.appRoleAssignments) {
            guard try await session.mayRead(.appRoleAssignments) else { return }
            try await assignments()
        }
    }

    private func grants() async throws {
        let round = FeedRound(
            name: Collector.permissionGrants.rawValue, ownerID: "", owner: (),
            list: Feed<Void, PermissionGrant>.permissionGrants, delta: nil, latest: nil, listEvery: 0)
        let (run, now) = (session.run.number, session.now())
        try await round.run(session) { changes in
            let entities = try changes.kept.map { try StoredEntity($0) }
            return { writer, page in
                try writer.keep(entities, round: page.round, run: run)
                guard page.changes.isLast else { return 0 }
                try writer.sweepAllOwners(.permissionGrant, round: page.round)
                try writer.note(Coverage(.permissionGrants, .ok), run: run, at: now)
                return 0
            }
        }
    }

    /// Of apps that are not Microsoft's own: of those there are hundreds, and nobody decides about them.
    private func assignments() async throws {
        let walk = EachSubject<ServicePrincipal>(
            session: session, collector: .appRoleAssignments, freshFor: session.freshness.calendars, subject: \.id,
            include: \.isWorthAsking, stage: "reading permissions of apps", unit: "apps")
        try await walk.run { apps in
            let owners = apps.map { Owner(id: $0.id, name: $0.displayName ?? $0.id) }
            let answers = await session.graph.batch(of: .appRoleAssignments, for: owners)
            try await keep(try await session.rest(of: .appRoleAssignments, answers, owners: owners), of: owners)
        }
        try await session.write { writer in
            try writer.forgetOrphans(
                .appRoleAssignment, owners: .servicePrincipal, run: session.run.number, at: session.now())
            try writer.forgetOrphanCoverage(.appRoleAssignments, owners: .servicePrincipal)
        }
        try await roleNames()
    }

    private func keep<Subject: Entity>(_ answers: [Result<[Subject], GraphError>], of owners: [Owner]) async throws {
        let (run, now) = (session.run.number, session.now())
        var lines: [(Coverage, [StoredEntity]?)] = []
        for (owner, answer) in zip(owners, answers) {
            switch answer {
            case .success(let found):
                lines.append(
                    (Coverage(.appRoleAssignments, subject: owner.id, .ok), try found.map { try StoredEntity($0) }))
            case .failure(let error):
                if error.isFatal { throw error }
                let (state, detail) = error.coverage
                lines.append((Coverage(.appRoleAssignments, subject: owner.id, state, detail: detail), nil))
            }
        }
        let stored = lines
        try await session.write { writer in
            for (coverage, entities) in stored {
                if Subject.kind == .appRoleAssignment { try writer.note(coverage, run: run, at: now) }
                guard let entities else { continue }
                try writer.keep(entities, round: run, run: run)
                try writer.sweep(Subject.kind, owner: coverage.subject, round: run, run: run, at: now)
            }
        }
    }

    /// Asks the APIs that assignments name what their permissions are called; one that answered before is asked again when a permission
    /// is unknown, and at every full scan.
    private func roleNames() async throws {
        let store = session.store
        var wanted: [String: Set<String>] = [:]
        try store.forEachPage(of: AppRoleAssignment.self, of: session.id) { page in
            for assignment in page {
                guard let api = assignment.resourceID, let role = assignment.appRoleID else { continue }
                wanted[api, default: []].insert(role)
            }
        }
        var owners: [Owner] = []
        for (api, roles) in wanted.sorted(by: { $0.key < $1.key }) {
            let known = try store.entities(AppRole.self, of: session.id, .ofOwner(api), limit: 5_000).map(\.id)
            if session.isFull || !roles.subtracting(known + [AppRole.none]).isEmpty {
                owners.append(Owner(id: api, name: api))
            }
        }
        guard !owners.isEmpty else { return }
        let answers = await session.graph.batch(of: .appRoles, for: owners)
        try await keep(try await session.rest(of: .appRoles, answers, owners: owners), of: owners)
    }
}

extension AppRole {
    /// The role of an assignment that names none.
    static let none = "00000000-0000-0000-0000-000000000000"
}

extension ServicePrincipal {
    /// An application, and not one of Microsoft's.
    var isWorthAsking: Bool {
        guard servicePrincipalType?.lowercased() == "application" else { return false }
        return !(appOwnerOrganizationId.map { Self.microsoftTenants.contains($0.lowercased()) } ?? false)
    }
}
