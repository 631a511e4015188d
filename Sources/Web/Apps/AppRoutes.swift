import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

extension WebServer {
    /// Third-party apps.
    var appRoutes: [Route] {
        [
            .page("/apps", for: .viewer, appList),
            .page("/apps/export", for: .viewer, exportApps),
            .page("/apps/{name}/{id}", for: .viewer, appPage),
            .form("/apps/{name}/{id}", for: .analyst, decideApp),
            .api(.get, "/api/v1/apps", for: .viewer, .listApps, listApps),
            .api(.get, "/api/v1/apps/export", for: .viewer, .exportApps, exportApps),
            .api(.get, "/api/v1/apps/{name}/{id}", for: .viewer, .getApp, showApp),
            .api(.delete, "/api/v1/apps/{name}/{id}/decision", for: .analyst, .undecideApp, undecideApp),
            .api(.put, "/api/v1/apps/{name}/{id}/decision", for: .analyst, .decideApp, decideAppByAPI),
        ]
    }

    /// The integration that a list is of: the one asked for, else the one that is shown, else the first.
    func integrationShown(_ request: Request) throws -> Integration? {
        let all = try store.integrations()
        return try scope(request, amongAll: all) ?? all.first
    }

    func appList(_ request: Request, _ context: WebContext) async throws -> Response {
        let integrations = try store.integrations()
        let filter = try Self.askedApps(request)
        var values: [String: Any] = [
            "text": filter.text ?? "", "unread": false, "integrations": false, "exports": false,
            "decisions": options(Self.standings, chosen: filter.standing?.rawValue),
            "publishers": options(Self.publishers, chosen: filter.publisher?.rawValue),
            "empty": "No integration yet: add one, and its apps stand here after the first scan.",
        ]
        if let integration = try integrationShown(request) {
            let listing = AppListing(store: store, of: integration, asOf: now())
            let asked = try PageRequest<Turn<DirectoryPosition>>(request)
            let slice = try listing.page(filter, asked.seek(), limit: asked.limit)
            if integrations.count > 1 {
                values["integrations"] =
                    ["list": options(integrations.map { ($0.name, $0.name) }, chosen: integration.name)]
                    as [String: Any]
            }
            values["unread"] = shown(try unread(listing, integration))
            values["empty"] =
                filter.isAny
                ? "No app of another organization was found in \(integration.name), as far as it was read."
                : "No app is like that."
            let query: [(String, String?)] = [
                ("integration", integration.name), ("text", filter.text), ("decision", filter.standing?.rawValue),
                ("publisher", filter.publisher?.rawValue),
            ]
            values["exports"] =
                [
                    "csv": "\(Link("/apps/export", query + [("format", "csv")]))",
                    "json": "\(Link("/apps/export", query + [("format", "json")]))",
                ] as [String: Any]
            if !slice.elements.isEmpty {
                values["rows"] =
                    [
                        "items": slice.elements.map { appRow($0, integration) },
                        "pager": slice.pager(
                            "/apps", query, words: Numbers.counted(slice.elements.count, "app"),
                            { Store.directoryPosition(of: $0.app) }),
                    ] as [String: Any]
            }
        }
        let page = Page(
            section: .apps, title: "Third-party apps", crumbs: [.init("CASB"), .init("Third-party apps")],
            template: .apps, view: values)
        return try show(page, request, context)
    }

    private static let standings = [
        ("", "Any decision"), ("none", "Not decided"), ("askAgain", "Ask again"), ("underReview", "Under review"),
        ("allowed", "Allowed"), ("notAllowed", "Not allowed"),
    ]
    private static let publishers = [
        ("", "Any publisher"), ("verified", "Publisher verified"), ("unverified", "Publisher not verified"),
    ]

    /// Why consents of people are missing from the picture; nil where they are in it.
    func unread(_ listing: AppListing, _ integration: Integration) throws -> [String: Any]? {
        let consents = try listing.consents()
        if let consents, consents.state.isComplete { return nil }
        let why = consents.map { $0.detail ?? $0.state.rawValue } ?? "no scan has asked for them yet"
        return ["integrationName": integration.name, "why": why]
    }

    /// Whether people's consents are in the picture: without them nobody can say that there are none.
    func areConsentsRead(_ listing: AppListing) throws -> Bool { try listing.consents()?.state.isComplete == true }

    private func appRow(_ report: AppReport, _ integration: Integration) -> [String: Any] {
        let services = report.reaches.map(\.service)
        let alone = report.reaches.filter(\.isByItself).map(\.service)
        return [
            "title": report.app.resource.name, "link": "\(Self.link(report.app, integration))",
            "off": shown(Self.off(report.app)),
            "publisher": report.app.verifiedPublisher?.displayName ?? "no publisher named",
            "state": Self.verified(report),
            "reach": services.isEmpty ? "nothing that was read" : Self.distinct(services).joined(separator: ", "),
            "alone": alone.isEmpty ? "" : "\(Self.distinct(alone).joined(separator: ", ")) with nobody signed in",
            "by": Self.granters(report), "decided": ["state": decisionState(report.decision)] as [String: Any],
        ]
    }

    /// What keeps the app from working; nil where nothing does.
    private static func off(_ app: ServicePrincipal) -> String? {
        let isDisabled = app.disabledByMicrosoftStatus.map { $0 != "NotDisabled" } ?? false
        let words = [isDisabled ? "disabled by Microsoft" : nil, app.accountEnabled == false ? "sign-in is off" : nil]
        let told = words.compactMap(\.self)
        return told.isEmpty ? nil : told.joined(separator: ", ")
    }

    static func distinct(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    private static func granters(_ report: AppReport) -> String {
        let people = report.reaches.reduce(into: Set<String>()) { $0.formUnion($1.people) }.count
        let parts = [
            report.reaches.contains { $0.isByItself || $0.isForEverybody } ? "an administrator" : nil,
            people > 0 ? Numbers.counted(people, "person", plural: "people") : nil,
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    static func link(_ app: ServicePrincipal, _ integration: Integration) -> Link {
        Link("/apps/\(Link.part(integration.name))/\(Link.part(app.id))")
    }

    static func verified(_ report: AppReport) -> StateView {
        report.isVerified ? StateView(.ok, "Publisher verified") : StateView(.warn, "Publisher not verified")
    }

    func decisionState(_ decision: AppDecision?) -> StateView {
        guard let decision else { return StateView(.warn, "Not decided") }
        if decision.isDue(at: now()) { return StateView(.warn, "Ask again") }
        switch decision.answer {
        case .allowed: return StateView(.ok, "Allowed")
        case .underReview: return StateView(.run, "Under review")
        case .notAllowed: return StateView(.bad, "Not allowed")
        }
    }
}
