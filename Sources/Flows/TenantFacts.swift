import Foundation
import Graph
import Model
import Posture
import Store

/// Gathers the few tenant-wide facts that checks may ask for, from what is stored.
struct TenantFacts: Sendable {
    let session: Session

    func tenant() throws -> Tenant {
        let domains = try stored(Domain.self, limit: 10_000, as: .domains)
        let organization = try session.store.entities(Organization.self, of: session.id, limit: 1).first
        let applications = try registeredAppIDs()
        return Tenant(
            id: session.integration.tenantID, domains: domains, organization: organization,
            permissions: session.permissions,
            asOf: session.now(), options: session.options, registeredAppIDs: applications,
            formerlySyncedUsers: try formerlySyncedUsers(organization))
    }

    /// Nil where the collector has never read anything: then nobody knows.
    private func stored<E: Entity>(_ type: E.Type, limit: Int, as collector: Collector) throws -> [E]? {
        let all = try session.store.entities(type, of: session.id, limit: limit)
        if !all.isEmpty { return all }
        return try session.store.coverage(collector, of: session.id)?.state == .ok ? [] : nil
    }

    private func registeredAppIDs() throws -> Set<String>? {
        guard try session.store.feed("applications", of: session.id)?.listedAt != nil else { return nil }
        var ids: Set<String> = []
        try session.store.forEachPage(of: Application.self, of: session.id) { ids.formUnion($0.compactMap(\.appId)) }
        return ids
    }

    /// Asked only where the tenant as a whole is not synced: elsewhere nothing depends on it.
    private func formerlySyncedUsers(_ organization: Organization?) throws -> Int? {
        guard let organization, organization.onPremisesSyncEnabled != true else { return nil }
        guard try session.store.feed("users", of: session.id)?.listedAt != nil else { return nil }
        return try session.store.count(.user, of: session.id, bodyContaining: "\"onPremisesSyncEnabled\":false")
    }

    /// Everything an outcome depends on besides the entity and the time. A difference means judging everything again.
    static func mark(of tenant: Tenant) -> String {
        let domains = (tenant.domains ?? []).map {
            [
                $0.id, "\($0.isVerified ?? false)", "\($0.isInitial ?? false)", $0.authenticationType ?? "",
                "\($0.passwordValidityPeriodInDays ?? 0)",
            ].joined(separator: ",")
        }
        let heartbeat = tenant.organization?.onPremisesLastSyncDateTime
        let isHeartbeatStale = heartbeat.map { tenant.asOf.timeIntervalSince($0) > 7 * 24 * 3600 }
        let parts: [String] = [
            "checks \(Check.all.map { $0.id + $0.severity.rawValue }.joined(separator: ","))",
            "rules \(Self.revision)",
            "domains \(tenant.domains == nil ? "unknown" : domains.sorted().joined(separator: ";"))",
            "organization \(tenant.organization?.verifiedDomains.sorted().joined(separator: ",") ?? "unknown")",
            "synced \(String(describing: tenant.organization?.onPremisesSyncEnabled)) \(String(describing: isHeartbeatStale))",
            "formerly \(tenant.formerlySyncedUsers.map { $0 > 0 ? "some" : "none" } ?? "unknown")",
            "apps \(tenant.registeredAppIDs?.sorted().joined(separator: ",") ?? "unknown")",
            "permissions \(tenant.permissions.sorted().map(\.rawValue).joined(separator: ","))",
            "options \(options(tenant.options))",
        ]
        return parts.joined(separator: "\n")
    }

    /// Whether the permissions of what is shared with named people were left out when a mark was made.
    static func leavesOutSharing(_ mark: String?) -> Bool { mark?.contains("\"fastSharing\":true") ?? false }

    /// Raised whenever the meaning of a check changes, so that stored entities are judged again.
    private static let revision = 3

    private static func options(_ options: CheckOptions) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return (try? encoder.encode(options)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
