/// Which permissions open which paths: the part of Microsoft's permission map that the tenant answers for.
/// <https://learn.microsoft.com/graph/permissions-reference>
struct AccessRow: Sendable {
    /// Patterns in lower case; `*` stands for an id.
    var paths: [String]
    var service: GraphService
    /// Any one of these is enough for an application.
    var application: Set<String>
    /// Any one of these is enough for a signed-in user.
    var delegated: Set<String>
    /// POST where the path is an action that changes nothing a reader could not change.
    var method = "GET"
    /// False where the map does not list the path and the row says what is assumed.
    var isDocumented = true

    /// - Parameters:
    ///   - both: permissions of either kind, separated by blanks.
    ///   - application: those that only an application can have; `delegated` likewise.
    init(_ service: GraphService, _ paths: String, _ both: String, application: String = "", delegated: String = "") {
        func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
        self.service = service
        self.paths = paths.split(separator: " ").map(String.init)
        self.application = words(both).union(words(application))
        self.delegated = words(both).union(words(delegated))
    }

    var assumed: AccessRow {
        var row = self
        row.isDocumented = false
        return row
    }

    var action: AccessRow {
        var row = self
        row.method = "POST"
        return row
    }

    static let all = directory + apps + people + reports + mailboxes + files + labels

    private static let directory = [
        AccessRow(.directory, "domains domains/*", "Directory.Read.All Domain.Read.All Domain.ReadWrite.All"),
        AccessRow(.directory, "domains/*/serviceconfigurationrecords", "Domain.Read.All Domain.ReadWrite.All"),
        AccessRow(
            .directory, "organization",
            "Directory.Read.All Directory.ReadWrite.All Organization.Read.All Organization.ReadWrite.All User.Read.All",
            delegated: "User.Read"),
        AccessRow(
            .directory, "organization/*",
            "Directory.Read.All Directory.ReadWrite.All Organization.Read.All Organization.ReadWrite.All User.Read.All",
            delegated: "User.Read"
        ).assumed,
        AccessRow(
            .directory, "directoryroles",
            "Directory.Read.All Directory.ReadWrite.All RoleManagement.Read.Directory RoleManagement.ReadWrite.Directory"
        ),
        AccessRow(
            .directory, "rolemanagement/directory/roleassignments",
            "Directory.Read.All Directory.ReadWrite.All RoleManagement.Read.Directory RoleManagement.ReadWrite.Directory",
            delegated: "RoleManagement.Read.All"),
    ]

    private static let apps = [
        AccessRow(
            .directory, "applications serviceprincipals",
            "Application.Read.All Application.ReadWrite.All Directory.Read.All",
            application: "Application.ReadWrite.OwnedBy", delegated: "Directory.ReadWrite.All"),
        AccessRow(
            .directory,
            "applications/delta applications/* serviceprincipals/delta serviceprincipals/* "
                + "serviceprincipals/*/approleassignedto serviceprincipals/*/approleassignments",
            "Application.Read.All Application.ReadWrite.All Directory.Read.All Directory.ReadWrite.All",
            application: "Application.ReadWrite.OwnedBy"),
        AccessRow(
            .directory, "oauth2permissiongrants oauth2permissiongrants/* serviceprincipals/*/oauth2permissiongrants",
            "DelegatedPermissionGrant.ReadWrite.All Directory.Read.All Directory.ReadWrite.All"),
        AccessRow(
            .directory, "users/*/oauth2permissiongrants", "DelegatedPermissionGrant.ReadWrite.All Directory.Read.All"),
        AccessRow(.directory, "users/*/approleassignments", "AppRoleAssignment.ReadWrite.All Directory.Read.All"),
    ]

    private static let people = [
        AccessRow(
            .directory, "users",
            "Directory.Read.All Directory.ReadWrite.All User.Read.All User.ReadBasic.All User.ReadWrite.All"),
        AccessRow(
            .directory, "users/delta", "Directory.Read.All Directory.ReadWrite.All User.Read.All User.ReadWrite.All"),
        AccessRow(
            .directory, "users/*",
            "Directory.Read.All Directory.ReadWrite.All User.Read.All User.ReadBasic.All User.ReadWrite.All",
            delegated: "User.Read User.ReadWrite"),
        AccessRow(
            .directory, "users/*/memberof",
            "Directory.Read.All Directory.ReadWrite.All Group.ReadBasic.All GroupMember.ReadBasic.All",
            delegated: "GroupMember.Read.All User.Read"),
        AccessRow(
            .directory, "users/*/transitivememberof",
            "Directory.Read.All Directory.ReadWrite.All Group.Read.All Group.ReadBasic.All GroupMember.Read.All "
                + "GroupMember.ReadBasic.All User.Read.All", delegated: "User.Read"),
        AccessRow(
            .directory, "groups groups/delta groups/*",
            "Directory.Read.All Directory.ReadWrite.All Group.Read.All Group.ReadBasic.All Group.ReadWrite.All "
                + "GroupMember.Read.All"),
        AccessRow(
            .directory, "groups/*/members groups/*/transitivemembers",
            "Directory.Read.All Group.Read.All Group.ReadBasic.All Group.ReadWrite.All GroupMember.Read.All "
                + "GroupMember.ReadBasic.All GroupMember.ReadWrite.All"),
        AccessRow(
            .directory, "groups/*/owners",
            "Directory.Read.All Group.Read.All Group.ReadWrite.All GroupMember.Read.All GroupMember.ReadWrite.All"),
    ]

