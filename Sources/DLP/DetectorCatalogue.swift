extension Detector {
    /// The pages of the catalogue in Markdown: one a family and an index, by their paths below `docs/detectors`.
    public static func catalogue(of detectors: [Detector]) -> [(path: String, text: String)] {
        let families = Family.allCases.filter { family in detectors.contains { $0.family == family } }
        return families.map { family in
            (path: "\(family.rawValue).md", text: page(family, detectors.filter { $0.family == family }))
        } + [(path: "index.md", text: index(families, detectors))]
    }

    private static let notice =
        "<!-- Generated from Sources/DLP/Detectors. Edit the detector, then run: REEVE_WRITE_DOCS=1 swift test --filter CatalogueTests -->"

    private static func index(_ families: [Family], _ detectors: [Detector]) -> String {
        var lines = [notice, "", "# The \(detectors.count) detectors", "", "| family | detectors |", "| --- | ---: |"]
        lines += families.map { family in
            "| [\(family.rawValue)](\(family.rawValue).md) | \(detectors.count { $0.family == family }) |"
        }
        lines += ["", "## Not found by any of them", ""] + absent.map { "- \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What somebody may look for here in vain.
    private static let absent = [
        "Full names of persons: words alone do not tell a name from a street or a company. Exact data does, for the persons one has.",
        "Mailing addresses outside the United States.",
        "Driver's licences outside the United States; those of its states are told by shape and a word beside them.",
        "Health card numbers of Canadian provinces other than Ontario, British Columbia and Quebec.",
        "Diagnoses of one word, and descriptions below the categories of ICD-10-CM.",
        "Source code within a document: a file counts as a whole, by its first 16 KiB.",
        "Values within pictures, unless their text was recognised first.",
    ]

    private static func page(_ family: Family, _ detectors: [Detector]) -> String {
        var lines = [notice, "", "# Detectors: \(family.rawValue)"]
        for detector in detectors { lines += ["", "## \(detector.title)", ""] + detector.facts }
        return lines.joined(separator: "\n") + "\n"
    }

    private var facts: [String] {
        var lines = ["`\(id)` · check: \(check)", "", Self.sentence(need)]
        if !kinds.isEmpty {
            lines += ["", "Entries of its own: " + kinds.map { "`\($0.id)`" }.joined(separator: ", ") + "."]
        }
        if !words.isEmpty {
            lines += [
                "",
                "Words: "
                    + words.map { $0.hasSuffix("!") || $0.hasSuffix("~") ? String($0.dropLast()) : $0 }.joined(
                        separator: ", ") + ".",
            ]
        }
        return lines
    }

    private static func sentence(_ need: Need) -> String {
        switch need {
        case .nothing: "Found by itself with medium confidence, with a word beside it with high confidence."
        case .word:
            "Found where a word names it within \(Surroundings.before) characters, or the column or field bears its name."
        case .wordWithin(let most):
            "Found where a word names it at most \(most) characters before, or the column or field bears its name."
        }
    }
}
