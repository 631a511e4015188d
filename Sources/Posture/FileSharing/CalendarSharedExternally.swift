import Foundation
import Model

extension Check {
    /// Somebody outside can see a calendar.
    public static let calendarSharedExternally = Check(
        id: "calendar-shared-externally",
        title: "Calendar shared externally",
        severity: .low,
        family: .fileSharing,
        collectors: [.calendars],
        why: """
            Calendars tell who meets whom about what, when people travel, and how to join the meeting: what an impostor needs to \
            sound genuine. Even free and busy times show when nobody is looking.
            """,
        remedy: "remove the person outside from the calendar's sharing",
        fix: [
            "Ask the owner whether the person outside still needs to see the calendar.",
            "Remove the entry: Outlook > Calendar > the calendar > Sharing and permissions > the person > Remove.",
            "Look for published links too, which Graph does not show: Outlook > Settings > Calendar > Shared calendars.",
            "Decide for everyone: Microsoft 365 admin center > Settings > Org settings > Calendar > External sharing.",
            "Or by policy: Exchange admin center > Organization > Sharing > Individual sharing.",
        ],
        references: [
            "https://learn.microsoft.com/microsoft-365/admin/manage/share-calendars-with-external-users",
            "https://learn.microsoft.com/graph/api/resources/calendarpermission",
        ],
        mappings: ["CIS M365 v3.1 1.3.3"],
        options: [.primaryCalendarsOnly, .internalDomains, .subdomainsAreInternal],
        sentence: { evidence in
            let whom = (evidence.text("sharedWith") ?? "somebody outside").shortened(to: 36)
            return "shared with \(whom) (\((evidence.text("role") ?? "role not said").shortened(to: 20)))"
        },
        questions: [.of(examine: examine)]
    )
}

/// Base64 of "Default": the entry for everybody in the organization.
private let myOrganization = "RGVmYXVsdA=="

private func examine(_ entry: CalendarPermission, in tenant: Tenant) -> Outcome {
    if tenant.options.primaryCalendarsOnly, entry.calendarID != nil { return .clear }
    if entry.role?.lowercased() == "none" || entry.permissionID == myOrganization { return .clear }
    let sharee = (entry.address ?? entry.addressInID).flatMap { EmailAddress($0) }
    switch isOutside(entry, sharee, in: tenant) {
    case nil: return .unknown("it cannot be told whether \(entry.name ?? "the person") is outside")
    case false?: return .clear
    case true?: break
    }
    guard let role = entry.role else { return .unknown("Graph did not say what the person may see") }
    return .found([
        "sharedWith": .optional(sharee?.description ?? entry.address ?? entry.name),
        "role": .text(role),
        "calendar": .optional(entry.calendarName),
        "isPrimary": .flag(entry.calendarID == nil),
    ])
}

private func isOutside(_ entry: CalendarPermission, _ sharee: EmailAddress?, in tenant: Tenant) -> Bool? {
    switch entry.isInsideOrganization {
    case true?: return false
    case false?: return sharee.map { !tenant.admitsByOption($0) } ?? true
    case nil: return sharee.flatMap { tenant.owns($0) }.map { !$0 }
    }
}

extension CalendarPermission {
    /// Entries for people outside have ids like base64 of `ExchangePublishedUser.<address>`.
    fileprivate var addressInID: String? {
        let prefix = "ExchangePublishedUser."
        guard let text = Data(base64Encoded: permissionID).flatMap({ String(data: $0, encoding: .utf8) }),
            text.hasPrefix(prefix)
        else { return nil }
        return String(text.dropFirst(prefix.count))
    }
}
