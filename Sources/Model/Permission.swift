/// A Microsoft Graph permission by its name, for example `User.Read.All`.
public struct Permission: RawRepresentable, Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ name: String) { rawValue = name }
    public var description: String { rawValue }
    public static func < (a: Permission, b: Permission) -> Bool { a.rawValue < b.rawValue }

    public static let applicationReadAll = Permission("Application.Read.All")
    public static let auditLogReadAll = Permission("AuditLog.Read.All")
    public static let calendarsRead = Permission("Calendars.Read")
    public static let calendarsReadBasic = Permission("Calendars.ReadBasic")
    public static let directoryReadAll = Permission("Directory.Read.All")
    public static let domainReadAll = Permission("Domain.Read.All")
    public static let filesReadAll = Permission("Files.Read.All")
    public static let filesReadWriteAll = Permission("Files.ReadWrite.All")
    public static let groupReadAll = Permission("Group.Read.All")
    public static let groupMemberReadAll = Permission("GroupMember.Read.All")
    public static let informationProtectionPolicyReadAll = Permission("InformationProtectionPolicy.Read.All")
    public static let mailboxSettingsRead = Permission("MailboxSettings.Read")
    public static let offlineAccess = Permission("offline_access")
    public static let roleManagementReadAll = Permission("RoleManagement.Read.All")
    public static let sensitivityLabelRead = Permission("SensitivityLabel.Read")
    public static let sensitivityLabelsReadAll = Permission("SensitivityLabels.Read.All")
    public static let sitesReadAll = Permission("Sites.Read.All")
    public static let userReadAll = Permission("User.Read.All")
    public static let userAuthenticationMethodReadAll = Permission("UserAuthenticationMethod.Read.All")

    /// What the app registration of every feature built so far should list, as application permissions, in the order shown to people.
    public static let required: [Permission] = [
        .userReadAll, .groupReadAll, .domainReadAll, .applicationReadAll, .auditLogReadAll,
        .userAuthenticationMethodReadAll, .mailboxSettingsRead, .calendarsRead, .filesReadAll,
        .informationProtectionPolicyReadAll,
    ]
    /// Worth granting, not asked for by default.
    public static let optional: [Permission] = [.sitesReadAll, .sensitivityLabelsReadAll, .directoryReadAll]

    /// The id of the application permission (app role) on Microsoft Graph, for a manifest's `resourceAccess`; nil where not known.
    public var roleID: String? { Self.roleIDs[rawValue] }

    /// What it is for, in the words of the permission table.
    public var purpose: String {
        switch self {
        case .userReadAll: "users, organization"
        case .groupReadAll, .groupMemberReadAll: "groups and their members"
        case .domainReadAll: "domains: inside and outside, SPF and DMARC"
        case .applicationReadAll: "applications and service principals"
        case .auditLogReadAll: "registration report (which users have passkeys or Windows Hello)"
        case .userAuthenticationMethodReadAll: "sign-in methods: passkeys, Windows Hello keys"
        case .mailboxSettingsRead: "mail rules that forward"
        case .calendarsRead, .calendarsReadBasic: "calendar sharing"
        case .filesReadAll: "files and folders and who they are shared with"
        case .informationProtectionPolicyReadAll: "sensitivity labels (preview list)"
        case .sitesReadAll: "sites outside teams, private and shared channels"
        case .sensitivityLabelsReadAll, .sensitivityLabelRead: "sensitivity labels (v1.0 list)"
        case .directoryReadAll:
            "consents of people to apps; users, groups, domains and apps in place of the narrower permissions"
        case .filesReadWriteAll: "taking back sharing links: the only permission that can change anything"
        default: ""
        }
    }

    /// What is missing without it beside what was granted.
    public func costOfAbsence(beside granted: Set<Permission>) -> String {
        guard self == .sensitivityLabelsReadAll, !granted.contains(.informationProtectionPolicyReadAll) else {
            return costOfAbsence
        }
        return "no labels, unless \(Permission.informationProtectionPolicyReadAll) is granted"
    }

    /// What is missing without it, in the words of the permission table.
    public var costOfAbsence: String {
        switch self {
        case .userReadAll: "nothing can be synced: every user check is off"
        case .groupReadAll: "no groups, no protection by group, no team drives"
        case .domainReadAll: "domain checks off; inside and outside told by the organization's verified domains only"
        case .applicationReadAll: "app checks off"
        case .auditLogReadAll: "every user is asked for sign-in methods one by one, 5 per 10 seconds"
        case .userAuthenticationMethodReadAll: "passkey and Windows Hello checks off"
        case .mailboxSettingsRead: "forwarding checks off"
        case .calendarsRead: "calendar check off"
        case .filesReadAll: "file and folder checks off"
        case .informationProtectionPolicyReadAll: "no labels, unless SensitivityLabels.Read.All is granted"
        case .sitesReadAll: "sites outside teams and private channels are not seen"
        case .sensitivityLabelsReadAll: "labels come from the preview list only"
        case .directoryReadAll: "who consented to which app is not seen; what apps may do by themselves is"
        case .filesReadWriteAll: "links are found, not taken back"
        default: ""
        }
    }

    private static let roleIDs: [String: String] = [
        "Application.Read.All": "9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30",
        "AuditLog.Read.All": "b0afded3-3588-46d8-8b3d-9842eff778da",
        "Calendars.Read": "798ee544-9d2d-430c-a058-570e29e34338",
        "Domain.Read.All": "dbb9058a-0e50-45d7-ae91-66909b5d4664",
        "Files.ReadWrite.All": "75359482-378d-4052-8f01-80520e7db3cd",
        "SensitivityLabels.Read.All": "e46a01e9-b2cf-4d89-8424-bcdc6dd445ab",
        "Files.Read.All": "01d4889c-1287-42c6-ac1f-5d1e02578ef6",
        "Group.Read.All": "5b567255-7703-4780-807c-7be8301ae99b",
        "GroupMember.Read.All": "98830695-27a2-44f7-8c18-0c3ebc9698f6",
        "InformationProtectionPolicy.Read.All": "19da66cb-0fb0-4390-b071-ebc76a349482",
        "MailboxSettings.Read": "40f97065-369a-49f4-947c-6a255697ae91",
        "RoleManagement.Read.All": "c7fbd983-d9aa-4fa7-84b8-17382c103bc4",
        "User.Read.All": "df021288-bdef-4463-88db-98f22de89214",
        "UserAuthenticationMethod.Read.All": "38d9df27-64da-44fd-b7c5-a6fbac20248f",
        "Directory.Read.All": "7ab1d382-f21e-4acd-a863-ba3e13f7da61",
        "Sites.Read.All": "332a536c-c7ef-4017-ab91-336970924f0d",
    ]

    /// The id of the delegated permission on Microsoft Graph; nil where there is none or Reeve never asks for it.
    public var scopeID: String? { Self.scopeIDs[rawValue] }

    /// What signs a person in and says who they are (OpenID Connect Core §5.4); an id token comes with the first alone.
    public static let signIn: [Permission] = ["openid", "profile"].map(Permission.init(_:))

    private static let scopeIDs: [String: String] = [
        "Application.Read.All": "c79f8feb-a9db-4090-85f9-90d820caa0eb",
        "AuditLog.Read.All": "e4c9e354-4dc5-45b8-9e7c-e1393b0b1a20",
        "Calendars.Read": "465a38f9-76ea-45b9-9f34-9e8b0d4b0b42",
        "Directory.Read.All": "06da0dbc-49e2-44d2-8312-53f166ab848a",
        "Domain.Read.All": "2f9ee017-59c1-4f1d-9472-bd5529a7b311",
        "Files.Read.All": "df85f4d6-205c-4ac5-a5ea-6bf408dba283",
        "Group.Read.All": "5f8c59db-677d-491f-a6b8-5f174b11ec1d",
        "MailboxSettings.Read": "87f447af-9fa4-4c32-9dfa-4a57a73d18ce",
        "Sites.Read.All": "205e70e5-aba6-4c52-a976-6d2d46c48043",
        "User.Read.All": "a154be20-db9c-4678-8ab7-66f6cc099a59",
        "UserAuthenticationMethod.Read.All": "aec28ec7-4d02-4e8c-b864-50163aea77eb",
        "openid": "37f7f235-527c-4136-accd-4a02d197296e",
        "profile": "14dad69e-099b-42c9-810b-d002981feec1",
        "offline_access": "7427e0e9-2fba-42fe-b0c0-848c9e6a8182",
    ]
}
