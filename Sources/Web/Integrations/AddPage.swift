import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Store

extension WebServer {
    /// Holds what an authorisation under way has to come back with.
    private var authoriseCookie: String { cookies.name("reeve-authorise") }

    /// `GET /settings/directories/add` and `GET /integrations/add`: the panel with its three steps.
    func addPage(_ request: Request, _ context: WebContext) async throws -> Response {
        var draft = IntegrationDraft(name: "", isDirectory: request.uri.path.hasPrefix("/settings"))
        guard let id = request.uri.queryParameters["authorisation"].map(String.init) else {
            // The first cloud that something is registered in.
            draft.cloud = try store.registrations().first(where: \.isComplete)?.cloud ?? draft.cloud
            return try panel(draft, nil, request, context)
        }
        let visitor = try context.somebody
        guard let pending = try store.pendingAuthorisation(id, by: visitor.actor, at: now()) else {
            return try panel(draft, nil, request, context, problem: .gone, status: .notFound)
        }
        return try panel(pending.draft, pending, request, context)
    }

    /// `POST /integrations/add`: on to Microsoft. A form may not be answered with another host (the page's own policy), so a page says where
    /// it goes and goes there by itself.
    func beginAuthorisation(_ request: Request, _ context: WebContext) async throws -> Response {
        let before = try context.form["authorisation"].flatMap {
            try store.pendingAuthorisation($0, by: try context.somebody.actor, at: now())
        }
        let draft = try draft(context.form, after: before)
        do {
            return try depart(draft, request, context)
        } catch let problem as AuthoriseProblem {
            let pending = draft.integration == nil ? nil : before
            return try panel(draft, pending, request, context, problem: problem, status: .unprocessableContent)
        }
    }

    /// What the panel's form says. What is authorised again keeps its name, its cloud and how often it is read: the form asks for features
    /// and mode alone, and in the limited mode whether that ends.
    func draft(_ form: Form, after before: PendingAuthorisation?) throws -> IntegrationDraft {
        guard let renewed = before?.draft, let id = renewed.integration, let known = try store.integration(id: id)
        else { return try draft(form) }
        let asked = try draft(form)
        let isLimited = form["consent"].map { $0 == "delegated" } ?? renewed.isDelegated
        var draft = try draft(again: known, features: asked.features, mode: asked.mode, endsLimit: !isLimited)
        draft.isDirectory = renewed.isDirectory
        return draft
    }

    /// `POST /integrations/{name}/authorise`: the same for an integration that is there.
    func authoriseAgain(_ request: Request, _ context: WebContext) async throws -> Response {
        let known = try askedIntegration(context)
        // Without a box ticked it is for the directory alone.
        let draft = try draft(
            again: known, features: Set(context.form.all("feature").compactMap(Feature.init(rawValue:))),
            mode: context.form["mode"].flatMap(Integration.Mode.init(rawValue:)),
            endsLimit: context.form["consent"] == "application")
        do {
            return try depart(draft, request, context)
        } catch let problem as AuthoriseProblem {
            return .seeOther(known.page, flash: .failed("\(problem)"))
        }
    }

    /// What an integration that is there is authorised for again; nil leaves what it has.
    /// - Parameter endsLimit: from now on by permissions of the app itself, where it read on behalf of a person.
    func draft(
        again known: Integration, features: Set<Feature>?, mode: Integration.Mode?, endsLimit: Bool = false
    ) throws -> IntegrationDraft {
        let isDelegated = known.isLimited && !endsLimit
        var wanted = features ?? known.features
        // Labels cannot be read on behalf of a person, so that the limited mode does not ask for them; the app itself reads them.
        if isDelegated { wanted.subtract(Feature.ofAppAlone) } else if known.isLimited { wanted.insert(.labels) }
        return IntegrationDraft(
            name: known.name, cloud: try cloud(of: known), syncFrequency: known.syncFrequency,
            features: wanted, mode: mode ?? known.mode, isDelegated: isDelegated, integration: known.id)
    }

    /// The cloud whose registration an integration was made with.
    private func cloud(of integration: Integration) throws -> String {
        try store.registrations().first { $0.clientID == integration.clientID }?.cloud ?? "global"
    }

    private func depart(_ draft: IntegrationDraft, _ request: Request, _ context: WebContext) throws -> Response {
        let browser = RandomSecret()
        let departure = try authorise.begin(draft, browser: browser, try context.somebody.deed(at: now()))
        var response = try departurePage(
            to: departure.url, "You sign in there, see the permissions and come back. Nothing is saved yet.",
            isDirectory: draft.isDirectory, request, context)
        response.setCookie(cookies.cookie(authoriseCookie, browser.text, life: 3600))
        return response
    }

