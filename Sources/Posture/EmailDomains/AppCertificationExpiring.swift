import Foundation
import Model

extension Check {
    /// An app's Microsoft 365 certification ends within 90 days, or has ended.
    public static let appCertificationExpiring = Check(
        id: "app-certification-expiring",
        title: "App Certification Expires in 90 Days or Sooner",
        severity: .low,
        family: .emailDomains,
        collectors: [.applications],
        why: """
            A Microsoft 365 certification holds for a year. When it lapses, customers whose policy asks for certified apps stop \
            allowing yours. This is the certification of the app, not its certificates or secrets, and Graph shows it only for \
            apps registered in this tenant.
            """,
        remedy: "renew the certification in Partner Center, or let it lapse",
        fix: [
            "Start the renewal: Partner Center > Marketplace offers > the app > App Compliance.",
            "Renew the publisher attestation first; the certification builds on it.",
            "If the app is no longer offered, let it lapse and make an exception.",
        ],
        references: [
            "https://learn.microsoft.com/microsoft-365-app-certification/docs/certification",
            "https://learn.microsoft.com/graph/api/resources/certification",
        ],
        sentence: { evidence in
            let day = evidence.day("expires") ?? "soon"
            return evidence.flag("isExpired") == true ? "certification expired \(day)" : "certification expires \(day)"
        },
        questions: [.of(due: dueDate, examine: examine)]
    )
}

private let warning = 90

private func examine(_ app: Application, in tenant: Tenant) -> Outcome {
    guard let end = app.certification?.certificationExpirationDateTime, end <= tenant.asOf.adding(days: warning) else {
        return .clear
    }
    return .found([
        "expires": .time(end),
        "isExpired": .flag(end < tenant.asOf),
        "detailsUrl": .optional(app.certification?.certificationDetailsUrl),
    ])
}

private func dueDate(_ app: Application, in tenant: Tenant) -> Date? {
    guard let end = app.certification?.certificationExpirationDateTime else { return nil }
    return [end.adding(days: -warning), end.addingTimeInterval(1)].next(after: tenant.asOf)
}
