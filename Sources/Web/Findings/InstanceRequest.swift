import Flows
import Foundation
import Hummingbird
import Model
import Posture
import Store

/// What a list of instances was asked for, as it stands in the address.
struct InstanceRequest {
    var filter = InstanceFilter()
    var integration: String?
    var content: ContentAsked
    /// The list of findings that they have to stand in; nil for any.
    var tab: FindingTab?

    /// - Throws: `Problem` 400 for a value that no list knows.
    init(_ request: Request, _ server: WebServer, _ book: FindingBook) throws {
        let given = AddressQuery(request)
        content = ContentAsked(request)
        let integrations = try server.store.integrations()
        integration = try server.scope(request, amongAll: integrations)?.name
        filter.integration = integrations.first { $0.name == integration }?.id
        tab = try given.one("tab", of: FindingTab.self)
        filter.statuses = try given.all("status", of: Instance.Status.self)
        if filter.statuses.isEmpty { filter.statuses = tab == .ignored ? [.active, .hidden] : [.active] }
        filter.severities = try given.all("severity", of: Severity.self)
        filter.checks = given.texts("check")
        for id in filter.checks where Check.named(id) == nil { throw AddressQuery.unknown("check", id) }
        let families = try given.all("category", of: Check.Family.self)
        if !families.isEmpty {
            let named = Check.all.filter { families.contains($0.family) }.map(\.id)
            filter.checks = filter.checks.isEmpty ? named : filter.checks.filter(named.contains)
            // Nothing is in both: no check is called so.
            if filter.checks.isEmpty { filter.checks = [""] }
        }
        filter.ignored =
            try given.one("ignored", of: InstanceFilter.Ignored.self) ?? (tab == .ignored ? .included : .leftOut)
        filter.endsBefore = try given.endsBefore(server.now())
        if filter.endsBefore != nil { filter.statuses = [.hidden] }
        switch given.text("since") {
        case nil: break
        case "7d": filter.since = Date(timeIntervalSince1970: Double(dayNumber(server.now()) - 6) * 86_400)
        case "30d": filter.before = server.now().addingTimeInterval(-30 * 86_400)
        default: filter.since = try given.day("since")
        }
        if let owner = given.text("owner") {
            let findings = try server.store.findings(of: filter.integration)
            filter.findings = Set(
                findings.filter { owner == "nobody" ? $0.owner == nil : $0.owner == owner }.map(\.key))
        }
        let chosen = try server.chosenFindings(request)
        if !chosen.isEmpty { filter.findings = chosen }
        if let tab {
            let keys = Set(try book.entries(of: filter.integration).filter { $0.tab == tab }.map(\.finding.key))
            filter.findings = filter.findings.map(keys.intersection) ?? keys
        }
        try content.narrow(&filter, in: server.store)
        // Within findings that were chosen one by one, a text is not looked for in what these are called.
        if chosen.isEmpty {
            try filter.search(given.text("q"), in: server.store)
        } else {
            try filter.lookFor(given.text("q"), in: server.store)
        }
    }
}

/// Where a list of instances goes on.
struct InstanceCursor: Codable, Sendable {
    var position: InstancePosition
    var direction: PageDirection
}

extension InstancePage {
    /// The links of the pager.
    func pager(words: String, _ link: (String) -> Link) -> [String: Any] {
        var pager: [String: Any] = ["words": words + (isCutShort ? " More may lie behind Next." : "")]
        pager["previous"] = previous.map { "\(link(Cursor(InstanceCursor(position: $0, direction: .backward)).text))" }
        pager["next"] = next.map { "\(link(Cursor(InstanceCursor(position: $0, direction: .forward)).text))" }
        return pager
    }
}
