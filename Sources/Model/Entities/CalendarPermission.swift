/// One entry of a calendar's sharing list (Graph `calendarPermission`).
public struct CalendarPermission: Entity {
    public static let kind = EntityKind.calendarPermission

    /// Graph's permission id. The same sharee has the same id in each calendar of a mailbox, so the entity's id names the calendar too.
    public var permissionID: String
    public var mailbox: Owner
    /// Nil for the primary calendar.
    public var calendarID: String?
    public var calendarName: String?
    public var name: String?
    public var address: String?
    public var isInsideOrganization: Bool?
    public var isRemovable: Bool?
    /// `none`, `freeBusyRead`, `limitedRead`, `read`, `write`, `delegateWithoutPrivateEventAccess`, ... or a word of the future.
    public var role: String?

    public init(permissionID: String, mailbox: Owner, calendarID: String? = nil) {
        self.permissionID = permissionID
        self.mailbox = mailbox
        self.calendarID = calendarID
    }
    public var id: String { calendarID.map { "\($0)/\(permissionID)" } ?? permissionID }
    public var ownerID: String { mailbox.id }
    public var resource: Resource { mailbox.resource }
    public var subID: String? { id }
}
