import Foundation
import JSONPull
import Model

extension Feed where Owner == Void, Subject == PermissionGrant {
    /// What apps may do in the name of people, all of the tenant.
    public static var permissionGrants: Feed {
        Feed(
            .permissionGrants, .directory, cost: Cost(2),
            path: { "/oauth2PermissionGrants?$select=id,clientId,consentType,principalId,resourceId,scope" }
        ) { (reader, _) throws(JSONError) in
            try .collection(&reader, readGrant)
        }
    }
}

extension Feed where Owner == Model.Owner, Subject == AppRoleAssignment {
    /// What an app may do by itself.
    public static var appRoleAssignments: Feed {
        Feed(
            .appRoleAssignments, .directory, cost: Cost(2),
            path: {
                "/servicePrincipals/\(pathSegment($0.id))/appRoleAssignments"
                    + "?$select=id,appRoleId,principalId,resourceId,resourceDisplayName,createdDateTime"
            }
        ) { (reader, owner) throws(JSONError) in
            try .collection(&reader) { (reader) throws(JSONError) in try readAssignment(&reader, of: owner) }
        }
    }
}

extension Feed where Owner == Model.Owner, Subject == AppRole {
    /// The permissions that an API offers to apps.
    public static var appRoles: Feed {
        Feed(
            .appRoleAssignments, .directory, path: { "/servicePrincipals/\(pathSegment($0.id))?$select=id,appRoles" }
        ) { (reader, owner) throws(JSONError) in
            var roles: [AppRole] = []
            var page: DecodedPage<AppRole> = try .single(
                &reader,
                { (reader, key) throws(JSONError) in
                    guard "appRoles" ~= key else { return }
                    try reader.optionalArray { (reader) throws(JSONError) in
                        guard try reader.kind() == .object else { return }
                        if let role = try readRole(&reader, of: owner) { roles.append(role) }
                    }
                }, subject: { nil })
            page.kept = roles
            page.skipped = 0
            return page
        }
    }
}

private func readGrant(_ reader: inout JSONReader) throws(JSONError) -> Record<PermissionGrant> {
    var grant = PermissionGrant(id: "", clientID: "")
    try reader.object { (reader, key) throws(JSONError) in
        switch key {
        case "id": grant.id = try reader.optionalString() ?? ""
        case "clientId": grant.clientID = try reader.optionalString() ?? ""
        case "consentType": grant.consentType = try reader.optionalString()
        case "principalId": grant.principalID = try reader.optionalString()
        case "resourceId": grant.resourceID = try reader.optionalString()
        case "scope":
            grant.scopes = (try reader.optionalString() ?? "").split(separator: " ").map(String.init)
        default: break
        }
    }
    return Record(grant, id: grant.clientID.isEmpty ? "" : grant.id)
}

private func readAssignment(_ reader: inout JSONReader, of owner: Owner) throws(JSONError) -> Record<AppRoleAssignment>
{
    var assignment = AppRoleAssignment(id: "", principalID: owner.id)
    try reader.object { (reader, key) throws(JSONError) in
        switch key {
        case "id": assignment.id = try reader.optionalString() ?? ""
        case "appRoleId": assignment.appRoleID = try reader.optionalString()
        case "resourceId": assignment.resourceID = try reader.optionalString()
        case "resourceDisplayName": assignment.resourceName = try reader.optionalString()
        case "createdDateTime": assignment.createdDateTime = try reader.optionalString(isoDate)
        default: break
        }
    }
    return Record(assignment, id: assignment.id)
}

private func readRole(_ reader: inout JSONReader, of owner: Owner) throws(JSONError) -> AppRole? {
    var role = AppRole(id: "", resourceID: owner.id)
    try reader.object { (reader, key) throws(JSONError) in
        switch key {
        case "id": role.id = try reader.optionalString() ?? ""
        case "value": role.value = try reader.optionalString()
        case "displayName": role.displayName = try reader.optionalString()
        default: break
        }
    }
    return role.id.isEmpty ? nil : role
}
