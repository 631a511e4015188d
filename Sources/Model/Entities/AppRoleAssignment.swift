import Foundation

/// What an app may do by itself, with nobody signed in (Graph `appRoleAssignment` of a service principal).
public struct AppRoleAssignment: Entity {
    public static let kind = EntityKind.appRoleAssignment
    public var id: String
    /// The service principal of the app.
    public var principalID: String
    /// The id of the permission among the API's `appRoles`; all zeros for none in particular.
    public var appRoleID: String?
    /// The service principal of the API, and its name.
    public var resourceID: String?
    public var resourceName: String?
    public var createdDateTime: Date?

    public init(id: String, principalID: String) {
        self.id = id
        self.principalID = principalID
    }
    public var ownerID: String { principalID }
    public var resource: Resource { Resource(.servicePrincipal, id: principalID, name: principalID) }
}

/// A permission that an API offers to apps (Graph `appRole` of a service principal): what gives an assignment its name.
public struct AppRole: Entity {
    public static let kind = EntityKind.appRole
    public var id: String
    /// The service principal of the API.
    public var resourceID: String
    /// `Mail.Read`.
    public var value: String?
    public var displayName: String?

    public init(id: String, resourceID: String) {
        self.id = id
        self.resourceID = resourceID
    }
    public var ownerID: String { resourceID }
    public var resource: Resource { Resource(.servicePrincipal, id: resourceID, name: resourceID) }
}