    /// A page that goes on to Microsoft by itself. A form may not be answered with another host, nor may what follows upon a form: whoever
    /// comes back without a session signs in first, and is still within that form's answer.
    private func departurePage(
        to url: String, _ words: String, isDirectory: Bool, _ request: Request, _ context: WebContext
    ) throws -> Response {
        var response = try show(
            Page(
                section: isDirectory ? .directories : .integrations, title: "Going to Microsoft",
                template: .departure, view: ["url": url, "words": words]), request, context)
        for field in HTTPFields(["Refresh": "0; url=\(url)"]) { response.headers.append(field) }
        return response
    }

    func draft(_ form: Form) throws -> IntegrationDraft {
        guard let frequency = SyncFrequency(word: form["frequency"] ?? SyncFrequency.standard.word),
            let mode = Integration.Mode(rawValue: form["mode"] ?? Integration.Mode.read.rawValue)
        else { throw Problem(.unprocessableContent, "There is no such sync frequency or mode.") }
        let isDelegated = form["consent"] == "delegated"
        // Labels cannot be read on behalf of a person.
        let features = Set(form.all("feature").compactMap(Feature.init(rawValue:)))
            .subtracting(isDelegated ? Feature.ofAppAlone : [])
        let name = form["name"] ?? ""
        // The profile of the tenant's own labels is there as soon as the integration is.
        let ownLabels =
            form["ownLabels"] == nil || isDelegated ? [] : [Integration.labelProfilePrefix + Integration.named(name)]
        return IntegrationDraft(
            name: name, cloud: form["cloud"] ?? "global", syncFrequency: frequency,
            features: features, mode: mode,
            isDelegated: isDelegated, isDirectory: form["place"] == "directories",
            dlpProfiles: try asProblem { try profileBook.names(form.all("profile")) } + ownLabels)
    }

    /// `GET /oauth/callback`: back from Microsoft.
    func oauthCallback(_ request: Request, _ context: WebContext) async throws -> Response {
        let query = request.uri.queryParameters
        if let arrival = try await consentArrival(request, context) { return arrival }
        guard let visitor = try await visitor(of: request, context) else {
            // Whoever holds a session that is over was in the middle of connecting: the answer is taken after the sign-in.
            return query["code"] == nil && sessionSecret(request) == nil
                ? try consentOver(request) : signInFirst(request)
        }
        try require(.administrator, of: visitor)
        let deed = visitor.deed(at: now())
        let arrival: Authorise.Arrival
        do {
            arrival = try await authorise.receive(
                query: { query[$0[...]].map(String.init) }, browser: request.cookies[authoriseCookie]?.value, deed)
        } catch let problem as AuthoriseProblem {
            throw Problem(.badRequest, "\(problem)")
        }
        switch arrival {
        case .goOn(let url):
            var context = context
            context.visitor = visitor
            return try departurePage(
                to: url, "You see the permissions there, accept them and come back. Nothing is saved yet.",
                isDirectory: false, request, context)
        case .panel(let id):
            awaitConsent(id, deed.actor)
            var response = Response.seeOther(try panelLink(id, deed.actor))
            response.setCookie(cookies.cookie(authoriseCookie, "", life: 0))
            return response
        }
    }

    func panelLink(_ id: String, _ actor: String) throws -> Link {
        let pending = try store.pendingAuthorisation(id, by: actor, at: now())
        let path = pending?.draft.panelPath ?? "/integrations/add"
        return Link(path, ["authorisation": id])
    }

    /// A consent takes seconds to minutes to arrive: looked for in the background, the open page is told.
    func awaitConsent(_ id: String, _ actor: String) {
        let (authorise, events) = (authorise, events)
        Task { await authorise.awaitConsent(id, by: actor) { events.post(Event(.authorisation)) } }
    }

    /// `POST /integrations/add/check`.
    func checkAuthorisation(_ request: Request, _ context: WebContext) async throws -> Response {
        let deed = try context.somebody.deed(at: now())
        let id = context.form["authorisation"] ?? ""
        do {
            if context.form.isOn("anyway") {
                try await authorise.goOnWithout(id, deed)
            } else {
                try await authorise.checkAgain(id, deed)
            }
        } catch let problem as AuthoriseProblem {
            return .seeOther(Link("/integrations/add"), flash: .failed("\(problem)"))
        }
        return .seeOther(try panelLink(id, deed.actor))
    }

