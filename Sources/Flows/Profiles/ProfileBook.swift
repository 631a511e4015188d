import DLP
import Foundation
import Model
import Store

/// The profiles of data loss prevention: the predefined ones, one for the labels of each tenant, and those that somebody made.
public struct ProfileBook: Sendable {
    let store: Store

    public init(store: Store) { self.store = store }

    /// Where a profile comes from.
    public enum Origin: Sendable, Hashable {
        case predefined
        /// The labels of the integration of this name: it is there by itself.
        case labels(String)
        case custom(by: String, at: Date)

        /// `predefined`, `integration`, `custom`.
        public var word: String {
            switch self {
            case .predefined: "predefined"
            case .labels: "integration"
            case .custom: "custom"
            }
        }

        public var isCustom: Bool { if case .custom = self { true } else { false } }
    }

    /// An entry of a profile, on or off.
    public struct Line: Sendable, Hashable, Identifiable {
        public var id: String { entry.id }
        public var entry: ContentEntry
        public var isOn: Bool
    }

    public struct Item: Sendable, Hashable, Identifiable {
        public var id: String { profile.name }
        /// With the entries that are on.
        public var profile: ContentProfile
        public var origin: Origin
        public var lines: [Line]
        /// The names of the integrations that use it.
        public var attachedTo: [String]

        /// The ids of its entries that are off.
        public var off: Set<String> { Set(lines.filter { !$0.isOn }.map(\.id)) }

        /// Whether a scan looks for nothing with it.
        public var isIdle: Bool { !lines.contains(where: \.isOn) }
    }

    public func catalogue() throws -> EntryCatalogue { try EntryCatalogue(store) }

    /// Every profile: the predefined ones, those of labels, one's own by name.
    public func items() throws -> [Item] { try items(try catalogue()) }

    func items(_ catalogue: EntryCatalogue) throws -> [Item] {
        let integrations = try store.integrations()
        let off = try store.entriesOff()
        let users = Dictionary(
            grouping: integrations.flatMap { integration in
                integration.dlpProfiles.map { (KeptProfile.key($0), integration.name) }
            }, by: \.0
        ).mapValues { $0.map(\.1) }
        func item(_ profile: ContentProfile, _ origin: Origin, _ entries: [ContentEntry]) -> Item {
            let key = KeptProfile.key(profile.name)
            let isOff = off[key] ?? []
            var profile = profile
            profile.entries =
                origin.isCustom ? profile.entries.subtracting(isOff) : Self.entries(profile.entries, without: isOff)
            return Item(
                profile: profile, origin: origin,
                lines: entries.map { Line(entry: $0, isOn: !isOff.contains($0.id)) },
                attachedTo: users[key] ?? [])
        }
        let predefined = ContentProfile.all.map { profile in
            item(
                profile, .predefined,
                Detector.all.filter { profile.entries.contains($0.id) }.flatMap(ContentEntry.entries))
        }
        let ofLabels = integrations.compactMap { integration -> Item? in
            let own = catalogue.labels.filter { $0.entry.note == integration.name }.map(\.entry)
            guard integration.features.contains(.labels) || !own.isEmpty else { return nil }
            return item(
                ContentProfile(name: integration.labelProfile, entries: Set(own.map(\.id)), minimum: .low),
                .labels(integration.name), own)
        }
        let custom = try store.contentProfiles().map { kept in
            item(
                kept.profile, .custom(by: kept.by, at: kept.at),
                kept.profile.entries.sorted().map { id in
                    catalogue.entry(id) ?? .gone(id)
                }.sorted { ($0.kind.title, $0.title) < ($1.kind.title, $1.title) })
        }
        return predefined + ofLabels + custom
    }

    /// A detector of which some kinds are off is named by the other kinds.
    private static func entries(_ ids: Set<String>, without off: Set<String>) -> Set<String> {
        guard !off.isEmpty else { return ids }
        let kinds = Dictionary(
            Detector.all.filter { !$0.kinds.isEmpty }.map { ($0.id, $0.kinds.map(\.id)) },
            uniquingKeysWith: { first, _ in first })
        return ids.reduce(into: []) { left, id in
            guard let own = kinds[id], !off.isDisjoint(with: own) else {
                if !off.contains(id) { left.insert(id) }
                return
            }
            left.formUnion(Set(own).subtracting(off))
        }
    }

    /// - Throws: `ProfileTrouble` with the names there are.
    public func item(named name: String) throws -> Item {
        let items = try items()
        guard let found = items.first(where: { KeptProfile.key($0.profile.name) == KeptProfile.key(name) }) else {
            throw ProfileTrouble.noProfile(name, among: items.map(\.profile.name))
        }
        return found
    }

    /// The profiles of some names, as they are written, each once.
    /// - Parameter new: the name of an integration that is about to be added: the profile of its labels comes with it.
    /// - Throws: `ProfileTrouble` with the names there are.
    public func names(_ names: [String], attachedTo new: String? = nil) throws -> [String] {
        let own = new.map { Integration.labelProfilePrefix + $0 }
        var found: [String] = []
        for name in names {
            let isOwn = own.map { KeptProfile.key($0) == KeptProfile.key(name) } ?? false
            let known = try isOwn ? own ?? name : item(named: name).profile.name
            if !found.contains(known) { found.append(known) }
        }
        return found
    }

    /// What a scan for some profiles has to look for.
    public struct Wanted: Sendable {
        public var profiles: [ContentProfile]
        /// One's own entries and labels among theirs; nil where there are none.
        public var custom: CustomScan?

        /// No profile: every predefined detector.
        public static let everything = Wanted(profiles: [], custom: nil)
    }

    /// - Parameter entries: ids of entries of one's own and of labels that are wanted by themselves.
    /// - Throws: `ProfileTrouble` with the names there are, or the entry that cannot be used.
    public func wanted(_ names: [String], and entries: [String] = []) throws -> Wanted {
        let catalogue = try catalogue()
        let items = try items(catalogue)
        let profiles = try names.map { name in
            guard let item = items.first(where: { KeptProfile.key($0.profile.name) == KeptProfile.key(name) }) else {
                throw ProfileTrouble.noProfile(name, among: items.map(\.profile.name))
            }
            return item.profile
        }
        let ids = profiles.reduce(into: Set(entries)) { $0.formUnion($1.entries) }
        let entries = catalogue.customEntries(among: ids)
        guard !entries.isEmpty else { return Wanted(profiles: profiles, custom: nil) }
        let material = try EntryBulk.material(for: entries, in: store)
        do {
            return Wanted(profiles: profiles, custom: try CustomScan(entries, material))
        } catch {
            throw ProfileTrouble(error.description)
        }
    }
}
