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
    /// Who reaches it, as far as it decides which file is read first.
    public var reach = ContentReach.named

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

extension ContentCandidate {
    /// Files are read by this, the least first: whom most people reach before the others, and of those the newest first.
    public var turn: Double {
        let seconds = modified.map { $0.timeIntervalSince1970.rounded() } ?? 0
        return Double(reach.rawValue) * ContentReach.step - min(max(seconds, 0), ContentReach.step - 1)
    }
}

/// Who reaches a file beyond its owner. What more people reach is read first.
public enum ContentReach: Int, CaseIterable, Comparable, Sendable {
    case anyoneEdits, anyoneReads, organization, guests, named

    /// More seconds than have gone by since 1970.
    fileprivate static let step = 1e11

    /// What a candidate's turn was made from.
    public init(turn: Double) { self = Self(rawValue: Int((turn / Self.step).rounded(.up))) ?? .named }

    public static func < (a: ContentReach, b: ContentReach) -> Bool { a.rawValue < b.rawValue }
}

/// What became of a candidate: how far it was read, or why it was not. The raw value is what the database stores.
public enum ContentStanding: String, CaseIterable, Sendable {
    /// Not looked at yet, or changed since.
    case waiting
    case ok, partial, encrypted, limit, error, unsupported
    /// A kind of file that holds no text: a film, music, a program.
    case kind
    /// Larger than what is downloaded.
    case tooLarge
    case denied, throttled
    /// The download failed.
    case failed
    /// Listed, but not there for the download: deleted in between, or kept back by the service.
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
        case .kind, .unsupported: .notApplicable
        case .denied: .denied
        case .throttled: .throttled
        case .waiting, .partial, .encrypted, .limit, .error, .tooLarge, .failed, .gone: .error
        }
    }

    /// True where the next scan tries again although nothing changed.
    public var isWorthAnotherTry: Bool { self == .throttled || self == .waiting }

    /// True where the service did not hand over the file: that may change without the file changing.
    public var isRefusal: Bool { self == .denied || self == .failed || self == .gone }
}
