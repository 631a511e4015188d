import Foundation

/// A file of a drive whose content can be looked through: what is known of it before anything is downloaded.
public struct ContentCandidate: Hashable, Sendable {
    public var driveID: String
    public var id: String
    public var name: String
    /// Bytes; nil where Graph did not say.
    public var size: Int64?
    public var modified: Date?
    /// Differs whenever the bytes do.
    public var tag: String
    public var webUrl: String?
    /// The folder it lies in.
    public var parentID: String?

    public init(driveID: String, id: String, name: String, tag: String) {
        self.driveID = driveID
        self.id = id
        self.name = name
        self.tag = tag
    }

    /// Nil for what has no bytes of its own: folders, notebooks.
    public init?(_ item: DriveItem) {
        guard item.form == .file, let tag = item.contentTag else { return nil }
        self.init(driveID: item.driveID, id: item.id, name: item.name ?? item.id, tag: tag)
        size = item.size
        modified = item.lastModifiedDateTime
        webUrl = item.webUrl
        parentID = item.parentID
    }
}

/// What became of a candidate: how far it was read, or why it was not. The raw value is what the database stores.
public enum ContentStanding: String, CaseIterable, Sendable {
    /// Not looked at yet, or changed since.
    case waiting
    case ok, partial, encrypted, limit, error, unsupported
    /// A kind of file that holds no text: a picture, a film, a program.
    case kind
    /// Larger than what is downloaded.
    case tooLarge
    case denied, throttled
    /// The download failed.
    case failed
    /// Deleted between the listing and the download.
    case gone

    public init(_ status: Extraction.Status) {
        self =
            switch status {
            case .ok: .ok
            case .partial: .partial
            case .encrypted: .encrypted
            case .limit: .limit
            case .error: .error
            case .unsupported: .unsupported
            }
    }

    /// What the balance of a scan says of it.
    public var coverage: CoverageState {
        switch self {
        case .ok: .ok
        case .kind, .unsupported, .gone: .notApplicable
        case .denied: .denied
        case .throttled: .throttled
        case .waiting, .partial, .encrypted, .limit, .error, .tooLarge, .failed: .error
        }
    }

    /// True where the next scan tries again although nothing changed.
    public var isWorthAnotherTry: Bool { self == .throttled || self == .failed || self == .waiting }
}
