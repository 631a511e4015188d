import Model

extension Check {
    /// A user that once came from the on-premises directory is no longer kept in step with it.
    public static let userCloudSyncDisabled = Check(
        id: "user-cloud-sync-disabled",
        title: "Cloud sync disabled for on-prem user",
        severity: .low,
        family: .userAccounts,
        collectors: [.users, .organization],
        why: """
            The account was synchronised from on-premises and is not any more, so switching it off or changing its password there \
            has no effect in the cloud: a leaver may keep access. Where synchronisation ended for the whole tenant, one finding on \
            the organization stands for all its users.
            """,
        remedy: "synchronise again, or review and keep it in the cloud",
        fix: [
            "Find out whether the user was moved to the cloud on purpose. If so, make an exception.",
            "If not, look whether the object fell out of scope (organizational unit or group filter): Entra Connect > Customize synchronization options.",
            "Put it back into scope and start a synchronisation, or delete the account: Entra admin center > Users.",
            "For the organization: turn synchronisation on again, or review every formerly synced account and own it in the cloud.",
        ],
        references: [
            "https://learn.microsoft.com/entra/identity/hybrid/connect/tshoot-connect-objectsync",
            "https://learn.microsoft.com/microsoft-365/enterprise/turn-off-directory-synchronization",
        ],
        options: [.reportLeftoverImmutableIDs],
        sentence: { evidence in
            if let users = evidence.number("formerlySyncedUsers") {
                return "sync is off for the tenant; \(users) \(users == 1 ? "user was" : "users were") synced once"
            }
            return evidence.flag("onPremisesSyncEnabled") == false
                ? "was synced from on-premises, is not any more" : "carries an on-premises id, is not synced"
        },
        questions: [.of(examine: examineUser), .of(examine: examineOrganization)]
    )
}

private func examineUser(_ user: User, in tenant: Tenant) -> Outcome {
    let immutableID = user.onPremisesImmutableId ?? ""
    let evidence: Evidence = [
        "onPremisesSyncEnabled": .optional(user.onPremisesSyncEnabled),
        "onPremisesImmutableId": .optional(user.onPremisesImmutableId),
        "lastSync": .time(user.onPremisesLastSyncDateTime),
    ]
    switch user.onPremisesSyncEnabled {
    case true?: return .clear
    case nil:
        // Null means never synced; only left-over ids betray objects of a tenant that switched synchronisation off.
        return tenant.options.reportLeftoverImmutableIDs && !immutableID.isEmpty ? .found(evidence) : .clear
    case false?:
        guard let organization = tenant.organization else { return .unknown("the organization was not read") }
        return organization.onPremisesSyncEnabled == true ? .found(evidence) : .clear
    }
}

/// One instance for the tenant rather than one for each of its users.
private func examineOrganization(_ organization: Organization, in tenant: Tenant) -> Outcome {
    guard organization.onPremisesSyncEnabled != true else { return .clear }
    guard let users = tenant.formerlySyncedUsers else { return .unknown("the users were not read") }
    guard users > 0 else { return .clear }
    return .found([
        "formerlySyncedUsers": .number(Double(users)),
        "onPremisesSyncEnabled": .optional(organization.onPremisesSyncEnabled),
    ])
}
