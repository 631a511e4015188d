import BEC
import Flows
import Foundation
import Hummingbird
import Model
import Posture
import Report
import Store

extension WebServer {
    /// `GET /`: what is wrong, how sure that is, since when, and what to do first.
    func overviewPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let integrations = try store.integrations()
        guard !integrations.isEmpty else { return try firstSteps(request, context) }
        let book = try await book(of: scope(request, amongAll: integrations)?.id)
        let page = try store.atOneMoment { try overview(book, integrations, request, context) }
        return try show(page, request, context)
    }

    private func overview(
        _ book: FindingBook, _ integrations: [Integration], _ request: Request, _ context: WebContext
    ) throws -> Page {
        let visitor = try context.somebody
        let integration = try scope(request, amongAll: integrations)
        let given = AddressQuery(request)
        let count = try given.one("d", of: ChartSpan.self) ?? .month
        let overview = try Overview(book, of: integration?.id, days: count.days)
        let sight = OverviewSight(overview: overview, scope: integration?.name, visitor: visitor)
        var view = sight.head
        view.merge(try figures(sight)) { _, new in new }
        view.merge(sight.chart(span: count, withLow: given.text("low") != nil, asTable: given.text("as") == "table")) {
            _, new in new
        }
        view["worst"] = try worst(sight)
        view["isScanned"] = overview.isScanned
        view["hasWorst"] = !overview.worst.isEmpty
        view.merge(sight.aside) { _, new in new }
        view["mail"] = try mailFigures()
        view["directories"] =
            try overview.integrations.prefix(OverviewSight.integrationsShown).map {
                try directoryFigures($0.integration)
            } + (sight.scope == nil ? [typedInFigures()].compactMap(\.self) : [])
        view["moreDirectories"] = shown(sight.more("directory", plural: "directories"))
        return Page(section: .overview, title: "Overview", template: .overview, view: view)
    }

    /// The strip of numbers: each leads to the list that it counts.
    private func figures(_ sight: OverviewSight) throws -> [String: Any] {
        let overview = sight.overview
        let known = overview.days.map(\.active)
        let figures: [[String: Any]] = Severity.allCases.map { severity in
            var notes: [String] = []
            if let fresh = overview.sinceYesterday?[severity], fresh > 0 {
                notes.append("+\(Numbers.grouped(fresh)) since yesterday")
            }
            if let oldest = overview.oldest[severity] {
                let days = Int(overview.now.timeIntervalSince(oldest) / 86_400)
                notes.append(days > 0 ? "oldest \(Numbers.counted(days, "day"))" : "oldest from today")
            }
            return [
                "severity": SeverityView(severity),
                "count": overview.isScanned ? Numbers.grouped(overview.totals[severity] ?? 0) : "–",
                "link": "\(sight.instances([("severity", severity.rawValue)]))",
                "spark": Spark(known.map { $0?[severity] }, width: 72, height: 18).svg,
                "note": !overview.isScanned
                    ? "not known yet"
                    : !notes.isEmpty
                        ? notes.joined(separator: " · ") : overview.sinceYesterday == nil ? "none found" : "none new",
            ]
        }
        let (unanswered, checks) = (overview.unanswered.count, overview.checks)
        return [
            "figures": figures, "unanswered": checks == 0 ? "–" : Numbers.grouped(unanswered),
            "unansweredLink": "\(Link("/findings", ["integration": sight.scope, "tab": "unanswered"]))",
            "unansweredNote": checks == 0
                ? "nothing was scanned yet"
                : "of \(Numbers.counted(checks, "check")) \(unanswered == 1 ? "has" : "have") no answer"
                    + (overview.unasked == 0 ? "" : "; \(overview.unasked) more not asked, without a DLP profile"),
        ]
    }

    /// The worst findings, what is new in them first.
    private func worst(_ sight: OverviewSight) throws -> [[String: Any]] {
        try sight.overview.worst.map { entry in
            var filter = InstanceFilter()
            filter.findings = [entry.finding.key]
            let first = try store.instances(filter, limit: 2).map { VisibleText.of($0.resource.name) }
            let more = entry.finding.active - first.count
            let names = first.joined(separator: ", ") + (more > 0 ? " and \(Numbers.grouped(more)) more" : "")
            var row: [String: Any] = [
                "severity": SeverityView(entry.finding.severity), "title": entry.title,
                "link": "\(FindingLink.page(entry.finding))", "integration": entry.finding.integration,
                "names": names, "instances": Numbers.grouped(entry.finding.active), "state": entry.sureness.view,
            ]
            if entry.fresh > 0 { row["fresh"] = "+\(Numbers.grouped(entry.fresh))" }
            row["since"] = entry.since.map { TimeView($0, asOf: sight.overview.now, in: sight.visitor.zone) }
            return row
        }
    }
}

/// How far back the chart goes.
enum ChartSpan: String, CaseIterable {
    case week = "7"
    case month = "30"
    case quarter = "90"
    var days: Int { Int(rawValue) ?? 30 }
}
