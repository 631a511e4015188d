import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

/// What the forms of decisions send.
extension WebServer {
    /// How many findings or instances one form may name.
    private static let mostSubjects = 200

    func decide(_ kind: DecisionView.Kind) -> Route.Answer {
        { request, context in
            let form = context.form
            let visitor = try context.somebody
            let flow = Decide(in: store, Deed(by: visitor.actor, at: now(), from: visitor.address))
            do {
                let result = try await run(kind, form, flow)
                await events.publish(Event(.findings))
                return Response.seeOther(next(form, kind), flash: Self.flash(kind, result))
            } catch let error as TermsError {
                return try await refuse(kind, form, error.byField, request, context)
            } catch let error as FieldError {
                return try await refuse(kind, form, [error.field: error.words.sentence], request, context)
            }
        }
    }

    /// `POST /findings/undo`.
    func undoDecision(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.somebody
        guard let batch = context.form["batch"], batch.count <= 32 else {
            throw Problem(.unprocessableContent, "There is nothing to take back here.")
        }
        let flow = Decide(in: store, Deed(by: visitor.actor, at: now(), from: visitor.address))
        let result = try await flow.undo(batch)
        await events.publish(Event(.findings))
        let (hidden, opened) = (
            Numbers.counted(result.hiddenAgain, "instance"), Numbers.counted(result.reopened, "hidden instance")
        )
        let taken =
            "Taken back: \(Numbers.counted(result.changed, "decision"))."
            + (result.hiddenAgain == 0 ? "" : " \(hidden) \(result.hiddenAgain == 1 ? "is" : "are") hidden again.")
            + (result.reopened == 0 ? "" : " \(opened) \(result.reopened == 1 ? "counts" : "count") again.")
        let undo = Flash.Undo(action: "/findings/undo", fields: ["batch": result.batch])
        let flash: Flash =
            switch (result.changed, result.left) {
            case (0, _): .warning("Nothing was taken back: something else has been decided since.")
            case (_, 0): .done(taken, undo: undo)
            case (_, let left):
                .warning(
                    "\(taken) \(Numbers.grouped(left)) stayed, because something else has been decided since.")
            }
        return Response.seeOther(Link(returningTo: context.form["next"]) ?? Link("/findings"), flash: flash)
    }

    private func run(_ kind: DecisionView.Kind, _ form: Form, _ flow: Decide) async throws -> Decide.Result {
        switch kind {
        case .ignore: return try await flow.ignore(try keys(form), try terms(form))
        case .activate: return try await flow.activate(try keys(form))
        case .owner: return try await flow.assign(try keys(form), to: form["owner"])
        case .severity:
            guard let text = form["severity"] else { throw FieldError("severity", "Choose a severity.") }
            let severity = Severity(rawValue: text)
            guard severity != nil || text == "default" else {
                throw FieldError("severity", "There is no such severity.")
            }
            return try await flow.rank(try keys(form), as: severity)
        case .hide: return try await flow.hide(try instanceKeys(form), try terms(form))
        case .unhide: return try await flow.unhide(try instanceKeys(form))
        }
    }

    private func terms(_ form: Form) throws -> Terms {
        var terms = Terms(reason: form["reason"] ?? "", comment: form["comment"], owner: form["owner"])
        if let text = form["until"] {
            terms.expires = ProtectWords.moment(text)
            if terms.expires == nil { throw TermsError.several(try terms.problems(at: now()) + [.noDay(text)]) }
        }
        return terms
    }

    private func keys(_ form: Form) throws -> [Finding.Key] {
        let keys = form.all("f").compactMap { Finding.Key($0) }
        try checkCount(keys.count, asked: form.all("f").count)
        for key in keys where try store.finding(key) == nil { throw Problem(.notFound, "There is no such finding.") }
        return keys
    }

    private func instanceKeys(_ form: Form) throws -> [InstanceKey] {
        let keys = form.all("i").compactMap { text in
            Finding.Key(text).map { InstanceKey(integration: $0.integration, fingerprint: $0.check) }
        }
        try checkCount(keys.count, asked: form.all("i").count)
        return keys
    }

