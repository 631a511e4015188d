import Flows

/// The boxes of one heading in a form of entries. Sub-labels of a long list are folded under their parent; of those, a search shows the labels
/// that have its text. What is chosen nobody is to lose by searching: it is shown all the same, or kept unseen.
struct EntryBoxes {
    /// A box by its place among the entries, with those under it.
    struct Row {
        var place: Int
        var under: [Int] = []
        var isOpen = false
    }

    /// What a search does with what is chosen and does not have its text.
    enum Chosen { case shown, unseen }

    /// Up to so many rows all of them are shown.
    static let most = 100

    /// Whether there are so many labels that they are folded and searched.
    let isMany: Bool
    private(set) var rows: [Row] = []
    /// What is chosen and not shown.
    private(set) var unseen: [Int] = []

    /// - Parameters:
    ///   - chosen: what becomes of those that are chosen where a text is sought. Where most are, showing them would find nothing.
    ///   - isChosen: whether the profile has an entry, on or off.
    init(_ entries: [ContentEntry], text: String?, chosen: Chosen = .shown, isChosen: (String) -> Bool) {
        isMany = entries.count > LabelFolds.most && entries.contains { $0.kind == .label }
        let sought = isMany ? text.map(LabelBook.path) : nil
        for (place, entry) in entries.enumerated() {
            let isKept = isChosen(entry.id)
            if let sought, !(isKept && chosen == .shown),
                !LabelFolds.has([entry.title, entry.id] + entry.formerTitles, sought)
            {
                if isKept { unseen.append(place) }
                continue
            }
            if isMany, let last = rows.indices.last, entry.title.hasPrefix(entries[rows[last].place].title + " \\ ") {
                rows[last].under.append(place)
                rows[last].isOpen = rows[last].isOpen || isKept && chosen == .shown || sought != nil
            } else {
                rows.append(Row(place: place))
            }
        }
    }
}
