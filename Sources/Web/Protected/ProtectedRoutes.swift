import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

extension WebServer {
    /// The Business Email Compromise list.
    var protectedRoutes: [Route] {
        [
            .page("/protected", for: .viewer, protectedList),
            .page("/protected/add", for: .analyst, addPersonPage),
            .form("/protected/add", for: .analyst, addPerson),
            .page("/protected/import", for: .analyst, importPage),
            .form("/protected/import", for: .analyst, limit: Self.largestPeopleFile, importPeople),
            .page("/protected/export", for: .viewer, exportPeople),
            .page("/protected/person/{key}", for: .viewer, personPage),
            .form("/protected/person/{key}", for: .analyst, savePerson),
            .form("/protected/remove", for: .analyst, removePerson),
            .form("/protected/undo", for: .analyst, takeBackProtection),
            .form("/protected/secondary", for: .analyst, addSecondaryEmail),
        ] + protectionAPI + protectionFileAPI
    }

    /// Bytes of a file of people.
    static let largestPeopleFile = 32 << 20

    private static let crumbs: [Page.Crumb] = [
        .init("Email Configuration"), .init("Enhanced Detections"),
        .init("Business Email Compromise", Link("/protected")),
    ]

    func protectedPage(_ title: String, _ template: Template, _ view: Any, status: HTTPResponse.Status = .ok) -> Page {
        let isList = template.name == Template.protected.name
        return Page(
            section: .protected, title: title, crumbs: Self.crumbs + (isList ? [] : [.init(title)]), template: template,
            view: view, status: status)
    }

    func protectedList(_ request: Request, _ context: WebContext) async throws -> Response {
        let mayChange = try context.somebody.role >= .analyst
        let (directory, text) = try askedPeople(request)
        let asked = try PageRequest<Turn<ProtectedList.Position>>(request)
        let integrations = try store.integrations()
        let slice = try ProtectedList(store: store, asOf: now(), keeping: members)
            .page(directory: directory, text: text, asked.seek(), limit: asked.limit)
        let query: [(String, String?)] = [("directory", directory), ("text", text)]
        // The page in the browser takes the rows alone when it asks again.
        let remarks = isAskedByPage(request) ? [] : try remarks()
        let showsAll = request.asked("remarks") == "all"
        var values: [String: Any] = [
            "summary": slice.hasNext || slice.hasPrevious
                ? "" : "\(Numbers.counted(slice.elements.count, "person", plural: "people")).",
            "mayChange": mayChange, "text": text ?? "",
            "exportCSV": "\(Link("/protected/export", query + [("format", "csv")]))",
            "exportJSON": "\(Link("/protected/export", query + [("format", "json")]))",
            "directories": options(
                [("", "All directories")] + integrations.map { ($0.name, $0.name) } + [("local", "Typed in by hand")],
                chosen: directory),
            "remarks": (remarks ?? []).prefix(showsAll ? 1_000 : 8).map(Self.remarkView),
            "allRemarks": shown(
                showsAll || (remarks?.count ?? 0) <= 8
                    ? nil : "\(Link("/protected", query + [("remarks", "all")]))#lint"),
            "hasRemarks": remarks?.isEmpty == false,
            "noRemarks": remarks == nil
                ? "Not looked for here: there are more than 5,000 people. reeve protect lint says what makes the list weaker or noisier."
                : "Nothing makes the list weaker or noisier than it could be.",
            "remarkCount": remarks.map {
                $0.count > 8 && !showsAll
                    ? "8 of \(Numbers.counted($0.count, "remark"))" : Numbers.counted($0.count, "remark")
            } ?? "not looked for",
            "groups": try groupViews(integrations.filter { directory == nil || $0.name == directory }),
            "isOfAll": directory != nil,
            "empty": text != nil
                ? "No protected person has that in a name, an address or a job title."
                : directory == nil
                    ? "Nobody is protected yet. Open a directory and protect a group, or add a person."
                    : directory == "local"
                        ? "Nobody was typed in or imported yet." : "Nobody of this directory is protected yet.",
        ]
        if !slice.elements.isEmpty {
            values["rows"] =
                [
                    "items": try rowViews(slice.elements, context, mayChange: mayChange),
                    "pager": slice.pager(
                        "/protected", query, words: Numbers.counted(slice.elements.count, "person", plural: "people"),
                        \.position),
                ] as [String: Any]
        }
        return try show(protectedPage("Business Email Compromise", .protected, values), request, context)
    }

