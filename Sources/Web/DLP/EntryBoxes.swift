import Flows

/// The boxes of one heading in a profile's form. Sub-labels of a long list are folded under their parent; of those, a search shows the labels
/// that have its text, and those that are chosen, which nobody is to lose by searching.
struct EntryBoxes {
    /// A box by its place among the entries, with those under it.
    struct Row {
        var place: Int
        var under: [Int] = []
        var isOpen = false
    }

    /// Whether there are so many labels that they are folded and searched.
    let isMany: Bool
    private(set) var rows: [Row] = []

    /// - Parameter isChosen: whether the profile has an entry, on or off.
    init(_ entries: [ContentEntry], text: String?, isChosen: (String) -> Bool) {
        isMany = entries.count > LabelFolds.most && entries.contains { $0.kind == .label }
        let sought = isMany ? text.map(LabelBook.path) : nil
        for (place, entry) in entries.enumerated() {
            let isKept = isChosen(entry.id)
            if let sought, !isKept, !entry.title.lowercased().contains(sought), !entry.id.contains(sought) { continue }
            if isMany, let last = rows.indices.last, entry.title.hasPrefix(entries[rows[last].place].title + " \\ ") {
                rows[last].under.append(place)
                rows[last].isOpen = rows[last].isOpen || isKept || sought != nil
            } else {
                rows.append(Row(place: place))
            }
        }
    }
}
