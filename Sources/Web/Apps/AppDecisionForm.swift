import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

/// What the form of a decision about an app sends, and its Undo.
extension WebServer {
    func decideApp(_ request: Request, _ context: WebContext) async throws -> Response {
        let (listing, integration, report) = try report(context)
        let form = context.form
        let place = Self.link(report.app, integration)
        let name = report.app.resource.name
        if let step = form["undo"].flatMap({ Int($0) }) {
            let back = try listing.takeBack(step: step, about: report.app, try deed(context))
            return .seeOther(place, flash: Self.flash(of: back, name, place))
        }
        guard let answer = form["decision"].flatMap({ AppDecision.Answer(rawValue: $0) }) else {
            throw Problem(.unprocessableContent, "Choose allowed, under review or not allowed.")
        }
        do {
            let step = try decide(
                listing, report, answer, why: form["why"], owner: form["owner"], again: form["again"], context)
            return .seeOther(
                place,
                flash: .done(
                    "The decision about \(name) is saved: \(answer.state).", undo: Self.undo(of: step, place)))
        } catch let error as TermsError {
            return try refuse(form, [error.field: "\(error)".sentence], request, context)
        } catch let error as FieldError {
            return try refuse(form, [error.field: error.words], request, context)
        }
    }

    private func refuse(
        _ form: Form, _ errors: [String: String], _ request: Request, _ context: WebContext
    ) throws -> Response {
        let (listing, integration, report) = try report(context)
        return try show(
            try appPage(listing, integration, report, context, refused: (form, errors)), request, context)
    }

    private static func undo(of step: Int, _ place: Link) -> Flash.Undo {
        .init(action: "\(place)", fields: ["undo": "\(step)"])
    }

    /// What was taken back, and what stands now.
    private static func flash(of step: AppDecisionStep?, _ name: String, _ place: Link) -> Flash {
        guard let step else { return .warning("Nothing was taken back: something else has been decided since.") }
        let words =
            step.decision.map { "Taken back: \(name) is \($0.answer.state) again, as before." }
            ?? "Taken back: nothing is decided about \(name) any more."
        return .done(words, undo: undo(of: step.number, place))
    }

    /// - Throws: `TermsError`, or `FieldError` for a day that is none.
    @discardableResult
    func decide(
        _ listing: AppListing, _ report: AppReport, _ answer: AppDecision.Answer, why: String?, owner: String?,
        again: String?, _ context: WebContext
    ) throws -> Int {
        let askAgain = try again.map { text in
            guard let moment = ProtectWords.moment(text) else {
                throw FieldError("expires", "\"\(text.prefix(40))\" is no date such as 2026-12-31.")
            }
            return moment
        }
        return try listing.decide(
            answer, why: why, owner: owner, askAgain: askAgain, about: report.app, try deed(context))
    }
}

extension AppDecision.Answer {
    /// As a sentence about the app says it: it is …
    var state: String {
        switch self {
        case .allowed: "allowed"
        case .underReview: "under review"
        case .notAllowed: "not allowed"
        }
    }
}
