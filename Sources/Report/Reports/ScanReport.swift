import Foundation
import Model

/// What a person sees when a scan is over: after the first scan everything, after the next ones what is different.
/// - Parameters:
///   - worst: the worst active instances, worst first; shown after a first scan.
///   - next: what to do next, commands; nil proposes some. The last line of the report says it.
public func scanReport(
    _ summary: ScanSummary, worst: [Instance], style: Style, index: CheckIndex = .standard, next: [String]? = nil
) -> String {
    let report = ScanReport(summary: summary, worst: worst, style: style, index: index)
    return report.text(next: next ?? report.proposals)
}

struct ScanReport {
    let summary: ScanSummary
    let worst: [Instance]
    let style: Style
    let index: CheckIndex

    func text(next: [String]) -> String {
        let blocks =
            summary.isFirst
            ? [
                head, bars, WorstFirst(instances: worst, total: summary.activeCount, style: style, index: index).text,
                coverage(.all),
            ]
            : [head + changes, coverage(.gapsOnly)]
        return (blocks + [closing(next)]).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// `Contoso · sample tenant · 2026-11-21 10:14 UTC · first scan · 1.8 s · 412 requests`.
    var head: String {
        let requests = Numbers.counted(summary.requests, "request")
        let compared = summary.firstRequests.map { "\(requests) (first scan: \(Numbers.grouped($0)))" } ?? requests
        let name = VisibleText.of(summary.tenantName.isEmpty ? summary.integration : summary.tenantName)
        let rest = [
            summary.remark.map(VisibleText.of), Moments.minute(summary.startedAt), summary.isFirst ? "first scan" : nil,
            Numbers.span(summary.seconds), summary.isFirst ? requests : compared,
        ].compactMap { $0 }
        return ([style.paint(name, .heading)] + rest).joined(separator: " · ") + "\n"
    }

    /// The active instances of each severity, with a bar on a terminal; empty where there are none.
    private var bars: String {
        guard summary.activeCount > 0 else { return "" }
        let counts = Severity.allCases.map { ($0, summary.activeBySeverity[$0, default: 0]) }
        let most = counts.map(\.1).max() ?? 0
        let digits = counts.map { Numbers.grouped($0.1).count }.max() ?? 1
        let room = style.width - 16 - digits
        return counts.map { severity, count in
            let word = style.paint(severity.rawValue, .severity(severity))
            let gap = String(repeating: " ", count: 10 - severity.rawValue.count)
            let number = DisplayWidth.padded(Numbers.grouped(count), to: max(2, digits), alignment: .right)
            let cells = most <= room ? count : max(count > 0 ? 1 : 0, Int(Double(count) / Double(most) * Double(room)))
            let bar =
                style.drawsBars && cells > 0
                ? "   " + style.paint(String(repeating: "█", count: cells), .severity(severity)) : ""
            return "  \(word)\(gap)\(number)\(bar)\n"
        }.joined()
    }

    /// `new`, `resolved`, `unchanged`, with what is new in words.
    private var changes: String {
        let counts = [summary.openedCount, summary.resolvedCount, summary.unchangedCount].map(Numbers.grouped)
        let digits = counts.map(\.count).max() ?? 1
        func count(_ text: String) -> String { DisplayWidth.padded(text, to: digits, alignment: .right) }
        let opened = summary.opened.prefix(10).map(sentence)
        var lines = ["new       \(count(counts[0]))\(opened.first.map { "   " + $0 } ?? "")"]
        let indent = String(repeating: " ", count: 13 + digits)
        lines += opened.dropFirst().map { indent + $0 }
        let more = summary.openedCount - opened.count
        if more > 0 { lines.append(indent + style.paint("and \(Numbers.grouped(more)) more", .quiet)) }
        lines += ["resolved  \(count(counts[1]))", "unchanged \(count(counts[2]))"]
        return lines.joined(separator: "\n") + "\n"
    }

    private func sentence(_ instance: Instance) -> String {
        let word = instance.severity.rawValue
        let text = VisibleText.of("\(instance.resource.name): \(index.sentence(for: instance))")
        let gap = String(repeating: " ", count: 10 - word.count)
        return style.paint(word, .severity(instance.severity)) + gap
            + DisplayWidth.cut(text, to: style.width - 24, .end)
    }

    private func coverage(_ scope: CoverageScope) -> String {
        let table = coverageTable(summary.coverage, scope: scope, style: style, index: index)
        return table + summary.notes.map { VisibleText.of($0) + "\n" }.joined()
    }

    private func closing(_ next: [String]) -> String {
        "\(verdict)\n" + (next.isEmpty ? "" : "Next: \(next.joined(separator: " · "))\n")
    }

    /// What was found and what is not known, in words.
    private var verdict: String {
        let count = summary.activeCount
        let missing = summary.notReadCount
        let found = count == 0 ? "Nothing was found in what was read." : "\(Numbers.counted(count, "finding"))."
        switch missing {
        case 0:
            guard !summary.coverage.isEmpty else { return found }
            return "\(found) Everything that was asked for was read."
        case 1: return "\(found) 1 part was not read: this is not \"fine\", it is unknown."
        default:
            return "\(found) \(Numbers.grouped(missing)) parts were not read: these are not \"fine\", they are unknown."
        }
    }

    var proposals: [String] {
        let name = VisibleText.of(summary.integration)
        guard let worst = summary.worst else {
            return [summary.notReadCount > 0 ? "reeve doctor \(name)" : "reeve scan \(name)"]
        }
        let shown = summary.isFirst ? self.worst.first : summary.opened.first
        let show = shown.map { "reeve finding show \(FindingID.short($0, among: summary.activeCount))" }
        return ["reeve finding list --severity \(worst.rawValue)"] + [show].compactMap { $0 }
    }
}
