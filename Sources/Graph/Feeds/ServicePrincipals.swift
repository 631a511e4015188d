import JSONPull
import Model

private let selection =
    "id,appId,displayName,servicePrincipalType,appOwnerOrganizationId,accountEnabled,disabledByMicrosoftStatus,"
    + "verifiedPublisher,tags,signInAudience"

extension Feed where Owner == Void, Subject == ServicePrincipal {
    /// The apps present in this tenant, third parties' too.
    public static var servicePrincipals: Feed { feed("/servicePrincipals?$select=\(selection)&$top=999") }
    /// A delta round from the beginning.
    public static var servicePrincipalsDelta: Feed { feed("/servicePrincipals/delta?$select=\(selection)") }
    /// One empty page whose link leads to whatever changes from now on.
    public static var servicePrincipalsDeltaLatest: Feed {
        feed("/servicePrincipals/delta?$select=\(selection)&$deltatoken=latest")
    }

    private static func feed(_ path: String) -> Feed {
        Feed(.servicePrincipals, .directory, path: { path }) { (reader, _) throws(JSONError) in
            try .collection(&reader, readServicePrincipal)
        }
    }
}

private func readServicePrincipal(_ reader: inout JSONReader) throws(JSONError) -> Record<ServicePrincipal> {
    var principal = ServicePrincipal(id: "")
    var isRemoved = false
    try reader.object { (reader, key) throws(JSONError) in
        switch key {
        case "id": principal.id = try reader.optionalString() ?? ""
        case "appId": principal.appId = try reader.optionalString()
        case "displayName": principal.displayName = try reader.optionalString()
        case "servicePrincipalType": principal.servicePrincipalType = try reader.optionalString()
        case "appOwnerOrganizationId": principal.appOwnerOrganizationId = try reader.optionalString()
        case "accountEnabled": principal.accountEnabled = try reader.optionalBool()
        case "disabledByMicrosoftStatus": principal.disabledByMicrosoftStatus = try reader.optionalString()
        case "verifiedPublisher": principal.verifiedPublisher = try readPublisher(&reader)
        case "tags": principal.tags = try reader.strings()
        case "signInAudience": principal.signInAudience = try reader.optionalString()
        case "@removed": isRemoved = try reader.isObject()
        default: break
        }
    }
    return Record(principal, id: principal.id, isRemoved: isRemoved)
}