    /// `POST /integrations/add/save`: only now there is an integration, and its first sync begins.
    func saveAuthorisation(_ request: Request, _ context: WebContext) async throws -> Response {
        let deed = try context.somebody.deed(at: now())
        let id = context.form["authorisation"] ?? ""
        let pending = try store.pendingAuthorisation(id, by: deed.actor, at: deed.at)
        let wasLimited = try pending?.draft.integration.flatMap { try store.integration(id: $0) }?.isLimited ?? false
        let saved: Integration
        do { saved = try authorise.save(id, deed) } catch let problem as AuthoriseProblem {
            guard let pending else {
                // Saved by the same form a moment ago, or too old: where the result would stand is the honest place to look.
                return .seeOther(Link("/integrations"), flash: .warning("\(problem)"))
            }
            return try panel(pending.draft, pending, request, context, problem: problem, status: .unprocessableContent)
        }
        // Who ends the limited mode wants to see what it lacked, not in an hour.
        await jobs.begin(wasLimited && !saved.isLimited ? .scan : .sync, of: saved)
        await events.publish(Event(.integrations, integration: saved.name))
        guard pending?.draft.integration == nil else {
            return .seeOther(saved.page, flash: .done("\(saved.name) is authorized again. It is being read now."))
        }
        let place = pending?.draft.isDirectory == true ? Link("/settings/directories") : Link("/integrations")
        return .seeOther(
            place,
            flash: .done(
                "\(saved.name) is connected. Its first sync runs in the background; this page shows how far it is."))
    }

    /// On whose behalf an integration has read, where from now on it is somebody else's.
    private func lentBefore(_ known: Integration, _ pending: PendingAuthorisation?) throws -> String? {
        guard let pending, pending.draft.isDelegated, let now = pending.account,
            let before = try lender(of: known), before.lowercased() != now.lowercased()
        else { return nil }
        return before
    }

    /// On whose behalf a limited integration reads; nil where nobody noted it.
    func lender(of integration: Integration) throws -> String? {
        integration.isLimited ? try store.secret(of: integration).lentBy : nil
    }

    func panel(
        _ draft: IntegrationDraft, _ pending: PendingAuthorisation?, _ request: Request, _ context: WebContext,
        problem: AuthoriseProblem? = nil, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let visitor = try context.somebody
        let registrations = try store.registrations()
        let known = try draft.integration.flatMap { try store.integration(id: $0) }
        var view = AddView(
            draft, pending, of: known, clouds: try origins.clouds(), registrations: registrations, asOf: now(),
            in: visitor.zone
        ).values
        view["profiles"] = try profileChoices(draft.dlpProfiles ?? [], for: nil)
        view["hasOwnLabels"] = (draft.dlpProfiles ?? []).contains(Integration.labelProfilePrefix + draft.name)
        view["hasProfiles"] = !draft.isDirectory && draft.integration == nil
        if let known {
            view["cancel"] = "\(known.page)"
            view["lentBefore"] = try lentBefore(known, pending)
        }
        view["link"] = try pending.flatMap { try authorise.linkAddress(of: $0) }
        view["redirectURI"] = redirectURI
        view["isOverridden"] = origins.isOverridden
        if let tenantID = pending?.tenantID, draft.integration == nil {
            let names = try store.integrations().filter { $0.tenantID == tenantID }.map(\.name)
            view["connectedAs"] = shown(names.isEmpty ? nil : names.joined(separator: ", "))
        }
        switch problem {
        case .badName?, .nameTaken?, .nameReserved?: view["nameProblem"] = problem.map { "\($0)" }
        default: view["problem"] = problem.map { "\($0)" }
        }
        // Microsoft sends the browser back to Reeve's address; a session of another host name would not be known there.
        if let own = request.head.authority, !address.hasSuffix("//" + own) {
            view["elsewhere"] = address + draft.panelPath
        }
        let title =
            draft.integration != nil ? "Authorize again" : draft.isDirectory ? "Add Directory" : "Add integration"
        view["title"] = title
        return try show(
            Page(
                section: draft.isDirectory ? .directories : .integrations, title: title,
                crumbs: draft.isDirectory
                    ? [.init("Settings"), .init("Directories", Link("/settings/directories")), .init(title)]
                    : [.init("CASB"), .init("Integrations", Link("/integrations"))]
                        + (known.map { [.init($0.name, $0.page)] } ?? []) + [.init(title)],
                template: .addIntegration, view: view, status: status), request, context)
    }
}
