import JSONPull
import Model

extension Feed where Owner == DriveItem, Subject == SharingPermission {
    /// Who may do what with an item, inherited grants too.
    public static var itemPermissions: Feed {
        Feed(
            .itemPermissions, .sharePoint, cost: Cost(5),
            path: { "/drives/\(pathSegment($0.driveID))/items/\(pathSegment($0.id))/permissions" }
        ) { (reader, _) throws(JSONError) in try .collection(&reader, readPermission) }
    }
}

private func readPermission(_ reader: inout JSONReader) throws(JSONError) -> Record<SharingPermission> {
    var permission = SharingPermission(id: "")
    var grantees = Grantees()
    try reader.object { (reader, key) throws(JSONError) in
        switch key {
        case "id": permission.id = try reader.optionalString() ?? ""
        case "roles": permission.roles = try reader.strings()
        case "link": permission.link = try readLink(&reader)
        case "expirationDateTime": permission.expirationDateTime = try reader.optionalString(isoDate)
        case "hasPassword": permission.hasPassword = try reader.optionalBool()
        case "inheritedFrom": permission.isInherited = try reader.isFilledObject()
        case "invitation": permission.invited = try readInvitation(&reader)
        case "grantedToV2": try grantees.readSet(&reader)
        case "grantedToIdentitiesV2": try grantees.readSets(&reader)
        case "grantedTo": try grantees.readSet(&reader, isDeprecated: true)
        case "grantedToIdentities": try grantees.readSets(&reader, isDeprecated: true)
        default: break
        }
    }
    permission.grantees = grantees.all
    return Record(permission, id: permission.id)
}

private func readLink(_ reader: inout JSONReader) throws(JSONError) -> SharingPermission.Link? {
    var link = SharingPermission.Link(scope: nil, type: nil)
    let isObject = try reader.optionalObject { (reader, key) throws(JSONError) in
        switch key {
        case "scope": link.scope = try reader.optionalString()
        case "type": link.type = try reader.optionalString()
        case "preventsDownload": link.preventsDownload = try reader.optionalBool()
        default: break
        }
    }
    return isObject ? link : nil
}

private func readInvitation(_ reader: inout JSONReader) throws(JSONError) -> String? {
    var email: String?
    try reader.optionalObject { (reader, key) throws(JSONError) in
        switch key {
        case "email": email = try reader.optionalString()
        default: break
        }
    }
    return email
}

/// Collects the identities of a permission; the deprecated properties count only where the current ones are missing.
private struct Grantees {
    private var current: [SharingPermission.Grantee] = []
    private var deprecated: [SharingPermission.Grantee] = []

    var all: [SharingPermission.Grantee] { current.isEmpty ? deprecated : current }

    mutating func readSets(_ reader: inout JSONReader, isDeprecated: Bool = false) throws(JSONError) {
        var found = self
        try reader.optionalArray { (reader) throws(JSONError) in try found.readSet(&reader, isDeprecated: isDeprecated)
        }
        self = found
    }

    /// An identity set: `{"user":{...},"siteUser":{...}}`, and whatever kinds the future brings.
    mutating func readSet(_ reader: inout JSONReader, isDeprecated: Bool = false) throws(JSONError) {
        var found: [SharingPermission.Grantee] = []
        try reader.optionalObject { (reader, key) throws(JSONError) in
            if key.bytes.first == UInt8(ascii: "@") { return }
            if let grantee = try Self.readIdentity(&reader), !found.contains(grantee) { found.append(grantee) }
        }
        // All that is in a set is the same one: as the directory knows them, and as the site does.
        if let email = found.lazy.compactMap(\.email).first {
            for place in found.indices where found[place].email == nil { found[place].email = email }
        }
        if isDeprecated { deprecated += found } else { current += found }
    }

    private static func readIdentity(_ reader: inout JSONReader) throws(JSONError) -> SharingPermission.Grantee? {
        var grantee = SharingPermission.Grantee()
        var principal: String?
        let isObject = try reader.optionalObject { (reader, key) throws(JSONError) in
            switch key {
            case "displayName": grantee.displayName = try reader.optionalString()
            case "loginName": grantee.loginName = try reader.optionalString()
            case "userPrincipalName": principal = try reader.optionalString()
            case "email": grantee.email = try reader.optionalString()
            default: break
            }
        }
        grantee.loginName = grantee.loginName ?? principal
        return isObject ? grantee : nil
    }
}
