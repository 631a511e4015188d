import Foundation
import Model
import Posture
import Store

/// Asks every check about what changed and about what time has changed, and records the answers.
struct Assess: Sendable {
    let session: Session
    /// The checks to ask; all of them, or the ones a person named.
    let checks: [Check]
    /// True where only some checks are asked: what changed stays to be judged by the others.
    let isPartial: Bool
    /// False where nothing was read before it: then nothing was seen again.
    var hasRead = true

    private static let pageSize = 500

    /// - Parameters:
    ///   - kinds: of what the checks are asked about.
    ///   - isLast: false where more of these kinds is still being read; then nothing but what changed was seen.
    func run(_ kinds: [EntityKind] = EntityKind.allCases, isLast: Bool = true) async throws -> InstanceCounts {
        let tenant = try TenantFacts(session: session).tenant()
        let mark = TenantFacts.mark(of: tenant)
        let isFull = session.isFull
        let ranks = Check.all.map { (id: $0.id, severity: $0.severity) }
        try await session.write { writer in
            try writer.enrol(ranks, at: tenant.asOf)
            try writer.reopenEnded(at: tenant.asOf)
        }
        let judgesAll = try await session.write { writer in
            guard try isFull || writer.judgedWith() != mark else { return false }
            try writer.markAllStale()
            return true
        }
        var counts = InstanceCounts()
        for kind in kinds {
            let asked = checks.filter { $0.subjects.contains(kind) }
            guard !asked.isEmpty else { continue }
            counts += try await judge(kind, asked, in: tenant, everything: judgesAll && isPartial)
            if hasRead, isLast { try await seeAgain(kind, asked) }
        }
        let isWhole = !isPartial
        try await session.write { writer in
            try writer.forgetStrayDoubts()
            if isWhole { try writer.setJudgedWith(mark) }
        }
        return counts
    }

    private func judge(_ kind: EntityKind, _ asked: [Check], in tenant: Tenant, everything: Bool) async throws
        -> InstanceCounts
    {
        var counts = InstanceCounts()
        var position = EntityPosition.start
        let filter: EntityFilter = everything || kind == .organization ? .all : .toJudge(now: tenant.asOf)
        var done = 0
        let (run, now, tenantID, keepStale) = (session.run.number, tenant.asOf, session.integration.tenantID, isPartial)
        while true {
            try Task.checkCancellation()
            // Whoever asks only some checks leaves the list of what waits as it is, and so must walk over it.
            let page =
                if case .toJudge = filter, !keepStale {
                    try session.store.entitiesToJudge(kind, of: session.id, now: tenant.asOf, limit: Self.pageSize)
                } else {
                    try session.store.entities(
                        kind: kind, of: session.id, filter, after: position, limit: Self.pageSize)
                }
            guard let last = page.last else { return counts }
            position = EntityPosition(owner: last.ownerID, id: last.id)
            let assessments = page.map { assess($0, asked, in: tenant) }
            counts += try await session.write { writer in
                var counts = InstanceCounts()
                for assessment in assessments {
                    counts += try writer.record(assessment, tenantID: tenantID, run: run, at: now, keepStale: keepStale)
                }
                return counts
            }
            done += page.count
            session.report(StageProgress(stage: "judging", unit: "\(kind.rawValue)s", done: done, total: nil))
        }
    }

    private func assess(_ entity: any Entity, _ asked: [Check], in tenant: Tenant) -> Assessment {
        let answers = asked.map { check in
            // A check that the policy profile turns off finds nothing, so what it found before is resolved.
            let outcome = check.isOn(in: tenant.options.policyProfile) ? check.outcome(for: entity, in: tenant) : .clear
            return Assessment.Answer(check: check.id, severity: check.severity, outcome: outcome)
        }
        let due = asked.compactMap { $0.due(for: entity, in: tenant) }.filter { $0 > tenant.asOf }.min()
        return Assessment(of: entity, answers: answers, due: due)
    }

    /// What did not change was seen again all the same, where its collector could read it.
    private func seeAgain(_ kind: EntityKind, _ asked: [Check]) async throws {
        guard let collector = kind.collector else { return }
        // Only what the tenant as a whole refused or failed to give has a line without a subject.
        if let whole = try session.store.coverage(collector, of: session.id), !whole.state.isComplete { return }
        let (run, now) = (session.run.number, session.now())
        let proof: StoreWriter.SeenBy =
            switch kind {
            case .messageRule, .calendarPermission, .authenticationMethod: .reading
            default: .absenceOfChange
            }
        try await session.write { try $0.seenAgain(kind, collector: collector, by: proof, run: run, at: now) }
    }
}

extension EntityKind {
    /// The collector that writes entities of this kind; nil where no check asks about them.
    var collector: Collector? {
        switch self {
        case .organization: .organization
        case .user: .users
        case .group: .groups
        case .domain: .domains
        case .domainRecords: .dns
        case .application: .applications
        case .servicePrincipal: .servicePrincipals
        case .registrationDetail: .registrationDetails
        case .authenticationMethod: .authenticationMethods
        case .messageRule: .messageRules
        case .calendarPermission: .calendars
        case .site: .sites
        case .drive: .drives
        case .driveItem: .driveItems
        case .fileContent: .fileContents
        case .sensitivityLabel: .sensitivityLabels
        case .permissionGrant: .permissionGrants
        case .appRoleAssignment: .appRoleAssignments
        case .appRole: nil
        }
    }
}
