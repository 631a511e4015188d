import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

/// What the form of a profile shows: as it is, or as somebody filled it in.
struct ProfileForm {
    var profile: ContentProfile
    /// As typed, where that is no number.
    var allowed: String
    var together: String
    /// The name it has; nil for one that is to be made.
    var former: String?
    /// Of the profile as it was when the form was filled; nil for one that is to be made, and where the form does not say.
    var version: String?
    var problem: String?
    /// What labels have to be called to be offered; those that are ticked are shown all the same.
    var sought: String?

    init(_ profile: ContentProfile, former: String? = nil) {
        self.profile = profile
        self.former = former
        if former != nil { version = Self.version(of: profile) }
        allowed = "\(profile.allowed)"
        together = "\(profile.together)"
    }

    /// What was filled in. `problem` says what is no number.
    init(_ form: Form) {
        former = form["profile"]
        version = form["version"]
        allowed = form["allowed"] ?? "0"
        together = form["together"] ?? "1"
        profile = ContentProfile(
            name: form["name"] ?? "", entries: Set(form.all("entry")),
            minimum: form["minimum"].flatMap(Match.Confidence.init(rawValue:)) ?? .medium,
            allowed: Int(allowed) ?? 0, together: Int(together) ?? 1, usesContext: form.isOn("context"))
        sought = form.sought
        if !form.isSearch, Int(allowed) == nil || Int(together) == nil {
            problem = "numbers are written in digits"
        }
    }

    /// Differs whenever somebody changed what the form shows.
    static func version(of profile: ContentProfile) -> String {
        EntityTag(
            of: .object([
                ("name", .text(profile.name)), ("entries", .texts(profile.entries.sorted())),
                ("minimum", .text(profile.minimum.rawValue)), ("allowed", .number(profile.allowed)),
                ("together", .number(profile.together)), ("context", .flag(profile.usesContext)),
            ])
        ).text
    }

    /// - Parameters:
    ///   - catalogue: every entry; those of one heading stand together.
    ///   - off: those that are in the profile and switched off.
    func values(_ catalogue: EntryCatalogue, off: Set<String>) -> [String: Any] {
        var values: [String: Any] = [
            "name": profile.name, "allowed": allowed, "together": together, "usesContext": profile.usesContext,
            "isNew": former == nil, "title": former ?? "Add profile",
            "action": former == nil ? "/dlp/add-profile" : "/dlp/profile/change",
            "former": former ?? "", "version": shown(version),
            "error": shown(problem.map(sentence)),
            "copy": "\(Link("/dlp/add-profile", ["copy": former]))",
            "test": "\(Link("/dlp/test", ["profile": former]))",
            "remove": "\(Link("/dlp/profile/remove", ["name": former]))",
        ]
        values.merge(choices(catalogue, off: off).values) { $1 }
        values["confidences"] = Match.Confidence.allCases.map { confidence in
            [
                "value": confidence.rawValue, "title": WebServer.words(confidence),
                "isChosen": confidence == profile.minimum,
            ] as [String: Any]
        }
        return values
    }

    /// Why it is not saved over what somebody else saved in the meantime; nil where nobody did.
    func stale(beside kept: ProfileBook.Item) -> String? {
        guard let version, version != Self.version(of: kept.profile) else { return nil }
        let by: String? = if case .custom(let by, _) = kept.origin { by } else { nil }
        return StaleForm.changed(by: by, "profile")
    }

    /// Those that nobody knows any more stand first: whoever saves the form keeps them, unless they clear the box.
    private func choices(_ catalogue: EntryCatalogue, off: Set<String>) -> EntryChoices {
        let gone = profile.entries.union(off).filter { catalogue.entry($0) == nil }.sorted().map { id in
            EntryChoices.Choice(
                entry: .gone(id), isOn: profile.entries.contains(id), isOff: off.contains(id), note: Self.goneWords)
        }
        let known = catalogue.choices.map { entry in
            EntryChoices.Choice(
                entry: entry, isOn: catalogue.has(entry.id, in: profile), isOff: off.contains(entry.id),
                note: entry.shortNote)
        }
        return EntryChoices(choices: gone + known, sought: sought, opensFirst: former == nil)
    }

    static let goneWords = "Its integration was removed, or its tenant no longer lists it: nothing is found by it."
}