    private func checkCount(_ count: Int, asked: Int) throws {
        guard count == asked, count > 0 else { throw FieldError("subjects", "Select at least one row first.") }
        guard count <= Self.mostSubjects else {
            throw FieldError("subjects", "Select at most \(Self.mostSubjects) rows at a time.")
        }
    }

    private func next(_ form: Form, _ kind: DecisionView.Kind) -> Link {
        Link(returningTo: form["next"]) ?? Link(kind == .hide || kind == .unhide ? "/instances" : "/findings")
    }

    private static func flash(_ kind: DecisionView.Kind, _ result: Decide.Result) -> Flash {
        guard result.changed > 0 else { return .warning("Nothing changed: it was so already.") }
        let findings = Numbers.counted(result.changed, "finding")
        let instances = Numbers.counted(result.changed, "instance")
        let words =
            switch kind {
            case .ignore: "Ignored \(findings)."
            case .activate: "Activated \(findings)."
            case .severity:
                "Changed the severity of \(findings)."
                    + (result.reopened == 0
                        ? ""
                        : " \(Numbers.counted(result.reopened, "hidden instance")) \(result.reopened == 1 ? "counts" : "count") again.")
            case .owner: "Set the owner of \(findings)."
            case .hide: "Hid \(instances)."
            case .unhide: "\(instances) active again."
            }
        return .done(words, undo: .init(action: "/findings/undo", fields: ["batch": result.batch]))
    }

    /// The form again, as it was: what it is about and what it would do, with what was filled in and what is wrong with it.
    private func refuse(
        _ kind: DecisionView.Kind, _ form: Form, _ errors: [String: String], _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let book = try await book()
        let page = try store.atOneMoment { try refused(kind, form, errors, book, request) }
        return try show(page, request, context)
    }

    private func refused(
        _ kind: DecisionView.Kind, _ form: Form, _ errors: [String: String], _ book: FindingBook, _ request: Request
    ) throws -> Page {
        let next = next(form, kind)
        let isOfInstances = kind == .hide || kind == .unhide
        let sent = Array(form.all(isOfInstances ? "i" : "f").prefix(Self.mostSubjects))
        var view: DecisionView
        if isOfInstances {
            view = try .of(kind, instances: sent, among: try book.entries(), book, returningTo: "\(next)")
        } else {
            let keys = Set(sent.compactMap { Finding.Key($0) })
            let all = try book.entries(of: try integration(shownAt: next, request))
            let chosen = try book.entries().filter { keys.contains($0.finding.key) }
            view = try .of(kind, chosen, among: all, book, returningTo: "\(next)")
        }
        for name in ["reason", "comment", "owner", "until"] { view.filled[name] = form.all(name).first ?? "" }
        view.errors = errors
        let place = Self.place(of: next, view).map { [Page.Crumb($0, next)] } ?? []
        let crumbs: [Page.Crumb] =
            [.init("CASB"), .init("Findings", Link("/findings"))] + place + [.init(view.heading)]
        return Page(
            section: .findings, title: view.heading, crumbs: crumbs, template: .decisionPage, view: view.values,
            status: .unprocessableContent)
    }

    /// What the page is called that a form stood on; nil for the list of findings, which the way to it names already.
    private static func place(of next: Link, _ view: DecisionView) -> String? {
        let parts = "\(next)".prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
        switch (parts.first, parts.dropFirst().first) {
        case ("findings", let check?): return CheckIndex.standard.title(of: String(check))
        case ("instances", nil): return "Instances"
        case ("instances", _?): return view.names.first?.title ?? "Instances"
        default: return nil
        }
    }

    /// The integration of the list that a form stood in; nil where it was of all.
    private func integration(shownAt next: Link, _ request: Request) throws -> Int? {
        let all = try store.integrations()
        let named = URLComponents(string: "\(next)")?.queryItems?.first { $0.name == "integration" }?.value
        let name = named ?? scope(request, among: all.map(\.name))
        return all.first { $0.name == name }?.id
    }
}

/// What is wrong with one field of a form.
struct FieldError: Error {
    let field: String
    let words: String
    init(_ field: String, _ words: String) {
        self.field = field
        self.words = words
    }
}
