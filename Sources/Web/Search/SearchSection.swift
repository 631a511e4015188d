import Model
import Report

/// Hits of one kind.
struct SearchSection {
    /// A way to more of them.
    struct More {
        var words: String
        var link: Link
    }

    let id: String
    let heading: String
    var rows: [SearchRow] = []
    var links: [More] = []
    /// What was not looked at; nil where everything was.
    var note: String?

    var values: [String: Any] {
        [
            "id": id, "heading": heading, "note": shown(note), "hasRows": !rows.isEmpty, "rows": rows.map(\.values),
            "links": links.map { ["words": $0.words, "link": "\($0.link)"] },
        ]
    }

    /// Its place on the page, for the line on top.
    var place: [String: Any] {
        ["id": id, "words": "\(heading) (\(rows.count)\(links.isEmpty ? "" : " or more"))"]
    }
}

/// One hit.
struct SearchRow {
    let name: String
    let second: String?
    let what: String
    let integration: String
    let link: Link
    var severity: Severity?

    var values: [String: Any] {
        [
            "name": name, "second": shown(second), "what": what, "integration": integration, "link": "\(link)",
            "severity": shown(severity.map { ["severity": SeverityView($0)] }),
        ]
    }
}
