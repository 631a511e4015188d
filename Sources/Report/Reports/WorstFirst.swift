import Model
import Posture

/// The block of a first scan that says what to mend first: two lines an instance, what it is and what to do.
struct WorstFirst {
    let instances: [Instance]
    let total: Int
    let style: Style
    let index: CheckIndex

    /// The second line starts under the name: behind the longest severity.
    private static let indent = 10

    var text: String {
        guard !instances.isEmpty else { return "" }
        let showing = "showing \(Numbers.grouped(instances.count)) of \(Numbers.grouped(total))"
        let head = "WORST FIRST"
        let blanks = max(2, style.width - head.count - showing.count)
        var text =
            style.paint(head, .heading) + String(repeating: " ", count: blanks) + style.paint(showing, .quiet) + "\n"
        let rows = instances.map(cells)
        let layout = layout(rows)
        for (instance, row) in zip(instances, rows) {
            text += layout.line(row, style: style) + "\n" + remedy(instance) + "\n"
        }
        return text
    }

    private func layout(_ rows: [[Table.Cell]]) -> Table.Layout {
        let columns: [Table.Column] = [
            .whole("critical"), Table.Column("", least: style.width / 5),
            Table.Column("", cut: .end, least: style.width * 3 / 8),
            Table.Column("", least: 10),
        ]
        return Table.Layout(columns: columns, widths: Table.widths(columns: columns, rows: rows, width: style.width))
    }

    private func cells(_ instance: Instance) -> [Table.Cell] {
        [
            Table.Cell(instance.severity), Table.Cell(instance.resource.name),
            Table.Cell(index.sentence(for: instance)),
            Table.Cell(Place.of(instance), .quiet),
        ]
    }

    private func remedy(_ instance: Instance) -> String {
        let command = "reeve finding show \(FindingID.short(instance, among: total))"
        let indent = String(repeating: " ", count: Self.indent)
        let room = style.width - Self.indent - command.count - 2
        guard let fix = index[instance.check]?.remedy else { return indent + style.paint(command, .link) }
        let shown = DisplayWidth.padded(DisplayWidth.cut(VisibleText.of("fix: \(fix)"), to: room, .end), to: room)
        return indent + shown + "  " + style.paint(command, .link)
    }
}

/// Where a person finds the resource of an instance.
enum Place {
    static func of(_ instance: Instance) -> String {
        if let location = instance.resource.location { return location }
        switch instance.resource.type {
        case .user: return "user"
        case .group: return "group"
        case .driveItem: return "file"
        case .application: return "app registration"
        case .servicePrincipal: return "enterprise app"
        case .domain: return "DNS"
        case .organization: return "tenant"
        }
    }
}
