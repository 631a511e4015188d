import Foundation
import Model
import Posture
import Store

/// A third-party app of a tenant: what it may reach, by whose consent, what is known of it, and what was decided.
public struct AppReport: Sendable, Hashable {
    public var app: ServicePrincipal
    /// The registration in this tenant, where the app is the tenant's own.
    public var registration: Application?
    public var reaches: [AppReach]
    public var decision: AppDecision?

    /// `yes`, `no`, or unknown: Microsoft publishes certification for apps registered in one's own tenant only.
    public var isCertified: Bool? { registration.map { $0.certification?.isCertifiedByMicrosoft ?? false } }
    public var isAttested: Bool? { registration.map { $0.certification?.isPublisherAttested ?? false } }
    public var isVerified: Bool { app.verifiedPublisher?.isVerified ?? false }
}

/// The third-party apps of a tenant.
public struct AppListing: Sendable {
    let store: Store
    let integration: Integration
    let now: Date

    public init(store: Store, of integration: Integration, asOf now: Date) {
        self.store = store
        self.integration = integration
        self.now = now
    }

    /// Whether consents of people were read; nil while nobody has tried. What was refused says why.
    public func consents() throws -> (state: CoverageState, detail: String?)? {
        try store.coverageCounts(of: integration.id).first { $0.collector == .permissionGrants }.map {
            ($0.state, $0.detail)
        }
    }

    /// A page of third-party apps by name.
    public func page(
        _ wanted: AppFilter = AppFilter(), _ seek: Seek<DirectoryPosition> = .start, limit: Int = 50
    ) throws -> Slice<AppReport> {
        var filter = DirectoryFilter()
        filter.text = wanted.text
        let decisions = try store.appDecisions(of: integration.id)
        var found: [ServicePrincipal] = []
        var place = seek
        var isMore = false
        // Most service principals are Microsoft's own: they are read past.
        while found.count <= limit {
            let slice = try store.directory(
                ServicePrincipal.self, of: integration.id, filter, at: now, place, limit: 200)
            let fitting = slice.elements.filter {
                $0.isThirdParty(in: integration.tenantID) && wanted.wants($0, decisions[Self.key(of: $0)], at: now)
            }
            if case .before = seek { found = fitting + found } else { found += fitting }
            isMore = if case .before = seek { slice.hasPrevious } else { slice.hasNext }
            guard isMore, let edge = Self.edge(slice, seek) else { break }
            place = edge
        }
        let isCut = found.count > limit || isMore
        if case .before = seek {
            return try Slice(Array(found.suffix(limit)), hasPrevious: isCut, hasNext: true).map {
                try report($0, decisions)
            }
        }
        return try Slice(Array(found.prefix(limit)), hasPrevious: seek != .start, hasNext: isCut)
            .map { try report($0, decisions) }
    }

    private static func edge(
        _ slice: Slice<ServicePrincipal>, _ seek: Seek<DirectoryPosition>
    ) -> Seek<DirectoryPosition>? {
        if case .before = seek { return slice.elements.first.map { .before(Store.directoryPosition(of: $0)) } }
        return slice.elements.last.map { .after(Store.directoryPosition(of: $0)) }
    }

    /// One app by the id of its service principal; nil where the tenant has none of that id.
    public func report(_ id: String) throws -> AppReport? {
        guard let app = try store.entity(ServicePrincipal.self, of: integration.id, id: id) else { return nil }
        return try report(app, try store.appDecisions(of: integration.id))
    }

    private func report(_ app: ServicePrincipal, _ decisions: [String: AppDecision]) throws -> AppReport {
        var registration: Application?
        if app.appOwnerOrganizationId?.lowercased() == integration.tenantID.lowercased() {
            registration = try store.entities(Application.self, of: integration.id, limit: 10_000)
                .first { $0.appId == app.appId }
        }
        return AppReport(
            app: app, registration: registration, reaches: try reaches(of: app),
            decision: decisions[Self.key(of: app)])
    }

    /// What decisions know an app by: its id at its publisher stays when it is removed and consented to again.
    static func key(of app: ServicePrincipal) -> String { app.appId ?? app.id }

    private func reaches(of app: ServicePrincipal) throws -> [AppReach] {
        var reaches: [AppReach] = []
        for (assignment, name) in try assignments(of: app) {
            add(
                AppReach(
                    service: AppReach.service(of: name) ?? assignment.resourceName ?? "Another API",
                    verbs: [AppReach.verb(of: name)], permissions: [name], isByItself: true, isForEverybody: false,
                    people: [], granted: assignment.createdDateTime), to: &reaches)
        }
        for grant in try store.entities(
            PermissionGrant.self, of: integration.id, .ofOwner(app.id), after: .init(owner: app.id, id: ""),
            limit: 5_000)
        {
            for scope in grant.scopes {
                add(
                    AppReach(
                        service: AppReach.service(of: scope) ?? "Another API", verbs: [AppReach.verb(of: scope)],
                        permissions: [scope], isByItself: false, isForEverybody: grant.isForEverybody,
                        people: grant.isForEverybody ? [] : Set([grant.principalID].compactMap(\.self))), to: &reaches)
            }
        }
        return reaches.sorted { a, b in
            (a.isByItself ? 0 : a.isForEverybody ? 1 : 2, a.service) < (
                b.isByItself ? 0 : b.isForEverybody ? 1 : 2, b.service
            )
        }
    }

    /// What it may do by itself, each with the permission's name.
    func assignments(of app: ServicePrincipal) throws -> [(AppRoleAssignment, name: String)] {
        try store.entities(
            AppRoleAssignment.self, of: integration.id, .ofOwner(app.id), after: .init(owner: app.id, id: ""),
            limit: 500
        ).map { assignment in
            let role = try assignment.resourceID.flatMap { api in
                try assignment.appRoleID.flatMap {
                    try store.entity(AppRole.self, of: integration.id, owner: api, id: $0)
                }
            }
            return (assignment, role?.value ?? assignment.appRoleID ?? "a permission without a name")
        }
    }

    /// What is granted alike stands in one line.
    private func add(_ reach: AppReach, to reaches: inout [AppReach]) {
        let known = reaches.firstIndex {
            $0.service == reach.service && $0.isByItself == reach.isByItself
                && $0.isForEverybody == reach.isForEverybody
        }
        guard let known else {
            reaches.append(reach)
            return
        }
        reaches[known].verbs.formUnion(reach.verbs)
        reaches[known].people.formUnion(reach.people)
        if !reaches[known].permissions.contains(where: reach.permissions.contains) {
            reaches[known].permissions += reach.permissions
        }
        reaches[known].granted = [reaches[known].granted, reach.granted].compactMap(\.self).min()
    }

    /// Instances of findings about the app with one of these statuses, worst first: up to `most`.
    /// - Returns: them, and whether there are more.
    public func instances(
        of report: AppReport, _ statuses: [Instance.Status], most: Int = 60
    ) throws -> (instances: [Instance], isMore: Bool) {
        // They are looked for by a text: only where apps are what is judged.
        let checks = Check.all.filter { !Set($0.collectors).isDisjoint(with: [.applications, .servicePrincipals]) }
        let ids = Set([report.app.id, report.registration?.id].compactMap(\.self))
        let found = try ids.sorted().flatMap { id -> [Instance] in
            var filter = InstanceFilter()
            filter.integration = integration.id
            filter.statuses = statuses
            filter.checks = checks.map(\.id)
            filter.text = id
            return try store.instances(filter, limit: most + 1)
        }
        return (Array(found.prefix(most)), found.count > most)
    }
}
