import Foundation

/// The tenant itself (Graph `organization`).
public struct Organization: Entity {
    public static let kind = EntityKind.organization
    public var id: String
    public var displayName: String?
    public var onPremisesSyncEnabled: Bool?
    public var onPremisesLastSyncDateTime: Date?
    public var verifiedDomains: [String] = []
    public var initialDomain: String?

    public init(id: String) { self.id = id }
    public var resource: Resource { Resource(.organization, id: id, name: displayName ?? id) }
}
