import Flows
import Foundation
import Hummingbird
import Model
import Posture
import Report
import Store

/// Where a list of findings goes on: the row at its edge.
struct FindingPosition: Codable, Sendable {
    var key: Finding.Key
    var direction: PageDirection
}

extension WebServer {
    /// `GET /findings`.
    func findingsPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let asked = try FindingRequest(request, self)
        let book = try await book(of: asked.query.integration)
        let view = try store.atOneMoment { try findingsView(asked, book, request, context) }
        return try show(Page(section: .findings, title: "Findings", template: .findings, view: view), request, context)
    }

    private func findingsView(
        _ asked: FindingRequest, _ book: FindingBook, _ request: Request, _ context: WebContext
    ) throws -> [String: Any] {
        let visitor = try context.somebody
        let all = try book.entries(of: asked.query.integration)
        let selection = asked.query.selection(of: all, at: book.now)
        let rows = selection.rows
        let window = try Window(rows, PageRequest<FindingPosition>(request))
        let chosen = Set(AddressQuery(request).texts("f"))
        let today = dayNumber(book.now)
        var view: [String: Any] = [
            "lead": Self.lead(asked, selection, all), "tabs": Self.tabs(asked, all, selection.counts),
            "exports": ExportMenu.links("/findings/export", asked.values()),
            "rows": try window.rows.map { entry in
                FindingRowView(
                    entry: entry,
                    spark: try Spark(sparkValues(entry.finding.key, from: today - 29, to: today)).svg,
                    now: book.now, zone: visitor.zone, isSelected: chosen.contains(entry.finding.key.text))
            },
            "isEmpty": rows.isEmpty, "empty": Self.emptyWords(asked, all),
            "heads": Self.heads(asked), "mayDecide": visitor.role >= .analyst,
            "isIgnored": asked.query.tab == .ignored, "pager": pager(window, asked),
            "filters": Self.filters(asked, all),
            "unanswered": all.count { $0.tab == .unanswered },
        ]
        let given = AddressQuery(request)
        let place = [("cursor", given.text("cursor")), ("limit", given.text("limit"))]
        let kept = (asked.values() + place).compactMap { name, value in value.map { ["name": name, "value": $0] } }
        if asked.query.endsBefore != nil {
            view["ending"] = ["all": "\(asked.link(["ends": nil]))"]
        }
        view["kept"] = kept.filter { ["integration", "tab", "sort", "ends"].contains($0["name"]) }
        view["chosenKept"] = kept
        view["search"] = asked.query.text ?? ""
        if let text = asked.query.text {
            view["instanceSearch"] = [
                "link": "\(Link("/instances", ["q": text, "integration": asked.integration]))", "text": text,
            ]
        }
        if let decision = try DecisionView.asked(
            request, all, book, visitor, returningTo: Link("/findings", asked.values() + place))
        {
            view["decision"] = decision.values
        }
        return view
    }

    /// The values of thirty days; nil where no scan ended, the count of now for today.
    func sparkValues(_ key: Finding.Key, from first: Int, to today: Int) throws -> [Int?] {
        let days = Dictionary(
            try store.days(of: key, from: first).map { ($0.day, $0.active) }, uniquingKeysWith: { _, last in last })
        return (first...today).map { days[$0] ?? nil }
    }

    /// The first sentence: how many, and what is not known.
    private static func lead(
        _ asked: FindingRequest, _ selection: FindingQuery.Selection, _ all: [FindingEntry]
    ) -> [String: Any] {
        let rows = selection.rows
        let active = rows.map(\.finding.active).reduce(0, +)
        let hidden = selection.hiding.map(\.finding.hidden).reduce(0, +)
        let integrations = Set(rows.map(\.finding.key.integration)).count
        let silent = all.filter { $0.tab == .unanswered }
        let unasked = silent.count(where: \.sureness.isUnasked)
        let unanswered = silent.count - unasked
        guard !all.isEmpty else { return ["words": "Not known yet.", "instances": false] }
        var lead: [String: Any] = [
            "words":
                "\(Numbers.counted(rows.count, "finding")) with \(Numbers.counted(active, "active instance"))"
                + (asked.query.tab == .ignored
                    ? " and \(Numbers.grouped(rows.map(\.finding.hidden).reduce(0, +))) hidden" : "")
                + (integrations > 1 ? " in \(integrations) integrations" : "") + ".",
            "instances": shown(
                rows.isEmpty ? nil : "\(instancesLink(asked, rows, of: [("tab", asked.query.tab?.rawValue)]))"),
        ]
        if hidden > 0 {
            lead["hidden"] = "\(Numbers.counted(hidden, "instance")) \(hidden == 1 ? "is" : "are") hidden"
            lead["hiddenLink"] =
                "\(instancesLink(asked, selection.hiding, of: [("status", "hidden"), ("ignored", "included")]))"
        }
        if !silent.isEmpty, asked.query.tab != .unanswered {
            lead["unanswered"] = [
                unanswered == 0
                    ? nil : "\(Numbers.counted(unanswered, "check")) \(unanswered == 1 ? "has" : "have") no answer",
                unasked == 0
                    ? nil
                    : "\(Numbers.counted(unasked, "check")) \(unasked == 1 ? "was" : "were") not asked, without a DLP profile",
            ].compactMap(\.self).joined(separator: ", ")
            lead["unansweredLink"] = "\(Link("/findings", ["integration": asked.integration, "tab": "unanswered"]))"
        }
        return lead
    }

    /// The instances of rows. What an instance itself does not have (a title, an owner) names the rows one by one.
    /// - Parameter part: which instances of them.
    private static func instancesLink(
        _ asked: FindingRequest, _ rows: [FindingEntry], of part: [(String, String?)]
    ) -> Link {
        let query = asked.query
        let isOfFindings = query.text != nil || query.age != nil || query.owner != nil || query.endsBefore != nil
        guard isOfFindings, rows.count <= 200 else {
            return Link("/instances", asked.values(["tab": nil, "sort": nil, "ends": nil]) + part)
        }
        return Link("/instances", [("integration", asked.integration)] + part + rows.map { ("f", $0.finding.key.text) })
    }

    /// Each with how many of its findings the filter fits, and led to with the same filter.
    private static func tabs(
        _ asked: FindingRequest, _ all: [FindingEntry], _ counts: [FindingTab: Int]
    ) -> [[String: Any]] {
        FindingTab.allCases.map { tab in
            [
                "title": tab.title, "count": all.isEmpty ? "–" : Numbers.grouped(counts[tab] ?? 0),
                "link": "\(asked.link(["tab": tab == .posture ? nil : tab.rawValue]))",
                "isHere": tab == asked.query.tab,
            ]
        }
    }

    /// The columns that sort: pressed again, the other way round.
    private static func heads(_ asked: FindingRequest) -> [String: Any] {
        var heads: [String: Any] = [:]
        for sort in FindingQuery.Sort.allCases {
            let isHere = asked.query.sort == sort
            let next = isHere && !asked.query.isReversed ? "-" + sort.rawValue : sort.rawValue
            // Counts and severities come down from the top; names and days go up.
            let comesDown = [.severity, .instances, .new].contains(sort) != asked.query.isReversed
            var head: [String: Any] = ["link": "\(asked.link(["sort": next, "cursor": nil]))"]
            if isHere {
                head["order"] = comesDown ? "descending" : "ascending"
                head["arrow"] = comesDown ? " ↓" : " ↑"
            }
            heads[sort.rawValue] = head
        }
        return heads
    }

    private static func filters(_ asked: FindingRequest, _ all: [FindingEntry]) -> [String: Any] {
        let query = asked.query
        func options(_ pairs: [(String, String)], chosen: (String) -> Bool) -> [[String: Any]] {
            pairs.map { ["value": $0.0, "title": $0.1, "isChosen": chosen($0.0)] }
        }
        let owners = Set(all.compactMap(\.finding.owner)).sorted()
        return [
            "severities": options(Severity.allCases.map { ($0.rawValue, $0.rawValue.capitalized) }) { value in
                query.severities.contains { $0.rawValue == value }
            },
            "categories": options(Check.Family.allCases.map { ($0.rawValue, $0.title) }) { value in
                query.families.contains { $0.rawValue == value }
            },
            "owners": options([("nobody", "Nobody")] + owners.map { ($0, $0) }) { $0 == query.owner?.text },
            "ages": options([("7d", "New in 7 days"), ("30d", "Older than 30 days")]) { $0 == query.age?.rawValue },
        ]
    }

    /// In place of findings and instances before there is a scan.
    static let nothingScanned = "Nothing has been scanned yet, so nothing is known: add an integration and scan it."

    private static func emptyWords(_ asked: FindingRequest, _ all: [FindingEntry]) -> String {
        if all.isEmpty { return nothingScanned }
        if asked.query.text != nil || !asked.query.severities.isEmpty || !asked.query.families.isEmpty
            || asked.query.owner != nil || asked.query.age != nil || asked.query.endsBefore != nil
        {
            return "No finding in this list matches the filter."
        }
        switch asked.query.tab {
        case .posture, nil: return "No check has found anything in what was read. Coverage says what was not read."
        case .content: return "Nothing that an attached DLP profile names stands in the files that were read."
        case .ignored: return "Nobody has decided to ignore a finding, or to hide all of its instances."
        case .passed: return "Every check that has an answer has found something."
        case .unanswered: return "Every check has an answer."
        }
    }

    private func pager(_ window: Window, _ asked: FindingRequest) -> [String: Any] {
        var pager: [String: Any] = ["words": window.words]
        pager["previous"] = window.previous.map { "\(asked.link(["cursor": Cursor($0).text, "limit": window.asked]))" }
        pager["next"] = window.next.map { "\(asked.link(["cursor": Cursor($0).text, "limit": window.asked]))" }
        return pager
    }
}

/// The part of a list of findings that one page shows. The list is a few rows a check and integration, and is in memory.
struct Window {
    let rows: [FindingEntry]
    let previous: FindingPosition?
    let next: FindingPosition?
    let words: String
    /// The limit in the address; nil for the usual one.
    let asked: String?

    init(_ all: [FindingEntry], _ request: PageRequest<FindingPosition>) {
        var start = 0
        if let after = request.after, let place = all.firstIndex(where: { $0.finding.key == after.key }) {
            start = after.direction == .forward ? place + 1 : max(0, place - request.limit)
        }
        let end = min(all.count, start + request.limit)
        rows = start < end ? Array(all[start..<end]) : []
        asked = request.limit == 50 ? nil : "\(request.limit)"
        previous = start > 0 ? rows.first.map { FindingPosition(key: $0.finding.key, direction: .backward) } : nil
        next = end < all.count ? rows.last.map { FindingPosition(key: $0.finding.key, direction: .forward) } : nil
        words =
            rows.count == all.count
            ? Numbers.counted(all.count, "row")
            : "\(Numbers.grouped(rows.count)) of \(Numbers.counted(all.count, "row"))"
    }
}
