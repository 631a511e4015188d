import Model

extension Check {
    /// Microsoft has switched the app off.
    public static let appDisabledByMicrosoft = Check(
        id: "app-disabled-by-microsoft",
        title: "App Disabled By Microsoft",
        severity: .low,
        family: .thirdPartyApps,
        collectors: [.applications, .servicePrincipals],
        why: """
            Microsoft disables apps that broke its services agreement: phishing, malware, abuse of data. It gets no new tokens any \
            more, but what it read before is gone, and the consent given to it shows who fell for it.
            """,
        remedy: "see who consented to the app, then delete it",
        fix: [
            "See what it was allowed to do: Entra admin center > Enterprise applications > the app > Permissions.",
            "See who used it: the app > Users and groups, and Sign-in logs.",
            "Treat the users who consented as phished: revoke their sessions and look at their mailbox rules.",
            "Delete the app: Entra admin center > Enterprise applications > the app > Properties > Delete. An app of your own: read Microsoft's mail to the owners and answer it.",
        ],
        references: [
            "https://learn.microsoft.com/entra/identity/enterprise-apps/manage-application-permissions",
            "https://learn.microsoft.com/graph/api/resources/serviceprincipal",
            "https://learn.microsoft.com/graph/api/resources/application",
        ],
        sentence: { evidence in
            switch evidence.text("disabledByMicrosoftStatus") {
            case "DisabledDueToViolationOfServicesAgreement"?:
                "disabled by Microsoft: violation of the services agreement"
            case let status?: "disabled by Microsoft: \(status.shortened(to: 40))"
            case nil: "disabled by Microsoft"
            }
        },
        questions: [.of(examine: examineApplication), .of(examine: examineServicePrincipal)]
    )
}

private func examineApplication(_ app: Application, in tenant: Tenant) -> Outcome {
    found(app.disabledByMicrosoftStatus, appID: app.appId, publisher: app.verifiedPublisher)
}

/// One instance an app: where the registration is ours, it is the registration's.
private func examineServicePrincipal(_ app: ServicePrincipal, in tenant: Tenant) -> Outcome {
    let outcome = found(app.disabledByMicrosoftStatus, appID: app.appId, publisher: app.verifiedPublisher)
    guard outcome != .clear else { return .clear }
    if let registered = tenant.registeredAppIDs {
        return app.appId.map { registered.contains($0) } == true ? .clear : outcome
    }
    let isOurs = app.appOwnerOrganizationId?.lowercased() == tenant.id.lowercased()
    return isOurs ? .unknown("the tenant's own app registrations were not read") : outcome
}

private func found(_ status: String?, appID: String?, publisher: VerifiedPublisher?) -> Outcome {
    // Any other word counts as disabled: Microsoft may add reasons.
    guard let status, !status.isEmpty, status.lowercased() != "notdisabled" else { return .clear }
    return .found([
        "disabledByMicrosoftStatus": .text(status),
        "appId": .optional(appID),
        "hasVerifiedPublisher": .flag(publisher?.isVerified == true),
    ])
}
