import Foundation
import Model

extension Check {
    /// A user kept in step with on-premises has not been synchronised for seven days.
    public static let userOnpremSyncStale = Check(
        id: "user-onprem-sync-stale",
        title: "On-prem user not synced in 7 days",
        severity: .low,
        family: .userAccounts,
        collectors: [.users, .organization],
        why: """
            Where synchronisation has stopped, accounts switched off on-premises stay open in the cloud. Mind that Microsoft \
            records when this object last changed: while the tenant itself keeps syncing, an old date only means that nothing \
            about the user changed. The option `onPremisesSyncMode: strict` reports only what is wrong then.
            """,
        remedy: "see whether Entra Connect still runs and has this user",
        fix: [
            "Look at the tenant's own synchronisation: Microsoft 365 admin center > Health > Directory sync status.",
            "If it has stopped, look at the Entra Connect server: Get-ADSyncScheduler, and the Synchronization Service Manager's last runs.",
            "If only this user is old, compare it with Active Directory: Entra Connect > Troubleshoot > Object synchronization.",
            "If old dates are merely unchanged users, set onPremisesSyncMode to strict.",
        ],
        references: [
            "https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-sync-feature-scheduler",
            "https://learn.microsoft.com/entra/identity/hybrid/connect/tshoot-connect-objectsync",
        ],
        options: [.onPremisesSyncMode, .onPremisesSyncStaleDays],
        sentence: { evidence in
            let since = evidence.day("lastSync") ?? "long ago"
            return evidence.flag("isTenantSyncFresh") == true
                ? "unchanged since \(since); the tenant itself is in sync" : "last synced \(since)"
        },
        questions: [.of(due: dueDate, examine: examine)]
    )
}

private let longestPause = 7

private func examine(_ user: User, in tenant: Tenant) -> Outcome {
    guard user.onPremisesSyncEnabled == true else { return .clear }
    guard let synced = user.onPremisesLastSyncDateTime else {
        return .unknown("Graph did not say when the user was synced")
    }
    guard synced.isOlder(thanDays: longestPause, at: tenant.asOf) else { return .clear }
    let isFresh = tenant.organization?.onPremisesLastSyncDateTime.map {
        !$0.isOlder(thanDays: longestPause, at: tenant.asOf)
    }
    if tenant.options.onPremisesSyncMode == .strict,
        !synced.isOlder(thanDays: tenant.options.onPremisesSyncStaleDays, at: tenant.asOf)
    {
        guard let isFresh else { return .unknown("the tenant's own last synchronisation is not known") }
        if isFresh { return .clear }
    }
    var evidence: Evidence = ["lastSync": .time(synced), "isTenantSyncFresh": .optional(isFresh)]
    // Graph keeps when the object was last exported, and a healthy synchronisation exports only what changed.
    if isFresh == true { evidence["note"] = .text("object unchanged since \(synced.formatted(.iso8601))") }
    return .found(evidence)
}

private func dueDate(_ user: User, in tenant: Tenant) -> Date? {
    guard user.onPremisesSyncEnabled == true, let synced = user.onPremisesLastSyncDateTime else { return nil }
    var moments = [synced.turnsOlder(thanDays: longestPause)]
    if tenant.options.onPremisesSyncMode == .strict {
        moments.append(synced.turnsOlder(thanDays: tenant.options.onPremisesSyncStaleDays))
    }
    if let heartbeat = tenant.organization?.onPremisesLastSyncDateTime {
        moments.append(heartbeat.turnsOlder(thanDays: longestPause))
    }
    return moments.next(after: tenant.asOf)
}
