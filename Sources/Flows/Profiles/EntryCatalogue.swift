import DLP
import Model
import Store

/// Every entry that a profile may name, in the order of lists: the predefined ones, one's own, the labels of each tenant.
public struct EntryCatalogue: Sendable {
    public let entries: [ContentEntry]
    let custom: [KeptEntry]
    /// With what the detection engine looks for.
    let labels: [(entry: ContentEntry, means: CustomEntry)]
    private let byID: [String: ContentEntry]

    init(_ store: Store) throws {
        custom = try store.customEntries()
        let book = LabelBook(store: store)
        labels = try store.integrations().flatMap { integration in
            let own = try book.shelf(of: integration).rows.map { row in
                (
                    ContentEntry(row, of: integration.name),
                    CustomEntry(
                        id: row.entryID, name: row.kept.id,
                        means: .label(id: row.kept.id, tenant: integration.tenantID))
                )
            }
            guard integration.features.contains(.labels) || !own.isEmpty else { return own }
            let foreign = CustomEntry.foreignLabels(of: integration.tenantID)
            return own + (foreign.trouble == nil ? [(ContentEntry(foreign, of: integration.name), foreign)] : [])
        }
        entries =
            Detector.Family.allCases.flatMap { family in
                Detector.all.filter { $0.family == family }.flatMap(ContentEntry.entries)
            } + custom.map { ContentEntry($0.entry) } + labels.map(\.entry)
        // Two integrations of one tenant have the same labels.
        byID = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Each entry once, for somebody to choose from: a label of a tenant with several integrations stands under all of them.
    public var choices: [ContentEntry] {
        var places: [String: Int] = [:]
        var choices: [ContentEntry] = []
        for entry in entries {
            guard let place = places[entry.id] else {
                places[entry.id] = choices.count
                choices.append(entry)
                continue
            }
            choices[place].note += ", \(entry.note)"
            choices[place].group = "Labels of \(choices[place].note)"
            // Whether it is gone says who still has it.
            choices[place].isDeleted = choices[place].isDeleted && entry.isDeleted
        }
        return choices
    }

    /// Every id that a profile may hold: those of the entries, and of detectors that have kinds.
    var known: Set<String> { Set(byID.keys).union(Detector.all.map(\.id)) }

    public func entry(_ id: String) -> ContentEntry? {
        if let found = byID[id] { return found }
        // A detector as a whole, where a profile does not name its kinds.
        return Detector.all.first { $0.id == id }.map {
            ContentEntry(id: $0.id, title: $0.title, kind: .detector, note: $0.check, group: $0.family.title)
        }
    }

    /// Whether a profile has an entry: by its own id, or by that of the detector that it is a kind of.
    public func has(_ id: String, in profile: ContentProfile) -> Bool {
        profile.entries.contains(id)
            || Detector.all.contains { profile.entries.contains($0.id) && $0.kinds.contains { $0.id == id } }
    }

    /// The ids under which an entry is told of: its own, and for a detector as a whole those of its kinds.
    func ids(tellingOf id: String) -> Set<String> {
        Set([id] + (Detector.all.first { $0.id == id }?.kinds.map(\.id) ?? []))
    }

    /// The id that somebody means: the id itself, or the name of an entry in any letter case.
    /// - Parameters:
    ///   - profile: whose entries are meant rather than others of the same name.
    ///   - integration: its name, where labels of others are not meant.
    public func id(
        meant text: String, in profile: ProfileBook.Item? = nil, of integration: String? = nil
    ) throws(ProfileTrouble) -> String {
        if entry(text) != nil { return text }
        let key = KeptProfile.key(text)
        func named(_ entries: [ContentEntry]) -> Set<String> {
            Set(entries.filter { KeptProfile.key($0.title) == key }.map(\.id))
        }
        let own = named(profile?.lines.map(\.entry) ?? [])
        let meant = entries.filter { $0.kind != .label || integration ?? $0.note == $0.note }
        let named = own.isEmpty ? named(meant) : own
        guard let id = named.first else { throw .noEntry(text) }
        guard named.count == 1 else {
            throw ProfileTrouble(
                "\(named.count) entries are called \"\(text)\": give an id (\(named.sorted().joined(separator: ", ")))")
        }
        return id
    }

    /// The id that somebody means; what nobody knows stays as it is.
    /// - Parameter integration: its name, where labels of others are not meant.
    public func idIfKnown(_ text: String, of integration: String? = nil) throws(ProfileTrouble) -> String {
        do throws(ProfileTrouble) {
            return try id(meant: text, of: integration)
        } catch {
            guard error.isUnknown else { throw error }
            return text
        }
    }

    /// What the detection engine looks for beside the predefined detectors, among the ids of profiles.
    func customEntries(among ids: Set<String>) -> [CustomEntry] {
        let own = custom.map(\.entry).filter { ids.contains($0.id) }
        var seen: Set<CustomEntry> = []
        let ofLabels = labels.map(\.means).filter { ids.contains($0.id) && seen.insert($0).inserted }
        // A hostile tenant could answer with ids that are none; no document carries such a label.
        return own + ofLabels.filter { $0.trouble == nil }
    }
}

extension CustomEntry {
    /// Labels of any other organization than the one of a tenant.
    fileprivate static func foreignLabels(of tenant: String) -> CustomEntry {
        CustomEntry(
            id: "label-not-of-\(tenant.lowercased())", name: "Labels of other organizations",
            means: .foreignLabel(tenant: tenant))
    }
}
