import Flows
import Hummingbird
import Model
import Store

/// Which rows of a tree of labels are shown: those that a search finds with what they stand under, or else those under labels that are open.
struct LabelFolds {
    /// Up to so many labels nothing is folded.
    static let most = 40
    /// Up to so many rows all of them are shown.
    static let page = 100

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
        let hits = all.map { row in
            sought.map { Self.has([row.path, row.kept.id] + row.kept.formerNames.map(\.name), $0) } ?? true
        }
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

    /// Whether a text that is sought stands in what a label is called or was, or in its id.
    static func has(_ texts: [String], _ sought: String) -> Bool { texts.contains { $0.lowercased().contains(sought) } }
}

/// What the page of labels was asked for, as it stands in the address.
struct LabelsAsked {
    let integration: String?
    /// What the labels have to be called.
    let text: String?
    /// Ids of labels whose sub-labels are shown.
    let open: Set<String>
    /// Every row of long lists.
    let isWhole: Bool

    init(_ request: Request) {
        let query = AddressQuery(request)
        integration = query.text("integration")
        text = query.text("q")
        open = Set(query.texts("open").prefix(500))
        isWhole = query.text("rows") == "all"
    }

    /// The page with nothing sought.
    var unsought: Link { Link("/dlp/labels", [("integration", integration)]) }

    /// The page with every row.
    var whole: Link { link(open, isWhole: true) }

    /// The page with a label open that is not, or the other way round.
    func link(toggling label: String) -> Link {
        link(open.symmetricDifference([label]), isWhole: isWhole)
    }

    private func link(_ open: Set<String>, isWhole: Bool) -> Link {
        Link(
            "/dlp/labels",
            [("integration", integration), ("q", text)] + open.sorted().map { ("open", $0) }
                + [("rows", isWhole ? "all" : nil)])
    }
}
