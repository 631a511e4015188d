import JSONPull
import Model

extension Feed where Owner == Void, Subject == Site {
    /// Every site of every geography, personal ones too (application permission only).
    public static var sites: Feed {
        Feed(.sites, .sharePoint, cost: Cost(2), path: { "/sites/getAllSites" }) { (reader, _) throws(JSONError) in
            try .collection(&reader, readSite)
        }
    }
}

private func readSite(_ reader: inout JSONReader) throws(JSONError) -> Record<Site> {
    var site = Site(id: "")
    var displayName: String?
    try reader.object { (reader, key) throws(JSONError) in
        switch key {
        case "id": site.id = try reader.optionalString() ?? ""
        case "displayName": displayName = try reader.optionalString()
        case "name": site.name = try reader.optionalString()
        case "webUrl": site.webUrl = try reader.optionalString()
        case "isPersonalSite": site.isPersonalSite = try reader.optionalBool()
        default: break
        }
    }
    // `name` is the last part of the address; people know the other one.
    site.name = displayName ?? site.name
    return Record(site, id: site.id)
}
