import Flows
import Foundation
import Model
import Posture
import Report
import Store

/// A search over everything, a section for each kind of thing. Every question is bounded: what was not looked at is said.
struct Search {
    let store: Store
    let text: String
    let integrations: [Integration]
    /// The integration that is shown; nil for all of them.
    let scope: Integration?
    let now: Date

    /// Hits of a kind that are shown.
    private static let most = 6
    /// Names of a kind that are looked into, over all integrations: some 30 ms.
    private static let reach = 60_000
    /// Integrations that are asked; each takes a few questions.
    private static let mostIntegrations = 100

    func people() throws -> SearchSection {
        try directory(User.self, id: "people", heading: "Users", kind: "users") { user, integration in
            let address = user.userPrincipalName ?? user.mail
            return SearchRow(
                name: user.name, second: address, what: Self.words(user), integration: integration.name,
                link: Link(
                    "/settings/directories/\(Link.part(integration.name))",
                    ["kind": "users", "text": address ?? user.name]))
        }
    }

    private static func words(_ user: User) -> String {
        let parts = [user.isGuest ? "guest" : "user", user.accountEnabled == false ? "disabled" : nil]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    func groups() throws -> SearchSection {
        try directory(Group.self, id: "groups", heading: "Groups", kind: "groups") { group, integration in
            SearchRow(
                name: group.name, second: group.mail, what: "group", integration: integration.name,
                link: Link(
                    "/settings/directories/\(Link.part(integration.name))",
                    ["kind": "groups", "text": group.name, "open": group.id]))
        }
    }

    private func directory<E: Entity>(
        _ type: E.Type, id: String, heading: String, kind: String, _ row: (E, Integration) -> SearchRow
    ) throws -> SearchSection {
        var section = SearchSection(id: id, heading: heading)
        try eachIntegration(&section) { section, integration, room, reach in
            let hits = try store.directoryHits(type, of: integration.id, for: text, atMost: room, reach: reach)
            section.rows += hits.elements.map { row($0, integration) }
            if hits.hasMore || hits.isCutShort {
                section.links.append(
                    .init(
                        words: "All in \(integration.name)",
                        link: Link(
                            "/settings/directories/\(Link.part(integration.name))", ["kind": kind, "text": text])))
            }
            return hits.isCutShort
        }
        return section
    }

    /// Asks one integration after the other for what there is still room for.
    /// - Parameter body: answers whether it looked at a part of the names only.
    private func eachIntegration(
        _ section: inout SearchSection,
        _ body: (inout SearchSection, Integration, _ room: Int, _ reach: Int) throws -> Bool
    ) rethrows {
        let asked = integrations.prefix(Self.mostIntegrations)
        var (hits, isCut, hasRest) = (0, false, integrations.count > asked.count)
        let reach = max(1_000, Self.reach / max(1, asked.count))
        for integration in asked {
            guard hits < Self.most else {
                hasRest = true
                break
            }
            isCut = try body(&section, integration, Self.most - hits, reach) || isCut
            hits = section.rows.count
        }
        if hasRest { section.note = "not every integration was asked: choose one on top" }
        if isCut {
            section.note = "names that begin so; inside names only the first \(Numbers.grouped(reach)) were looked at"
        }
    }

    func findings(in entries: [FindingEntry]) -> SearchSection {
        var query = FindingQuery()
        (query.text, query.tab) = (text, nil)
        // A check that found nothing is no finding, though its name is known.
        let found = query.select(entries, at: now)
        var section = SearchSection(id: "findings", heading: "Findings")
        section.rows = found.prefix(Self.most).map { entry in
            SearchRow(
                name: entry.title, second: entry.finding.check,
                what: Numbers.counted(entry.finding.active, "active instance"), integration: entry.finding.integration,
                link: FindingLink.page(entry.finding), severity: entry.finding.severity)
        }
        let listed = found.filter { $0.tab == .posture }.count
        if found.count > section.rows.count {
            section.links = [
                .init(
                    words: "All \(Numbers.grouped(listed)) in the list",
                    link: Link("/findings", ["q": text, "integration": scope?.name]))
            ]
        }
        return section
    }

    /// Files and whatever else has findings.
    func instances() throws -> SearchSection {
        var filter = InstanceFilter()
        (filter.integration, filter.ignored) = (scope?.id, .included)
        try filter.lookFor(text, in: store)
        filter.statuses = [.active, .hidden]
        let page = try store.instances(filter, after: nil, limit: Self.most)
        var section = SearchSection(id: "instances", heading: "Files and other resources with findings")
        section.rows = page.instances.map { instance in
            SearchRow(
                name: VisibleText.of(instance.resource.name),
                second: instance.resource.location.map { VisibleText.of($0) } ?? instance.resource.type.noun,
                what: CheckIndex.standard.title(of: instance.check), integration: instance.integration,
                link: FindingLink.page(instance), severity: instance.severity)
        }
        if page.next != nil {
            section.links = [
                .init(words: "All of them", link: Link("/instances", ["q": text, "integration": scope?.name]))
            ]
        }
        if page.isCutShort { section.note = "the worst and newest were looked at first; the list goes on from there" }
        return section
    }

    func apps() throws -> SearchSection {
        var section = SearchSection(id: "apps", heading: "Apps")
        try eachIntegration(&section) { section, integration, room, reach in
            // Most service principals are Microsoft's own: more are read than are shown.
            let hits = try store.directoryHits(
                ServicePrincipal.self, of: integration.id, for: text, atMost: 60, reach: reach)
            let wanted = hits.elements.filter { app in
                app.isThirdParty(in: integration.tenantID)
                    || app.appOwnerOrganizationId?.lowercased() == integration.tenantID.lowercased()
            }
            section.rows += wanted.prefix(room).map { app in
                SearchRow(
                    name: app.resource.name, second: app.verifiedPublisher?.displayName,
                    what: app.isThirdParty(in: integration.tenantID) ? "app of another organization" : "own app",
                    integration: integration.name,
                    link: Link("/apps/\(Link.part(integration.name))/\(Link.part(app.id))"))
            }
            if wanted.count > room || hits.hasMore || hits.isCutShort {
                section.links.append(
                    .init(
                        words: "All in \(integration.name)",
                        link: Link("/apps", ["integration": integration.name, "text": text])))
            }
            return hits.isCutShort
        }
        return section
    }
}
