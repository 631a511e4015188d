import Foundation
import JSONPull
import Model

extension Feed where Owner == Drive, Subject == DriveItem {
    /// Everything in a drive, as a delta round.
    public static var driveItems: Feed {
        Feed(
            .driveItems, .sharePoint,
            prefer:
                "hierarchicalsharing, deltashowsharingchanges, deltashowremovedasdeleted, deltatraversepermissiongaps",
            cost: Cost(2, following: 1),
            path: {
                "/drives/\(pathSegment($0.id))/root/delta?$select=id,name,file,folder,package,root,shared,parentReference,"
                    + "webUrl,deleted,size,lastModifiedDateTime,cTag&$top=1000"
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
    var file = FileFacet()
    var tag: String?
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
        case "file": try file.read(&reader)
        case "cTag": tag = try reader.optionalString()
        default: break
        }
    }
    item.form = isRoot ? .root : isFolder ? .folder : .file
    if file.isThere {
        item.contentTag =
            file.hash ?? tag ?? "\(item.size ?? -1) \(item.lastModifiedDateTime?.timeIntervalSince1970 ?? 0)"
    }
    return Record(item, id: item.id, isRemoved: isDeleted)
}

/// What only files have.
private struct FileFacet {
    var isThere = false
    /// OneDrive for Business leaves the content tag out of delta answers and gives this hash of the bytes.
    var hash: String?

    mutating func read(_ reader: inout JSONReader) throws(JSONError) {
        var found = FileFacet()
        found.isThere = try reader.optionalObject { (reader, key) throws(JSONError) in
            guard "hashes" ~= key else { return }
            try reader.optionalObject { (reader, key) throws(JSONError) in
                if "quickXorHash" ~= key { found.hash = try reader.optionalString() }
            }
        }
        self = found
    }
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
