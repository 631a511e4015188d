/// A document library or OneDrive (Graph `drive`).
public struct Drive: Entity {
    public static let kind = EntityKind.drive
    public enum Source: String, Codable, Sendable { case user, group, site }

    public var id: String
    public var name: String?
    public var driveType: String?
    public var webUrl: String?
    /// Who leads to it first: the user of a OneDrive, the group of a team, else the site.
    public var source: Source
    public var sourceID: String
    public var sourceName: String

    public init(id: String, source: Source, sourceID: String, sourceName: String) {
        self.id = id
        self.source = source
        self.sourceID = sourceID
        self.sourceName = sourceName
    }

    /// "OneDrive of Megan Bowen", "Board, Documents".
    public var location: String {
        switch source {
        case .user: "OneDrive of \(sourceName)"
        case .group, .site: name.map { "\(sourceName), \($0)" } ?? sourceName
        }
    }
    public var resource: Resource { Resource(.driveItem, id: id, name: name ?? location, url: webUrl, driveID: id) }
}

/// A SharePoint site (Graph `site`).
public struct Site: Entity {
    public static let kind = EntityKind.site
    public var id: String
    public var name: String?
    public var webUrl: String?
    public var isPersonalSite: Bool?
    public init(id: String) { self.id = id }
    public var resource: Resource { Resource(.organization, id: id, name: name ?? id, url: webUrl) }
}
