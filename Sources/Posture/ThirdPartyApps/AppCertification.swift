import Foundation
import Model

// Two checks over one property, `certification`, which Graph gives only for apps registered in this tenant.

extension Check {
    /// The app does not hold a valid Microsoft 365 certification.
    public static let appNotCertified = Check(
        id: "app-not-certified",
        title: "App Not Certified By Microsoft",
        severity: .low,
        family: .thirdPartyApps,
        collectors: [.applications, .servicePrincipals],
        why: """
            Certified apps had an assessor look at how they handle data; of the others you have the maker's word at most. Graph \
            shows the certification only for apps registered in this tenant: of a third party's app the answer is unknown.
            """,
        remedy: "certify it in Partner Center, or make an exception",
        fix: [
            "An app of your own that only you use needs no certification: make an exception.",
            "An app you offer to others: Partner Center > Marketplace offers > the app > App Compliance.",
            "A third party's app: look it up in the App Compliance Program on Microsoft Learn and decide whether to keep it.",
        ],
        references: [
            "https://learn.microsoft.com/microsoft-365-app-certification/docs/certification",
            "https://learn.microsoft.com/graph/api/resources/certification",
        ],
        sentence: { evidence in
            guard let day = evidence.day("expires") else { return "not certified by Microsoft" }
            return evidence.flag("isExpired") == true ? "certification expired \(day)" : "not certified by Microsoft"
        },
        questions: [.of(due: dueDate, examine: examineCertification), .of(examine: examineStranger)]
    )

    /// The publisher has not answered Microsoft's questions about the app.
    public static let appNotAttested = Check(
        id: "app-not-attested",
        title: "App Not Attested By Publisher",
        severity: .low,
        family: .thirdPartyApps,
        collectors: [.applications, .servicePrincipals],
        why: """
            In the attestation the publisher states in public how the app handles data and security, which you can hold them to. \
            Graph shows it only for apps registered in this tenant: of a third party's app the answer is unknown.
            """,
        remedy: "attest it in Partner Center, or make an exception",
        fix: [
            "An app of your own that only you use needs no attestation: make an exception.",
            "An app you offer to others: Partner Center > Marketplace offers > the app > App Compliance > Publisher attestation.",
            "A third party's app: ask the maker, or look it up in the App Compliance Program on Microsoft Learn.",
        ],
        references: [
            "https://learn.microsoft.com/microsoft-365-app-certification/docs/attestation",
            "https://learn.microsoft.com/graph/api/resources/certification",
        ],
        sentence: { _ in "not attested by its publisher" },
        questions: [.of(examine: examineAttestation), .of(examine: examineStranger)]
    )
}

private func examineCertification(_ app: Application, in tenant: Tenant) -> Outcome {
    let end = app.certification?.certificationExpirationDateTime
    let isExpired = end.map { $0 < tenant.asOf } ?? false
    if app.certification?.isCertifiedByMicrosoft == true, !isExpired { return .clear }
    return .found([
        "isCertified": .optional(app.certification?.isCertifiedByMicrosoft),
        "isExpired": .flag(isExpired),
        "expires": .time(end),
        "verifiedPublisher": .optional(app.verifiedPublisher?.nameIfVerified),
    ])
}

private func dueDate(_ app: Application, in tenant: Tenant) -> Date? {
    [app.certification?.certificationExpirationDateTime].compactMap { $0?.addingTimeInterval(1) }.next(
        after: tenant.asOf)
}

private func examineAttestation(_ app: Application, in tenant: Tenant) -> Outcome {
    if app.certification?.isPublisherAttested == true { return .clear }
    return .found([
        "isAttested": .optional(app.certification?.isPublisherAttested),
        "verifiedPublisher": .optional(app.verifiedPublisher?.nameIfVerified),
    ])
}

/// The app as it is present in the tenant. Ours is judged by its registration; Microsoft's and managed identities need no program.
private func examineStranger(_ app: ServicePrincipal, in tenant: Tenant) -> Outcome {
    if app.isThirdParty(in: tenant.id) { return .unknown("not exposed by Microsoft Graph") }
    let isSaid =
        app.servicePrincipalType.map { $0.lowercased() != "application" || app.appOwnerOrganizationId != nil } ?? false
    return isSaid ? .clear : .unknown("Graph did not say whose app it is")
}

extension VerifiedPublisher {
    /// Publisher verification is another program; it is shown beside, never instead.
    fileprivate var nameIfVerified: String? { isVerified ? displayName ?? verifiedPublisherId : nil }
}
