import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import NIOCore
import Posture
import Report
import Store

extension WebServer {
    /// `GET /coverage`: the balance of a scan, collector by collector.
    func coveragePage(_ request: Request, _ context: WebContext) async throws -> Response {
        let integrations = try store.integrations()
        let scope = try scope(request, amongAll: integrations) ?? (integrations.count == 1 ? integrations.first : nil)
        let asked = try PageRequest<Turn<ListPlace>>(request, standard: Self.sheets)
        let slice = (scope.map { [$0] } ?? integrations).page(asked.seek(), limit: asked.limit, id: \.name)
        let shown = slice.elements.map(\.element)
        let visitor = try context.somebody
        let run = try AddressQuery(request).text("scan").map { text in
            guard let number = Int(text), number > 0, scope != nil else { throw AddressQuery.unknown("scan", text) }
            return number
        }
        let sections = try shown.map { try coverage(of: $0, run: run, visitor) }
        var view: [String: Any] = [
            "sections": sections, "isEmpty": shown.isEmpty,
            "empty": "No tenant is connected yet, so nothing was looked at.",
            "pages": scope == nil ? Self.pages(slice, of: integrations.count, "/coverage") : false,
            "blind": try blindSpots(of: shown).map { ["title": $0.title, "why": $0.why] },
        ]
        view["hasSections"] = !sections.isEmpty
        view["isSeveral"] = sections.count > 1
        let crumbs: [Page.Crumb] = [.init("CASB"), .init("Coverage")] + (scope.map { [.init($0.name)] } ?? [])
        return try show(
            Page(section: .coverage, title: "Coverage", crumbs: crumbs, template: .coverage, view: view), request,
            context)
    }

    /// SharePoint sites outside groups are one only where they were not listed.
    private func blindSpots(of shown: [Integration]) throws -> [BlindSpot] {
        let areSitesListed = try shown.allSatisfy { integration in
            try store.readings(.sites, from: "", to: "", of: integration.id)[""]?.state.isComplete == true
        }
        return areSitesListed && !shown.isEmpty ? BlindSpot.all : BlindSpot.all + [BlindSpot.sites]
    }

    /// Integrations on a page, each with its whole balance.
    private static let sheets = 10

