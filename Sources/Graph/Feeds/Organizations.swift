import JSONPull
import Model

extension Feed where Owner == Void, Subject == Organization {
    /// The tenant itself: one record.
    public static var organization: Feed {
        Feed(
            .organization, .directory,
            path: {
                "/organization?$select=id,displayName,onPremisesSyncEnabled,onPremisesLastSyncDateTime,verifiedDomains"
            }
        ) { (reader, _) throws(JSONError) in try .collection(&reader, readOrganization) }
    }
}

private func readOrganization(_ reader: inout JSONReader) throws(JSONError) -> Record<Organization> {
    var organization = Organization(id: "")
    try reader.object { (reader, key) throws(JSONError) in
        switch key {
        case "id": organization.id = try reader.optionalString() ?? ""
        case "displayName": organization.displayName = try reader.optionalString()
        case "onPremisesSyncEnabled": organization.onPremisesSyncEnabled = try reader.optionalBool()
        case "onPremisesLastSyncDateTime": organization.onPremisesLastSyncDateTime = try reader.optionalString(isoDate)
        case "verifiedDomains":
            organization.verifiedDomains = []
            try reader.optionalArray { (reader) throws(JSONError) in try readDomain(&reader, into: &organization) }
        default: break
        }
    }
    return Record(organization, id: organization.id)
}

private func readDomain(_ reader: inout JSONReader, into organization: inout Organization) throws(JSONError) {
    var name: String?
    var isInitial = false
    try reader.optionalObject { (reader, key) throws(JSONError) in
        switch key {
        case "name": name = try reader.optionalString()
        case "isInitial": isInitial = try reader.optionalBool() ?? false
        default: break
        }
    }
    guard let name else { return }
    organization.verifiedDomains.append(name)
    if isInitial { organization.initialDomain = name }
}
