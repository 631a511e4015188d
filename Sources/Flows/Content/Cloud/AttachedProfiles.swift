import DLP
import Foundation
import Model
import Store

/// The DLP profiles that are attached to an integration, with what is in them.
struct AttachedProfiles: Sendable {
    let profiles: [ContentProfile]
    /// One's own entries and labels among theirs that can be looked for.
    let custom: [CustomEntry]
    /// The keyed hashes of exact data and of documents among them.
    private let material: CustomScan.Material
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
        let entries = catalogue.customEntries(among: ids)
        changes = Dictionary(
            catalogue.custom.map { ($0.entry.id, $0.at) }, uniquingKeysWith: { first, _ in first })
        var (usable, material) = ([CustomEntry](), CustomScan.Material())
        for entry in entries {
            // One that cannot be used must not take the others along.
            do {
                let own = try EntryBulk.material(for: [entry], in: store)
                _ = try CustomScan([entry], own)
                usable.append(entry)
                material.dataSets.merge(own.dataSets) { $1 }
                material.fingerprints.merge(own.fingerprints) { $1 }
            } catch {
                troubles.append((entry.name, (error as? CustomScan.Trouble)?.reason ?? "\(error)"))
            }
        }
        profiles = found
        custom = usable
        self.material = material
        self.troubles = troubles
    }

    /// What is looked for: a line for each profile, sorted. Any difference to an earlier scan shows here.
    var mark: String { profiles.map(mark).sorted().joined(separator: "\n") }

    /// Whether everything that is looked for was looked for by an earlier scan too.
    func isCovered(by earlier: String) -> Bool {
        Set(profiles.map(mark)).isSubset(of: earlier.split(separator: "\n").map(String.init))
    }

    /// The detectors and the lowest confidence that the profiles need.
    func scan() throws -> TextScan {
        let entries = profiles.reduce(into: Set<String>()) { $0.formUnion($1.entries) }
        let detectors = Detector.all.filter { entries.contains($0.id) || $0.kinds.contains { entries.contains($0.id) } }
        return try TextScan(
            detectors, custom: custom.isEmpty ? nil : CustomScan(custom, material),
            minimum: profiles.map(\.threshold).min() ?? .medium)
    }

    private func mark(_ profile: ContentProfile) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let own = custom.filter { profile.entries.contains($0.id) }.sorted { $0.id < $1.id }
        let made = own.filter(\.needsMaterial).compactMap { changes[$0.id]?.timeIntervalSince1970 }
        let parts = [
            try? encoder.encode(profile), try? encoder.encode(own), made.isEmpty ? nil : try? encoder.encode(made),
        ].compactMap(\.self)
        return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }
}

extension CustomEntry {
    var isLabel: Bool { if case .label = means { true } else { false } }

    fileprivate var needsMaterial: Bool {
        switch means {
        case .dataset, .fingerprint: true
        case .pattern, .words, .label: false
        }
    }
}
