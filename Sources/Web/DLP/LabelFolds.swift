import Flows
import Hummingbird
import Model
import Store

/// Which rows of a tree of labels are shown: those that a search finds with what they stand under, or else those under labels that are open.
struct LabelFolds {
    /// Up to so many labels all of them are shown.
    static let most = 40

    /// A row that is shown.
    struct Row {
        var row: LabelBook.Row
        /// How many labels stand under it, at any depth.
        var below: Int
        /// Nil where nothing can be folded.
        var isOpen: Bool?
    }

    let rows: [Row]

    /// - Parameters:
    ///   - text: what a path, a former name or an id has to have; nil for any.
    ///   - open: ids of labels that somebody has opened.
    init(_ all: [LabelBook.Row], text: String?, open: Set<String>) {
        let sought = text.map(LabelBook.path)
        let folds = sought == nil && all.count > Self.most
        let hits = all.map { row in sought.map { Self.has(row, $0) } ?? true }
        var rows: [Row] = []
        // The depth from which on nothing is shown, under a label that is folded.
        var hidden = Int.max
        for (place, row) in all.enumerated() {
            let below = all[(place + 1)...].prefix { $0.depth > row.depth }.count
            if row.depth < hidden { hidden = .max } else { continue }
            if sought != nil, !hits[place...(place + below)].contains(true) { continue }
            let isOpen = folds && below > 0 ? open.contains(row.kept.id) : nil
            if isOpen == false { hidden = row.depth + 1 }
            rows.append(Row(row: row, below: below, isOpen: isOpen))
        }
        self.rows = rows
    }

    private static func has(_ row: LabelBook.Row, _ sought: String) -> Bool {
        ([row.path, row.kept.id] + row.kept.formerNames.map(\.name)).contains { $0.lowercased().contains(sought) }
    }
}

/// What the page of labels was asked for, as it stands in the address.
struct LabelsAsked {
    let integration: String?
    /// What the labels have to be called.
    let text: String?
    /// Ids of labels whose sub-labels are shown.
    let open: Set<String>

    init(_ request: Request) {
        let query = AddressQuery(request)
        integration = query.text("integration")
        text = query.text("q")
        open = Set(query.texts("open").prefix(500))
    }

    func link(text: String?) -> Link { Link("/dlp/labels", [("integration", integration), ("q", text)]) }

    /// The page with a label open that is not, or the other way round.
    func link(toggling label: String) -> Link {
        Link(
            "/dlp/labels",
            [("integration", integration)] + open.symmetricDifference([label]).sorted().map { ("open", $0) })
    }
}
