import Model

/// Writes scanned documents one by one in a format: `head`, the texts with `separator` between, `tail`.
public struct ContentWriter: Sendable {
    private let format: Format
    private let style: Style
    private let labels: [String: String]

    /// - Parameters:
    ///   - format: one of those of lists.
    ///   - labels: what sensitivity labels are called, by the ids of their entries; a table tells them so.
    public init(format: Format, style: Style = .plain, labels: [String: String] = [:]) {
        self.format = format
        self.style = style
        self.labels = labels
    }

    public var head: String {
        switch format {
        case .json: "["
        case .csv: CSV.record(Self.columns)
        default: ""
        }
    }

    public var separator: String { format == .json ? ",\n " : "" }

    public func text(_ document: ScannedDocument) -> String {
        switch format {
        case .json: objects(document).map(\.compact).joined(separator: ",\n ")
        case .csv: document.findings.map { CSV.record(Self.fields($0, of: document)) }.joined()
        case .table: block(document)
        default: objects(document).map { $0.compact + "\n" }.joined()
        }
    }

    /// What the format has no place for: that a document was not read whole, and how many matches are not listed.
    public func notes(on document: ScannedDocument) -> [String] {
        guard format == .csv else { return [] }
        let name = VisibleText.of(document.name)
        var notes: [String] = []
        if document.status != .ok {
            notes.append(
                ([name, document.status.rawValue] + [document.detail.map { VisibleText.of($0) }].compactMap(\.self))
                    .joined(separator: ": "))
        }
        guard !document.unlisted.isEmpty else { return notes }
        let counts = Self.unlisted(document).map { "\(VisibleText.of($0)): \(Numbers.grouped($1)) more" }
        return notes + ["\(name): \(counts.joined(separator: ", ")), counted and not listed"]
    }

    /// - Parameters:
    ///   - matches: in all documents.
    ///   - incomplete: documents that were not read whole.
    public func tail(documents: Int, matches: Int, incomplete: Int) -> String {
        switch format {
        case .table:
            "\(Numbers.counted(documents, "document")): \(Numbers.counted(matches, "match", plural: "matches"))"
                + (incomplete == 0 ? ".\n" : "; \(Numbers.grouped(incomplete)) not read whole.\n")
        default: end
        }
    }

    /// What the format ends with, whatever was written before.
    public var end: String { format == .json ? "]\n" : "" }

    private static let columns = [
        "doc", "detector", "entry", "profile", "start", "end", "confidence", "part", "place", "match", "value",
        "likeness",
    ]

    private static func fields(_ finding: ScannedDocument.Finding, of document: ScannedDocument) -> [String] {
        let match = finding.match
        return [
            document.name, match.detector, match.entry, finding.profile ?? "", "\(match.range.lowerBound)",
            "\(match.range.upperBound)", match.confidence.rawValue, finding.part ?? "", finding.place ?? "",
            finding.masked, finding.value ?? "", finding.likeness.map(String.init) ?? "",
        ]
    }

    /// A line a match, then the document's own.
    private func objects(_ document: ScannedDocument) -> [OrderedJSON] {
        document.findings.map { object($0, of: document) } + [status(document)]
    }

    private func object(_ finding: ScannedDocument.Finding, of document: ScannedDocument) -> OrderedJSON {
        let match = finding.match
        var pairs: [(String, OrderedJSON)] = [
            ("doc", .text(document.name)), ("detector", .text(match.detector)), ("entry", .text(match.entry)),
            ("profile", .optional(finding.profile)), ("start", .number(match.range.lowerBound)),
            ("end", .number(match.range.upperBound)), ("confidence", .text(match.confidence.rawValue)),
        ]
        if let likeness = finding.likeness { pairs.append(("likeness", .number(likeness))) }
        if let part = finding.part { pairs.append(("part", .text(part))) }
        if let place = finding.place { pairs.append(("place", .text(place))) }
        if match.isSample { pairs.append(("sample", .flag(true))) }
        pairs.append(("match", .text(finding.masked)))
        if let value = finding.value { pairs.append(("value", .text(value))) }
        return .object(pairs)
    }

    private func status(_ document: ScannedDocument) -> OrderedJSON {
        var pairs: [(String, OrderedJSON)] = [
            ("doc", .text(document.name)), ("status", .text(document.status.rawValue)),
        ]
        if let detail = document.detail { pairs.append(("detail", .text(detail))) }
        let labels = document.labels.map { label in
            OrderedJSON.object([("label_id", .text(label.labelID)), ("site_id", .text(label.siteID))])
        }
        pairs.append(("labels", .list(labels)))
        let unlisted = Self.unlisted(document).map { ($0, OrderedJSON.number($1)) }
        return .object(unlisted.isEmpty ? pairs : pairs + [("unlisted", .object(unlisted))])
    }

    /// In order of their ids.
    private static func unlisted(_ document: ScannedDocument) -> [(String, Int)] {
        document.unlisted.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func block(_ document: ScannedDocument) -> String {
        var lines = ["\(VisibleText.of(document.name))  \(document.status.rawValue)"]
        if let detail = document.detail { lines[0] += ": \(VisibleText.of(detail))" }
        for label in document.labels { lines.append("  label \(VisibleText.of(label.labelID))") }
        for finding in document.findings {
            let match = finding.match
            let place = [finding.part, finding.place].compactMap(\.self).joined(separator: " ")
            let shown = finding.value ?? finding.masked
            // A label is on the document, in no place of its text.
            let isLabel = match.range.isEmpty && match.entry.hasPrefix("label-")
            let words = [
                match.confidence.rawValue, isLabel ? labels[match.entry] ?? match.entry : match.entry,
                finding.likeness.map { "\($0)% of a document" } ?? "", shown,
                isLabel ? "" : "\(match.range.lowerBound)–\(match.range.upperBound)", place,
            ]
            lines.append("  " + words.filter { !$0.isEmpty }.map { VisibleText.of($0) }.joined(separator: "  "))
        }
        for (detector, count) in Self.unlisted(document) {
            lines.append("  \(VisibleText.of(detector)): \(Numbers.grouped(count)) more, counted and not listed")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
