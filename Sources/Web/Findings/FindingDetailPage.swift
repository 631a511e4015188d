import Flows
import Foundation
import Hummingbird
import Model
import Posture
import Report
import Store

extension WebServer {
    /// `GET /findings/{check}?integration=`.
    func findingPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let book = try await book()
        guard let page = try store.atOneMoment({ try finding(book, request, context) }) else {
            return Response.seeOther(Link("/findings", ["q": try context.part("check")]))
        }
        return try show(page, request, context)
    }

    /// Nil where several integrations have the finding, and none is chosen.
    private func finding(_ book: FindingBook, _ request: Request, _ context: WebContext) throws -> Page? {
        let check = try context.part("check")
        let integrations = try store.integrations()
        let holders = try integrations.filter { try store.finding(.init(integration: $0.id, check: check)) != nil }
        guard !holders.isEmpty else { throw Problem(.notFound, "There is no such finding.") }
        let scope = try scope(request, amongAll: integrations)
        guard let integration = scope ?? (holders.count == 1 ? holders.first : nil) else {
            return nil
        }
        guard let entry = try book.entry(.init(integration: integration.id, check: check)) else {
            throw Problem(.notFound, "\(integration.name) has no such finding yet: nothing has been scanned.")
        }
        let view = try findingView(entry, book, request, context)
        return Page(
            section: .findings, title: entry.title,
            crumbs: [.init("CASB"), .init("Findings", Link("/findings")), .init(integration.name)],
            template: .finding, view: view)
    }

    private func findingView(
        _ entry: FindingEntry, _ book: FindingBook, _ request: Request, _ context: WebContext
    ) throws -> [String: Any] {
        let (visitor, finding) = (try context.somebody, entry.finding)
        let given = AddressQuery(request)
        _ = try given.one("tab", of: FindingTab.self)
        let status = try given.one("status", of: Instance.Status.self) ?? .active
        let text = given.text("q")
        let content = ContentAsked(request)
        let place: [(String, String?)] =
            [("status", status == .active ? nil : status.rawValue), ("q", text)] + content.kept
        var filter = InstanceFilter()
        filter.findings = [finding.key]
        filter.statuses = [status]
        filter.ignored = .included
        try filter.lookFor(text, in: store)
        try content.narrow(&filter, in: store)
        let table = InstanceTable(
            server: self, request: request, visitor: visitor, filter: filter, isFlat: false,
            link: { FindingLink.page(finding, place + $0) }, action: "/findings/\(Link.part(finding.check))",
            kept: [("integration", finding.integration), ("f", finding.key.text), ("ignored", "included")] + place,
            now: book.now)
        let page = try table.page()
        var view = try table.values(of: page, total: try total(filter, of: finding))
        view["exports"] = ExportMenu.links(
            "/instances/export",
            [
                ("integration", finding.integration), ("f", finding.key.text), ("status", status.rawValue),
                ("ignored", "included"), ("q", text),
            ] + content.kept)
        view["contentAsked"] = try content.lines(in: store) { name in
            FindingLink.page(finding, place.filter { $0.0 != name })
        }
        view.merge(try head(entry, book, visitor)) { _, new in new }
        view["tabs"] = try Instance.Status.allCases.map { tab in
            [
                "title": tab.title, "count": try count(tab, of: finding, filter, on: tab == status ? page : nil),
                "link":
                    "\(FindingLink.page(finding, [("status", tab == .active ? nil : tab.rawValue), ("q", text)] + content.kept))",
                "isHere": tab == status,
            ] as [String: Any]
        }
        view["search"] = text ?? ""
        let fields =
            entry.check?.family == .content || !content.kept.isEmpty
            ? try ContentFields(content, of: finding.key.integration, in: store).values : []
        view["contentFields"] = fields
        view["searchKept"] = [
            ["name": "integration", "value": finding.integration], ["name": "status", "value": status.rawValue],
        ]
        view["history"] = try history(finding, visitor, book.now)
        if let decision = try table.decision(book) ?? chosenDecision(request, entry, book, visitor) {
            view["decision"] = decision.values
        }
        return view
    }

    /// How many instances a tab holds, or how many of them a search finds in as many names as one page looks at; in the other tabs a fifth of
    /// them has to do.
    /// - Parameter page: what is shown of the tab; where it is the whole of it, nothing is looked at again.
    private func count(
        _ status: Instance.Status, of finding: Finding, _ filter: InstanceFilter, on page: InstancePage?
    ) throws -> String {
        var filter = filter
        filter.statuses = [status]
        guard filter.text != nil else { return Numbers.grouped(try total(filter, of: finding)) }
        var (count, isCutShort) = (page?.instances.count ?? 0, page?.isCutShort ?? false)
        if page?.holdsAllFound != true {
            (count, isCutShort) = try store.matchCount(
                filter, reach: page == nil ? Store.searchReach / 5 : Store.searchReach)
        }
        return Numbers.grouped(count) + (isCutShort ? "+" : "")
    }

    /// How many of a finding's instances in one state a filter without a text leaves.
    private func total(_ filter: InstanceFilter, of finding: Finding) throws -> Int {
        guard !filter.content.isEmpty, filter.text == nil else {
            return finding.count(filter.statuses.first ?? .active)
        }
        return try store.instanceCounts(filter).map(\.count).reduce(0, +)
    }

    /// `?do=ignore` and the like, about the finding itself.
    private func chosenDecision(
        _ request: Request, _ entry: FindingEntry, _ book: FindingBook, _ visitor: Visitor
    ) throws -> DecisionView? {
        guard visitor.role >= .analyst, let kind = try AddressQuery(request).one("do", of: DecisionView.Kind.self)
        else {
            return nil
        }
        var view = try DecisionView.of(
            kind, [entry], among: try book.entries(), book, returningTo: "\(FindingLink.page(entry.finding))")
        view.filled["owner"] = entry.finding.owner ?? ""
        if let acceptance = entry.finding.acceptance {
            view.filled["reason"] = acceptance.reason
            view.filled["comment"] = acceptance.comment ?? ""
            view.filled["until"] = DecisionWords.lastDay(acceptance.expires)
        }
        return view
    }

    private func head(_ entry: FindingEntry, _ book: FindingBook, _ visitor: Visitor) throws -> [String: Any] {
        let finding = entry.finding
        let isIgnored = finding.status == .ignored
        func act(_ kind: DecisionView.Kind) -> String { "\(FindingLink.page(finding, [("do", kind.rawValue)]))#decide" }
        let today = dayNumber(book.now)
        let spark = try Spark(
            sparkValues(finding.key, from: today - 29, to: today - 1) + [finding.active], width: 120, height: 18
        ).svg
        var view: [String: Any] = [
            "title": entry.title, "severity": SeverityView(finding.severity), "integration": finding.integration,
            "check": finding.check, "active": Numbers.grouped(finding.active), "state": entry.sureness.view,
            "sureWords": entry.sureness.longWords, "fresh": entry.fresh,
            "why": entry.check?.why ?? "The catalogue no longer has this check.",
            "fix": entry.check?.fix ?? [], "references": entry.check?.references ?? [],
            "mappings": (entry.check?.mappings ?? []).joined(separator: " · "),
            "family": entry.check?.family.title ?? "Former check", "isIgnored": isIgnored,
            "mayDecideFinding": visitor.role >= .analyst, "severityLink": act(.severity), "ignoreLink": act(.ignore),
            "activateLink": act(.activate), "ownerLink": act(.owner), "owner": finding.owner ?? "nobody",
            "defaultNote": finding.severity == finding.defaultSeverity
                ? "the default" : "by decision; the default is \(finding.defaultSeverity.rawValue)",
            "needs": try needs(entry), "coverageLink": "\(Link("/coverage", ["integration": finding.integration]))",
            "spark": spark, "hasTrend": !spark.isEmpty,
        ]
        if entry.fresh > 0 { view["freshWords"] = "\(Numbers.grouped(entry.fresh)) new in 7 days" }
        if let since = entry.since {
            view["since"] = TimeView(since, asOf: book.now, in: visitor.zone)
            let days = Int(book.now.timeIntervalSince(since) / 86_400)
            if days > 0 { view["age"] = Numbers.counted(days, "day") }
        }
        if let run = try store.runs(finding.key.integration, kind: .scan, limit: 1).first, let end = run.finishedAt {
            view["judged"] = TimeView(end, asOf: book.now, in: visitor.zone)
            view["scan"] = Numbers.grouped(run.number)
        }
        if let acceptance = finding.acceptance {
            view["ignoredWords"] = DecisionWords.terms("Ignored", acceptance, asOf: book.now)
            view["ignoredComment"] = shown(acceptance.comment)
        }
        return view
    }

    /// The permissions that the check rests on, and whether the last scan had them.
    private func needs(_ entry: FindingEntry) throws -> [[String: Any]] {
        let balance = try store.balance(of: entry.finding.key.integration)
        let collectors = (entry.check?.collectors ?? []).filter { !$0.permissions.isEmpty }
        var permissions: [Permission] = []
        for permission in collectors.compactMap(\.permissions.first) where !permissions.contains(permission) {
            permissions.append(permission)
        }
        return permissions.map { permission in
            let served = collectors.filter { $0.permissions.first == permission }
            let lines = balance.filter { served.contains($0.collector) }
            let isDenied = lines.contains { $0.state == .denied && $0.example == nil }
            let state =
                lines.isEmpty
                ? StateView(.unknown, "not read yet")
                : isDenied ? StateView(.unknown, "missing") : StateView(.ok, "granted")
            return [
                "permission": permission.rawValue, "for": served.map(\.title).joined(separator: ", "), "state": state,
            ]
        }
    }

    /// What was decided and what scans found, newest first.
    private func history(_ finding: Finding, _ visitor: Visitor, _ now: Date) throws -> [[String: Any]] {
        let decided = try store.decisions(finding.key, limit: 30).map {
            (at: $0.at, time: TimeView($0.at, asOf: now, in: visitor.zone).values, words: Self.words($0, asOf: now))
        }
        let seen = try store.days(of: finding.key, from: dayNumber(now) - 90).flatMap { day in
            // What a day of scans found belongs to the whole day, so that it stands above nothing that was decided on it.
            let at = Date(timeIntervalSince1970: Double(day.day) * 86_400)
            let name = day.day == dayNumber(now) ? "Today" : Moments.day(at, asOf: now)
            let time = ["iso": String(Moments.iso(at).prefix(10)), "full": "\(Moments.day(at)), UTC", "words": name]
            return Self.words(day).map { (at: at, time: time, words: $0) }
        }
        return (decided + seen).sorted { $0.at > $1.at }.prefix(40).map { ["time": $0.time, "text": $0.words] }
    }

    private static func words(_ decision: Decision, asOf now: Date) -> String {
        "\(DecisionWords.who(decision.actor)) \(DecisionWords.told(decision.words, asOf: now))"
    }

    private static func words(_ day: FindingDay) -> [String] {
        var words: [String] = []
        if day.opened > 0 { words.append("\(Numbers.grouped(day.opened)) new") }
        if day.reopened > 0 { words.append("\(Numbers.grouped(day.reopened)) reopened") }
        if day.resolved > 0 { words.append("\(Numbers.grouped(day.resolved)) resolved") }
        if let unread = day.unread, unread > 0 { words.append("not fully read: \(Numbers.grouped(unread)) unread") }
        return words.isEmpty ? [] : [words.joined(separator: " · ")]
    }
}

extension Finding {
    /// How many instances are in a state.
    func count(_ status: Instance.Status) -> Int {
        switch status {
        case .active: active
        case .hidden: hidden
        case .resolved: resolved
        }
    }
}
