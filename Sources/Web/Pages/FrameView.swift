import Foundation
import Hummingbird
import Report
import Store

/// What stands around every page: top bar, side bar, way, flash and foot.
struct FrameView {
    let values: [String: Any]

    init(
        _ page: Page, body: String, flash: Flash?, _ request: Request, _ context: WebContext, _ server: WebServer
    ) throws {
        let visitor = try context.somebody
        // The answer to a form has no address to come back to.
        let posted: String? = request.method == .post ? page.section?.path ?? "/" : nil
        let path = posted ?? request.uri.path
        let integrations = try server.store.integrations()
        var values: [String: Any] = [
            "title": page.title, "body": body, "assets": Asset.version, "csrf": visitor.csrf, "name": visitor.name,
            "theme": visitor.theme.rawValue, "shortcuts": visitor.hasShortcuts ? "on" : "off",
            "zone": visitor.zoneWords(at: server.now()), "version": server.version,
            "here": posted ?? "\(request.uri)", "path": path,
            "groups": try Self.groups(page.section, server, visitor.role, integrations),
            "crumbs": Self.crumbs(page), "query": request.uri.queryParameters["q"].map(String.init) ?? "",
            "themes": Account.Theme.allCases.map {
                ["value": $0.rawValue, "title": $0.title, "isChosen": $0 == visitor.theme] as [String: Any]
            },
        ]
        if let session = visitor.session {
            let (idle, rest) = (server.signIn.limits.idle, session.expires.timeIntervalSince(server.now()))
            values["lasts"] = Int(max(1, min(idle, rest)))
            values["mayStay"] = rest > idle
        }
        values["running"] = server.running(integrations)
        let names = integrations.map(\.name)
        if !names.isEmpty {
            let scope = server.scope(request, among: names)
            values["scopes"] =
                [
                    "chosen": scope ?? "All integrations", "all": "All integrations (\(names.count))",
                    "allLink": "\(Link("/scope", ["next": path]))",
                    "names": Self.links(names, path),
                ] as [String: Any]
        }
        if let flash { values["flash"] = Self.flash(flash) }
        self.values = values
    }

    /// On every page, and hundreds of them at a service provider's: no template.
    private static func links(_ names: [String], _ path: String) -> Markup {
        let links = names.map { name -> Markup in
            "<a href=\"\(Link("/scope", ["integration": name, "next": path]))\"><bdi>\(name)</bdi></a>"
        }
        return "\(links)"
    }

    /// The side bar holds what this role may open.
    private static func groups(
        _ lit: SideBar?, _ server: WebServer, _ role: Role, _ integrations: [Integration]
    ) throws -> [[String: Any]] {
        var groups: [[String: Any]] = []
        for entry in SideBar.allCases where role >= entry.role {
            var item: [String: Any] = ["title": entry.title, "path": entry.path, "isHere": entry == lit]
            if let count = try server.sideCount(of: entry, integrations) {
                item["count"] = ["words": count.words, "isCritical": count.isCritical] as [String: Any]
            }
            if let last = groups.last, last["heading"] as? String == entry.heading {
                groups[groups.count - 1]["items"] = (last["items"] as? [[String: Any]] ?? []) + [item]
            } else {
                var group: [String: Any] = ["items": [item]]
                group["heading"] = entry.heading
                group["id"] = entry.heading?.lowercased().replacing(" ", with: "-")
                groups.append(group)
            }
        }
        return groups
    }

    private static func crumbs(_ page: Page) -> [[String: Any]] {
        var crumbs = page.crumbs
        if crumbs.isEmpty, let section = page.section, let heading = section.heading {
            crumbs = [Page.Crumb(heading), Page.Crumb(section.title)]
        }
        return crumbs.map { crumb in
            var item: [String: Any] = ["title": crumb.title]
            // Settings are a page of their own, wherever a way begins with them.
            let link =
                crumb.link.map { "\($0)" } ?? (crumb.title == SideBar.settings.heading ? SideBar.settings.path : nil)
            item["link"] = page.section == .settings ? nil : link
            return item
        }
    }

    private static func flash(_ flash: Flash) -> [String: Any] {
        var values: [String: Any] = [
            "kind": flash.kind.rawValue, "words": flash.words, "isOK": flash.kind == .ok,
            "isWarning": flash.kind == .warn, "isBad": flash.kind == .bad,
        ]
        if let undo = flash.undo, undo.action.hasPrefix("/") {
            values["undo"] =
                [
                    "action": undo.action,
                    "fields": undo.fields.sorted { $0.key < $1.key }.map { ["name": $0.key, "value": $0.value] },
                ] as [String: Any]
        }
        return values
    }
}

extension Account.Theme {
    var title: String {
        switch self {
        case .system: "As the system"
        case .light: "Light"
        case .dark: "Dark"
        }
    }
}
