import Foundation

/// What was found in a file of a drive, and who can reach the file. The values themselves are not in it.
public struct FileContent: Entity {
    public static let kind = EntityKind.fileContent

    /// The id of the file.
    public var id: String
    public var driveID: String
    public var name: String
    public var webUrl: String?
    /// Where a person would look: "OneDrive of Megan Bowen".
    public var location: String?
    /// Whose the drive is: the person of a OneDrive, the team or the site of a library. Nil where nobody knows (yet).
    public var owner: Owner?
    /// Bytes; nil where Graph did not say.
    public var size: Int64?
    public var lastModifiedDateTime: Date?
    /// How far it could be read the last time.
    public var status: Extraction.Status
    /// Why the status is not `ok`.
    public var detail: String?
    public var matches: [Matched] = []
    /// The tag of the bytes in which the matches were found; nil from scans that did not say.
    public var tag: String?
    public var labels: [Label] = []
    /// The permissions of the file and of the folders above it that let in many people, people with a link, or guests.
    public var sharing: [Sharing] = []
    /// Permissions of the file or of a folder above it could not be read.
    public var isSharingUnread = false
    /// True where permissions were left out on purpose (`fastSharing`): nobody asked whom they let in by name.
    public var isSharingLeftOut: Bool?

    public init(id: String, driveID: String, name: String, status: Extraction.Status) {
        self.id = id
        self.driveID = driveID
        self.name = name
        self.status = status
    }

    public var ownerID: String { driveID }
    public var resource: Resource {
        Resource(.driveItem, id: id, name: name, url: webUrl, driveID: driveID, location: location)
    }
}

extension FileContent {
    /// One entry of one profile, as often as it was found.
    public struct Matched: Codable, Hashable, Sendable {
        public var profile: String
        /// The id of a detector or of one of its kinds.
        public var entry: String
        /// What people call the entry; nil from scans that did not say.
        public var title: String?
        public var count: Int
        /// Of the surest one.
        public var confidence: Match.Confidence
        /// The first few, in the order of the file.
        public var samples: [Sample]
        /// Keyed hashes of the different values, in the order of the file, as many as are kept; nil from scans that made none.
        public var hashes: [String]?
        /// Of an entry of documents: how much of one of them the file holds, in percent, of the one that it holds most of. Nil for other
        /// entries, and from scans that did not say.
        public var likeness: Int?

        public init(
            profile: String, entry: String, title: String? = nil, count: Int, confidence: Match.Confidence,
            samples: [Sample]
        ) {
            self.profile = profile
            self.entry = entry
            self.title = title
            self.count = count
            self.confidence = confidence
            self.samples = samples
        }
    }

    /// A value with all but its last characters hidden, and where it stands.
    public struct Sample: Codable, Hashable, Sendable {
        public var masked: String
        /// The part of the file, with `page 3` or `Salaries!14` where it has places: "xl/worksheets/sheet1.xml, Salaries!14".
        public var place: String?
        /// The keyed hash of the value: equal for equal values of one installation. Nil where there is no value (a label).
        public var hash: String?

        public init(masked: String, place: String?, hash: String? = nil) {
            self.masked = masked
            self.place = place
            self.hash = hash
        }
    }

    /// A sensitivity label that the file bears, or a document inside of it.
    public struct Label: Codable, Hashable, Sendable {
        /// A GUID in lower case.
        public var id: String
        /// The tenant whose label it is; empty where the file does not say.
        public var siteID: String
        /// The document inside of the file that bears it; nil for the file itself.
        public var part: String?

        public init(id: String, siteID: String, part: String? = nil) {
            self.id = id
            self.siteID = siteID
            self.part = part
        }

        public init(_ label: DocumentLabel) {
            self.init(id: label.labelID, siteID: label.siteID, part: label.part.isEmpty ? nil : label.part)
        }

        /// Whether it is one of another organization than a tenant's.
        public func isForeign(to tenant: String) -> Bool { DocumentLabel.isForeign(site: siteID, to: tenant) }
    }

    /// A permission and what carries it.
    public struct Sharing: Codable, Hashable, Sendable {
        public var permission: SharingPermission
        /// The name of the folder above that is shared; nil where the file itself is.
        public var folder: String?

        public init(permission: SharingPermission, folder: String?) {
            self.permission = permission
            self.folder = folder
        }
    }
}
