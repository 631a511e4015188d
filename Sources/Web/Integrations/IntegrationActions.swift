import Flows
import Foundation
import Hummingbird
import Model
import Report
import Store

extension WebServer {
    /// `POST /integrations/{name}/run`: a sync or a scan, now.
    func runIntegration(_ request: Request, _ context: WebContext) async throws -> Response {
        let integration = try askedIntegration(context)
        guard let kind = Run.Kind(rawValue: context.form["kind"] ?? "sync"), kind != .judging else {
            throw Problem(.unprocessableContent, "Choose sync, scan or labels.")
        }
        let back = Link(returningTo: context.form["next"]) ?? integration.page
        let deed = try context.somebody.deed(at: now())
        switch try await begin(kind, of: integration, isFull: context.form.isOn("full"), deed) {
        case .paused: return .seeOther(back, flash: .warning("\(integration.name) is paused; resume it first."))
        case .busy: return .seeOther(back, flash: .warning("\(integration.name) is being read already."))
        case .begun:
            let what = kind == .scan ? "A scan" : kind == .labels ? "A reading of the labels" : "A sync"
            return .seeOther(
                back, flash: .done("\(what) of \(integration.name) was asked for; its page shows how far it is."))
        }
    }

    /// `POST /integrations/{name}/stop`.
    func stopIntegration(_ request: Request, _ context: WebContext) async throws -> Response {
        let integration = try askedIntegration(context)
        try await stop(integration, try deed(context))
        return .seeOther(
            integration.page, flash: .done("Stopped. What was read is kept, and the next run goes on from there."))
    }

    /// `POST /integrations/{name}/pause`.
    func pauseIntegration(_ request: Request, _ context: WebContext) async throws -> Response {
        let integration = try askedIntegration(context)
        try await pause(integration, try context.somebody.deed(at: now()))
        return .seeOther(
            integration.page,
            flash: .done(
                "\(integration.name) is paused: nothing is read until it is resumed.",
                undo: undo("resume", integration)))
    }

    /// `POST /integrations/{name}/resume`.
    func resumeIntegration(_ request: Request, _ context: WebContext) async throws -> Response {
        let integration = try askedIntegration(context)
        try await resume(integration, try context.somebody.deed(at: now()))
        return .seeOther(
            integration.page, flash: .done("\(integration.name) is read again.", undo: undo("pause", integration)))
    }

    private func undo(_ verb: String, _ integration: Integration) -> Flash.Undo {
        Flash.Undo(action: "\(integration.page)/\(verb)", fields: [:])
    }

    /// `POST /integrations/{name}/frequency`.
    func setFrequency(_ request: Request, _ context: WebContext) async throws -> Response {
        let integration = try askedIntegration(context)
        guard let frequency = context.form["frequency"].flatMap(SyncFrequency.init(word:)) else {
            throw Problem(.unprocessableContent, "There is no such sync frequency.")
        }
        try setFrequency(frequency, of: integration, try context.somebody.deed(at: now()))
        let old = integration.syncFrequency.word
        return .seeOther(
            integration.page,
            flash: .done(
                "\(integration.name) is read \(frequency.title.lowercased()).",
                undo: Flash.Undo(action: "\(integration.page)/frequency", fields: ["frequency": old])))
    }

    /// `POST /integrations/{name}/test`: does the connection work, and what may be read?
    func testIntegration(_ request: Request, _ context: WebContext) async throws -> Response {
        let integration = try askedIntegration(context)
        switch try await test(integration, try deed(context)) {
        case .works(let name, let permissions):
            let words = permissions.map { Numbers.counted($0.count, "permission") } ?? "permissions it does not name"
            return .seeOther(integration.page, flash: .done("It works: \(name) answers, with \(words)."))
        case .refused(let trouble):
            return .seeOther(integration.page, flash: .failed("\(trouble.sentence) (\(trouble.code))"))
        }
    }

    /// `GET /integrations/{name}/remove`: what goes with it, and what becomes of the protected people.
    func removePage(_ request: Request, _ context: WebContext) async throws -> Response {
        try removePage(request, context, problem: nil)
    }

    private func removePage(_ request: Request, _ context: WebContext, problem: String?) throws -> Response {
        let integration = try askedIntegration(context)
        let entries = try store.protectionCounts(in: integration.id).values.reduce(0, +)
        var view: [String: Any] = [
            "name": integration.name, "link": "\(integration.page)",
            "users": Numbers.counted(try store.count(.user, of: integration.id), "user"),
            "hasProtected": entries > 0,
            "protected": Numbers.counted(entries, "protected entry", plural: "protected entries"),
            "people": try protectedPeople(of: integration),
            "instances": Numbers.counted(
                try store.findings(of: integration.id).map(\.active).reduce(0, +), "active instance"),
            "labelUse": try profileBook.use(ofLabelsOf: integration).words(of: integration.name, isGone: false)
                .map { "\($0)." },
            // What was chosen and typed before a refusal stands there again.
            "drops": context.form["protected"] == "drop", "typed": context.form["name"] ?? "",
        ]
        view["problem"] = problem
        return try show(
            Page(
                section: .integrations, title: "Remove \(integration.name)",
                crumbs: [
                    .init("CASB"), .init("Integrations", Link("/integrations")),
                    .init(integration.name, integration.page), .init("Remove"),
                ], template: .removeIntegration, view: view,
                status: problem == nil ? .ok : .unprocessableContent), request, context)
    }

    /// How many people the entries protect, groups with their members: what is told after the removal.
    private func protectedPeople(of integration: Integration) throws -> String {
        let count = try members.protectedUsers(of: integration.id, in: store, at: now(), upTo: countedAtMost)
        return "\(Numbers.bounded(count)) \(count == 1 ? "person" : "people")"
    }

    /// `POST /integrations/{name}/remove`.
    func removeIntegration(_ request: Request, _ context: WebContext) async throws -> Response {
        let integration = try askedIntegration(context)
        guard context.form["name"] == integration.name else {
            return try removePage(request, context, problem: "Type the name \(integration.name) to remove it.")
        }
        let entries = try store.protectionCounts(in: integration.id).values.reduce(0, +)
        let keeps = context.form["protected"]
        guard entries == 0 || keeps == "keep" || keeps == "drop" else {
            return try removePage(request, context, problem: "Say what becomes of the protected people.")
        }
        let outcome = try await remove(
            integration, keepsProtected: keeps == "keep", try context.somebody.deed(at: now()))
        let words = [outcome.words].compactMap(\.self) + outcome.labels.words(of: integration.name, isGone: true)
        let told = (["Removed \(integration.name)."] + words.map { "\($0)." }).joined(separator: " ")
        return .seeOther(Link("/integrations"), flash: .done(told))
    }
}
