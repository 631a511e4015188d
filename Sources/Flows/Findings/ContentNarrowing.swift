import Foundation
import Model
import Store

extension InstanceFilter {
    /// Narrows to files that hold what somebody names: nothing but them, however else something is called.
    /// - Parameters:
    ///   - profile: its name, in any letter case.
    ///   - entry: its id or name; where the list is one integration's, a label of that one alone is meant by its name.
    ///   - label: its id, or `Parent \ Child`, as it is called or was called before.
    /// - Throws: `ProfileTrouble` for what is neither known nor found in any file.
    public mutating func narrow(
        toProfile profile: String?, entry: String? = nil, label: String? = nil, in store: Store
    ) throws {
        let book = ProfileBook(store: store)
        if let profile {
            content.profile = profile
            let names = try book.items().map(\.profile.name)
            guard
                try names.contains(where: { KeptProfile.key($0) == KeptProfile.key(profile) })
                    || store.hasContent(ContentFilter(profile: profile))
            else { throw ProfileTrouble.noProfile(profile, among: names) }
        }
        if let entry {
            let catalogue = try book.catalogue()
            let chosen = try onlyIntegration.flatMap { try store.integration(id: $0)?.name }
            let id = try catalogue.idIfKnown(entry, of: chosen)
            content.entries = catalogue.ids(tellingOf: id)
            guard try catalogue.entry(id) != nil || store.hasContent(ContentFilter(entries: [id])) else {
                throw ProfileTrouble.noEntry(entry)
            }
        }
        if let label {
            content.labels = try LabelBook(store: store).ids(of: label, in: onlyIntegration)
            guard !content.labels.isEmpty else { throw ProfileTrouble.noLabel(label) }
        }
    }

    /// The integration that all of the list is of, as one finding is; nil where it may be of several.
    private var onlyIntegration: Int? {
        if let integration { return integration }
        let all = Set((findings ?? []).map(\.integration))
        return all.count == 1 ? all.first : nil
    }
}

extension LabelBook {
    /// The ids of the labels that somebody means: by the id, or by the whole path in any case; blanks around a backslash do not count.
    /// Where no label has that path now, those that had it.
    /// - Parameter chosen: nil for the labels of all integrations.
    func ids(of text: String, in chosen: Int?) throws -> Set<String> {
        let sought = Self.path(text)
        var (found, former): (Set<String>, Set<String>) = ([], [])
        for integration in try store.integrations() where chosen ?? integration.id == integration.id {
            for row in try shelf(of: integration).rows {
                if row.kept.id == text.lowercased() || row.path.lowercased() == sought {
                    found.insert(row.kept.id)
                } else if row.kept.formerNames.contains(where: { Self.path($0.name) == sought }) {
                    former.insert(row.kept.id)
                }
            }
        }
        if found.isEmpty { found = former }
        // A file may bear a label that no list has named.
        if found.isEmpty, try store.hasContent(ContentFilter(labels: [text.lowercased()])) {
            return [text.lowercased()]
        }
        return found
    }

    /// A path as somebody writes it, as it is compared.
    public static func path(_ text: String) -> String {
        text.split(separator: "\\", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " \\ ").lowercased()
    }

    /// The path of a label; nil where no tenant has it.
    public func path(of id: String) throws -> String? {
        for integration in try store.integrations() {
            if let row = try shelf(of: integration).rows.first(where: { $0.kept.id == id }) { return row.path }
        }
        return nil
    }
}
