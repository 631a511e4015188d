/// A Microsoft Purview sensitivity label of the tenant.
public struct SensitivityLabel: Entity {
    public static let kind = EntityKind.sensitivityLabel
    public var id: String
    public var name: String?
    public var parentID: String?
    public var priority: Int?
    public var isActive: Bool?
    public var hasProtection: Bool?
    /// True where it came from the preview (beta) list.
    public var isPreview: Bool = false
    public init(id: String) { self.id = id }
    public var resource: Resource { Resource(.organization, id: id, name: name ?? id) }
}
