import Foundation
import Model

/// A profile that somebody made, as it is kept.
public struct KeptProfile: Sendable, Hashable, Identifiable {
    public var id: String { profile.name }
    public var profile: ContentProfile
    /// Who changed it last, and when.
    public var by: String
    public var at: Date

    public init(_ profile: ContentProfile, by: String, at: Date) {
        self.profile = profile
        self.by = by
        self.at = at
    }

    /// By which two names count as the same: letter case and the form of accents don't tell them apart.
    public static func key(_ name: String) -> String { name.precomposedStringWithCanonicalMapping.lowercased() }
}

/// An entry that somebody made, as it is kept.
public struct KeptEntry: Sendable, Hashable, Identifiable {
    public var id: String { entry.id }
    public var entry: CustomEntry
    public var by: String
    public var at: Date

    public init(_ entry: CustomEntry, by: String, at: Date) {
        self.entry = entry
        self.by = by
        self.at = at
    }
}

/// The bulk of exact data or of fingerprints: keyed hashes, and the key, which is sealed at rest. What was hashed is not kept.
public struct EntryMaterial: Sendable, Hashable {
    /// 32 random bytes.
    public var key: [UInt8]
    /// As the detection engine encodes it.
    public var bytes: [UInt8]

    public init(key: [UInt8], bytes: [UInt8]) {
        self.key = key
        self.bytes = bytes
    }
}
