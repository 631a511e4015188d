/// The scopes of a delegated sign-in: which exist, which are asked for, which come back.
struct DelegatedScopes: Sendable, Equatable {
    /// Names without their resource, in the order asked for: `User.Read`, `offline_access`.
    var names: [String]

    static let openID: Set<String> = ["openid", "profile", "email", "offline_access"]

    /// Names that Graph has as delegated permissions. `InformationProtectionPolicy.Read.All` is an application permission
    /// only, and so are `Sites.FullControl.All`'s tenant-wide relatives: to ask for them here is an error.
    static let known: Set<String> = openID.union([
        "Application.Read.All", "AuditLog.Read.All", "Calendars.Read", "Calendars.ReadBasic", "Directory.Read.All",
        "Domain.Read.All", "Files.Read", "Files.Read.All", "Files.ReadWrite.All", "Group.Read.All",
        "GroupMember.Read.All",
        "InformationProtectionPolicy.Read", "Mail.Read", "MailboxSettings.Read", "Organization.Read.All",
        "RoleManagement.Read.All", "RoleManagement.Read.Directory", "SensitivityLabel.Read",
        "SensitivityLabels.Read.All",
        "Sites.Read.All", "User.Read", "User.Read.All", "UserAuthenticationMethod.Read",
        "UserAuthenticationMethod.Read.All",
    ])

    /// What a person may consent to without an administrator.
    static let personal: Set<String> = openID.union([
        "Calendars.Read", "Calendars.ReadBasic", "Files.Read", "Mail.Read", "MailboxSettings.Read", "User.Read",
    ])

    /// What `.default` stands for: the delegated permissions that the registration lists.
    static let listed = [
        "Application.Read.All", "AuditLog.Read.All", "Calendars.Read", "Domain.Read.All", "Files.Read.All",
        "Group.Read.All",
        "MailboxSettings.Read", "RoleManagement.Read.All", "User.Read", "User.Read.All",
        "UserAuthenticationMethod.Read.All",
    ]

    /// - Parameters:
    ///   - text: scopes separated by blanks, each bare or with a resource before it.
    ///   - resources: origins of Graph that are accepted.
    init(_ text: String, resources: Set<String>) throws(SignInFailure) {
        var names: [String] = []
        for word in text.split(separator: " ") {
            let name = try Self.bare(String(word), resources: resources)
            if name == ".default" {
                names += Self.listed
            } else if Self.known.contains(name) {
                names.append(name)
            } else {
                throw .noSuchScope(name)
            }
        }
        var seen: Set<String> = []
        self.names = names.filter { seen.insert($0).inserted }
    }

    private static func bare(_ word: String, resources: Set<String>) throws(SignInFailure) -> String {
        guard word.contains("://") else { return word }
        for resource in resources where word.hasPrefix(resource + "/") {
            return String(word.drop { $0 == "/" }.dropFirst(resource.count).drop { $0 == "/" })
        }
        throw .noResource(word)
    }

    var permissions: Set<String> { Set(names).subtracting(Self.openID) }
    var needsAdministrator: Bool { !Set(names).isSubset(of: Self.personal) }

    /// As the token endpoint reports them: permissions with their resource in front.
    func reported(resource: String) -> String {
        names.filter { $0 != "offline_access" }
            .map { Self.openID.contains($0) ? $0 : resource + "/" + $0 }.joined(separator: " ")
    }
}
