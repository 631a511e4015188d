/// A thing that Microsoft Graph (or DNS) describes and that is remembered between runs.
public protocol Entity: Codable, Hashable, Sendable {
    static var kind: EntityKind { get }
    /// Graph's id; unique among the entities of the same kind and owner.
    var id: String { get }
    /// The id of what it belongs to (a mailbox's user, an item's drive); empty where it belongs to the tenant.
    var ownerID: String { get }
    /// What a finding about it names.
    var resource: Resource { get }
    /// What tells it from its siblings on the same resource (rule id, method id, calendar permission id); nil where the resource is the entity.
    var subID: String? { get }
}

extension Entity {
    public var ownerID: String { "" }
    public var subID: String? { nil }
}

/// The kinds of entity; the raw value is what the database stores.
public enum EntityKind: String, Sendable, Codable, CaseIterable, Hashable {
    case organization, user, group, domain, domainRecords, application, servicePrincipal
    case registrationDetail, authenticationMethod, messageRule, calendarPermission
    case site, drive, driveItem, fileContent, sensitivityLabel, permissionGrant, appRoleAssignment, appRole

    /// The type behind the kind, to read one back from storage.
    public var type: any Entity.Type {
        switch self {
        case .organization: Organization.self
        case .user: User.self
        case .group: Group.self
        case .domain: Domain.self
        case .domainRecords: DomainRecords.self
        case .application: Application.self
        case .servicePrincipal: ServicePrincipal.self
        case .registrationDetail: RegistrationDetail.self
        case .authenticationMethod: AuthenticationMethod.self
        case .messageRule: MessageRule.self
        case .calendarPermission: CalendarPermission.self
        case .site: Site.self
        case .drive: Drive.self
        case .driveItem: DriveItem.self
        case .fileContent: FileContent.self
        case .sensitivityLabel: SensitivityLabel.self
        case .permissionGrant: PermissionGrant.self
        case .appRoleAssignment: AppRoleAssignment.self
        case .appRole: AppRole.self
        }
    }
}

/// What a finding instance points at (`interface.md`, "A finding instance as JSON").
public struct Resource: Hashable, Sendable, Codable {
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case user, group, driveItem, application, servicePrincipal, domain, organization

        /// What people call it.
        public var noun: String {
            switch self {
            case .user, .group, .application, .domain, .organization: rawValue
            case .driveItem: "file or folder"
            case .servicePrincipal: "app"
            }
        }
    }
    public var type: Kind
    public var id: String
    public var name: String
    public var url: String?
    /// Only of a `driveItem`: the drive it lies in.
    public var driveID: String?
    /// Where a person would look for it: "OneDrive of Megan Bowen", "Site Board"; nil where the name says it all.
    public var location: String?

    public init(
        _ type: Kind, id: String, name: String, url: String? = nil, driveID: String? = nil, location: String? = nil
    ) {
        self.type = type
        self.id = id
        self.name = name
        self.url = url
        self.driveID = driveID
        self.location = location
    }

    enum CodingKeys: String, CodingKey { case type, id, name, url, driveID = "driveId", location }
}

/// A user as the things that belong to them need it: id, and the words a person reads.
public struct Owner: Hashable, Sendable, Codable {
    public var id: String
    public var name: String
    public var address: String?

    public init(id: String, name: String, address: String? = nil) {
        self.id = id
        self.name = name
        self.address = address
    }

    public var resource: Resource { Resource(.user, id: id, name: name) }
}

/// What one page of a feed changes: entities to keep, ids to forget, and where to go on.
public struct Changes<Subject: Sendable>: Sendable {
    public var kept: [Subject]
    public var forgotten: [String]
    /// The link to continue from (next page or next round); nil where the feed has no memory.
    public var cursor: String?
    /// True on the last page of a round.
    public var isLast: Bool

    public init(kept: [Subject], forgotten: [String] = [], cursor: String? = nil, isLast: Bool) {
        self.kept = kept
        self.forgotten = forgotten
        self.cursor = cursor
        self.isLast = isLast
    }
}