extension WebServer {
    func showForm(
        _ form: ProfileForm, _ request: Request, _ context: WebContext, users: [String] = [],
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let off = try form.former.flatMap { try kept($0) }?.off ?? []
        var view = form.values(try profileBook.catalogue(), off: off)
        view["users"] = users.map { ["user": $0, "userLink": "/integrations/\(Link.part($0))"] }
        view["hasUsers"] = !users.isEmpty
        if let former = form.former { view.merge(try findings(of: former)) { $1 } }
        let title = form.former ?? "Add profile"
        return try show(
            Page(
                section: .profiles, title: title,
                crumbs: [.init("DLP"), .init("Profiles", Link("/dlp/profiles")), .init(title)],
                template: .dlpProfileForm, view: view, status: status), request, context)
    }

    /// `GET /dlp/add-profile?copy=`.
    func addProfilePage(_ request: Request, _ context: WebContext) async throws -> Response {
        var profile = ContentProfile(name: "", entries: [])
        if let name = request.asked("copy") {
            profile = try asProblem { try profileBook.item(named: name) }.profile
            profile.name = "Copy of \(profile.name)"
        }
        return try showForm(ProfileForm(profile), request, context)
    }

    /// `POST /dlp/add-profile`.
    func addProfile(_ request: Request, _ context: WebContext) async throws -> Response {
        var form = ProfileForm(context.form)
        form.former = nil
        if context.form.isSearch { return try showForm(form, request, context) }
        return try keep(form, request, context) { profile, deed in try profileBook.add(profile, deed) }
    }

    /// `POST /dlp/profile/change`.
    func changeProfile(_ request: Request, _ context: WebContext) async throws -> Response {
        var form = ProfileForm(context.form)
        return try changeTurn.take {
            guard let before = try kept(form.former ?? "") else {
                let name = "\"\((form.former ?? "").prefix(200))\""
                form.problem = StaleForm.gone("profile \(name)", "renamed or removed")
                form.former = nil
                return try showForm(form, request, context, status: .conflict)
            }
            if context.form.isSearch {
                return try showForm(form, request, context, users: before.attachedTo)
            }
            if let told = form.stale(beside: before) {
                form.problem = told
                form.version = ProfileForm.version(of: before.profile)
                return try showForm(form, request, context, users: before.attachedTo, status: .conflict)
            }
            return try keep(form, of: before, request, context) { profile, deed in
                // What is off is no box that is ticked, and stays.
                try profileBook.change(form.former ?? "", to: profile, keeping: before.off, deed)
            }
        }
    }

    /// The profile of a name; nil where there is none.
    private func kept(_ name: String) throws -> ProfileBook.Item? {
        do {
            return try profileBook.item(named: name)
        } catch let trouble as ProfileTrouble where trouble.isUnknown {
            return nil
        }
    }

    /// What a change of a profile means for what was scanned already.
    /// - Parameter before: the profile as it was; nil for a new one.
    func effect(of made: ContentProfile, on before: ProfileBook.Item?) throws -> String {
        guard let before, !before.attachedTo.isEmpty else { return "Documents scanned from now on use it." }
        guard made != before.profile else { return "Nothing about it changed." }
        return try effect(onScansOf: before.attachedTo)
    }

    /// What a change of a profile that some integrations use, or of an entry of it, means for what was scanned already.
    func effect(onScansOf names: [String]) throws -> String {
        let users = try store.integrations().filter { names.contains($0.name) }
        let again = try users.filter(profileBook.readsAgain)
        guard !again.isEmpty else { return "The next scan reads no file again for it." }
        return "The next scan of \(again.map(\.name).joined(separator: ", ")) looks at every stored file again for it."
    }

    private func keep(
        _ form: ProfileForm, of before: ProfileBook.Item? = nil, _ request: Request, _ context: WebContext,
        _ body: (ContentProfile, Deed) throws -> ContentProfile
    ) throws -> Response {
        var form = form
        if form.problem == nil {
            do {
                let made = try body(form.profile, try deed(context))
                return .seeOther(
                    made.page, flash: .done("\(made.name) is saved. \(try effect(of: made, on: before))"))
            } catch let trouble as ProfileTrouble {
                form.problem = trouble.reason
            }
        }
        return try showForm(
            form, request, context, users: before?.attachedTo ?? [], status: .unprocessableContent)
    }
}