    private func coverage(of integration: Integration, run: Int?, _ visitor: Visitor) throws -> [String: Any] {
        let balance = try store.balance(of: integration.id, run: run)
        let runs = try store.balancedRuns(of: integration.id)
        if let run, !runs.contains(run) { throw Problem(.notFound, "The balance of scan \(run) is not kept.") }
        let sheet = BalanceSheet(balance, isLimited: integration.isLimited)
        let known = Dictionary(
            try store.runs(integration.id, limit: 50).map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        let number = run ?? runs.first
        func name(_ run: Int) -> String {
            let end = known[run]?.finishedAt.map { ", " + TimeView($0, asOf: now(), in: visitor.zone).words } ?? ""
            return "Scan \(Numbers.grouped(run))\(end)"
        }
        let doubts = run == nil || run == runs.first ? try store.doubtCounts(of: integration.id) : []
        return [
            "id": integration.id, "name": integration.name, "isScanned": !balance.isEmpty,
            "lead": sheet.lead(scan: number.map(name) ?? ""), "leadMore": sheet.more(CheckIndex.standard, doubts),
            "rows": sheet.rows.map { $0.values(CheckIndex.standard) }, "sum": sheet.sum.values(CheckIndex.standard),
            "runs": runs.map {
                ["number": $0, "title": name($0), "isChosen": $0 == number] as [String: Any]
            },
            "files": shown(
                balance.contains { $0.collector == .fileContents && $0.state != .ok && $0.standing != nil }
                    ? "\(Link("/coverage/files/export", ["integration": integration.name]))" : nil),
            "csv": "\(Link("/coverage/export", ["integration": integration.name, "scan": run.map(String.init)]))",
            "doubts": doubts.prefix(20).map { doubt in
                [
                    "title": CheckIndex.standard.title(of: doubt.check), "reason": doubt.reason,
                    "count": Numbers.grouped(doubt.entities),
                    "link": "\(FindingLink.page(doubt.check, of: integration.name))",
                ]
            },
            "hasDoubts": !doubts.isEmpty, "strip": try strip(integration.id),
        ]
    }

    /// How much was read on each of the last thirty days.
    private func strip(_ integration: Int) throws -> [[String: Any]] {
        let today = dayNumber(now())
        let days = Dictionary(
            try store.days(from: today - 29, of: integration).map { ($0.day, $0) },
            uniquingKeysWith: { _, last in last })
        return (today - 29...today).reversed().map { day in
            let title = Moments.day(Date(timeIntervalSince1970: Double(day) * 86_400), asOf: now())
            guard let count = days[day] else {
                return [
                    "day": title, "share": "no scan",
                    "bar": CoverageBar(read: 0, notApplicable: 0, unread: 1, width: #" width="96" height="8""#).svg,
                ]
            }
            let sum = count.complete + count.unread
            return [
                "day": title,
                "share": sum == 0 ? "nothing seen" : OverviewSight.percent(Double(count.complete) / Double(sum)),
                "bar": CoverageBar(
                    read: count.complete, notApplicable: 0, unread: count.unread, width: #" width="96" height="8""#
                ).svg,
            ]
        }
    }

    /// What the last scan of each integration that is asked for read, or the scan of a number.
    /// - Throws: `Problem` 404 where none has that number.
    func askedBalances(_ request: Request) throws -> [(Integration, [CoverageCount])] {
        let all = try store.integrations()
        let scope = try scope(request, amongAll: all)
        let run = try AddressQuery(request).text("scan").map { text in
            guard let number = Int(text), number > 0 else { throw AddressQuery.unknown("scan", text) }
            return number
        }
        let balances = try all.filter { scope == nil || scope?.id == $0.id }.map {
            ($0, try store.balance(of: $0.id, run: run))
        }
        guard run == nil || balances.contains(where: { !$0.1.isEmpty }) else {
            throw Problem(.notFound, "There is no scan of that number.")
        }
        return balances
    }

    /// `GET /coverage/export`: the balance as CSV.
    func exportCoverage(_ request: Request, _ context: WebContext) async throws -> Response {
        let given = AddressQuery(request)
        if let format = given.text("format"), format != "csv" { throw AddressQuery.unknown("format", format) }
        var text = CSV.record(["integration", "collector", "state", "subjects", "detail", "example", "checks"])
        for (integration, lines) in try askedBalances(request) {
            for line in lines {
                text += CSV.record([
                    integration.name, line.collector.rawValue, line.state.rawValue, "\(line.subjects)",
                    line.detail ?? "", line.example ?? "",
                    CheckIndex.standard.checks(reading: line.collector).joined(separator: " "),
                ])
            }
        }
        return Response.text(
            text, type: "text/csv; charset=utf-8",
            headers: [.contentDisposition: "attachment; filename=\"reeve-coverage.csv\""])
    }

    /// `GET /coverage/files/export`: the files whose contents were not read whole, each with the reason, as CSV; nothing is held.
    func exportUnreadFiles(_ request: Request, _ context: WebContext) async throws -> Response {
        let all = try store.integrations()
        let scope = try scope(request, amongAll: all)
        let store = store
        let body = ResponseBody { writer in
            let heads = ["integration", "file", "location", "url", "size", "state", "detail"]
            try await writer.write(ByteBuffer(string: CSV.record(heads)))
            for integration in all where scope == nil || scope?.id == integration.id {
                try await Self.eachUnreadPage(of: integration, in: store) {
                    try await writer.write(ByteBuffer(string: $0))
                }
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"reeve-unread-files.csv\"",
            ], body: body)
    }

    private static func eachUnreadPage(
        of integration: Integration, in store: Store, _ write: (String) async throws -> Void
    ) async throws {
        // Where nothing is looked for, no file is left unread.
        guard try !(store.scannedFor(integration.id) ?? "").isEmpty else { return }
        var last: ContentCandidate?
        var place: (drive: String, location: String)?
        while true {
            try Task.checkCancellation()
            let page = try store.unreadFiles(of: integration.id, after: last, limit: 500)
            guard let end = page.last else { return }
            var text = ""
            for one in page {
                let drive = one.file.driveID
                if place?.drive != drive {
                    place = (drive, try store.entity(Drive.self, of: integration.id, id: drive)?.location ?? "")
                }
                text += CSV.record([
                    integration.name, one.file.name, place?.location ?? "", one.file.webUrl ?? "",
                    one.file.size.map(String.init) ?? "", one.standing.coverage.rawValue,
                    one.standing == .waiting ? "not looked at yet" : one.detail ?? "",
                ])
            }
            try await write(text)
            last = end.file
        }
    }

    /// What was looked at and what was not.
    var coverageRoutes: [Route] {
        [
            .page("/coverage", for: .viewer, coveragePage),
            .page("/coverage/export", for: .viewer, exportCoverage),
            .page("/coverage/files/export", for: .viewer, exportUnreadFiles),
        ]
    }
}

/// What nobody could see: said once, so that nobody takes silence for an answer.
struct BlindSpot {
    let title: String
    let why: String

    static let all = [
        BlindSpot(
            title: "Forwarding set on the mailbox, transport rules, hidden rules",
            why: "Graph does not show them. No permission helps."),
        BlindSpot(title: "Calendars published as a link", why: "Graph does not show them. No permission helps."),
        BlindSpot(
            title: "Certification of other publishers' apps",
            why: "Microsoft publishes it only for apps of your own tenant. No permission helps."),
    ]

    static let sites = BlindSpot(
        title: "SharePoint sites outside groups",
        why: "They cannot be listed without Sites.Read.All: grant it to Reeve's application, then scan again.")
}
