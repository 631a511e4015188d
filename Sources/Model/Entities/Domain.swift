/// A domain of the tenant (Graph `domain`); the id is its name.
public struct Domain: Entity {
    public static let kind = EntityKind.domain
    public var id: String
    public var isVerified: Bool?
    public var isDefault: Bool?
    public var isInitial: Bool?
    public var isRoot: Bool?
    /// `Managed` or `Federated`.
    public var authenticationType: String?
    public var supportedServices: [String] = []
    /// 2147483647 means that passwords never expire.
    public var passwordValidityPeriodInDays: Int?

    public init(id: String) { self.id = id }
    public init(verified name: String) {
        id = name
        isVerified = true
        supportedServices = ["Email"]
        authenticationType = "Managed"
    }

    public var isFederated: Bool { authenticationType?.lowercased() == "federated" }
    public var supportsEmail: Bool { supportedServices.contains { $0.lowercased() == "email" } }
    public var isOnMicrosoft: Bool { id.lowercased().hasSuffix(".onmicrosoft.com") }
    public var resource: Resource { Resource(.domain, id: id, name: id) }
}
