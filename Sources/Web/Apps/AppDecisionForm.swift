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
        do {
            let step = try decide(
                listing, report, form["decision"].flatMap { .init(rawValue: $0) }, why: form["why"],
                owner: form["owner"], again: form["again"], context)
            let decision = try listing.report(report.app.id)?.decision
            let again = decision?.again.map { " \(DecisionWords.told($0, asOf: now()).sentence)" } ?? ""
            return .seeOther(
                place,
                flash: .done(
                    "The decision about \(name) is saved: \(decision?.answer.state ?? "taken back").\(again)",
                    undo: Self.undo(of: step, place)))
        } catch let error as TermsError {
            return try refuse(form, error.byField, request, context)
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
            step.decision.map { "Taken back. As before, \(name) is \($0.answer.state)." }
            ?? "Taken back: nothing is decided about \(name) any more."
        return .done(words, undo: undo(of: step.number, place))
    }

    /// - Parameter again: a day, from whose beginning (UTC) the question is open again, or a moment.
    /// - Throws: `TermsError` with all that is wrong.
    @discardableResult
    func decide(
        _ listing: AppListing, _ report: AppReport, _ answer: AppDecision.Answer?, why: String?, owner: String?,
        again: String?, _ context: WebContext
    ) throws -> Int {
        let askAgain = again.flatMap { ProtectWords.firstMoment($0) }
        guard let answer, askAgain != nil || again == nil else {
            let wrong = try AppListing.problems(why: why, owner: owner, askAgain: askAgain, at: now())
            throw TermsError.several(
                (answer == nil ? [.missing("decision")] : []) + wrong
                    + (askAgain == nil ? [again].compactMap(\.self).map { .noDay($0) } : []))
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

extension TermsError {
    /// What is wrong with each field, in sentences.
    var byField: [String: String] {
        Dictionary(each.map { ($0.field, "\($0)".sentence) }, uniquingKeysWith: { first, _ in first })
    }
}
