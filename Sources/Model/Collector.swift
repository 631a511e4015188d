/// What is read from where. Coverage is kept for each collector and subject; the raw value is the name in JSON.
public enum Collector: String, Sendable, Codable, CaseIterable, Hashable {
    case organization, users, groups, domains, dns, applications, servicePrincipals
    case registrationDetails, authenticationMethods, messageRules, calendars
    case sites, drives, driveItems, itemPermissions, fileContents, sensitivityLabels
    case permissionGrants, appRoleAssignments

    /// The words of the coverage table.
    public var title: String {
        switch self {
        case .organization: "organization"
        case .users: "users"
        case .groups: "groups"
        case .domains: "domains"
        case .dns: "domains (DNS)"
        case .applications: "applications"
        case .servicePrincipals: "service principals"
        case .registrationDetails: "registration report"
        case .authenticationMethods: "sign-in methods"
        case .messageRules: "mail rules"
        case .calendars: "calendars"
        case .sites: "sites"
        case .drives: "drives"
        case .driveItems: "files and folders"
        case .itemPermissions: "sharing permissions"
        case .fileContents: "contents of files"
        case .sensitivityLabels: "sensitivity labels"
        case .permissionGrants: "consents of people to apps"
        case .appRoleAssignments: "permissions of apps"
        }
    }

    /// Any one of these permissions lets it read; the first is the one Reeve asks for.
    public var permissions: [Permission] {
        switch self {
        case .organization, .users: [.userReadAll, .directoryReadAll]
        case .groups: [.groupReadAll, .groupMemberReadAll, .directoryReadAll]
        case .domains: [.domainReadAll, .directoryReadAll]
        case .dns: []
        case .permissionGrants: [.directoryReadAll]
        case .applications, .servicePrincipals, .appRoleAssignments: [.applicationReadAll, .directoryReadAll]
        case .registrationDetails: [.auditLogReadAll]
        case .authenticationMethods: [.userAuthenticationMethodReadAll]
        case .messageRules: [.mailboxSettingsRead]
        case .calendars: [.calendarsRead, .calendarsReadBasic]
        case .sites: [.sitesReadAll]
        case .drives, .driveItems, .itemPermissions, .fileContents: [.filesReadAll, .sitesReadAll, .filesReadWriteAll]
        case .sensitivityLabels:
            [.sensitivityLabelsReadAll, .sensitivityLabelRead, .informationProtectionPolicyReadAll]
        }
    }
}

extension Collector {
    /// What it needs to read anything: "needs Files.Read.All". Labels are in two lists, each with a permission of its own.
    public var lack: String? {
        if self == .sensitivityLabels {
            return "needs \(Permission.informationProtectionPolicyReadAll) or \(Permission.sensitivityLabelsReadAll)"
        }
        return permissions.first.map { "needs \($0)" }
    }
}

/// How reading one subject went. "Could not read" is never "no finding".
public enum CoverageState: String, Sendable, Codable, CaseIterable, Hashable {
    case ok, notApplicable, denied, throttled, error

    /// True where nothing is missing from the picture.
    public var isComplete: Bool { self == .ok || self == .notApplicable }
}

/// The state of one collector for one subject: the tenant itself (empty subject), a mailbox, a drive, a domain.
public struct Coverage: Hashable, Sendable {
    public var collector: Collector
    public var subject: String
    public var state: CoverageState
    /// Status and code as the server gave them ("403 ErrorAccessDenied"); nil where there is nothing to say.
    public var detail: String?

    public init(_ collector: Collector, subject: String = "", _ state: CoverageState, detail: String? = nil) {
        self.collector = collector
        self.subject = subject
        self.state = state
        self.detail = detail
    }
}

/// The subjects of one collector in one state, counted: a line of the coverage table.
public struct CoverageCount: Hashable, Sendable {
    public var collector: Collector
    public var state: CoverageState
    public var subjects: Int
    public var detail: String?
    /// One of the subjects, so that a person can look: a name or an id.
    public var example: String?
    /// How the files stand that are counted here; nil for everything else.
    public var standing: ContentStanding?

    public init(
        _ collector: Collector, _ state: CoverageState, subjects: Int, detail: String? = nil, example: String? = nil,
        standing: ContentStanding? = nil
    ) {
        self.standing = standing
        self.collector = collector
        self.state = state
        self.subjects = subjects
        self.detail = detail
        self.example = example
    }
}
