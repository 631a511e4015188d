import Flows
import Foundation
import Model
import Mustache
import Posture
import Report
import Store

/// One row of the list of findings.
struct FindingRowView: MustacheParent {
    let entry: FindingEntry
    let spark: String
    let now: Date
    let zone: TimeZone
    let isSelected: Bool

    func child(named name: String) -> Any? { name == "cells" ? cells : nil }

    private var cells: Markup {
        let finding = entry.finding
        let checked: Markup? = isSelected ? " checked" : nil
        let isUnknown = finding.active == 0 && entry.sureness.hasNoAnswer
        let count: Markup =
            isUnknown ? "<span class=\"muted\">unknown</span>" : "<b>\(Numbers.grouped(finding.active))</b>"
        let fresh: Markup =
            entry.fresh > 0
            ? "<span class=\"new\">\("+" + Numbers.grouped(entry.fresh))</span>" : "<span class=\"muted\">0</span>"
        let since: Markup? = entry.since.map { TimeView($0, asOf: now, in: zone).markup }
        return """
            <tr\(isSelected ? " class=\"sel\"" as Markup : nil)><td class="ck"><input type="checkbox" name="f" value="\(finding.key.text)" aria-label="Select \(entry.title), \(finding.integration)"\(checked)></td><td class="first">\(SeverityView(finding.severity).markup)</td><td class="main"><a class="t" href="\(FindingLink.page(finding))">\(entry.title)</a><span class="sub">\(entry.check?.family.title ?? "Former check") · <span class="mono">\(finding.check)</span>\(notes)</span></td><td class="nowrap"><bdi>\(finding.integration)</bdi></td><td class="num" data-label="Instances">\(count)</td><td class="num" data-label="New">\(fresh)</td><td class="off">\(drawing: spark)</td><td class="nowrap" data-label="Since">\(since)</td><td class="nowrap">\(entry.sureness.view.markup)</td></tr>
            """
    }

    /// ` · 2 hidden · owner R. Haas · Medium by decision`.
    private var notes: String {
        let finding = entry.finding
        var notes: [String] = []
        if finding.hidden > 0 { notes.append("\(Numbers.grouped(finding.hidden)) hidden") }
        if let owner = finding.owner { notes.append("owner \(owner)") }
        if finding.severity != finding.defaultSeverity {
            notes.append("by default \(finding.defaultSeverity.rawValue)")
        }
        if let acceptance = finding.acceptance {
            notes.append("ignored \(DecisionWords.end(acceptance.expires, asOf: now)): \(acceptance.reason)")
        }
        return notes.map { " · " + $0 }.joined()
    }
}

extension Finding.Key {
    /// As forms and addresses hold it: `3:file-public-write`.
    var text: String { "\(integration):\(check)" }

    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let integration = Int(parts[0]) else { return nil }
        self.init(integration: integration, check: String(parts[1]))
    }
}

/// Where findings and instances are shown.
enum FindingLink {
    static func page(_ finding: Finding, _ more: [(String, String?)] = []) -> Link {
        page(finding.check, of: finding.integration, more)
    }

    static func page(_ check: String, of integration: String, _ more: [(String, String?)] = []) -> Link {
        Link("/findings/\(Link.part(check))", [("integration", integration)] + more)
    }

    static func page(_ instance: Instance) -> Link {
        Link("/instances/\(instance.fingerprint)", ["integration": instance.integration])
    }
}
