import JSONPull
import Model

extension Feed where Owner == Drive, Subject == DriveItem {
    /// The folders of a drive and whatever is shared in it, as a delta round. Other files are named as forgotten,
    /// so that one that is shared no more disappears.
    public static var driveItems: Feed {
        Feed(
            .driveItems, .sharePoint,
            prefer:
                "hierarchicalsharing, deltashowsharingchanges, deltashowremovedasdeleted, deltatraversepermissiongaps",
            cost: Cost(2, following: 1),
            path: {
                "/drives/\(pathSegment($0.id))/root/delta?$select=id,name,file,folder,package,root,shared,parentReference,"
                    + "webUrl,deleted,size,lastModifiedDateTime&$top=1000"
            }
        ) { (reader, drive) throws(JSONError) in
            let location = drive.location
            return try .collection(&reader) { (reader) throws(JSONError) in
                try readItem(&reader, of: drive.id, location)
            }
        }
    }
}

private func readItem(
    _ reader: inout JSONReader, of driveID: String, _ location: String
) throws(JSONError) -> Record<DriveItem> {
    var item = DriveItem(id: "", driveID: driveID, form: .file)
    item.location = location
    var isDeleted = false
    var isFolder = false
    var isRoot = false
    try reader.object { (reader, key) throws(JSONError) in
        switch key {
        case "id": item.id = try reader.optionalString() ?? ""
        case "name": item.name = try reader.optionalString()
        case "webUrl": item.webUrl = try reader.optionalString()
        case "size": item.size = try reader.optionalInt().map(Int64.init)
        case "lastModifiedDateTime": item.lastModifiedDateTime = try reader.optionalString(isoDate)
        case "parentReference": item.parentID = try readParent(&reader)
        case "shared": try readShared(&reader, into: &item)
        case "folder": isFolder = try reader.isObject()
        case "root": isRoot = try reader.isObject()
        case "deleted": isDeleted = try reader.isObject()
        default: break
        }
    }
    item.form = isRoot ? .root : isFolder ? .folder : .file
    let isWanted = item.form != .file || item.isShared
    return Record(item, id: item.id, isRemoved: isDeleted || !isWanted)
}

private func readParent(_ reader: inout JSONReader) throws(JSONError) -> String? {
    var id: String?
    try reader.optionalObject { (reader, key) throws(JSONError) in
        if "id" ~= key { id = try reader.optionalString() }
    }
    return id
}

/// An empty facet means permissions of its own that share with nobody.
private func readShared(_ reader: inout JSONReader, into item: inout DriveItem) throws(JSONError) {
    item.isShared = false
    item.sharedScope = nil
    try reader.optionalObject { (reader, key) throws(JSONError) in
        item.isShared = true
        if "scope" ~= key { item.sharedScope = try reader.optionalString() }
    }
}