    private static let reports = [
        AccessRow(.reports, "reports/authenticationmethods/userregistrationdetails", "AuditLog.Read.All"),
        AccessRow(
            .reports, "users/*/authentication/methods",
            "UserAuthenticationMethod.Read.All UserAuthenticationMethod.ReadWrite.All",
            delegated: "UserAuthenticationMethod.Read UserAuthenticationMethod.ReadWrite"),
        AccessRow(
            .reports, "users/*/authentication/fido2methods", "UserAuthMethod-Passkey.Read.All",
            delegated: "UserAuthMethod-Passkey.Read UserAuthMethod-Passkey.ReadWrite UserAuthenticationMethod.Read "
                + "UserAuthenticationMethod.ReadWrite"),
        AccessRow(
            .reports, "users/*/authentication/windowshelloforbusinessmethods",
            "UserAuthMethod-WindowsHello.Read.All UserAuthMethod-WindowsHello.ReadWrite.All "
                + "UserAuthenticationMethod.Read.All UserAuthenticationMethod.ReadWrite.All",
            delegated: "UserAuthMethod-WindowsHello.Read UserAuthMethod-WindowsHello.ReadWrite "
                + "UserAuthenticationMethod.Read UserAuthenticationMethod.ReadWrite"),
    ]

    private static let mailboxes = [
        AccessRow(
            .mailbox, "users/*/calendar/calendarpermissions users/*/calendars/*/calendarpermissions",
            "Calendars.Read Calendars.ReadBasic Calendars.ReadWrite"),
        AccessRow(
            .mailbox, "users/*/calendars", "Calendars.Read Calendars.ReadBasic Calendars.ReadWrite",
            delegated: "Calendars.Read.Shared"),
        AccessRow(
            .mailbox, "users/*/calendar users/*/calendars/*", "Calendars.Read Calendars.ReadBasic Calendars.ReadWrite"
        ).assumed,
        AccessRow(
            .mailbox,
            "users/*/mailboxsettings users/*/mailboxsettings/userpurpose users/*/mailfolders/inbox/messagerules "
                + "users/*/mailfolders/inbox/messagerules/*", "MailboxSettings.Read MailboxSettings.ReadWrite"),
    ]

    private static let files = [
        AccessRow(
            .sharePoint,
            "drives/* drives/*/items/*/children drives/*/items/*/content drives/*/items/*/delta drives/*/items/*/permissions "
                + "drives/*/items/*/permissions/* drives/*/root/delta groups/*/drive groups/*/drives sites/*/drive "
                + "sites/*/drives users/*/drive users/*/drives",
            "Files.Read.All Files.ReadWrite.All Sites.Read.All Sites.ReadWrite.All",
            delegated: "Files.Read Files.ReadWrite"),
        AccessRow(
            .sharePoint, "drives/*/root/children drives/*/root/permissions",
            "Files.Read.All Files.ReadWrite.All Sites.Read.All Sites.ReadWrite.All",
            delegated: "Files.Read Files.ReadWrite"
        ).assumed,
        AccessRow(
            .sharePoint, "drives/*/items/* drives/*/root",
            "Files.Read.All Files.ReadWrite.All Group.Read.All Group.ReadWrite.All Sites.Read.All Sites.ReadWrite.All",
            delegated: "Files.Read Files.ReadWrite"),
        AccessRow(
            .sharePoint, "drives/*/items/*/extractsensitivitylabels",
            "Files.Read.All Files.ReadWrite.All Sites.Read.All Sites.ReadWrite.All"
        ).action,
        AccessRow(.sharePoint, "sites sites/*", "Sites.Read.All Sites.ReadWrite.All"),
        AccessRow(
            .sharePoint, "sites/delta", "",
            application: "Sites.FullControl.All Sites.Manage.All Sites.Read.All Sites.ReadWrite.All"),
        AccessRow(.sharePoint, "sites/getallsites", "", application: "Sites.Read.All Sites.ReadWrite.All"),
    ]

    private static let labels = [
        AccessRow(
            .labels,
            "security/datasecurityandgovernance/sensitivitylabels security/datasecurityandgovernance/sensitivitylabels/*",
            "SensitivityLabel.Read SensitivityLabels.Read.All"),
        AccessRow(
            .labels,
            "security/informationprotection/sensitivitylabels security/informationprotection/sensitivitylabels/*",
            "", application: "InformationProtectionPolicy.Read.All", delegated: "InformationProtectionPolicy.Read"),
    ]
}
