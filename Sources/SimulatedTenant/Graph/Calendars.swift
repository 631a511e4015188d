import Foundation

extension Reply {
    func calendars(_ name: String) throws(GraphFailure) -> SimulatedAnswer {
        let person = try mailbox(name)
        let selection = try Selection(.calendar, listToken().select)
        return try collection(
            isForeign(person) ? [] : calendars(of: person).map { selection.list($0.calendar) },
            context: context("users('\(id(of: person))')/calendars", selection))
    }

    /// The primary calendar where `id` is nil.
    func calendar(_ name: String, _ id: String?) throws(GraphFailure) -> SimulatedAnswer {
        let person = try mailbox(name)
        let selection = try Selection(.calendar, call.option("$select"))
        let calendar = try find(id, of: person)
        return one(
            selection.list(calendar.calendar), context: context("users('\(self.id(of: person))')/calendars/$entity"))
    }

    /// Another person's calendar shows a delegated caller an empty list, which is not the same as "shared with nobody".
    func calendarPermissions(_ name: String, _ id: String?) throws(GraphFailure) -> SimulatedAnswer {
        let person = try mailbox(name)
        let selection = try Selection(.calendarPermission, listToken().select)
        let calendar = try find(id, of: person)
        let place = id.map { "calendars('\($0)')" } ?? "calendar"
        return try collection(
            isForeign(person) ? [] : calendar.permissions.map(selection.list),
            context: context("users('\(self.id(of: person))')/\(place)/calendarPermissions", selection),
            assumed: id == nil ? [] : ["secondary-calendar"])
    }

    private func find(_ id: String?, of person: Person) throws(GraphFailure) -> SharedCalendar {
        let all = calendars(of: person)
        let found = id.map { id in all.first { $0.calendar["id"]?.text == id } } ?? all.first
        guard let found else {
            throw GraphFailure(
                status: 404, code: "ErrorItemNotFound", message: "The specified object was not found in the store.")
        }
        return found
    }

    private func calendars(of person: Person) -> [SharedCalendar] {
        switch person {
        case .handMade(let id, let object):
            world.calendars[id] ?? [
                SharedCalendar.main(
                    of: object["mail"]?.text ?? "", name: object["displayName"]?.text ?? "", permissions: [])
            ]
        case .synthetic(let user): user.calendars(in: synthetic)
        }
    }
}

extension SharedCalendar {
    static func main(of address: String, name: String, permissions: [JSON]) -> SharedCalendar {
        calendar("Calendar", isDefault: true, address, name, permissions)
    }
    static func second(_ title: String, of address: String, name: String, permissions: [JSON]) -> SharedCalendar {
        calendar(title, isDefault: false, address, name, permissions)
    }

    private static func calendar(
        _ title: String, isDefault: Bool, _ address: String, _ name: String, _ permissions: [JSON]
    ) -> SharedCalendar {
        SharedCalendar(
            calendar: [
                "id": .string("AAMkAG" + base64("\(address.lowercased())/\(title)")), "name": .string(title),
                "color": "auto", "hexColor": "", "isDefaultCalendar": .bool(isDefault), "canShare": true,
                "canViewPrivateItems": true, "canEdit": true, "isTallyingResponses": .bool(isDefault),
                "isRemovable": .bool(!isDefault), "owner": ["name": .string(name), "address": .string(address)],
            ], permissions: permissions + [myOrganization])
    }

    /// The entry every calendar has: what colleagues see.
    static let myOrganization: JSON = [
        "id": "RGVmYXVsdA==", "isRemovable": false, "isInsideOrganization": true, "role": "freeBusyRead",
        "allowedRoles": ["none", "freeBusyRead", "limitedRead", "read", "write"],
        "emailAddress": ["name": "My Organization"],
    ]

    /// - Parameter inside: nil where Graph leaves it open.
    static func permission(name: String, address: String, role: String, inside: Bool?) -> JSON {
        let published = inside == false ? "ExchangePublishedUser." : ""
        return [
            "id": .string(base64(published + address)), "isRemovable": true,
            "isInsideOrganization": inside.map(JSON.bool) ?? .null, "role": .string(role),
            "allowedRoles": inside == false
                ? ["freeBusyRead", "limitedRead", "read"]
                : [
                    "freeBusyRead", "limitedRead", "read", "write", "delegateWithoutPrivateEventAccess",
                    "delegateWithPrivateEventAccess",
                ],
            "emailAddress": ["name": .string(name), "address": .string(address)],
        ]
    }

    private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}