    /// Whom a list or an export of people is narrowed to.
    /// - Throws: `Problem` 404 for a directory that is not there.
    func askedPeople(_ request: Request) throws -> (directory: String?, text: String?) {
        let directory = request.asked("directory")
        if let directory, directory != "local", try store.integration(named: directory) == nil {
            throw Problem(.notFound, "There is no such directory; it may have been removed or renamed.")
        }
        return (directory, request.asked("text"))
    }

    private func rowViews(
        _ rows: [ProtectedList.Row], _ context: WebContext, mayChange: Bool
    ) throws -> [[String: Any]] {
        let since = now().addingTimeInterval(-30 * 86_400)
        let detections = try store.detections(of: rows.map(\.key.id), since: since)
        return rows.map { row in
            let person = row.entry.person
            var view: [String: Any] = [
                "title": person.name, "link": "\(Self.personLink(row.key))", "job": person.jobTitle ?? "",
                "hasLeft": row.entry.standing == .left, "isDisabled": row.entry.standing == .disabled,
                "unknownIcon": StateView.Kind.unknown.icon,
                "address": person.addresses.first ?? person.addressPatterns.first ?? "no address",
                "secondary": person.secondaryEmails.isEmpty
                    ? "no secondary" : "\(person.secondaryEmails.count) secondary",
                "chips": Provenance.chips(person.reasons), "mayChange": mayChange, "ends": false, "detections": false,
            ]
            if let found = detections[row.key.id] {
                view["detections"] =
                    [
                        "detections": Numbers.grouped(found.count), "time": time(found.last, context),
                        "detectionsLink": "\(Link("/mail", ["person": row.key.id]))",
                    ] as [String: Any]
            }
            if let ends = row.entry.expires {
                view["ends"] = ["time": time(ends.addingTimeInterval(-1), context)] as [String: Any]
            }
            return view
        }
    }

    static func personLink(_ key: Protection.Key) -> Link { Link("/protected/person/\(Link.part(key.text))") }

    /// Found by walking over the whole list; nil for a large one, of which `reeve protect lint` tells.
    func remarks() throws -> [ProtectRemark]? {
        var remarks: [ProtectRemark] = []
        let most = 5_000
        var users = 0
        for integration in try store.integrations() {
            let kept = try store.keptCount(.user, of: integration.id)
            users += try kept > 0 ? kept : store.count(.user, of: integration.id, upTo: most + 1)
            guard users <= most else { return nil }
        }
        try ProtectLint(store: store, asOf: now()).run { remarks.append($0) }
        return remarks
    }

    private static func remarkView(_ remark: ProtectRemark) -> [String: Any] {
        let kind: StateView.Kind = remark.kind == .left || remark.kind == .groupGone ? .unknown : .warn
        let words = remark.kind.rawValue.replacing("-", with: " ")
        return [
            "state": StateView(kind, words.prefix(1).uppercased() + words.dropFirst()),
            "who": remark.name.isEmpty ? "The list" : remark.name, "what": remark.text,
            "link": shown(remark.name.isEmpty ? nil : "\(Link("/protected", ["text": remark.name]))"),
        ]
    }

    private func groupViews(_ integrations: [Integration]) throws -> [[String: Any]] {
        let most = 50
        var views: [[String: Any]] = []
        for integration in integrations {
            let groups = try store.protections(.group, in: integration.id, limit: most - views.count)
                .filter { $0.isActive(at: now()) }
            let standings = try members.standings(
                ofGroups: groups.map(\.key.id), of: integration.id, in: store, at: now())
            views += groups.map { group in
                let standing = standings[group.key.id]
                let count = standing.map { $0.isCut ? "over 5,000" : Numbers.grouped($0.members) } ?? "0"
                return ["title": group.name, "members": count]
            }
            if views.count >= most {
                views.append(["title": "The first \(views.count) groups are shown", "members": ""])
                break
            }
        }
        return views
    }
}

extension Protection.Key {
    /// `user.3.87d349ed…`: as it stands in links and in the API.
    var text: String { "\(kind.rawValue).\(integration ?? 0).\(id)" }

    /// Nil for what is none.
    init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 2).map(String.init)
        guard parts.count == 3, let kind = Protection.Kind(rawValue: parts[0]), let number = Int(parts[1]), number >= 0
        else { return nil }
        self.init(integration: number == 0 ? nil : number, kind: kind, id: parts[2])
    }
}
