extension Signal {
    /// The pages of the catalogue in Markdown: one a signal and an index, by their paths below `docs/signals`.
    public static func catalogue(of signals: [Signal]) -> [(path: String, text: String)] {
        signals.map { (path: "\($0.id).md", text: $0.page) } + [(path: "index.md", text: index(of: signals))]
    }

    private static let notice =
        "<!-- Generated from Sources/BEC/Signals. Edit the signal, then run: REEVE_WRITE_DOCS=1 swift test --filter CatalogueTests -->"

    private static func index(of signals: [Signal]) -> String {
        var lines = [notice, "", "# The \(signals.count) signals"]
        for (title, members) in [
            ("Speak for an impersonation", signals.filter { $0.weight > 0 }),
            ("Speak against it", signals.filter { $0.weight <= 0 }),
        ] where !members.isEmpty {
            lines += ["", "## \(title)", "", "| signal | id | weight at most |", "| --- | --- | ---: |"]
            lines += members.map { "| [\($0.title)](\($0.id).md) | `\($0.id)` | \($0.weight) |" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var page: String {
        let lines = [
            Self.notice, "", "# \(title)", "", "`\(id)` · weight at most \(weight)", "", why, "", "## What to do", "",
            remedy,
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}
