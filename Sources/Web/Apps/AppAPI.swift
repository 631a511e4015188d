import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

extension WebServer {
    func listApps(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let name = request.asked("integration") else {
            throw Problem(.badRequest, "integration has to name an integration.")
        }
        guard let integration = try store.integration(named: name) else {
            throw Problem(.notFound, "There is no integration of that name.")
        }
        let asked = try PageRequest<Turn<DirectoryPosition>>(request)
        let slice = try AppListing(store: store, of: integration, asOf: now())
            .page(text: request.asked("text"), asked.seek(), limit: asked.limit)
        return Response.json(slice.document(Self.document) { Store.directoryPosition(of: $0.app) })
    }

    private struct DecisionBody: Decodable {
        var decision: AppDecision.Answer
        var why: String?
        var owner: String?
        var askAgain: String?
    }

    func decideAppByAPI(_ request: Request, _ context: WebContext) async throws -> Response {
        let (listing, _, report) = try report(context)
        let body = try await decode(DecisionBody.self, request, context)
        try decide(listing, report, body.decision, why: body.why, owner: body.owner, again: body.askAgain, context)
        guard let changed = try listing.report(report.app.id) else { throw Problem(.notFound, "The app is gone.") }
        return Response.json(Self.document(changed))
    }

    private static func document(_ report: AppReport) -> OrderedJSON {
        func flag(_ value: Bool?) -> OrderedJSON { value.map { .flag($0) } ?? .null }
        let reaches = report.reaches.map { reach in
            OrderedJSON.object([
                ("service", .text(reach.service)), ("verbs", .texts(reach.verbs.sorted().map(\.rawValue))),
                ("permissions", .texts(reach.permissions.sorted())), ("isByItself", .flag(reach.isByItself)),
                ("isForEverybody", .flag(reach.isForEverybody)), ("people", .texts(reach.people.sorted())),
                ("granted", .optional(reach.granted)),
            ])
        }
        let decision = report.decision.map { decision in
            OrderedJSON.object([
                ("decision", .text(decision.answer.rawValue)), ("why", .optional(decision.why)),
                ("owner", .optional(decision.owner)), ("askAgain", .optional(decision.askAgain)),
                ("by", .text(decision.by)), ("at", .optional(decision.at)),
            ])
        }
        return .object([
            ("id", .text(report.app.id)), ("appId", .optional(report.app.appId)),
            ("name", .text(report.app.resource.name)),
            ("publisher", .optional(report.app.verifiedPublisher?.displayName)),
            ("isVerified", .flag(report.isVerified)),
            ("isCertified", flag(report.isCertified)), ("isAttested", flag(report.isAttested)),
            ("isEnabled", flag(report.app.accountEnabled)), ("reaches", .list(reaches)),
            ("decision", decision ?? .null),
        ])
    }
}

extension Operation {
    private static let decisions = JSONShape.text(oneOf: AppDecision.Answer.allCases.map(\.rawValue))
    private static let appShape = JSONShape.object([
        ("id", .text), ("appId", .optional(.text)), ("name", .text), ("publisher", .optional(.text)),
        ("isVerified", .flag),
        ("isCertified", .optional(.flag)), ("isAttested", .optional(.flag)), ("isEnabled", .optional(.flag)),
        (
            "reaches",
            .list(
                .object([
                    ("service", .text), ("verbs", .list(.text(oneOf: ["read", "send", "change"]))),
                    ("permissions", .list(.text)), ("isByItself", .flag), ("isForEverybody", .flag),
                    ("people", .list(.text)), ("granted", .optional(.moment)),
                ]))
        ),
        (
            "decision",
            .optional(
                .object([
                    ("decision", decisions), ("why", .optional(.text)), ("owner", .optional(.text)),
                    ("askAgain", .optional(.moment)), ("by", .text), ("at", .moment),
                ]))
        ),
    ])

    static let listApps = Operation(
        id: "listApps", tag: "apps", summary: "The third-party apps of a tenant, with what each may reach.",
        parameters: [
            .query("integration", .text, "The integration; it has to be named.").required,
            .query("text", .text, "A part of the name, the publisher or the app id."), .limit, .cursor,
        ], answers: [200: .page(of: appShape)])
    static let decideApp = Operation(
        id: "decideApp", tag: "apps", summary: "Records a decision about an app.",
        parameters: [
            .path("name", .text, "The integration's name."),
            .path("id", .text, "The id of the app's service principal."),
        ],
        body: .object(
            [
                ("decision", decisions), ("why", .optional(.text(maxLength: FreeText.mostOfComment))),
                ("owner", .optional(.text(maxLength: FreeText.mostOfOwner))), ("askAgain", .optional(.text)),
            ], required: ["decision"]),
        answers: [200: appShape])
}
