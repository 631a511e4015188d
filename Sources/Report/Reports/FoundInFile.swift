import Model

/// What was found in a file, as a table: the profile, the entry, how often and how surely, and below them samples with their places.
struct FoundInFile {
    private let records: [Evidence]

    /// Nil for an instance that is not about the content of a file.
    init?(_ evidence: Evidence) {
        guard case .records(let records)? = evidence["matches"], !records.isEmpty else { return nil }
        self.records = records
    }

    /// What the table does not say. That a file was read whole needs no words.
    static func rest(of evidence: Evidence) -> Evidence {
        guard FoundInFile(evidence) != nil else { return evidence }
        var rest = evidence
        for key in ["matches", "entries", "profiles", "confidence"] { rest[key] = nil }
        if rest["statusDetail"] == Evidence.Value.none { rest["statusDetail"] = nil }
        return rest
    }

    func lines(_ width: Int, _ style: Style) -> [String] {
        let columns: [Table.Column] = [
            .init("ENTRY"), .whole("COUNT", .right), .whole("CONFIDENCE"), .init("PROFILE"),
        ]
        let rows = records.map { record -> [Table.Cell] in
            [
                .init(Self.title(record)), .init(Numbers.grouped(Self.count(record))),
                .init(Self.confidence(record)), .init(Self.text(record["profile"])),
            ]
        }
        let layout = Table.Layout(
            columns: columns, widths: Table.widths(columns: columns, rows: rows, width: width))
        var lines = [layout.line(columns.map { Table.Cell($0.title, .heading) }, style: style)]
        for (record, row) in zip(records, rows) {
            lines.append(layout.line(row, style: style))
            lines += Self.samples(record).map { "  " + DisplayWidth.cut($0, to: width - 2) }
        }
        return lines
    }

    private static func title(_ record: Evidence) -> String {
        let title = text(record["title"])
        return title.isEmpty ? text(record["entry"]) : title
    }

    /// "high, 80% of a document".
    private static func confidence(_ record: Evidence) -> String {
        let sure = text(record["confidence"])
        guard case .number(let percent)? = record["likeness"] else { return sure }
        return "\(sure), \(Int(percent))% of a document"
    }

    private static func count(_ record: Evidence) -> Int {
        if case .number(let number)? = record["count"] { Int(number) } else { 0 }
    }

    /// A masked value with its place a line, and how many more there are.
    private static func samples(_ record: Evidence) -> [String] {
        let (samples, places) = (list(record["samples"]), list(record["places"]))
        let told = samples.enumerated().map { number, sample in
            [sample, number < places.count ? places[number] : ""].filter { !$0.isEmpty }.map { VisibleText.of($0) }
                .joined(separator: "  ")
        }
        let left = count(record) - samples.count
        return told.filter { !$0.isEmpty } + (left > 0 && !samples.isEmpty ? ["and \(Numbers.grouped(left)) more"] : [])
    }

    private static func text(_ value: Evidence.Value?) -> String {
        if case .text(let text)? = value { text } else { "" }
    }

    private static func list(_ value: Evidence.Value?) -> [String] {
        if case .list(let list)? = value { list } else { [] }
    }
}
