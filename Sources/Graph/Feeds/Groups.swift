import JSONPull
import Model

extension Feed where Owner == Void, Subject == GroupChange {
    /// Groups with their direct members, as a delta round. A large group comes in several entries: add them up.
    /// Of a group of the first round the members that joined are all it has.
    public static var groupsDelta: Feed {
        Feed(
            .groups, .directory,
            path: {
                "/groups/delta?$select=id,displayName,mail,mailEnabled,securityEnabled,groupTypes,proxyAddresses,visibility,members"
            }
        ) { (reader, _) throws(JSONError) in try .collection(&reader, readGroup) }
    }
}

private func readGroup(_ reader: inout JSONReader) throws(JSONError) -> Record<GroupChange> {
    var change = GroupChange(group: Group(id: ""))
    var isRemoved = false
    try reader.object { (reader, key) throws(JSONError) in
        switch key {
        case "id": change.group.id = try reader.optionalString() ?? ""
        case "displayName": change.group.displayName = try reader.optionalString()
        case "mail": change.group.mail = try reader.optionalString()
        case "mailEnabled": change.group.mailEnabled = try reader.optionalBool()
        case "securityEnabled": change.group.securityEnabled = try reader.optionalBool()
        case "groupTypes": change.group.groupTypes = try reader.strings()
        case "proxyAddresses": change.group.proxyAddresses = try reader.strings()
        case "visibility": change.group.visibility = try reader.optionalString()
        case "members@delta":
            change.joined = []
            change.left = []
            try reader.optionalArray { (reader) throws(JSONError) in try readMember(&reader, into: &change) }
        case "@removed": isRemoved = try reader.isObject()
        default: break
        }
    }
    return Record(change, id: change.group.id, isRemoved: isRemoved)
}

private func readMember(_ reader: inout JSONReader, into change: inout GroupChange) throws(JSONError) {
    var member = Member(id: "", kind: .other)
    var isRemoved = false
    try reader.optionalObject { (reader, key) throws(JSONError) in
        switch key {
        case "id": member.id = try reader.optionalString() ?? ""
        case "@odata.type": member.kind = kind(try reader.optionalString())
        case "@removed": isRemoved = try reader.isObject()
        default: break
        }
    }
    guard !member.id.isEmpty else { return }
    // The last word of a member counts; entries of one group seldom name one twice, so the search is short.
    if isRemoved {
        change.joined.removeAll { $0.id == member.id }
        change.left.append(member.id)
    } else {
        if !change.left.isEmpty { change.left.removeAll { $0 == member.id } }
        change.joined.append(member)
    }
}

private func kind(_ type: String?) -> Member.Kind {
    switch type?.lowercased() {
    case "#microsoft.graph.user": .user
    case "#microsoft.graph.group": .group
    default: .other
    }
}
