/// An app present in this tenant, third parties' included (Graph `servicePrincipal`). It has no `certification`.
public struct ServicePrincipal: Entity {
    public static let kind = EntityKind.servicePrincipal
    public var id: String
    public var appId: String?
    public var displayName: String?
    /// `Application`, `ManagedIdentity`, `Legacy`, `SocialIdp`.
    public var servicePrincipalType: String?
    public var appOwnerOrganizationId: String?
    public var accountEnabled: Bool?
    public var disabledByMicrosoftStatus: String?
    public var verifiedPublisher: VerifiedPublisher?
    public var tags: [String] = []
    public var signInAudience: String?

    public init(id: String) { self.id = id }

    /// Tenants that Microsoft's own apps live in (observed).
    public static let microsoftTenants: Set<String> = [
        "f8cdef31-a31e-4b4a-93e4-5f571e91255a", "72f988bf-86f1-41af-91ab-2d7cd011db47",
    ]

    /// An application of another organisation that is not Microsoft; managed identities and legacy principals are none.
    public func isThirdParty(in tenantID: String) -> Bool {
        guard servicePrincipalType?.lowercased() == "application", let owner = appOwnerOrganizationId?.lowercased()
        else { return false }
        return owner != tenantID.lowercased() && !Self.microsoftTenants.contains(owner)
    }

    public var resource: Resource { Resource(.servicePrincipal, id: id, name: displayName ?? appId ?? id) }
}
