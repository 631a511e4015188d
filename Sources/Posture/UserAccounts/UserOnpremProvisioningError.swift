import Foundation
import Model

extension Check {
    /// Synchronisation from on-premises left an error on the user.
    public static let userOnpremProvisioningError = Check(
        id: "user-onprem-provisioning-error",
        title: "Provisioning error for on-prem user",
        severity: .low,
        family: .userAccounts,
        collectors: [.users],
        why: """
            Part of this user did not arrive from the on-premises directory, most often because two objects claim the same address. \
            What you change or switch off on-premises may then not take effect in the cloud.
            """,
        remedy: "correct the property on-premises, then synchronise again",
        fix: [
            "Find the other object with the same value: Microsoft 365 admin center > Health > Directory sync status.",
            "Correct the property on one of the two objects in the on-premises Active Directory.",
            "Start a synchronisation on the Entra Connect server (Start-ADSyncSyncCycle -PolicyType Delta) and look again: the error disappears only after a successful one.",
        ],
        references: [
            "https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-syncservice-duplicate-attribute-resiliency",
            "https://learn.microsoft.com/graph/api/resources/onpremisesprovisioningerror",
        ],
        sentence: { evidence in
            let errors = evidence.list("errors")
            return errors.count > 1
                ? "\(errors[0].shortened(to: 50)) and \(errors.count - 1) more"
                : (errors.first ?? "error of synchronisation").shortened(to: 70)
        },
        questions: [.of(examine: examine)]
    )
}

private func examine(_ user: User, in tenant: Tenant) -> Outcome {
    guard !user.onPremisesProvisioningErrors.isEmpty else { return .clear }
    return .found(["errors": .list(user.onPremisesProvisioningErrors.map(words))])
}

/// "PropertyConflict: ProxyAddresses SMTP:info@contoso.com (2026-02-27)"; Graph may leave out any part.
private func words(of error: User.ProvisioningError) -> String {
    let what = [error.propertyCausingError, error.value].compactMap { $0 }.joined(separator: " ")
    let head = [error.category ?? "Error", what].filter { !$0.isEmpty }.joined(separator: ": ")
    return error.occurredDateTime.map { "\(head) (\($0.formatted(.iso8601).prefix(10)))" } ?? head
}
