/// The types of the objects Graph answers with, and what may be asked of them.
enum ObjectKind: String, Sendable, CaseIterable {
    case user, group, application, servicePrincipal, organization, domain, oAuth2PermissionGrant, appRoleAssignment
    case userRegistrationDetails, messageRule, calendar, calendarPermission, drive, driveItem, permission, site
    case sensitivityLabel, authenticationMethod, directoryObject, mailboxSettings

    /// Names that `$select` accepts.
    var names: Set<String> { Self.table[self]?.names ?? [] }
    /// Properties that are collections: empty, never null.
    var collections: Set<String> { Self.table[self]?.collections ?? [] }
    /// What comes without `$select`; nil for everything.
    var defaults: Set<String>? {
        switch self {
        case .user:
            [
                "businessPhones", "displayName", "givenName", "id", "jobTitle", "mail", "mobilePhone", "officeLocation",
                "preferredLanguage", "surname", "userPrincipalName",
            ]
        default: nil
        }
    }

    private struct Names {
        var names: Set<String> = []
        var collections: Set<String> = []

        init(_ words: String, _ links: String) {
            for word in words.split(separator: " ") {
                let name = word.hasSuffix("*") ? String(word.dropLast()) : String(word)
                names.insert(name)
                if word.hasSuffix("*") { collections.insert(name) }
            }
            names.formUnion(links.split(separator: " ").map(String.init))
        }
    }

    private static let table: [ObjectKind: Names] = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0, Names($0.words, $0.links)) })

    private var words: String {
        switch self {
        case .user: ObjectNames.user
        case .group: ObjectNames.group
        case .application: ObjectNames.application
        case .servicePrincipal: ObjectNames.servicePrincipal
        case .organization: ObjectNames.organization
        case .domain: ObjectNames.domain
        case .oAuth2PermissionGrant: ObjectNames.oAuth2PermissionGrant
        case .appRoleAssignment: ObjectNames.appRoleAssignment
        case .userRegistrationDetails: ObjectNames.userRegistrationDetails
        case .messageRule: ObjectNames.messageRule
        case .calendar: ObjectNames.calendar
        case .calendarPermission: ObjectNames.calendarPermission
        case .drive: ObjectNames.drive
        case .driveItem: ObjectNames.driveItem
        case .permission: ObjectNames.permission
        case .site: ObjectNames.site
        case .sensitivityLabel: ObjectNames.sensitivityLabel
        case .authenticationMethod: ObjectNames.authenticationMethod
        case .directoryObject: ObjectNames.directoryObject
        case .mailboxSettings: ObjectNames.mailboxSettings
        }
    }

    private var links: String {
        switch self {
        case .user: ObjectNames.userLinks
        case .group: ObjectNames.groupLinks
        case .application: ObjectNames.applicationLinks
        case .servicePrincipal: ObjectNames.servicePrincipalLinks
        case .calendar: ObjectNames.calendarLinks
        case .drive: ObjectNames.driveLinks
        case .driveItem: ObjectNames.driveItemLinks
        case .site: ObjectNames.siteLinks
        case .sensitivityLabel: ObjectNames.sensitivityLabelLinks
        default: ""
        }
    }
}
