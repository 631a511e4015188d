import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

extension WebServer {
    /// Users and groups of a directory.
    var directoryRoutes: [Route] {
        [
            .page("/settings/directories/{name}", for: .viewer, directory),
            .form("/settings/directories/{name}/protection", for: .analyst, changeProtection),
            .api(.get, "/api/v1/directories", for: .viewer, .listDirectories, directories),
            .api(.get, "/api/v1/directories/{name}/users", for: .viewer, .listDirectoryUsers) { request, context in
                try directoryList(request, context, isOfUsers: true)
            },
            .api(.get, "/api/v1/directories/{name}/groups", for: .viewer, .listDirectoryGroups) { request, context in
                try directoryList(request, context, isOfUsers: false)
            },
            .api(.get, "/api/v1/directories/{name}/groups/{id}/members", for: .viewer, .listMembers, groupMembers),
        ]
    }

    func directory(_ request: Request, _ context: WebContext) async throws -> Response {
        let integration = try askedIntegration(context)
        let visitor = try context.somebody
        let path = "/settings/directories/\(Link.part(integration.name))"
        var filter = DirectoryListing.Filter()
        filter.kind = try request.asked("kind", as: DirectoryListing.Kind.self)
        filter.text = request.asked("text")
        filter.protected = try request.asked("protected", as: DirectoryFilter.Protected.self)
        filter.onlyDisabled = try request.isAsked("disabled")
        if try request.isAsked("guests") { filter.kind = .guests }
        let query: [(String, String?)] = [
            ("text", filter.text), ("kind", filter.kind?.rawValue), ("protected", filter.protected?.rawValue),
            ("disabled", filter.onlyDisabled ? "yes" : nil), ("limit", request.asked("limit")),
        ]
        let asked = try PageRequest<Turn<DirectoryListing.Position>>(request)
        let listing = DirectoryListing(store: store, of: integration, asOf: now(), keeping: members)
        let slice = try listing.page(filter, asked.seek(), limit: asked.limit)
        let open = request.uri.queryParameters[values: "open"].prefix(20).map(String.init)
        let mayChange = visitor.role >= .analyst
        let view = DirectoryView(
            listing: listing, path: path, query: query + [("cursor", request.asked("cursor"))], open: open,
            mayChange: mayChange)
        let sizes = try directorySizes(integration)
        var values: [String: Any] = [
            "name": integration.name, "path": path, "here": "\(request.uri)", "mayChange": mayChange,
            "summary": sizes.words,
            "listLink": "\(Link("/protected", ["directory": integration.name]))", "text": filter.text ?? "",
            "kinds": options(
                [("", "Groups and users"), ("groups", "Groups"), ("users", "Users"), ("guests", "Guests")],
                chosen: filter.kind?.rawValue),
            "protections": options(
                [("", "Any protection"), ("yes", "Protected"), ("no", "Not protected")],
                chosen: filter.protected?.rawValue),
            "accounts": options(
                [("", "Any account"), ("yes", "Disabled")], chosen: filter.onlyDisabled ? "yes" : nil),
            "empty": Self.emptyWords(isUnread: sizes.isUnread),
        ]
        if !slice.elements.isEmpty {
            values["rows"] =
                [
                    "items": try view.rows(slice.elements),
                    "pager": slice.pager(path, query, words: Numbers.counted(slice.elements.count, "row"), \.position),
                ] as [String: Any]
        }
        let page = Page(
            section: .directories, title: integration.name,
            crumbs: [.init("Settings"), .init("Directories", Link("/settings/directories")), .init(integration.name)],
            template: .directory, view: values)
        return try show(page, request, context)
    }

    private static func emptyWords(isUnread: Bool) -> String {
        isUnread
            ? "Nothing was read of this directory yet: its first sync is missing."
            : "No user or group is like that. Take a condition away to see more."
    }

