import Model
import Posture

/// The catalogue as a table, family by family: titles are known by their words and stay whole.
public func checkList(_ checks: [Check], style: Style) -> String {
    guard let first = checks.first else { return "No check matches.\nNext: reeve check list\n" }
    let columns: [Table.Column] = [.whole("SEVERITY"), .whole("CHECK"), Table.Column("TITLE", cut: .end, least: 20)]
    func row(_ check: Check) -> [Table.Cell] {
        [Table.Cell(check.severity), Table.Cell(check.id), Table.Cell(check.title)]
    }
    let widths = Table.widths(columns: columns, rows: checks.map(row), width: style.width)
    let layout = Table.Layout(columns: columns, widths: widths)
    var text = layout.line(columns.map { Table.Cell($0.title, .heading) }, style: style) + "\n"
    for family in Check.Family.allCases {
        let members = checks.filter { $0.family == family }
        guard !members.isEmpty else { continue }
        text += "\n" + style.paint(family.title, .heading) + "\n"
        for check in members { text += layout.line(row(check), style: style) + "\n" }
    }
    return text + "\n\(Numbers.counted(checks.count, "check")).\nNext: reeve check show \(first.id)\n"
}

/// The guide of one check: why, remedy, what it needs, where it is documented.
public func checkDetail(_ check: Check, style: Style) -> String {
    let room = max(20, style.width - Section.indent)
    let severity = style.paint(check.severity.rawValue, .severity(check.severity))
    let steps = check.fix.enumerated().flatMap { place, step -> [String] in
        let number = "\(place + 1). "
        return DisplayWidth.lines(of: step, width: room - number.count).enumerated()
            .map { ($0 == 0 ? number : String(repeating: " ", count: number.count)) + $1 }
    }
    let needs = check.permissions.isEmpty ? ["no permission"] : check.permissions.map(\.rawValue)
    let reads = check.collectors.map(\.title).joined(separator: ", ")
    let sections: [(String, [String])] = [
        ("WHY", DisplayWidth.lines(of: check.why, width: room)), ("FIX", steps),
        (
            "NEEDS",
            DisplayWidth.lines(
                of: needs.joined(separator: ", ") + (reads.isEmpty ? "" : " (reads \(reads))"), width: room)
        ),
        ("ALSO", check.mappings), ("READ", check.references.map { style.paint($0, .link) }),
    ]
    return "\(check.id) · \(severity) · \(check.family.title)\n\(style.paint(check.title, .heading))\n\n"
        + sections.filter { !$0.1.isEmpty }.map { Section(label: $0, lines: $1).text(style) }.joined()
}
