import Model

extension Check {
    /// The pages of the catalogue in Markdown: one a check and an index, by their paths below `docs/checks`.
    public static func catalogue(of checks: [Check]) -> [(path: String, text: String)] {
        checks.map { (path: "\($0.id).md", text: $0.page) } + [(path: "index.md", text: index(of: checks))]
    }

    private static let notice =
        "<!-- Generated from Sources/Posture. Edit the check, then run: REEVE_WRITE_DOCS=1 swift test --filter CatalogueTests -->"

    private static func index(of checks: [Check]) -> String {
        var lines = [notice, "", "# The \(checks.count) checks"]
        for family in Family.allCases {
            let members = checks.filter { $0.family == family }
            guard !members.isEmpty else { continue }
            lines += ["", "## \(family.title)", "", "| check | id | severity |", "| --- | --- | --- |"]
            lines += members.map { "| [\($0.title)](\($0.id).md) | `\($0.id)` | \($0.severity.rawValue) |" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var page: String {
        var lines = [Self.notice, "", "# \(title)", "", "`\(id)` · \(severity.rawValue) · \(family.title)", "", why]
        lines +=
            ["", "## How to fix it", "", "In short: \(remedy).", ""]
            + fix.enumerated().map { "\($0.offset + 1). \($0.element)" }
        lines += ["", "## What it reads", "", "| what | with any one of |", "| --- | --- |"]
        lines += collectors.map { "| \($0.title) | \(Self.words(for: $0.permissions)) |" }
        lines += ["", "Where a line has none of its permissions, the answer is unknown."]
        lines += Self.section("Options", options.map { "`\($0.rawValue)`: \($0.meaning)" })
        lines += Self.section("References", references.map { "<\($0)>" })
        lines += Self.section("The same elsewhere", mappings)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func words(for permissions: [Permission]) -> String {
        permissions.isEmpty ? "no permission: public DNS" : permissions.map { "`\($0)`" }.joined(separator: ", ")
    }

    /// A bulleted section; nothing where there is nothing to list.
    private static func section(_ title: String, _ items: [String]) -> [String] {
        items.isEmpty ? [] : ["", "## \(title)", ""] + items.map { "- \($0)" }
    }
}
