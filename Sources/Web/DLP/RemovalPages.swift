import Flows
import Hummingbird
import Model
import Report
import Store

/// Removing a profile or an entry asks first, and says what goes with it.
extension WebServer {
    /// `GET /dlp/profile/remove?name=`.
    func removeProfilePage(_ request: Request, _ context: WebContext) async throws -> Response {
        let item = try asProblem { try profileBook.item(named: request.asked("name") ?? "") }
        let name = item.profile.name
        let found = try findings(of: name)
        var goes = [
            "Its choice of \(Numbers.counted(item.lines.count, "entry", plural: "entries")) and its terms; the entries themselves stay."
        ]
        if found["fileCount"] as? Int != 0 {
            goes.append("\(found["fileWords"] ?? "") that it made: the next scan resolves them.")
        }
        return try removalPage(
            Removal(
                name: name, back: item.profile.page, action: "/dlp/profile/remove", field: "profile", value: name,
                goes: goes, isOwn: item.origin.isCustom, noun: "profile",
                users: item.attachedTo.map { ($0, Link("/integrations/\(Link.part($0))")) },
                crumb: .init("Profiles", Link("/dlp/profiles"))), request, context)
    }

    /// `GET /dlp/entries/remove?entry=`.
    func removeEntryPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let kept = try asProblem { try entryBook.entry(request.asked("entry") ?? "") }
        let goes =
            switch kept.entry.means {
            case .dataset(let columns, _):
                "The hashes of its rows (\(Numbers.counted(columns.count, "column"))), for ever: only the CSV file can make them again."
            case .fingerprint(let documents, _):
                "The fingerprints of \(Numbers.counted(documents.count, "document")), for ever: only the documents can make them again."
            case .words(let list): "Its list of \(Numbers.counted(list.count, "word"))."
            case .pattern, .label, .foreignLabel: "Its expression, and the words around a match that it knows."
            }
        return try removalPage(
            Removal(
                name: kept.entry.name, back: Link("/dlp/add-entry", ["entry": kept.id]),
                action: "/dlp/entries/remove", field: "entry", value: kept.id, goes: [goes], isOwn: true, noun: "entry",
                users: try store.profiles(with: kept.id).map { ($0, ContentProfile.page(of: $0)) },
                crumb: .init("Entries of your own", Link("/dlp/entries"))), request, context)
    }

    /// What is to be removed.
    private struct Removal {
        let name: String
        let back: Link
        let action: String
        /// How the form names it.
        let field: String
        let value: String
        /// What goes with it, a sentence each.
        let goes: [String]
        /// False where it comes with Reeve.
        let isOwn: Bool
        let noun: String
        /// Who uses it: while anybody does, it stays.
        let users: [(name: String, link: Link)]
        let crumb: Page.Crumb
    }

    private func removalPage(_ removal: Removal, _ request: Request, _ context: WebContext) throws -> Response {
        let view: [String: Any] = [
            "name": removal.name, "back": "\(removal.back)", "action": removal.action, "field": removal.field,
            "value": removal.value, "goes": removal.goes, "noun": removal.noun, "isOwn": removal.isOwn,
            "mayRemove": removal.isOwn && removal.users.isEmpty, "isUsed": !removal.users.isEmpty,
            "users": removal.users.map { ["user": $0.name, "userLink": "\($0.link)"] },
        ]
        return try show(
            Page(
                section: .profiles, title: "Remove \(removal.name)",
                crumbs: [.init("DLP"), removal.crumb, .init(removal.name, removal.back), .init("Remove")],
                template: .dlpRemove, view: view), request, context)
    }
}

extension Template {
    static let dlpRemove = Template(
        "dlp-remove",
        #"""
        <div class="head"><div><h1 class="break">Remove <bdi>{{name}}</bdi></h1></div></div>
        {{^isOwn}}<p class="lead">This {{noun}} comes with Reeve and stays. Its entries can be switched off.</p>{{/isOwn}}
        {{#isUsed}}<p class="lead">It is used, and as long as it is it stays. Take it away there first: {{#users}}<a class="break" href="{{userLink}}"><bdi>{{user}}</bdi></a> {{/users}}</p>{{/isUsed}}
        {{#mayRemove}}<div class="sec-body text"><p>Goes with it, and cannot be brought back:</p><ul class="list">{{#goes}}<li>{{.}}</li>{{/goes}}</ul></div>{{/mayRemove}}
        <form class="sec-body" method="post" action="{{action}}">{{> csrf}}<input type="hidden" name="{{field}}" value="{{value}}">
        <p class="actions">{{#mayRemove}}<button class="btn btn-danger" type="submit">Remove</button> {{/mayRemove}}<a class="btn btn-quiet" href="{{back}}">Cancel</a></p></form>
        """#)
}
