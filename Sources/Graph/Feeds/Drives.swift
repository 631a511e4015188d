import JSONPull
import Model

private let selection = "$select=id,name,driveType,webUrl,owner"

extension Feed where Owner == Model.Owner, Subject == Drive {
    /// The OneDrive of a user: one object, or 404 where there is none.
    public static var userDrive: Feed {
        Feed(.drives, .sharePoint, path: { "/users/\(pathSegment($0.id))/drive?\(selection)" }) {
            (reader, owner) throws(JSONError) in
            var drive = Drive(id: "", source: .user, sourceID: owner.id, sourceName: owner.name)
            return try .single(
                &reader, { (reader, key) throws(JSONError) in try readMember(&reader, key, into: &drive) },
                subject: { drive.id.isEmpty ? nil : drive })
        }
    }

    /// The libraries of a Microsoft 365 group.
    public static var groupDrives: Feed {
        Feed(.drives, .sharePoint, cost: Cost(2), path: { "/groups/\(pathSegment($0.id))/drives?\(selection)" }) {
            (reader, owner) throws(JSONError) in
            try .collection(&reader) { (reader) throws(JSONError) in
                try readDrive(&reader, Drive(id: "", source: .group, sourceID: owner.id, sourceName: owner.name))
            }
        }
    }
}

extension Feed where Owner == Site, Subject == Drive {
    /// The libraries of a site.
    public static var siteDrives: Feed {
        Feed(.drives, .sharePoint, cost: Cost(2), path: { "/sites/\(pathSegment($0.id))/drives?\(selection)" }) {
            (reader, site) throws(JSONError) in
            try .collection(&reader) { (reader) throws(JSONError) in
                try readDrive(
                    &reader, Drive(id: "", source: .site, sourceID: site.id, sourceName: site.name ?? site.id))
            }
        }
    }
}

private func readDrive(_ reader: inout JSONReader, _ empty: Drive) throws(JSONError) -> Record<Drive> {
    var drive = empty
    try reader.object { (reader, key) throws(JSONError) in try readMember(&reader, key, into: &drive) }
    return Record(drive, id: drive.id)
}

private func readMember(_ reader: inout JSONReader, _ key: JSONKey, into drive: inout Drive) throws(JSONError) {
    switch key {
    case "id": drive.id = try reader.optionalString() ?? ""
    case "name": drive.name = try reader.optionalString()
    case "driveType": drive.driveType = try reader.optionalString()
    case "webUrl": drive.webUrl = try reader.optionalString()
    default: break
    }
}
