import Foundation

/// A file or folder (Graph `driveItem`). Kept are folders (to know what lies in what) and whatever is shared.
public struct DriveItem: Entity {
    public static let kind = EntityKind.driveItem
    public enum Form: String, Codable, Sendable { case file, folder, root }

    public var id: String
    public var driveID: String
    public var form: Form
    public var name: String?
    public var webUrl: String?
    public var parentID: String?
    public var size: Int64?
    public var lastModifiedDateTime: Date?
    /// Differs whenever the bytes do: Graph's hash of them, else its content tag, else size and time. Nil for what has no bytes
    /// (folders, notebooks).
    public var contentTag: String?
    /// True where Graph's `shared` facet is present and not empty: the item's permissions are worth reading.
    public var isShared: Bool = false
    /// `anonymous`, `organization`, `users`; nil where Graph did not say.
    public var sharedScope: String?
    /// Nil where they have not been read (yet, or not at all).
    public var permissions: [SharingPermission]?
    /// Ids of permissions that an ancestor carries too: the finding belongs to the ancestor.
    public var inheritedPermissionIDs: [String] = []
    /// Where a person would look: "OneDrive of Megan Bowen".
    public var location: String?

    public init(id: String, driveID: String, form: Form) {
        self.id = id
        self.driveID = driveID
        self.form = form
    }
    public var ownerID: String { driveID }
    public var resource: Resource {
        Resource(.driveItem, id: id, name: displayedName, url: webUrl, driveID: driveID, location: location)
    }
    private var displayedName: String {
        form == .root ? (location ?? name ?? id) : (name ?? id)
    }
}

/// Who may do what with an item (Graph `permission`).
public struct SharingPermission: Codable, Hashable, Sendable {
    public struct Link: Codable, Hashable, Sendable {
        /// `anonymous`, `organization`, `users`, `existingAccess`; nil in the consumer OneDrive's shape.
        public var scope: String?
        /// `view`, `edit`, `embed`, `blocksDownload`, `createOnly`, `review`, ...
        public var type: String?
        public var preventsDownload: Bool?
        public init(scope: String?, type: String?, preventsDownload: Bool? = nil) {
            self.scope = scope
            self.type = type
            self.preventsDownload = preventsDownload
        }
    }
    /// Whom it is granted to, from every identity set Graph gives.
    public struct Grantee: Codable, Hashable, Sendable {
        public var displayName: String?
        public var loginName: String?
        public var email: String?
        public init(displayName: String? = nil, loginName: String? = nil, email: String? = nil) {
            self.displayName = displayName
            self.loginName = loginName
            self.email = email
        }
    }

    public var id: String
    public var roles: [String] = []
    public var link: Link?
    public var grantees: [Grantee] = []
    /// The address that was invited, where it was granted by an invitation.
    public var invited: String?
    public var expirationDateTime: Date?
    public var hasPassword: Bool?
    /// True where Graph itself says `inheritedFrom`.
    public var isInherited: Bool = false

    public init(id: String) { self.id = id }
}
