/// What an app may do in the name of people who are signed in (Graph `oAuth2PermissionGrant`): a delegated consent.
public struct PermissionGrant: Entity {
    public static let kind = EntityKind.permissionGrant
    public var id: String
    /// The service principal of the app.
    public var clientID: String
    /// `AllPrincipals` for everybody, `Principal` for one person.
    public var consentType: String?
    /// The person; nil where it is for everybody.
    public var principalID: String?
    /// The service principal of the API.
    public var resourceID: String?
    /// Names of permissions, in the order of the consent.
    public var scopes: [String] = []

    public init(id: String, clientID: String) {
        self.id = id
        self.clientID = clientID
    }
    public var ownerID: String { clientID }
    public var isForEverybody: Bool { consentType?.lowercased() == "allprincipals" }
    public var resource: Resource { Resource(.servicePrincipal, id: clientID, name: clientID) }
}
