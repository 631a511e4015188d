import JSONPull
import Model

/// A calendar of a mailbox, as much of it as leads to its sharing list.
public struct CalendarReference: Hashable, Sendable {
    public var id: String
    public var name: String?
    /// The primary calendar; its permissions are asked for by the path that is documented.
    public var isDefault: Bool
    /// Whose it is; another's where it was shared with this mailbox.
    public var ownerAddress: String?
    /// Nil where Graph did not say.
    public var canShare: Bool?
    public var mailbox: Owner

    public init(
        id: String, name: String? = nil, isDefault: Bool, ownerAddress: String? = nil, canShare: Bool? = nil,
        mailbox: Owner
    ) {
        self.id = id
        self.name = name
        self.isDefault = isDefault
        self.ownerAddress = ownerAddress
        self.canShare = canShare
        self.mailbox = mailbox
    }

    /// The primary calendar, where nobody asked for the list.
    public static func primary(of mailbox: Owner) -> CalendarReference {
        CalendarReference(id: "", isDefault: true, mailbox: mailbox)
    }
}

extension Feed where Owner == Model.Owner, Subject == CalendarReference {
    /// The calendars a mailbox shows, others' among them.
    public static var calendars: Feed {
        Feed(
            .calendars, .mailbox,
            path: { "/users/\(pathSegment($0.id))/calendars?$select=id,name,owner,isDefaultCalendar,canShare" },
            mailbox: \.id
        ) { (reader, owner) throws(JSONError) in
            try .collection(&reader) { (reader) throws(JSONError) in try readCalendar(&reader, of: owner) }
        }
    }
}

extension Feed where Owner == CalendarReference, Subject == CalendarPermission {
    /// Whom a calendar is shared with.
    public static var calendarPermissions: Feed {
        Feed(
            .calendars, .mailbox, prefer: "include-unknown-enum-members", path: permissionsPath, mailbox: \.mailbox.id
        ) { (reader, calendar) throws(JSONError) in
            try .collection(&reader) { (reader) throws(JSONError) in try readPermission(&reader, of: calendar) }
        }
    }

    private static func permissionsPath(_ calendar: CalendarReference) -> String {
        let user = "/users/\(pathSegment(calendar.mailbox.id))"
        return calendar.isDefault
            ? user + "/calendar/calendarPermissions"
            : user + "/calendars/\(pathSegment(calendar.id))/calendarPermissions"
    }
}

private func readCalendar(_ reader: inout JSONReader, of mailbox: Owner) throws(JSONError) -> Record<CalendarReference>
{
    var calendar = CalendarReference(id: "", isDefault: false, mailbox: mailbox)
    try reader.object { (reader, key) throws(JSONError) in
        switch key {
        case "id": calendar.id = try reader.optionalString() ?? ""
        case "name": calendar.name = try reader.optionalString()
        case "isDefaultCalendar": calendar.isDefault = try reader.optionalBool() ?? false
        case "canShare": calendar.canShare = try reader.optionalBool()
        case "owner":
            try reader.optionalObject { (reader, key) throws(JSONError) in
                if "address" ~= key { calendar.ownerAddress = try reader.optionalString() }
            }
        default: break
        }
    }
    return Record(calendar, id: calendar.id)
}

private func readPermission(
    _ reader: inout JSONReader, of calendar: CalendarReference
) throws(JSONError) -> Record<CalendarPermission> {
    var permission = CalendarPermission(
        permissionID: "", mailbox: calendar.mailbox, calendarID: calendar.isDefault ? nil : calendar.id)
    permission.calendarName = calendar.name
    try reader.object { (reader, key) throws(JSONError) in
        switch key {
        case "id": permission.permissionID = try reader.optionalString() ?? ""
        case "isInsideOrganization": permission.isInsideOrganization = try reader.optionalBool()
        case "isRemovable": permission.isRemovable = try reader.optionalBool()
        case "role": permission.role = try reader.optionalString()
        case "emailAddress":
            try reader.optionalObject { (reader, key) throws(JSONError) in
                switch key {
                case "name": permission.name = try reader.optionalString()
                case "address": permission.address = try reader.optionalString()
                default: break
                }
            }
        default: break
        }
    }
    return Record(permission, id: permission.permissionID)
}
