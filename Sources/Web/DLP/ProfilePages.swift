import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

extension WebServer {
    /// `GET /dlp/profiles`.
    func profilesPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let items = try profileBook.items()
        let rows = try items.map { item -> [String: Any] in
            let on = item.lines.count(where: \.isOn)
            return [
                "name": item.profile.name, "link": "\(item.profile.page)", "origin": Self.words(item.origin),
                "entries": on == item.lines.count ? "\(on)" : "\(on) of \(item.lines.count)",
                "confidence": item.profile.usesContext ? Self.words(item.profile.minimum) : "Shape and check",
                "matches": Self.matches(item.profile), "users": Self.users(item),
                "unread": shown(try unread(item)),
            ]
        }
        let page = Page(
            section: .profiles, title: "DLP profiles", crumbs: [.init("DLP"), .init("Profiles")],
            template: .dlpProfiles,
            view: [
                "rows": rows, "mayChange": try context.somebody.role >= .analyst, "inProfiles": true,
            ] as [String: Any])
        return try show(page, request, context)
    }

    static func words(_ origin: ProfileBook.Origin) -> String {
        switch origin {
        case .predefined: "Predefined"
        case .labels(let integration): "Labels of \(integration)"
        case .custom: "Your own"
        }
    }

    static func words(_ confidence: Match.Confidence) -> String {
        switch confidence {
        case .low: "Low"
        case .medium: "Medium"
        case .high: "High"
        }
    }

    /// "From 1 match on", "3 entries together".
    private static func matches(_ profile: ContentProfile) -> String {
        let from = "From \(Numbers.counted(profile.allowed + 1, "match", plural: "matches")) on"
        return profile.together > 1 ? "\(from), \(profile.together) entries together" : from
    }

    static func users(_ item: ProfileBook.Item) -> [[String: String]] {
        item.attachedTo.map { ["user": $0, "userLink": "/integrations/\(Link.part($0))"] }
    }

    /// Why the entries of a profile of labels may not be all there are.
    private func unread(_ item: ProfileBook.Item) throws -> String? {
        guard case .labels(let name) = item.origin, let integration = try store.integration(named: name) else {
            return nil
        }
        return try labelBook.shelf(of: integration).standing.trouble.map { "The labels \($0)" }
    }

    /// `GET /dlp/profile?name=`.
    func contentProfilePage(_ request: Request, _ context: WebContext) async throws -> Response {
        let item = try asProblem { try profileBook.item(named: request.asked("name") ?? "") }
        if try item.origin.isCustom && context.somebody.role >= .analyst {
            return try showForm(
                ProfileForm(item.profile, former: item.profile.name), request, context, users: item.attachedTo)
        }
        return try showProfile(item, request, context)
    }

    /// A profile whose entries are switched, or that the visitor may not change.
    /// - Parameters:
    ///   - problem: why what was sent was not saved.
    ///   - searched: what was ticked where the labels are searched, and nothing saved.
    private func showProfile(
        _ item: ProfileBook.Item, problem: String? = nil, searched: Form? = nil, _ request: Request,
        _ context: WebContext
    ) throws -> Response {
        let mayChange = try context.somebody.role >= .analyst && !item.origin.isCustom
        var view: [String: Any] = [
            "name": item.profile.name, "origin": Self.words(item.origin),
            "mayChange": mayChange, "mayCopy": try context.somebody.role >= .analyst,
            "copy": "\(Link("/dlp/add-profile", ["copy": item.profile.name]))",
            "test": "\(Link("/dlp/test", ["profile": item.profile.name]))",
            "version": searched?["version"] ?? Self.version(of: item.lines), "error": shown(problem),
            "was": (searched?.all("was") ?? item.lines.filter(\.isOn).map(\.id)).map { ["id": $0] },
            "choices": shown(Self.choices(item, searched, mayChange: mayChange)?.values), "isFixed": !mayChange,
            "rows": item.lines.enumerated().map { place, line in Self.row(line, place) },
            "hasRows": !item.lines.isEmpty, "unread": shown(try unread(item)),
            "confidence": item.profile.usesContext
                ? Self.words(item.profile.minimum) + " or more" : "Shape and check are enough",
            "matches": Self.matches(item.profile), "users": Self.users(item), "hasUsers": !item.attachedTo.isEmpty,
        ]
        view.merge(try findings(of: item.profile.name)) { $1 }
        if case .custom(let by, let at) = item.origin {
            view["changed"] = ["by": AuditSentence.who(by), "time": time(at, context)] as [String: Any]
        }
        return try show(
            Page(
                section: .profiles, title: item.profile.name,
                crumbs: [.init("DLP"), .init("Profiles", Link("/dlp/profiles")), .init(item.profile.name)],
                template: .dlpProfile, view: view, status: problem == nil ? .ok : .conflict), request, context)
    }

    /// The way to what a profile has found, and how many active instances that is.
    func findings(of profile: String) throws -> [String: Any] {
        var filter = InstanceFilter()
        try filter.narrow(toProfile: profile, in: store)
        let count = try store.instanceCounts(filter).map(\.count).reduce(0, +)
        return [
            "files": "\(Link("/instances", ["profile": profile, "integration": "all"]))",
            "fileWords": Numbers.counted(count, "finding in a file", plural: "findings in files"),
            "fileCount": count,
        ]
    }

    /// Differs whenever another entry is on, and where there are others: labels that were read since.
    private static func version(of lines: [ProfileBook.Line]) -> String {
        EntityTag(of: .object(lines.map { ($0.id, .flag($0.isOn)) })).text
    }

    /// The labels of a tenant as boxes; nil for any other profile. They have no note but their ids.
    private static func choices(_ item: ProfileBook.Item, _ searched: Form?, mayChange: Bool) -> EntryChoices? {
        guard case .labels = item.origin else { return nil }
        let ticked = searched.map { Set($0.all("entry")) }
        let choices = item.lines.map { line in
            EntryChoices.Choice(entry: line.entry, isOn: ticked?.contains(line.id) ?? line.isOn, note: line.id)
        }
        return EntryChoices(
            choices: choices, sought: searched?.sought, chosen: .unseen, opensFirst: true, isFixed: !mayChange)
    }

    private static func row(_ line: ProfileBook.Line, _ place: Int) -> [String: Any] {
        [
            "box": "e\(place)", "id": line.id, "title": line.entry.title, "kind": line.entry.kind.title,
            "note": line.entry.shortNote, "isOn": line.isOn, "isDeleted": line.entry.isDeleted,
        ]
    }

    /// What somebody switched on a page that others had made stale: saving what the page shows now must not undo theirs.
    /// - Parameter was: the entries that were on when the page was opened.
    private static func notSaved(_ wanted: Set<String>, over was: Set<String>, _ lines: [ProfileBook.Line]) -> String {
        let changed = lines.filter {
            $0.isOn != wanted.contains($0.id) && was.contains($0.id) != wanted.contains($0.id)
        }
        let names = changed.map { "\(VisibleText.of(String($0.entry.title.prefix(100)))) \($0.isOn ? "off" : "on")" }
        let told = names.prefix(10).joined(separator: ", ") + (names.count > 10 ? " and \(names.count - 10) more" : "")
        let now = "Its entries were changed since this page was opened. The boxes show what is on now."
        return names.isEmpty ? "\(now) What you switched is so already." : "\(now) Not saved: \(told)."
    }

    /// `POST /dlp/profile/entries`: which entries of a predefined profile, or of the labels of a tenant, are on.
    func switchEntries(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = context.form
        let name = form["profile"] ?? ""
        let wanted = Set(form.all("entry"))
        if form.isSearch {
            return try showProfile(
                try asProblem { try profileBook.item(named: name) }, searched: form, request, context)
        }
        let deed = try deed(context)
        let (before, made) = try changeTurn.take { () -> (ProfileBook.Item, ProfileBook.Item?) in
            let before = try asProblem { try profileBook.item(named: name) }
            guard form["version"].map({ $0 == Self.version(of: before.lines) }) ?? true else {
                return (before, nil)
            }
            return (before, try asProblem { try profileBook.setEntries(wanted, of: name, deed) })
        }
        guard let item = made else {
            let why = Self.notSaved(wanted, over: Set(form.all("was")), before.lines)
            return try showProfile(before, problem: why, request, context)
        }
        let on = item.lines.count(where: \.isOn)
        let was = before.lines.filter(\.isOn).map(\.id)
        let effect = item.attachedTo.isEmpty ? "" : " \(try effect(of: item.profile, on: before))"
        let words = "\(on) of \(item.lines.count) entries of \(item.profile.name) are on.\(effect)"
        return .seeOther(
            item.profile.page,
            flash: was.count == on && was.allSatisfy { id in item.lines.contains { $0.id == id && $0.isOn } }
                ? .warning("Nothing was changed.") : .done(words))
    }

    /// `POST /dlp/profile/remove`.
    func removeProfile(_ request: Request, _ context: WebContext) async throws -> Response {
        let name = context.form["profile"] ?? ""
        do {
            try profileBook.remove(name, try deed(context))
        } catch let trouble as ProfileTrouble {
            let words = trouble.isUnknown ? "there is no profile \"\(name.prefix(200))\" any more" : trouble.reason
            return .seeOther(Link("/dlp/profiles"), flash: .failed(sentence(words)))
        }
        return .seeOther(Link("/dlp/profiles"), flash: .done("\(name) is removed."))
    }

    /// `POST /integrations/{name}/profiles`.
    func attachProfiles(_ request: Request, _ context: WebContext) async throws -> Response {
        let integration = try askedIntegration(context)
        let names = try asProblem {
            try profileBook.attach(context.form.all("profile"), to: integration, try deed(context))
        }
        await events.publish(Event(.integrations, integration: integration.name))
        let words =
            names.isEmpty
            ? "\(integration.name) uses no DLP profile."
            : "\(integration.name) uses \(Numbers.counted(names.count, "DLP profile"))."
        let remarks = [
            try Self.idle(profileBook.idle(among: names)),
            try Self.ofOthers(profileBook.ofOtherTenants(among: names, for: integration)),
        ].compactMap(\.self)
        let told = ([words] + remarks).joined(separator: " ")
        return .seeOther(integration.page, flash: remarks.isEmpty ? .done(told) : .warning(told))
    }

    /// That nothing is looked for with some profiles; nil for none.
    static func idle(_ names: [String]) -> String? {
        guard let last = names.last else { return nil }
        let all = names.count == 1 ? "\(last) has" : "\(names.dropLast().joined(separator: ", ")) and \(last) have"
        return "\(all) no entry that is on: nothing is looked for with \(names.count == 1 ? "it" : "them")."
    }

    /// That some profiles are the labels of other tenants; nil for none.
    private static func ofOthers(_ names: [String]) -> String? {
        guard !names.isEmpty else { return nil }
        let are = names.count == 1 ? "is" : "are"
        return "\(names.joined(separator: ", ")) \(are) of another tenant: only files that bear its labels are found."
    }

    /// The profiles as boxes of a form.
    /// - Parameter integration: the profile of its labels is offered, those of other tenants only where they are used: whoever saves the form
    ///   is not to take them away unseen.
    func profileChoices(_ chosen: [String], for integration: String?) throws -> [[String: Any]] {
        let keys = Set(chosen.map(KeptProfile.key))
        return try profileBook.items().filter { item in
            guard case .labels(let name) = item.origin, name != integration else { return true }
            return keys.contains(KeptProfile.key(item.profile.name))
        }.enumerated().map { place, item in
            [
                "box": "p\(place)", "profile": item.profile.name,
                "hint": Self.words(item.origin) + (item.isIdle ? ", no entry on" : ""),
                "isOn": keys.contains(KeptProfile.key(item.profile.name)), "profileLink": "\(item.profile.page)",
            ]
        }
    }
}