    /// Protect and remove, for a row or for those that are ticked.
    func changeProtection(_ request: Request, _ context: WebContext) async throws -> Response {
        let integration = try askedIntegration(context)
        let form = context.form
        let path = "/settings/directories/\(Link.part(integration.name))"
        let back = Link(returningTo: form["next"]) ?? Link(path)
        var action = form["do"] ?? ""
        // Somebody who is a member of several opened groups stands on the page several times.
        var known: Set<String> = []
        var chosen = form.all("chosen").filter { known.insert($0).inserted }
        if let one = form["one"], let blank = one.firstIndex(of: " ") {
            action = String(one[..<blank])
            chosen = [String(one[one.index(after: blank)...])]
        }
        func ids(_ kind: String) -> [String] {
            chosen.filter { $0.hasPrefix("\(kind):") }.map { String($0.dropFirst(kind.count + 1)) }
        }
        // Enter on the box of a row presses no button.
        guard !action.isEmpty else { return .seeOther(back) }
        guard !chosen.isEmpty else { return .seeOther(back, flash: .warning("Nothing was selected.")) }
        guard chosen.count <= 500 else { throw Problem(.unprocessableContent, "Choose at most 500 rows at a time.") }
        let edit = ProtectEdit(store: store, try deed(context))
        switch action {
        case "protect":
            let change = try edit.protect(users: ids("user"), groups: ids("group"), of: integration)
            let words = Self.protectedWords(change, isGroup: !ids("group").isEmpty)
            return .seeOther(
                back, flash: change.steps.isEmpty ? .warning(words) : .done(words, undo: undo(change, backTo: back)))
        case "remove":
            let keys =
                ids("user").map { Protection.Key(integration: integration.id, kind: .user, id: $0) }
                + ids("group").map { Protection.Key(integration: integration.id, kind: .group, id: $0) }
            let people = try people(in: ids("group"), of: integration) + ids("user")
            let change = try edit.remove(keys)
            guard !change.steps.isEmpty else {
                return .seeOther(
                    back, flash: .warning("None of them is listed directly: remove the group that protects them."))
            }
            let stay = try stayWords(people, of: integration)
            return .seeOther(
                back,
                flash: .done(
                    "Protection removed: \(DirectoryWords.listed(change.names)).\(stay)",
                    undo: undo(change, backTo: back)))
        default: throw Problem(.unprocessableContent, "Choose what to do: protect or remove.")
        }
    }

    /// The users whom groups protect, nested ones too; of very large groups nobody counts them.
    private func people(in groups: [String], of integration: Integration) throws -> [String] {
        let found = try groups.flatMap { try store.transitiveUserIDs(ofGroup: $0, of: integration.id) }
        return found.count <= 5_000 ? found : []
    }

    /// How many of those whose protection was removed are protected all the same.
    private func stayWords(_ people: [String], of integration: Integration) throws -> String {
        let ids = Array(Set(people))
        var count = 0
        for start in stride(from: 0, to: ids.count, by: 500) {
            let page = Array(ids[start..<min(start + 500, ids.count)])
            count += try store.standings(ofUsers: page, of: integration.id, at: now()).values.count(
                where: \.isProtected)
        }
        guard count > 0 else { return "" }
        return
            " \(Numbers.grouped(count)) of these people \(count == 1 ? "stays" : "stay") protected for other reasons."
    }

    private static func protectedWords(_ change: ProtectionChange, isGroup: Bool) -> String {
        let (names, already) = (change.names, change.unchanged)
        guard !names.isEmpty else {
            guard !already.isEmpty else { return "The directory has none of them any more." }
            return "\(DirectoryWords.listed(already)) \(already.count == 1 ? "is" : "are") on the list already."
        }
        let who = names.count == 1 ? "\(names[0]) is protected" : "\(DirectoryWords.listed(names)) are protected"
        let future = names.count == 1 ? ", and so is whoever joins it later." : ", and so is whoever joins later."
        let others =
            already.isEmpty
            ? "" : " \(Numbers.grouped(already.count)) \(already.count == 1 ? "was" : "were") on the list already."
        return who + (isGroup ? future : ".") + others + " Mail judged from now on uses it."
    }
}
