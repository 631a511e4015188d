import DLP
import Foundation
import Model
import Store

/// The DLP profiles that are attached to an integration, with what is in them.
struct AttachedProfiles: Sendable {
    /// Those that ask for anything: one of which no entry is on is as one that is not attached.
    let profiles: [ContentProfile]
    /// The names of labels among their entries, by the entry's id.
    let labels: [String: String]
    /// One's own entries and labels among theirs that can be looked for, made ready; nil where there is none.
    private let own: CustomScan?
    /// For the names of parts: all that is not among theirs as well.
    let names: NameScan
    /// When each entry of one's own was changed the last time: its hashes are not among what it says of itself.
    private let changes: [CustomEntry.ID: Date]
    /// Why some of what was asked for is not looked for, by its name.
    let troubles: [(name: String, why: String)]

    init(named names: [String], in store: Store) throws {
        let book = ProfileBook(store: store)
        let catalogue = try book.catalogue()
        let items = try book.items(catalogue)
        var found: [ContentProfile] = []
        var troubles: [(String, String)] = []
        for name in names {
            let item = items.first { KeptProfile.key($0.profile.name) == KeptProfile.key(name) }
            if let item {
                found.append(item.profile)
            } else {
                troubles.append((name, "there is no profile of this name"))
            }
        }
        let ids = found.reduce(into: Set<String>()) { $0.formUnion($1.entries) }
        changes = Dictionary(
            catalogue.custom.map { ($0.entry.id, $0.at) }, uniquingKeysWith: { first, _ in first })
        labels = Dictionary(
            catalogue.labels.filter { ids.contains($0.entry.id) }.map { ($0.entry.id, $0.entry.title) },
            uniquingKeysWith: { first, _ in first })
        let entries = catalogue.customEntries(among: ids)
        let (own, unusable) = Self.ready(entries, try EntryBulk.material(for: entries, in: store))
        profiles = found.filter { !$0.entries.isEmpty }
        self.own = own
        self.names = NameScan(besides: Set((own?.entries ?? []).map(\.id)), of: catalogue, in: store)
        self.troubles = troubles + unusable
    }

    /// Those of the entries that can be used, and why the others cannot: one must not take the others along.
    static func ready(
        _ entries: [CustomEntry], _ material: CustomScan.Material
    ) -> (CustomScan?, unusable: [(name: String, why: String)]) {
        var (entries, unusable) = (entries, [(name: String, why: String)]())
        while !entries.isEmpty {
            do throws(CustomScan.Trouble) {
                return (try CustomScan(entries, material), unusable)
            } catch {
                // An entry leaves at each turn: the one that is to blame is always one of them.
                let place = entries.firstIndex { $0.id == error.entry } ?? 0
                unusable.append((entries.remove(at: place).name, error.reason))
            }
        }
        return (nil, unusable)
    }

    /// What is looked for. Any difference to an earlier scan shows here.
    func scannedFor(
        _ limits: DocumentLimits, readsDocuments: Bool = true, readsImages: Bool = false
    ) -> ScannedFor {
        ScannedFor(
            profiles: profiles.map { scanned($0).line }.sorted(), limits: limits, readsDocuments: readsDocuments,
            readsImages: readsImages)
    }

    /// The detectors and the lowest confidence that the profiles need.
    func scan() throws -> TextScan {
        let detectors = Detector.all.filter { detector in profiles.contains { $0.needs(detector) } }
        return try TextScan(
            detectors, custom: own, minimum: profiles.map(\.threshold).min() ?? .medium)
    }

    private func scanned(_ profile: ContentProfile) -> ScannedProfile {
        let own = (own?.entries ?? []).filter { profile.entries.contains($0.id) }.sorted { $0.id < $1.id }
        return ScannedProfile(
            profile, own: own,
            made: own.filter(\.needsMaterial).compactMap { changes[$0.id]?.timeIntervalSince1970 })
    }
}

extension CustomEntry {
    var isLabel: Bool {
        switch means {
        case .label, .foreignLabel: true
        case .pattern, .words, .dataset, .fingerprint: false
        }
    }

    /// Whether it has more to it than it says of itself.
    var needsMaterial: Bool {
        switch means {
        case .dataset, .fingerprint: true
        case .pattern, .words, .label, .foreignLabel: false
        }
    }
}

extension [CustomEntry] {
    /// The ids of the labels among them; nil where they ask for any label of some kind.
    var labelIDs: Set<String>? {
        var ids: Set<String> = []
        for entry in self {
            switch entry.means {
            case .label(let id, _): ids.insert(id.lowercased())
            case .foreignLabel: return nil
            case .pattern, .words, .dataset, .fingerprint: break
            }
        }
        return ids
    }
}
