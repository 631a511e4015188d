import Foundation
import Model

/// Active instances as a table, with what to do next under it.
/// - Parameters:
///   - total: how many there are, where `instances` is only a part of them.
///   - unscanned: the names of integrations in question of which no scan has ended: of them nothing is known.
public func findingList(
    _ instances: [Instance], total: Int? = nil, unscanned: [String] = [], style: Style, asOf now: Date,
    index: CheckIndex = .standard
) -> String {
    let total = max(total ?? 0, instances.count)
    guard let first = instances.first else {
        guard let unknown = unscanned.first else { return "No finding matches.\nNext: reeve finding list\n" }
        return "\(unscannedWords(unscanned))\nNext: reeve scan \(VisibleText.of(unknown))\n"
    }
    // The same tenant may be connected twice: its findings then have the same ids.
    let isSeveral = Set(instances.map(\.integration)).count > 1
    let columns: [Table.Column] =
        [.whole("SEVERITY"), .whole("ID")] + (isSeveral ? [Table.Column("INTEGRATION", least: 8)] : []) + [
            Table.Column("RESOURCE", least: style.width / 5),
            Table.Column("FINDING", cut: .end, least: style.width * 3 / 8), Table.Column("WHERE", least: 10),
            .whole("SINCE"),
        ]
    let rows = instances.map { instance -> [Table.Cell] in
        [Table.Cell(instance.severity), Table.Cell(FindingID.short(instance, among: total), .link)]
            + (isSeveral ? [Table.Cell(instance.integration)] : []) + [
                Table.Cell(instance.resource.name), Table.Cell(index.sentence(for: instance)),
                Table.Cell(Place.of(instance), .quiet), Table.Cell(since(instance, now)),
            ]
    }
    let count = instances.count < total ? "\(Numbers.grouped(instances.count)) of " : ""
    return Table.render(columns: columns, rows: rows, width: style.width, style: style)
        + "\n\(count)\(Numbers.counted(total, "finding")).\n"
        + (unscanned.isEmpty ? "" : unscannedWords(unscanned) + "\n")
        + "Next: reeve finding show \(FindingID.short(first, among: total))\n"
}

private func unscannedWords(_ names: [String]) -> String {
    let shown = names.prefix(3).map { VisibleText.of($0) }.joined(separator: ", ")
    let more = names.count > 3 ? " and \(Numbers.grouped(names.count - 3)) more" : ""
    return "Not known: no scan of \(shown)\(more) has ended yet."
}

private func since(_ instance: Instance, _ now: Date) -> String {
    let day = Moments.day(instance.firstSeen, asOf: now)
    switch instance.status {
    case .active: return day
    case .hidden: return "\(day), hidden"
    case .resolved: return "\(day), resolved"
    }
}

/// The table of a stream of instances: the widths are fixed beforehand, as nobody knows what is still to come.
struct TableDocument: InstanceDocument {
    private let index: CheckIndex
    private let style: Style
    private let layout: Table.Layout
    private var count = 0

    init(index: CheckIndex, style: Style) {
        self.index = index
        self.style = style
        let columns: [Table.Column] = [
            .whole("SEVERITY"), .whole("ID"), Table.Column("RESOURCE"), Table.Column("FINDING", cut: .end),
            Table.Column("WHERE"),
            .whole("SINCE"),
        ]
        let room = max(20, style.width - 8 - 8 - 11 - 5 * Table.Layout.gap)
        let (name, place) = (room * 3 / 10, room * 2 / 10)
        layout = Table.Layout(columns: columns, widths: [8, 8, name, room - name - place, place, 11])
    }

    func begin(_ summaries: [ScanSummary]) -> String {
        layout.line(layout.columns.map { Table.Cell($0.title, .heading) }, style: style) + "\n"
    }

    mutating func write(_ instance: Instance) -> String {
        count += 1
        let cells = [
            Table.Cell(instance.severity), Table.Cell(String(instance.fingerprint.prefix(8)), .link),
            Table.Cell(instance.resource.name), Table.Cell(index.sentence(for: instance)),
            Table.Cell(Place.of(instance), .quiet),
            Table.Cell(Moments.day(instance.firstSeen)),
        ]
        return layout.line(cells, style: style) + "\n"
    }

    func end() -> String { "\n\(Numbers.counted(count, "finding")).\n" }
}
