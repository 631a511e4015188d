import Foundation
import Model

extension Check {
    /// The password of an enabled member account is older than 90 days.
    public static let userPasswordStale = Check(
        id: "user-password-stale",
        title: "Password not changed in last 90 days",
        severity: .low,
        family: .userAccounts,
        collectors: [.users],
        why: """
            The older a password, the more places it has been typed into, and the longer a stolen copy works. Microsoft, NIST and \
            CIS advise against forced changes where multifactor authentication protects the account; the policy profile `cis` \
            switches this check off.
            """,
        remedy: "block the account if unused, or ask for a new password",
        fix: [
            "Look whether the account is still used: Entra admin center > Users > the user > Sign-in logs.",
            "If it is not, block sign-in. If it is, make sure that multifactor authentication protects it.",
            "Ask for a new password at the next sign-in: Entra admin center > Users > the user > Reset password. Synced users change it on-premises.",
        ],
        references: [
            "https://learn.microsoft.com/microsoft-365/admin/misc/password-policy-recommendations",
            "https://learn.microsoft.com/graph/api/resources/user",
        ],
        options: [.policyProfile],
        sentence: { evidence in
            let since = evidence.day("lastPasswordChange").map { "password unchanged since \($0)" } ?? "password is old"
            if evidence.flag("isFederated") == true { return since + ", federated" }
            return evidence.flag("isSynced") == true ? since + ", synced" : since
        },
        questions: [.of(due: dueDate, examine: examine)]
    )
}

private let longestAge = 90

private func examine(_ user: User, in tenant: Tenant) -> Outcome {
    guard !user.isGuest, user.accountEnabled != false else { return .clear }
    guard let changed = user.lastPasswordChangeDateTime else {
        return .unknown("Graph did not say when the password was changed")
    }
    guard changed.isOlder(thanDays: longestAge, at: tenant.asOf) else { return .clear }
    guard user.accountEnabled != nil else { return .unknown("Graph did not say whether the account is enabled") }
    return .found([
        "lastPasswordChange": .time(changed),
        // Without synchronised password hashes this is the cloud's own moment and may be years old.
        "isSynced": .flag(user.onPremisesSyncEnabled == true),
        "isFederated": .optional(tenant.isFederated(user)),
    ])
}

private func dueDate(_ user: User, in tenant: Tenant) -> Date? {
    guard !user.isGuest, user.accountEnabled != false, let changed = user.lastPasswordChangeDateTime else { return nil }
    return [changed.turnsOlder(thanDays: longestAge)].next(after: tenant.asOf)
}
